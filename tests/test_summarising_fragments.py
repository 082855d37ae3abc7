"""What stands among the sentences of an article and is none."""

from typing import Any

import pytest
from finding_article import cases, parsed

from generator import language
from generator.summarising import Avoid, fragments, summarise

CASES = cases("summarising/fragments", "cases")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_what_is_no_sentence_is_told(case: dict[str, Any]) -> None:
    article, parse = parsed(case["text"])
    sentences = language.sentences(article, parse)
    assert [sentences[number].text for number in sorted(fragments(article, parse, sentences))] == case["expected"]


@pytest.mark.parametrize("name", ["standfirst", "centrality"])
@pytest.mark.parametrize("case", [case for case in CASES if case["expected"]], ids=lambda case: case["name"])
def test_none_of_it_is_a_key_sentence_while_others_are_left(name: str, case: dict[str, Any]) -> None:
    article, parse = parsed(case["text"])
    sentences = language.sentences(article, parse)
    avoid = Avoid(fragments=fragments(article, parse, sentences))
    fewest = len(sentences) - len(avoid.fragments)
    chosen = [one.text for one in summarise(article, sentences, name=name, count=fewest, avoid=avoid)]
    assert chosen == [one.text for one in sentences if one.text not in case["expected"]]
    every = summarise(article, sentences, name=name, count=fewest + 1, avoid=avoid)
    assert len(every) == fewest + 1
