from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lint_article import cases

from generator.lint.numbers import numbers, values

CASES = cases("numbers")


@pytest.mark.parametrize("text", CASES["none"])
def test_what_names_something_is_no_number(text: str) -> None:
    assert list(numbers(text)) == []


@pytest.mark.parametrize("case", CASES["worth"], ids=lambda case: case["text"])
def test_a_number_is_read_for_all_that_it_may_be_worth(case: dict[str, Any]) -> None:
    (found,) = numbers(case["text"])
    assert sorted(found.readings) == case["readings"]
    assert found.readings <= values(case["text"])


@pytest.mark.parametrize("case", CASES["held"], ids=lambda case: f"{case['text']} of {case['source']}")
def test_a_number_is_held_in_any_writing_and_rounded_where_it_says_so(case: dict[str, Any]) -> None:
    known = values(case["source"])
    assert all(number.held(known) for number in numbers(case["text"])) == case["held"]


@given(st.integers(0, 10**12))
def test_a_number_is_held_however_it_is_grouped(number: int) -> None:
    known = values(f"{number} people")
    for written in (f"{number:,}", f"{number:,}".replace(",", " "), f"{number:,}".replace(",", ".")):
        assert all(each.held(known) for each in numbers(written))
