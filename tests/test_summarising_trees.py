"""Trees scored in numpy against the library that trains them."""

import sys
from pathlib import Path

import lightgbm
import numpy as np
import pytest

from generator.summarising.trees import LEAF_SCALE, SCALE, Forest, Tree

sys.path.append(str(Path(__file__).parent / "quality"))
from training import SET, forest

CHANCE = np.random.default_rng(3)
ROWS = CHANCE.integers(-3 * SCALE, 3 * SCALE, (3_000, 6))
TARGETS = np.sin(ROWS[:, 0] / SCALE) * (ROWS[:, 1] > ROWS[:, 2]) + CHANCE.normal(0, 0.1, 3_000)


@pytest.mark.parametrize("leaves", [2, 3, 8, 16])
def test_our_scores_equal_those_of_the_library(leaves: int) -> None:
    settings = SET | {"num_leaves": leaves}
    ours = forest(ROWS, TARGETS, settings, (1, 2)).score(ROWS) / LEAF_SCALE
    theirs = [
        lightgbm.train(settings | {"seed": seed}, lightgbm.Dataset(ROWS.astype(float), TARGETS), 200).predict(ROWS)
        for seed in (1, 2)
    ]
    assert np.abs(ours - np.mean(theirs, axis=0)).max() < 1e-6
    assert ours.std() > 0.1


def test_a_tree_by_hand() -> None:
    tree = Tree([0, 1], [5, 7], [-1, -2], [1, -3], [10, 20, 30])
    rows = np.array([[5, 9], [6, 7], [6, 8]])
    assert Forest((tree, tree)).score(rows).tolist() == [20, 40, 60]


def test_a_tree_of_one_leaf() -> None:
    assert Forest((Tree([], [], [], [], [4]),)).score(np.zeros((2, 1), int)).tolist() == [4, 4]
