"""How often a text says the keywords of topics, and how much that weighs."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import log
from typing import TypeAlias

from generator.finding.parts import Part
from generator.registry import Lexicon, pieces

Spelt: TypeAlias = tuple[int, Sequence[tuple[str, str]]]

TITLE_COUNTS = 5
LEAD_COUNTS = 2


def spelt(found: Sequence[Part]) -> tuple[Spelt, ...]:
    """Return the words of each part beside their lemmas, and how often a keyword counts that stands there."""
    leads = 1 if found and found[0].headline else 0
    return tuple(
        (
            TITLE_COUNTS if part.headline else LEAD_COUNTS if number <= leads else 1,
            [pair for token in part.doc if not token.is_space for pair in _spellings(token.lower_, token.lemma_)],
        )
        for number, part in enumerate(found)
    )


def weigh(text: Sequence[Spelt], lexicon: Lexicon) -> dict[str, float]:
    """Return the summed weight of each topic's keywords, by id in the order of the topics; 0 where there are none."""
    weights = {subject.id: 0.0 for subject in lexicon.subjects}
    counted: Counter[str] = Counter()
    for counts, said in text:
        for keyword in _keywords(said, lexicon):
            counted[keyword] += counts
    for keyword, count in counted.items():
        for identifier, weight in lexicon.weights[keyword].items():
            weights[identifier] += weight * (1 + log(count))
    return weights


def _keywords(said: Sequence[tuple[str, str]], lexicon: Lexicon) -> Iterator[str]:
    """Yield the keywords in a text, several words before one."""
    at = 0
    while at < len(said):
        word, lemma = said[at]
        longest = max(lexicon.longest.get(word, 0), min(1, lexicon.longest.get(lemma, 0)))
        length, keyword = _longest(said[at : at + longest], lexicon) if longest else (0, "")
        if keyword:
            yield keyword
        at += max(length, 1)


def _longest(said: Sequence[tuple[str, str]], lexicon: Lexicon) -> tuple[int, str]:
    """Return the longest keyword that the words begin with, its last word as said or as its lemma; "" for none."""
    for length in range(len(said), 0, -1):
        before = [word for word, _ in said[: length - 1]]
        for last in said[length - 1]:
            keyword = " ".join([*before, last])
            if keyword in lexicon.weights:
                return length, keyword
    return 0, ""


@lru_cache(maxsize=100_000)
def _spellings(word: str, lemma: str) -> tuple[tuple[str, str], ...]:
    """Return the pieces of a word beside those of its lemma."""
    said, lemmas = pieces(word), pieces(lemma)
    return tuple(zip(said, lemmas if len(lemmas) == len(said) else said, strict=True))
