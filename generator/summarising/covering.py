"""The sentences that together hold most of the stems that people would write, for as much room as they are given.

To choose sentences for the weighed words that they cover is Filatova and Hatzivassiloglou's idea (2004,
https://aclanthology.org/W04-1017/). Here the weights are learned, and a beam looks for the set.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from generator.summarising.sets import repeated
from generator.summarising.story import Array, Story

BEAM = 6  # sets that are followed at once
SCORE = 0.03  # stems that a word is worth in a sentence one standard deviation above the others
CENTRAL = 0.5  # of centrality, beside one of what a sentence alone is worth
_DECIMALS = 9  # of a value, so that no last bit decides
_LEAST = 1e-9  # by which values differ that are not equal


@dataclass(frozen=True, slots=True)
class Worth:
    """What sets are chosen by: for each stem how likely a person writes it, and a word's bonus in each sentence."""

    wanted: Array
    bonus: Array

    @classmethod
    def of(cls, wanted: Array, alone: Array, central: Array) -> "Worth":
        """Return it for two scores of each sentence: by itself, and among the others."""
        return cls(wanted, SCORE * _standard(_standard(alone) + CENTRAL * _standard(central)))


class Room(Protocol):
    """How much is asked for."""

    def left(self, story: Story, sets: Array, /) -> Array:
        """Return how much room each set leaves, 0 where it is full, less where it holds too much."""
        ...

    def values(self, story: Story, sets: Array, worth: Worth) -> Array:
        """Return what each set is worth, also beside sets that leave other room."""
        ...


@dataclass(frozen=True, slots=True)
class Sentences:
    """Room for so many sentences: what they hold counts for the square root of their words, else long ones win."""

    count: int

    def left(self, _story: Story, sets: Array) -> Array:
        """Return how many sentences fit in beside each set."""
        left: Array = self.count - sets.sum(axis=1)
        return left

    def values(self, story: Story, sets: Array, worth: Worth) -> Array:
        """Return what each set is worth for its words."""
        held = (sets @ story.present > 0).astype(float) @ worth.wanted + sets @ (worth.bonus * story.lengths)
        values: Array = held / np.sqrt(np.maximum(1.0, sets @ story.lengths) * sets.sum(axis=1))
        return values


@dataclass(frozen=True, slots=True)
class Words:
    """Room for so many words: the last sentence may run over, and counts by its part within."""

    count: int

    def left(self, story: Story, sets: Array) -> Array:
        """Return how many words fit in beside each set."""
        left: Array = np.maximum(0.0, self.count - sets @ story.spaced)
        return left

    def values(self, story: Story, sets: Array, worth: Worth) -> Array:
        """Return what each set is worth within the room, for its words there."""
        lengths = sets * story.spaced
        kept = np.clip(self.count - np.cumsum(lengths, axis=1) + lengths, 0.0, lengths)
        shares = kept / np.maximum(1.0, story.spaced)
        whole, cut = (shares == 1).astype(float), np.where(shares < 1, shares, 0.0)
        held = np.maximum(whole @ story.present > 0, cut @ story.present)
        values: Array = (held @ worth.wanted + kept @ worth.bonus) / np.maximum(1.0, kept.sum(axis=1))
        return values


def most_covering(story: Story, room: Room, worth: Worth, barred: Collection[int]) -> list[int]:
    """Return the numbers of the sentences, rising; none where no set that fills the room is understood and fresh.

    No `barred` sentence is taken, nor what leans on one.
    """
    groups = story.groups[~story.groups[:, sorted(barred)].any(axis=1)]
    repeats = repeated(story.present).astype(float)
    beam, best, highest = np.zeros((1, story.size)), np.zeros(story.size), -np.inf
    while len(beam):
        longer = _longer(beam, groups, repeats)
        left, values = room.left(story, longer), np.round(room.values(story, longer, worth), _DECIMALS)
        order = np.argsort(-values, kind="stable")
        full = order[left[order] == 0]
        if len(full) and values[full[0]] > highest:
            best, highest = longer[full[0]], values[full[0]]
        beam = longer[order[left[order] > 0][:BEAM]]
    return [int(number) for number in np.flatnonzero(best)]


def _longer(beam: Array, groups: Array, repeats: Array) -> Array:
    """Return the sets that one more sentence, with those it leans on, makes of others; none that says a thing twice."""
    grown = (beam > 0)[:, None] | groups
    longer = np.unique(grown[(grown != (beam > 0)[:, None]).any(axis=2)], axis=0).astype(float)
    fresh: Array = longer[(longer @ repeats * longer).sum(axis=1) == 0]
    return fresh


def _standard(values: Array) -> Array:
    """Return the values with mean 0 and standard deviation 1, all 0 where they are equal."""
    spread = values.std()
    standard: Array = (values - values.mean()) / (spread if spread > _LEAST else 1.0)
    return standard
