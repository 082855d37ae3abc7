import pytest
from hypothesis import given
from hypothesis import strategies as st
from lint_article import TEXT

from generator.lint.quotations import holds, quotations
from generator.lint.source import from_texts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It's the ministers' own", []),
        ("5' 11\" tall", []),
        ("a “word never closed", []),
        ("the “7”", []),
        ("“First” and “second”.", ["First", "second"]),
        ("„Deutsch“ and «French»", ["Deutsch", "French"]),
        ("“outer ‘inner’ words,”", ["outer ‘inner’ words"]),
        ("(he said “in brackets”)", ["in brackets"]),
        ("``Typewriter,'' he said", ["Typewriter"]),
    ],
)
def test_quotations_are_what_stands_between_marks(text: str, found: list[str]) -> None:
    assert [quotation.text for quotation in quotations(text)] == found
    assert all(text[one.start : one.end] == one.text for one in quotations(text))


@given(first=st.integers(0, 20), length=st.integers(1, 9), marks=st.sampled_from(["“”", "„“", "«»", '""']))
def test_whole_words_of_an_article_are_held_in_any_marks(first: int, length: int, marks: str) -> None:
    words = [word for word in TEXT.split() if word.isalpha()][first : first + length]
    source = from_texts([" ".join(words)])
    assert all(holds(source, one) for one in quotations(f"{marks[0]}{' '.join(words)}{marks[1]}"))
