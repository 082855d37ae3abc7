from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lint_article import cases

from generator.lint import standing
from generator.lint.source import from_texts

ARTICLE = "The mayor of Port Example closed the harbour on Monday. “Nobody was hurt,” she said."


@pytest.mark.parametrize("case", cases("standing"), ids=lambda case: case["sentence"] or "nothing")
def test_a_sentence_is_the_articles_or_changed_or_neither(case: dict[str, Any]) -> None:
    assert standing(case["sentence"], from_texts([ARTICLE])) == case["standing"]


@given(st.text(), st.text())
def test_any_text_stands_somehow_and_to_itself_as_verbatim(text: str, other: str) -> None:
    assert standing(text, from_texts([other])) in {"verbatim", "edited", "absent"}
    assert standing(text, from_texts([text])) == "verbatim"
