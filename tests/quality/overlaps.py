"""ROUGE of any set of an article's sentences, by sums over counts made once.

The same figures as rouge-score 0.1.2 (Lin 2004, https://aclanthology.org/W04-1013/) with its stemmer, but for pairs
of words that reach over the end of a sentence, which count there and not here.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

import numpy as np
from rouge_score.tokenizers import DefaultTokenizer

Array = np.ndarray[Any, np.dtype[Any]]


@dataclass(frozen=True, slots=True)
class Overlaps:
    """What sentences share with an abstract: rows are sentences, columns the words, or pairs, of the abstract."""

    lengths: Array  # words of each sentence
    words: Array
    pairs: Array
    abstract_words: Array  # how often each stands in the abstract
    abstract_pairs: Array

    def recalls(self, members: Array) -> tuple[Array, Array]:
        """Return the recall of words and of pairs for each set, a row of `members` (1 or 0 for each sentence)."""
        found = np.minimum(members @ self.words, self.abstract_words).sum(axis=1)
        paired = np.minimum(members @ self.pairs, self.abstract_pairs).sum(axis=1)
        return found / self.abstract_words.sum(), paired / max(1.0, self.abstract_pairs.sum())

    def both(self, members: Array) -> Array:
        """Return the mean of ROUGE-1 and ROUGE-2 F for each set."""
        recall1, recall2 = self.recalls(members)
        long1, long2 = members @ self.lengths, members @ np.maximum(0, self.lengths - 1)
        all1, all2 = self.abstract_words.sum(), self.abstract_pairs.sum()
        mean: Array = recall1 * all1 / np.maximum(1, long1 + all1) + recall2 * all2 / np.maximum(1, long2 + all2)
        return mean


def overlaps(texts: Sequence[str], abstract: str) -> Overlaps:
    """Return what the sentences share with the abstract."""
    words, pairs = Counter(_words(abstract)), Counter(pairwise(_words(abstract)))
    return Overlaps(
        np.array([len(_words(text)) for text in texts], float),
        _table([Counter(_words(text)) for text in texts], words),
        _table([Counter(pairwise(_words(text))) for text in texts], pairs),
        np.array(list(words.values()), float),
        np.array(list(pairs.values()), float),
    )


def _table(rows: Sequence[Counter[Any]], columns: Counter[Any]) -> Array:
    return np.array([[row.get(key, 0) for key in columns] for row in rows], float).reshape(len(rows), len(columns))


@cache
def _words(text: str) -> tuple[str, ...]:
    return tuple(_tokenizer().tokenize(text))


@cache
def _tokenizer() -> DefaultTokenizer:
    return DefaultTokenizer(use_stemmer=True)
