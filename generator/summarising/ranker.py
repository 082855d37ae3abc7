"""The default ranker: direction-aware centrality, weighted by position."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
from sumy.summarizers._summarizer import AbstractSummarizer

from generator.summarising.openings import is_unresolved

# PacSum (Zheng and Lapata, 2019, P19-1628), equation 5: what comes before a sentence counts against it, what
# comes after for it.
BEFORE, AFTER = -0.8, 1.8
POSITION = 0.1  # a score is divided by 1 + POSITION * (sentences before it)
FEWEST_WORDS = 6
TRIGRAM = 3

_ENDS_OPEN = re.compile(r"[?:][\"”’']?$")


class StandfirstSummarizer(AbstractSummarizer):  # type: ignore[misc]
    """Chooses central sentences near the top that stand on their own and repeat no other."""

    stop_words: Sequence[str] = ()

    def __call__(self, document: Any, sentences_count: int) -> tuple[Any, ...]:  # noqa: ANN401 -- sumy has no types
        """Return `sentences_count` sentences of a sumy document, in its order."""
        sentences = document.sentences
        scores = self._scores([self._stems(sentence) for sentence in sentences])
        order = sorted(range(len(sentences)), key=lambda number: (-scores[number], number))
        chosen = _chosen(sentences, order, sentences_count)
        return tuple(sentences[number] for number in sorted(chosen))

    def _stems(self, sentence: Any) -> Counter[int]:  # noqa: ANN401 -- sumy has no types
        stopped = frozenset(self.stop_words)
        return Counter(self.stem_word(word) for word in sentence.words if word.lower() not in stopped)

    def _scores(self, bags: Sequence[Counter[int]]) -> list[float]:
        """Return each sentence's centrality times the weight of its place."""
        similarity = _similarity(bags)
        before = np.tril(similarity, -1).sum(axis=1)
        after = np.triu(similarity, 1).sum(axis=1)
        centrality = BEFORE * before + AFTER * after
        spread = centrality - centrality.min()
        return [round(float(value) / (1 + POSITION * place), 9) for place, value in enumerate(spread)]


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


def _chosen(sentences: Sequence[Any], order: Sequence[int], count: int) -> set[int]:
    """Return the best `count`: first those that stand on their own, then whatever is left."""
    chosen: set[int] = set()
    for is_allowed in (_stands_alone, _stands_behind, _anything):
        for number in order:
            if len(chosen) < count and number not in chosen and is_allowed(sentences, number, chosen):
                chosen.add(number)
    return chosen


def _stands_alone(sentences: Sequence[Any], number: int, chosen: set[int]) -> bool:
    sentence = sentences[number]
    text = str(sentence)
    if len(sentence.words) < FEWEST_WORDS or _ENDS_OPEN.search(text):
        return False
    leans = is_unresolved(text, sentence.lang) and number - 1 not in chosen
    return not leans and not _repeats(sentence, [sentences[other] for other in chosen])


def _stands_behind(sentences: Sequence[Any], number: int, chosen: set[int]) -> bool:
    """Short ones and questions are better than ones that lean on a sentence left out."""
    leans = is_unresolved(str(sentences[number]), sentences[number].lang) and number - 1 not in chosen
    return not leans and not _repeats(sentences[number], [sentences[other] for other in chosen])


def _anything(_sentences: Sequence[Any], _number: int, _chosen: set[int]) -> bool:
    return True


def _repeats(sentence: Any, others: Sequence[Any]) -> bool:  # noqa: ANN401 -- sumy has no types
    """Whether the sentence shares a run of three words with another (trigram blocking)."""
    return any(_trigrams(sentence) & _trigrams(other) for other in others)


def _trigrams(sentence: Any) -> frozenset[tuple[str, ...]]:  # noqa: ANN401 -- sumy has no types
    words = [word.lower() for word in sentence.words]
    return frozenset(tuple(words[start : start + TRIGRAM]) for start in range(len(words) - TRIGRAM + 1))
