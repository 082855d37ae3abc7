"""Claims in articles that no model reads: whose account a sentence is, by the words of its language."""

from typing import Any

import pytest
from finding_article import cases, parsed

from generator.finding import find_actors, find_claims
from generator.language import sentences
from generator.registry import load


def parties(text: str, lang: str) -> list[str]:
    article, parse = parsed(text, lang)
    found = find_claims(article, parse, find_actors(article, parse, load()), load(), sentences(article, parse))
    return [one.party for one in found]


@pytest.mark.parametrize("case", cases("finding/foreign_claims", "some"), ids=lambda case: case["party"])
def test_whose_account_it_is(case: dict[str, Any]) -> None:
    assert parties(f"Titel\n\n{case['text']}\n", case["lang"]) == [case["party"]]


@pytest.mark.parametrize("case", cases("finding/foreign_claims", "none"), ids=lambda case: case["text"])
def test_nobodys(case: dict[str, Any]) -> None:
    assert parties(f"Titel\n\n{case['text']}\n", case["lang"]) == []


def test_his_words_are_of_whoever_the_sentence_before_is_of() -> None:
    text = "Порт растет\n\nДиректор порта сообщил, что судно построят. По его словам, объем вырастет втрое.\n"
    assert parties(text, "ru") == ["Директор порта", "Директор порта"]
