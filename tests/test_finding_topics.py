"""Topics: IPTC's, few, and none where nothing is said."""

from typing import Any

import pytest
from finding_article import REAL_SEED, cases, parsed

from generator.finding import find_topics
from generator.finding.subjects import subjects


@pytest.mark.parametrize("text", cases("finding/topics", "none"))
def test_no_topic(text: str) -> None:
    assert find_topics(*parsed(text)) == ()


@pytest.mark.parametrize("case", cases("finding/topics", "first"), ids=lambda case: case["topic"])
def test_first_topic(case: dict[str, Any]) -> None:
    topics = find_topics(*parsed(case["text"]))
    assert topics[0].label == case["topic"]
    assert 1 <= len(topics) <= 2


def test_scores_fall_and_stay_between_nought_and_one() -> None:
    for case in cases("finding/topics", "first"):
        scores = [topic.score for topic in find_topics(*parsed(case["text"]))]
        assert scores == sorted(scores, reverse=True)
        assert all(0 < score <= 1 for score in scores)


def test_the_real_seed_is_politics() -> None:
    first, *_ = find_topics(*parsed(REAL_SEED.read_text("utf-8")))
    assert (first.id, first.label) == ("medtop:11000000", "politics")


def test_all_top_concepts_are_there_with_keywords() -> None:
    assert [subject.id for subject in subjects()] == [f"medtop:{number:02}000000" for number in range(1, 18)]
    assert all(len(subject.weights) >= 20 for subject in subjects())
