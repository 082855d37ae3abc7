"""Regression trees, scored without the library that trained them.

All numbers are whole: features in 1/SCALE, leaves in 1/LEAF_SCALE, so that comparisons and sums are exact everywhere.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

from generator.summarising.story import Array

SCALE = 10_000
LEAF_SCALE = 1_000_000_000
MOST_LEAVES = 16
_ALL = 2**MOST_LEAVES - 1
_FIRST = np.array([(mask & -mask).bit_length() - 1 for mask in range(1, 2**MOST_LEAVES)])  # lowest bit of mask - 1


class Tree(NamedTuple):
    """A binary tree: node n sends what is at most `thresholds[n]` left; a child below 0 is the leaf -1 - child."""

    features: Sequence[int]
    thresholds: Sequence[int]
    left: Sequence[int]
    right: Sequence[int]
    leaves: Sequence[int]


@dataclass(frozen=True)
class Forest:
    """Trees whose leaves are added up."""

    trees: tuple[Tree, ...]

    def score(self, features: Array) -> Array:
        """Return the sum of leaves, in 1/LEAF_SCALE, for each row of whole-numbered features.

        Every node is compared at once and strikes out the leaves that a row cannot reach; the first leaf left is its
        own (Lucchese et al. 2015, QuickScorer, https://doi.org/10.1145/2766462.2767733).
        """
        columns, thresholds, kept, leaves = self._layout
        goes_right = features.T[columns] > thresholds[:, :, None]
        reached = np.bitwise_and.reduce(np.where(goes_right, kept[:, :, None], np.uint16(_ALL)), axis=1)
        total: Array = np.take_along_axis(leaves, _FIRST[reached - 1], axis=1).sum(axis=0)
        return total

    @cached_property
    def _layout(self) -> tuple[Array, Array, Array, Array]:
        """Columns, thresholds and masks of the nodes, one row a tree, and its leaves from left to right."""
        shape = (len(self.trees), max(1, *(len(tree.features) for tree in self.trees)))
        columns, kept = np.zeros(shape, np.int64), np.full(shape, _ALL, np.uint16)
        thresholds = np.full(shape, np.iinfo(np.int64).max)
        leaves = np.zeros((len(self.trees), MOST_LEAVES), np.int64)
        for row, tree in enumerate(self.trees):
            used, (order, masks) = len(tree.features), _masks(tree)
            columns[row, :used], thresholds[row, :used], kept[row, :used] = tree.features, tree.thresholds, masks
            leaves[row, : len(order)] = [tree.leaves[leaf] for leaf in order]
        return columns, thresholds, kept, leaves


def whole(columns: Iterable[Array]) -> Array:
    """Return features as whole numbers, one row for each thing measured."""
    rounded: Array = np.rint(np.stack(list(columns), axis=1) * SCALE).astype(np.int64)
    return rounded


def _masks(tree: Tree) -> tuple[list[int], list[int]]:
    """Return the leaves from left to right, and for each node the mask of those that stay when a row goes right."""
    order: list[int] = []
    kept = [_ALL] * len(tree.features)

    def below(child: int) -> int:
        if child < 0:
            order.append(-1 - child)
            return 1 << (len(order) - 1)
        left = below(tree.left[child])
        kept[child] = _ALL & ~left
        return left | below(tree.right[child])

    below(0 if tree.features else -1)
    return order, kept
