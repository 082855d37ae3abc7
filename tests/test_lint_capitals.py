import pytest

from generator.lint.capitals import is_headline, runs, words


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("the mayor of Port Town met her", ["Port Town"]),
        ("the Bank of England’s plan", ["Bank of England"]),
        ("with George W. Bush in St. Louis", ["George W. Bush", "St. Louis"]),
        ("She left. Bush stayed, Merkel too", ["She", "Bush", "Merkel"]),
        ("an eBay of al-Assad", ["eBay of al-Assad"]),
        ("small words only", []),
    ],
)
def test_a_name_is_a_run_of_capitals_with_small_words_inside(text: str, names: list[str]) -> None:
    assert [text[run[0].start : run[-1].end] for run in runs(text, words(text))] == names


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Harbour Workers Agree on New Contract", True),
        ("HARBOUR WORKERS AGREE", True),
        ("Harbour workers agree on new contract", False),
        ("George Bush was with Angela Merkel", False),
    ],
)
def test_a_headline_in_title_case_is_told_by_its_capitals(text: str, is_one: bool) -> None:  # noqa: FBT001
    assert is_headline(words(text)) == is_one
