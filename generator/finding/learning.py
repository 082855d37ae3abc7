"""What people teach about topics: a correction of the keywords' shares, learned from pages whose topics they set.

A multinomial logistic regression with log shares of the keywords as fixed offsets, so that it learns from what they get
wrong alone. It has no intercepts and reads idf-weighted words, of unit length less their mean, so that how often one
is set says nothing; with an L2 penalty. Fitted in its dual form (kernel), by gradient descent of fixed length.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from generator.finding.topics import top_shares
from generator.lists import shipped
from generator.model import Article, Weighed
from generator.registry import Subjects

_WORD = re.compile(r"[^\W\d_]{3,}")
_DIGITS = 12  # after the point, to which weights are cut

_Matrix: TypeAlias = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """An article: its words, the shares that keywords give the topics, and the ids of those that a person set."""

    words: frozenset[str]
    shares: Mapping[str, float]
    topics: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Learned:
    """What was learned: for each word the weight of each topic, and the mean of the pages that it was learned from."""

    topics: tuple[str, ...]
    places: Mapping[str, int]  # of words in the rows below
    rarity: _Matrix
    mean: _Matrix
    weights: _Matrix

    def corrected(self, shares: Mapping[str, float], article: Article) -> dict[str, float]:
        """Return the shares of topics, which sum to 1 at most, as people would have them for this article."""
        vector = _vector(words_of(article), self.places, self.rarity) - self.mean
        most = _rules()["most_change"]
        changes = dict(zip(self.topics, most * np.tanh(vector @ self.weights / most), strict=True))
        smoothing = _rules()["smoothing"]
        found = {
            topic: max(0.0, (share + smoothing) * float(np.exp(changes.get(topic, 0.0))) - smoothing)
            for topic, share in shares.items()
        }
        whole = sum(found.values()) + max(0.0, 1 - sum(shares.values()))  # what no keyword speaks for stays nothing's
        return {topic: share / whole for topic, share in found.items()}


def example(article: Article, weighed: Sequence[Weighed], topics: Sequence[str], subjects: Subjects) -> Example:
    """Return what an article teaches of the `topics` that a person set, by their ids.

    Of hidden topics, which people do not set, it says nothing: that a page lists none does not tell against them.
    """
    shares = top_shares(weighed, subjects)
    shown = {topic: share for topic, share in shares.items() if topic not in subjects.hidden}
    return Example(words_of(article), shown, tuple(topics))


def words_of(article: Article) -> frozenset[str]:
    """Return the longer words of an article, in small letters."""
    fragments = (article.headline, article.standfirst, *article.paragraphs)
    return frozenset(word for part in fragments if part for word in _WORD.findall(part.text.lower()))


def learn(examples: Iterable[Example]) -> Learned | None:
    """Return what the examples teach, whatever their order; None where there are none."""
    listed = sorted(examples, key=lambda one: (sorted(one.words), sorted(one.topics)))
    if not listed:
        return None
    topics = tuple(sorted({topic for one in listed for topic in one.shares}))
    pages = Counter(word for one in listed for word in one.words)
    kept = sorted(word for word, count in pages.items() if count >= _rules()["least_in_pages"])
    places = {word: place for place, word in enumerate(kept)}
    rarity = np.log(len(listed) / np.array([pages[word] for word in kept], dtype=np.float64))
    rows = np.stack([_vector(one.words, places, rarity) for one in listed])
    mean = rows.mean(axis=0)
    weights = (rows - mean).T @ _fitted(rows - mean, *_sides(listed, topics))
    return Learned(topics, places, rarity, mean, np.round(weights, _DIGITS))


def _rules() -> Mapping[str, Any]:
    rules: Mapping[str, Any] = shipped("finding/learning.yml")
    return rules


def _vector(words: Iterable[str], places: Mapping[str, int], rarity: _Matrix) -> _Matrix:
    """Return a text's words as a row of length 1, the rarer the heavier."""
    vector = np.zeros(len(places))
    there = sorted(places[word] for word in words if word in places)
    vector[there] = rarity[there]
    length = float(np.linalg.norm(vector))
    return vector / length if length else vector


def _sides(examples: Sequence[Example], known: Sequence[str]) -> tuple[_Matrix, _Matrix]:
    """Return what keywords say of each example's topics, as log shares, and what the person says, as shares."""
    shares = np.array([[one.shares.get(topic, 0.0) for topic in known] for one in examples])
    told = np.array([[(topic in one.topics) / len(one.topics) for topic in known] for one in examples])
    return np.log(shares + _rules()["smoothing"]), told


def _fitted(rows: _Matrix, offsets: _Matrix, told: _Matrix) -> _Matrix:
    """Return the weight of each example for each topic."""
    rules, count = _rules(), len(rows)
    kernel = rows @ rows.T
    penalty = rules["caution"] / count
    step = 1.0 / (0.5 * float(np.linalg.norm(kernel, 2)) / count + penalty)
    weights = np.zeros_like(told)
    for _ in range(rules["steps"]):
        scores = offsets + kernel @ weights
        shares = np.exp(scores - scores.max(axis=1, keepdims=True))
        shares /= shares.sum(axis=1, keepdims=True)
        weights -= step * ((shares - told) / count + penalty * weights)
    return weights
