import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.lint.source import folded, from_texts, normalised


@pytest.mark.parametrize(
    ("text", "held"),
    [("“Two  words”", True), ("words-here", True), ("wo words", False), ("Two word", False), ("two words", False)],
)
def test_marks_and_white_space_do_not_matter_but_words_and_case_do(text: str, held: bool) -> None:  # noqa: FBT001
    assert from_texts(["He said 'Two words' — words – here."]).holds(text) == held


def test_no_span_reaches_from_one_text_into_the_next() -> None:
    assert not from_texts(["One", "two"]).holds("One two")


@given(st.text())
def test_a_text_holds_itself_and_is_normalised_once(text: str) -> None:
    assert from_texts([text]).holds(text)
    assert folded(normalised(text)) == folded(text)
