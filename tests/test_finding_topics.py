"""Topics: IPTC's, few, and none where nothing is said."""

from typing import Any

import pytest
from finding_article import REAL_SEED, cases, parsed

from generator.finding import find_topics
from generator.registry import OWN, read_subjects, shipped_subjects


@pytest.mark.parametrize("text", cases("finding/topics", "none"))
def test_no_topic(text: str) -> None:
    assert find_topics(*parsed(text)) == ()


@pytest.mark.parametrize("case", cases("finding/topics", "first"), ids=lambda case: case["topic"])
def test_first_topic(case: dict[str, Any]) -> None:
    topics = find_topics(*parsed(case["text"]))
    assert topics[0].label == case["topic"]
    assert 1 <= len(topics) <= 2


@pytest.mark.parametrize("case", cases("finding/topics", "single"), ids=lambda case: case["text"][:20])
def test_words_of_stories_of_every_kind_make_no_second_topic(case: dict[str, Any]) -> None:
    top = {subject.label for subject in shipped_subjects().top.subjects}
    assert [topic.label for topic in find_topics(*parsed(case["text"])) if topic.label in top] == [case["topic"]]


def test_scores_fall_and_stay_between_nought_and_one() -> None:
    for case in cases("finding/topics", "first"):
        scores = [topic.score for topic in find_topics(*parsed(case["text"]))]
        assert scores == sorted(scores, reverse=True)
        assert all(0 < score <= 1 for score in scores)


def test_the_real_seed_is_politics() -> None:
    first, *_ = find_topics(*parsed(REAL_SEED.read_text("utf-8")))
    assert (first.id, first.label) == ("medtop:11000000", "politics")


@pytest.mark.parametrize("case", cases("finding/topics", "narrow"), ids=lambda case: case["text"][:30])
def test_the_part_of_a_topic_that_is_clear(case: dict[str, Any]) -> None:
    top = {subject.label for subject in shipped_subjects().top.subjects}
    found = [topic.label for topic in find_topics(*parsed(case["text"]))]
    assert [label for label in found if label not in top] == case["parts"]
    assert not found or found[0] in top


def test_every_part_is_part_of_a_topic() -> None:
    top = {subject.id for subject in shipped_subjects().top.subjects}
    parts = [subject for subject in shipped_subjects().everything if subject.broader]
    assert len(parts) > 100
    assert {subject.broader for subject in parts} == top


def test_all_top_concepts_are_there_with_keywords() -> None:
    assert [subject.id for subject in shipped_subjects().top.subjects] == [
        f"medtop:{number:02}000000" for number in range(1, 18)
    ]
    assert all(len(subject.weights) >= 20 for subject in shipped_subjects().top.subjects)


@pytest.mark.parametrize("broader", ["", "\n  broader: economy, business and finance", "\n  broader: religion"])
def test_a_topic_of_the_desk_is_found_by_its_few_keywords_wherever_it_stands(broader: str) -> None:
    desk = read_subjects(f"- label: Harbour\n  keywords: [harbour, port authority, ferry, container ship]{broader}", "")
    text = """Port authority opens new terminal in the harbour

    The port authority opened a new terminal on Monday after workers and their union had agreed on new shifts. The ferry
    line will move there. A container ship from Rotterdam was the first to land. Dockers went on strike in March.
    """
    found = find_topics(*parsed(text), desk)
    assert "Harbour" in [topic.label for topic in found]
    assert all(0 <= topic.score <= 1 for topic in found)


@pytest.mark.parametrize("case", cases("finding/topics", "own"), ids=lambda case: case["why"])
def test_topics_of_the_desks_own_are_found_where_they_are_meant(case: dict[str, Any]) -> None:
    desk = read_subjects(case["desk"].replace("broader: economy", 'broader: "economy, business and finance"'), "")
    found = [topic.label for topic in find_topics(*parsed(case["text"]), desk)]
    own = {subject.label for subject in desk.everything if subject.id.startswith(OWN)}
    assert sorted(label for label in found if label in own) == case["own"]


@pytest.mark.parametrize("broader", ["", "economy, business and finance", "politics"])
def test_topics_of_the_desks_own_take_nothing_from_the_others(broader: str) -> None:
    words = ("share", "stock", "vote", "poll", "strike", "oil", "missile", "norway", "ferry", "rain", "nurse", "chess")
    part = f', broader: "{broader}"' if broader else ""
    desk = read_subjects("".join(f"- {{label: Our {word}, keywords: [{word}]{part}}}\n" for word in words), "")
    own = 0
    for table in ("first", "narrow", "own"):
        for case in cases("finding/topics", table):
            found = find_topics(*parsed(case["text"]), desk)
            others = [topic.label for topic in found if not topic.label.startswith("Our ")]
            assert others == [topic.label for topic in find_topics(*parsed(case["text"]))]
            assert all(0 < topic.score <= 1 for topic in found)
            own += len(found) - len(others)
    assert own >= len(words) // 2


@pytest.mark.parametrize("case", cases("finding/topics", "hidden"), ids=lambda case: case["hide"])
def test_a_hidden_topic_is_weighed_and_not_shown(case: dict[str, Any]) -> None:
    desk = read_subjects(f"- {{topic: {case['hide']}, hide: true}}", "")
    assert [topic.label for topic in find_topics(*parsed(case["text"]), desk)] == case["topics"]
    assert case["hide"] in [topic.label for topic in find_topics(*parsed(case["text"]))]
