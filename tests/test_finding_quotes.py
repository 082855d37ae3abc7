"""Quotes: verbatim, with who said them; no titles, no words held at arm's length."""

from typing import Any

import pytest
from finding_article import REAL_SEED, cases, parsed

from generator.finding import find_actors, find_quotes
from generator.model import Quote
from generator.registry import load


def found(text: str) -> tuple[Quote, ...]:
    article, parse = parsed(text)
    return find_quotes(article, parse, find_actors(article, parse, load()), load())


@pytest.mark.parametrize("case", cases("finding/quotes", "none"), ids=lambda case: case["why"])
def test_no_quote(case: dict[str, Any]) -> None:
    assert found(case["text"]) == ()


@pytest.mark.parametrize(
    "case", cases("finding/quotes", "some"), ids=lambda case: case.get("why", case["quotes"][0]["speaker"])
)
def test_quotes(case: dict[str, Any]) -> None:
    keys = ("text", "speaker", "channel", "verb")
    assert [{key: getattr(quote, key) for key in keys} for quote in found(case["text"])] == case["quotes"]


@pytest.mark.parametrize("text", [case["text"] for case in cases("finding/quotes", "some")])
def test_a_quote_stands_word_for_word_in_the_seed(text: str) -> None:
    article, _ = parsed(text)
    for quote in found(text):
        assert article.text[quote.start : quote.end] == quote.text


def test_the_real_seed_has_one_quote() -> None:
    (quote,) = found(REAL_SEED.read_text("utf-8"))
    assert (quote.speaker, quote.verb, quote.channel) == ("Wang Yi", "said", "Xinhua")
    assert quote.text.startswith("China is willing to work with Russia")
