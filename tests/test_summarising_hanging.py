"""Which sentences make poor key points."""

from time import perf_counter
from typing import Any

import pytest
from finding_article import cases, parsed

from generator import language
from generator.summarising import known, summarise
from generator.summarising.hanging import hanging, idle

CASES = cases("summarising/hanging", "cases")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_what_goes_on_from_another_and_what_tells_nothing(case: dict[str, Any]) -> None:
    article, parse = parsed(case["text"])
    sentences = language.sentences(article, parse)
    assert hanging(article, parse, sentences) == case["hanging"]
    assert sorted(idle(article, sentences)) == case["idle"]


@pytest.mark.parametrize("name", ["standfirst", "centrality"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_they_are_key_points_only_behind_what_they_need_or_where_nothing_is_left(
    name: str, case: dict[str, Any]
) -> None:
    article, parse = parsed(case["text"])
    sentences = language.sentences(article, parse)
    beside = known(article, parse, "", sentences)
    for count in (1, 2):
        chosen = summarise(article, sentences, name=name, count=count, known=beside)
        assert len(chosen) == count
        assert not any(sentences[number] in chosen for number in case["idle"])
        assert all(sentences[before] in chosen for one, before in case["hanging"].items() if sentences[one] in chosen)


def test_long_texts_take_no_long_time() -> None:
    article, parse = parsed(CASES[0]["text"])
    (sentence, *_) = language.sentences(article, parse)
    began = perf_counter()
    idle(article, [type(sentence)("did not respond to " + "requests " * 2_000, 0, 1, 0)] * 3)
    assert perf_counter() - began < 1
