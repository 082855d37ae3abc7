import numpy as np
import pytest
from summarising_story import told

from generator.summarising.covering import Room, Sentences, Words, Worth, most_covering

TEXTS = [
    "Norway and Sweden signed a treaty about fish in the northern sea.",
    "But fishermen in the port of Bergen are worried about it.",
    "Norway and Sweden signed a treaty about the fish in the northern sea.",
    "The port of Rotterdam opened again after a long strike of dockers.",
    "It rained.",
]
STORY = told(TEXTS)


def chosen(room: Room, *barred: int, wanted: str = "", alone: tuple[float, ...] = (0,) * 5) -> list[int]:
    """Return what is chosen where people would write the stems of some words."""
    stems = {stem for text in TEXTS for stem in _stems(text, wanted)}
    worth = Worth.of(np.array([float(stem in stems) for stem in STORY.columns]), np.array(alone), np.zeros(5))
    return most_covering(STORY, room, worth, barred)


def _stems(text: str, wanted: str) -> list[int]:
    number = TEXTS.index(text)
    places = [place for place, word in enumerate(STORY.words[number]) if word.lower() in wanted.split()]
    return [STORY.stems[number][place] for place in places]


@pytest.mark.parametrize(
    ("room", "wanted", "expected"),
    [
        (Sentences(1), "port strike", [3]),
        (Sentences(2), "port strike treaty", [0, 3]),
        (Sentences(2), "fishermen worried", [0, 1]),
        (Words(12), "port strike", [3]),
        (Words(20), "norway strike dockers", [0, 3]),
        (Words(23), "fishermen worried", [0, 1]),
    ],
)
def test_what_people_would_write_is_held_with_what_it_leans_on(room: Room, wanted: str, expected: list[int]) -> None:
    assert chosen(room, 2, wanted=wanted) == expected


def test_no_set_says_a_thing_twice_nor_holds_what_is_barred() -> None:
    assert not {0, 2} <= set(chosen(Sentences(3), wanted="norway sweden treaty fish sea signed northern"))
    assert chosen(Sentences(2), 0, 1, wanted="fish strike") == [2, 3]
    assert chosen(Sentences(3), 0, 2) == []
    assert chosen(Words(200)) == []


def test_of_sentences_that_hold_as_much_the_better_is_chosen() -> None:
    assert chosen(Sentences(1), alone=(0, 0, 0, 2, 0)) == [3]
    assert chosen(Words(10), alone=(2, 0, 0, 1, 0)) == [0]


def test_a_sentence_that_runs_over_the_words_counts_by_the_part_within() -> None:
    dockers = Worth.of(
        np.array([float(stem in _stems(TEXTS[3], "dockers")) for stem in STORY.columns]), *np.zeros((2, 5))
    )
    two = np.array([[1.0, 0, 0, 1, 0]])  # of twelve words each
    assert Words(24).values(STORY, two, dockers) == pytest.approx(1 / 24)
    assert Words(20).values(STORY, two, dockers) == pytest.approx(8 / 12 / 20)
