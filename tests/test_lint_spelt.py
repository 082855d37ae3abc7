import pytest

from generator.lint.spelt import in_words


@pytest.mark.parametrize(
    ("text", "worth"),
    [
        ("three hundred and twenty-one thousand", ["321000"]),
        ("a million", ["1000000"]),
        ("2 million", []),
        ("twenty-fifth", ["25"]),
        ("someone", []),
        ("first", []),
    ],
)
def test_words_that_go_together_are_one_number(text: str, worth: list[str]) -> None:
    assert [reading for number in in_words(text, vague=False) for reading in number.readings] == worth


def test_vague_numbers_are_found_where_they_are_wanted() -> None:
    assert [number.readings for number in in_words("the first one", vague=True)] == [{"1"}, {"1"}]
