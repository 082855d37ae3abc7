"""An article's sentences, counted and compared: what every feature is made from."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np

from generator.language import length
from generator.summarising.anaphora import is_unresolved
from generator.summarising.leaning import antecedents, introduced

Array = np.ndarray[Any, np.dtype[Any]]


@dataclass(frozen=True)
class Story:
    """The sentences of an article; rows of arrays are sentences, columns of `counts` the stems of content words."""

    texts: tuple[str, ...]
    words: tuple[tuple[str, ...], ...]
    stems: tuple[tuple[int, ...], ...]  # of all words, stop words too
    counts: Array
    columns: tuple[int, ...]  # the stem of each column
    leans_on: tuple[int | None, ...]  # the sentence without which one is not understood
    unresolved: frozenset[int]  # sentences that lean on one, though none stands before them
    paragraphs: int = 1  # that they stand in; one where nobody knows

    def introduced(self, introductions: Mapping[int, int]) -> "Story":
        """Return it with a sentence that calls somebody by the surname leaning on the one with the name in full."""
        return replace(self, leans_on=tuple(introduced(self.leans_on, introductions)))

    @property
    def size(self) -> int:
        """The number of sentences."""
        return len(self.texts)

    def content(self, number: int) -> frozenset[int]:
        """Return the stems of a sentence's content words."""
        return frozenset(self.columns[column] for column in np.flatnonzero(self.counts[number]))

    @cached_property
    def groups(self) -> Array:
        """One row for each sentence: True for it, for the one it leans on, for the one that leans on, and so on."""
        groups = np.eye(self.size, dtype=bool)
        for number, before in enumerate(self.leans_on):
            if before is not None:
                groups[number] |= groups[before]
        return groups

    @cached_property
    def present(self) -> Array:
        """1 where a sentence has a stem, else 0."""
        return (self.counts > 0).astype(float)

    @cached_property
    def spread(self) -> Array:
        """In how many sentences each stem stands."""
        spread: Array = self.present.sum(axis=0)
        return spread

    @cached_property
    def frequency(self) -> Array:
        """How often each stem stands in the article."""
        frequency: Array = self.counts.sum(axis=0)
        return frequency

    @cached_property
    def lengths(self) -> Array:
        """The words of each sentence."""
        return np.array([len(words) for words in self.words], float)

    @cached_property
    def spaced(self) -> Array:
        """The words of each sentence as an editor counts them."""
        return np.array([length(text) for text in self.texts], float)

    @cached_property
    def likeness(self) -> Array:
        """The cosine of every two sentences' tf-idf within the article, 0 with itself."""
        return _likeness(self.counts * np.log((1 + self.size) / (1 + self.spread)), itself=0.0)

    @cached_property
    def overlap(self) -> Array:
        """The cosine of every two sentences' plain counts."""
        return _likeness(self.counts, itself=1.0)

    def overlap_among(self, numbers: Array) -> Array:
        """Return the overlap of some of the sentences, 0 of each with itself."""
        among: Array = self.overlap[np.ix_(numbers, numbers)] * (1 - np.eye(len(numbers)))
        return among


def story(
    texts: Sequence[str],
    words: Sequence[Sequence[str]],
    lang: str,
    stem: Callable[[str], int],
    stopped: frozenset[str],
) -> Story:
    """Return the sentences with their stems counted; `stopped` are words without content, in lower case."""
    lowered = [[word.lower() for word in sentence] for sentence in words]
    stems = [[stem(word) for word in sentence] for sentence in lowered]
    columns: dict[int, int] = {}
    cells = [
        (row, columns.setdefault(number, len(columns)))
        for row, (sentence, numbers) in enumerate(zip(lowered, stems, strict=True))
        for word, number in zip(sentence, numbers, strict=True)
        if word not in stopped
    ]
    counts = np.zeros((len(texts), max(1, len(columns))))
    if cells:
        np.add.at(counts, tuple(np.array(cells).T), 1.0)
    return Story(
        texts=tuple(texts),
        words=tuple(map(tuple, words)),
        stems=tuple(map(tuple, stems)),
        counts=counts,
        columns=tuple(columns),
        leans_on=tuple(antecedents(texts, lang)),
        unresolved=frozenset(number for number, text in enumerate(texts[:1]) if is_unresolved(text, lang)),
    )


def ranks(values: Array) -> Array:
    """Return the rank of each value, 0 for the highest; of equal ones the first comes first."""
    ordered = np.argsort(-np.round(values, 9), kind="stable")
    places = np.empty(len(values))
    places[ordered] = np.arange(len(values))
    return places


def ratio(one: Array, other: Array) -> Array:
    """Return `one` / `other`, 0 where `other` is 0."""
    quotient: Array = one / np.where(other == 0, 1.0, other) * (other != 0)
    return quotient


def cosine(rows: Array, others: Array) -> Array:
    """Return the cosine of each row with the row of `others` beside it, or with the only one; 0 for rows of zeros."""
    products = (rows * others).sum(axis=1)
    return ratio(products, np.sqrt((rows**2).sum(axis=1)) * np.sqrt((others**2).sum(axis=1)))


def _likeness(weighted: Array, itself: float) -> Array:
    lengths = np.sqrt((weighted**2).sum(axis=1))
    unit = weighted / np.where(lengths > 0, lengths, 1.0)[:, None]
    likeness: Array = unit @ unit.T
    np.fill_diagonal(likeness, itself)
    return likeness
