from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lint_article import cases

from generator.lint.days import days, from_date, held, relative_to


@pytest.mark.parametrize("case", cases("days"), ids=lambda case: case["text"])
def test_a_date_is_read_for_what_it_says(case: dict[str, Any]) -> None:
    assert [list(day) for mention in days(case["text"]) for day in mention.readings] == case["days"]


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_day_is_held_however_it_is_written(day: date) -> None:
    written = (
        f"{day:%B} {day.day}, {day.year}",
        f"{day.day} {day:%b} {day.year}",
        day.isoformat(),
        f"{day:%B} {day.day}",
        f"{day:%A}",
    )
    for text in written:
        (mention,) = days(text)
        assert held(mention, frozenset({from_date(day)}), frozenset())


def test_yesterday_is_a_day_where_the_article_has_a_date() -> None:
    day = date(2024, 3, 5)
    assert relative_to(day, frozenset({"yesterday"})) == {from_date(day), from_date(day - timedelta(days=1))}
    assert relative_to(date.max, frozenset()) == frozenset()
