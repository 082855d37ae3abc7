"""The sets of sentences that could be a summary: none without what one of them leans on, none that says a thing twice.

Choosing a set as a whole, instead of sentence by sentence, is MatchSum's idea (Zhong et al. 2020,
https://aclanthology.org/2020.acl-main.552/).
"""

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

import numpy as np

from generator.summarising.story import Array, Story

SIZES = (2, 3, 4)  # by article
POOL = 8  # sentences that sets are made of
MORE = 2  # beside those of the pool that lean on others
REPEAT = 0.6  # of the stems of one sentence that may stand in another of the set


@dataclass(frozen=True, slots=True)
class Sets:
    """Sets of sentences: `members[s, p]` tells whether set s holds the sentence `pool[p]`."""

    pool: Array
    members: Array

    def numbers(self, number: int) -> list[int]:
        """Return the sentences of one set, rising."""
        return [int(sentence) for sentence in self.pool[self.members[number]]]


def candidate_sets(story: Story, scores: Array, barred: Collection[int]) -> Sets:
    """Return the sets of two to four sentences; of them none holds one of the `barred`."""
    pool = np.array(_pool(story, scores, barred), int)
    members = _combinations(len(pool))
    return Sets(pool, members[_are_allowed(story, pool, members)])


def _pool(story: Story, scores: Array, barred: Collection[int]) -> list[int]:
    """Return the sentences with the highest scores and those they lean on, rising."""
    pool: list[int] = []
    for number in np.argsort(-scores, kind="stable"):
        group = [int(member) for member in np.flatnonzero(story.groups[number])[::-1]]
        if len(group) <= max(SIZES) and not any(member in barred for member in group):
            pool += [member for member in group if member not in pool]
        if len(pool) >= POOL:
            break
    return sorted(pool[: POOL + MORE])


@lru_cache(maxsize=64)
def _combinations(pool: int) -> Array:
    rows = [chosen for size in SIZES for chosen in combinations(range(pool), size)]
    members = np.zeros((len(rows), pool), bool)
    for row, chosen in enumerate(rows):
        members[row, chosen] = True
    return members


def _are_allowed(story: Story, pool: Array, members: Array) -> Array:
    """Tell of each set whether it is understood by itself and says nothing twice."""
    needed, repeats = story.groups[pool], members @ repeated(story.present[pool])
    understood = members.sum(axis=1) == (members @ needed).sum(axis=1)
    allowed: Array = understood & ~(repeats & members).any(axis=1)
    return allowed


def repeated(present: Array) -> Array:
    """Tell of each two sentences, rows of `present`, whether one says most of what the other does."""
    fewer = np.minimum.outer(present.sum(axis=1), present.sum(axis=1))
    alike: Array = np.triu(present @ present.T > REPEAT * fewer, 1)
    return alike
