"""Where a body's name begins of which a parser found the end."""

import pytest

from generator.finding.begun import begun


@pytest.mark.parametrize(
    ("before", "rest"),
    [
        ("It was the ", "Agency for International Development"),
        ("Then the ", "Norland Ministry of Fisheries"),
        ("He left the ", "Institute for the Blind"),
    ],
)
def test_a_body_begins_before_its_for_or_of(before: str, rest: str) -> None:
    text = f"{before}{rest}"
    at = max(text.index(word) for word in ("International", "Fisheries", "Blind") if word in text)
    assert text[begun(text, at) :] == rest


@pytest.mark.parametrize("before", ["", "It was good for ", "President of ", "the Bishop of the "])
def test_what_is_no_body_begins_nothing(before: str) -> None:
    assert begun(f"{before}Norland", len(before)) == len(before)
