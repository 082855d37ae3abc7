import numpy as np
from summarising_story import told

from generator.summarising.sets import candidate_sets

TEXTS = [
    "Norway and Sweden signed a treaty about fish in the northern sea.",
    "But fishermen in the port of Bergen are worried about it.",
    "Norway and Sweden signed a treaty about the fish in the northern sea.",
    "The port of Rotterdam opened again after a long strike of dockers.",
    "No.",
]


def chosen(*barred: int) -> list[list[int]]:
    sets = candidate_sets(told(TEXTS), np.array([5, 4, 3, 2, 1]), barred)
    return [sets.numbers(number) for number in range(len(sets.members))]


def test_no_set_holds_a_sentence_without_what_it_leans_on_nor_one_thing_twice() -> None:
    assert chosen(4) == [[0, 1], [0, 3], [2, 3], [0, 1, 3]]


def test_what_is_barred_is_in_no_set_nor_what_leans_on_it() -> None:
    assert chosen(0, 4) == [[2, 3]]
    assert chosen(0, 2, 4) == []
