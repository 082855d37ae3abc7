"""Quotes in articles that no model reads: verbatim, with who is named beside them."""

from typing import Any

import pytest
from finding_article import cases, parsed

from generator.finding import find_actors, find_quotes
from generator.registry import load


@pytest.mark.parametrize("case", cases("finding/foreign_quotes", "none"), ids=lambda case: case["why"])
def test_no_quote(case: dict[str, Any]) -> None:
    article, parse = parsed(case["text"], case["lang"])
    assert find_quotes(article, parse, find_actors(article, parse, load()), load()) == ()


@pytest.mark.parametrize("case", cases("finding/foreign_quotes", "some"), ids=lambda case: case["quotes"][0]["text"])
def test_quotes(case: dict[str, Any]) -> None:
    article, parse = parsed(case["text"], case["lang"])
    found = find_quotes(article, parse, find_actors(article, parse, load()), load())
    said = [
        {"text": one.text, "speaker": one.speaker} | ({"channel": one.channel} if one.channel else {}) for one in found
    ]
    assert said == case["quotes"]
    assert all(article.text[quote.start : quote.end] == quote.text for quote in found)
