from time import perf_counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lint_article import HOSTILE, cases

from generator.lint.prose import seen


@pytest.mark.parametrize("case", cases("prose"), ids=lambda case: case["markdown"])
def test_only_what_a_reader_sees_is_left(case: dict[str, Any]) -> None:
    assert seen(case["markdown"], 0, len(case["markdown"])).text == case["seen"]


@given(st.text(alphabet="ab[]()*_`\\&;#!<>x ~") | st.text())
def test_each_character_knows_its_place(markdown: str) -> None:
    found = seen(markdown, 0, len(markdown))
    assert len(found.text) == len(found.offsets)
    assert sorted(found.offsets) == list(found.offsets)
    places = zip(found.text, found.offsets, strict=True)
    assert all(markdown[at] in {char, "&"} for char, at in places)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_markdown_takes_no_longer_than_its_length(text: str) -> None:
    start = perf_counter()
    seen(text, 0, len(text))
    assert perf_counter() - start < 10
