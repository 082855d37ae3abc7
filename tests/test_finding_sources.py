"""Sources: the media a story leans on, never those it is about."""

from typing import Any

import pytest
from finding_article import REAL_SEED, cases, parsed

from generator.finding import find_sources
from generator.registry import load


@pytest.mark.parametrize("case", cases("finding/sources", "none"), ids=lambda case: case["why"])
def test_no_source(case: dict[str, Any]) -> None:
    assert find_sources(*parsed(case["text"], case.get("lang", "en")), load()) == ()


@pytest.mark.parametrize(
    "case", cases("finding/sources", "some"), ids=lambda case: "-".join([case.get("lang", ""), *case["sources"]])
)
def test_sources_in_order(case: dict[str, Any]) -> None:
    assert list(find_sources(*parsed(case["text"], case.get("lang", "en")), load())) == case["sources"]


def test_the_real_seed_leans_on_three_agencies() -> None:
    assert find_sources(*parsed(REAL_SEED.read_text("utf-8")), load()) == ("dpa", "TASS", "Xinhua")
