"""Which sentence has the name in full of whom a later one calls by the surname."""

from typing import Any

import pytest
from finding_article import cases, parsed

from generator import language
from generator.summarising import known, summarise
from generator.summarising.introductions import introductions

CASES = cases("summarising/introductions", "cases")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_surname_leads_to_the_full_name(case: dict[str, Any]) -> None:
    article, parse = parsed(case["text"])
    assert introductions(article, parse, language.sentences(article, parse)) == case["expected"]


@pytest.mark.parametrize("name", ["standfirst", "centrality"])
def test_no_key_sentence_has_a_surname_without_the_one_that_introduces_it(name: str) -> None:
    article, parse = parsed(CASES[0]["text"])
    sentences = language.sentences(article, parse)
    beside = known(article, parse, "", sentences)
    ((surname, full),) = beside.introductions.items()
    for count in (1, 2, 3):
        chosen = summarise(article, sentences, name=name, count=count, known=beside)
        assert sentences[surname] not in chosen or sentences[full] in chosen
    assert sentences[surname] in summarise(article, sentences, name=name, count=4, known=beside)
