from time import perf_counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lint_article import HOSTILE, SOURCE, TEXT, WORDING

from generator import registry
from generator.lint import lint, standing
from generator.lint.source import from_texts
from generator.lint.wording import unheld

KNOWN = registry.load()
SENTENCES = [line for line in TEXT.splitlines() if line]
MESSY = st.text(alphabet="aA1 2.,'\"“”„‘’«»-–…[]()&\n%$:é\u00a0\u00adMay") | st.text()


@pytest.mark.parametrize("case", WORDING["held"], ids=lambda case: case["name"])
def test_what_the_article_holds_in_other_words_is_not_flagged(case: dict[str, Any]) -> None:
    assert unheld(case["text"], SOURCE, KNOWN) == []


@pytest.mark.parametrize("case", WORDING["unheld"], ids=lambda case: case["name"])
def test_what_the_article_does_not_hold_is_flagged_once(case: dict[str, Any]) -> None:
    found = lint(case["text"], SOURCE, KNOWN)
    assert [f"{finding.kind}: {finding.text}" for finding in found] == case["findings"]
    assert all(case["text"].startswith(finding.text, finding.start) for finding in found)
    assert {finding.severity for finding in found if finding.kind != "quote"} <= {"warning"}
    assert {finding.severity for finding in found if finding.kind == "quote"} <= {"error"}


@pytest.mark.parametrize("sentence", SENTENCES)
def test_the_articles_own_lines_give_no_finding_even_where_they_are_looked_into(sentence: str) -> None:
    assert unheld(sentence, SOURCE, KNOWN) == []


@given(words=st.data())
def test_any_run_of_an_articles_words_is_verbatim_and_gives_no_finding(words: st.DataObject) -> None:
    every = TEXT.split()
    first = words.draw(st.integers(0, len(every) - 1))
    piece = " ".join(every[first : words.draw(st.integers(first + 1, len(every)))])
    assert lint(piece, SOURCE, KNOWN) == []
    assert standing(piece, SOURCE) == "verbatim"


@given(text=MESSY, other=MESSY, as_name=st.booleans())
def test_anything_is_checked_against_anything(text: str, other: str, as_name: bool) -> None:  # noqa: FBT001
    source = from_texts([other])
    for finding in unheld(text, source, KNOWN, as_name=as_name):
        assert text.startswith(finding.text, finding.start)
        assert finding.text
    assert lint(text, from_texts([text]), KNOWN) == []


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_text_takes_no_longer_than_its_length(text: str) -> None:
    start = perf_counter()
    lint(text, SOURCE, KNOWN)
    assert perf_counter() - start < 10


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_article_takes_no_longer_than_its_length(text: str) -> None:
    start = perf_counter()
    lint("She met 777 people on 6 May, “or so”.", from_texts([text]), KNOWN)
    assert perf_counter() - start < 10
