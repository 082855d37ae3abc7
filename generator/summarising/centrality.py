"""The ranker without training: direction-aware centrality, weighted by position and form."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from sumy.summarizers._summarizer import AbstractSummarizer

from generator.lists import shipped
from generator.summarising.anaphora import is_first_person, opens_with_quotation
from generator.summarising.known import NOTHING, Known
from generator.summarising.leaning import antecedents, introduced
from generator.summarising.selection import Candidate, select

_ASKS = re.compile(r"[?:][\"”’']?$")
_DECIMALS = 9  # of a score, so that no last bit decides


@dataclass(frozen=True, slots=True)
class Weights:
    """The numbers of centrality.yml, which says what each is for."""

    before: float
    after: float
    position: float
    first_person: float
    quotation: float
    question: float
    shown: float
    shown_share: float
    repeat: float
    fewest_words: int


@cache
def weights() -> Weights:
    """Return the shipped weights."""
    return Weights(**shipped("summarising/centrality.yml"))


class CentralitySummarizer(AbstractSummarizer):  # type: ignore[misc]
    """Chooses central sentences near the top that stand on their own, or with those they lean on."""

    stop_words: Sequence[str] = ()
    shown_words: Sequence[str] = ()  # of the standfirst that readers see above the summary
    known: Known = NOTHING

    def __call__(self, document: Any, sentences_count: int) -> tuple[Any, ...]:  # noqa: ANN401 -- sumy has no types
        """Return `sentences_count` sentences of a sumy document, in its order."""
        sentences = document.sentences
        bags = [self._stems(sentence.words) for sentence in sentences]
        scores = _scores(sentences, bags, frozenset(self._stems(self.shown_words)))
        candidates = _candidates(sentences, bags, scores, self.known)
        return tuple(sentences[number] for number in select(candidates, sentences_count, weights().repeat))

    def _stems(self, words: Sequence[str]) -> Counter[int]:
        stopped = frozenset(self.stop_words)
        return Counter(self.stem_word(word) for word in words if word.lower() not in stopped)


def _candidates(
    sentences: Sequence[Any], bags: Sequence[Counter[int]], scores: Sequence[float], known: Known
) -> list[Candidate]:
    found = antecedents([str(sentence) for sentence in sentences], sentences[0].lang if sentences else "")
    leans_on = introduced(found, known.needed)
    return [
        Candidate(
            score=score,
            stems=frozenset(bag),
            antecedent=leans_on[number],
            short=number in known.unfit or len(sentence.words) < weights().fewest_words,
        )
        for number, (sentence, bag, score) in enumerate(zip(sentences, bags, scores, strict=True))
    ]


def _scores(sentences: Sequence[Any], bags: Sequence[Counter[int]], shown: frozenset[int]) -> list[float]:
    """Return each sentence's centrality, lowered by its place, its form and what readers know already."""
    factors = (
        _form(sentence) * _news(bag, shown) / (1 + weights().position * number)
        for number, (sentence, bag) in enumerate(zip(sentences, bags, strict=True))
    )
    return [
        round(float(central) * factor, _DECIMALS) for central, factor in zip(_centrality(bags), factors, strict=True)
    ]


def _form(sentence: Any) -> float:  # noqa: ANN401 -- sumy has no types
    """Return the factor by which a sentence's form lowers its score."""
    text = str(sentence)
    factor = weights().first_person if is_first_person(text, sentence.lang) else 1.0
    factor *= weights().quotation if opens_with_quotation(text) else 1.0
    return factor * (weights().question if _ASKS.search(text) else 1.0)


def _news(bag: Counter[int], shown: frozenset[int]) -> float:
    """Return the factor by which a sentence that says again what stands above the summary counts less."""
    return weights().shown if len(bag.keys() & shown) > weights().shown_share * len(bag) else 1.0


def _centrality(bags: Sequence[Counter[int]]) -> "np.ndarray[Any, np.dtype[np.float64]]":
    """Return each sentence's centrality, from 0."""
    similarity = _similarity(bags)
    before = np.tril(similarity, -1).sum(axis=1)
    after = np.triu(similarity, 1).sum(axis=1)
    centrality = weights().before * before + weights().after * after
    spread: np.ndarray[Any, np.dtype[np.float64]] = centrality - centrality.min()
    return spread


def _similarity(bags: Sequence[Counter[int]]) -> "np.ndarray[Any, np.dtype[np.float64]]":
    """Return the cosine of every two sentences' tf-idf, 0 on the diagonal."""
    columns = max((stem for bag in bags for stem in bag), default=0) + 1
    matrix = np.zeros((len(bags), columns))
    for row, bag in enumerate(bags):
        for stem, count in bag.items():
            matrix[row, stem] = count
    frequency = (matrix > 0).sum(axis=0)
    weighted = matrix * np.log((1 + len(bags)) / (1 + frequency))
    lengths = np.sqrt((weighted**2).sum(axis=1))
    unit = weighted / np.where(lengths > 0, lengths, 1.0)[:, None]
    similarity: np.ndarray[Any, np.dtype[np.float64]] = unit @ unit.T
    np.fill_diagonal(similarity, 0.0)
    return similarity
