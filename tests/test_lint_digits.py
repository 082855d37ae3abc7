import pytest

from generator.lint.digits import in_digits


@pytest.mark.parametrize(("text", "found"), [("the G7", []), ("Covid-19", ["19"]), ("a 3-0 win", ["3", "0"])])
def test_digits_of_names_are_numbers_only_where_they_are_wanted(text: str, found: list[str]) -> None:
    assert [text[number.start : number.end] for number in in_digits(text, named=True)] == found


def test_a_scale_belongs_to_its_digits() -> None:
    (number,) = in_digits("some 2.5 million people", named=False)
    assert (number.start, number.end, number.readings) == (5, 16, {"2500000"})
