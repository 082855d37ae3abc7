import pytest

from generator.lint.number import Number, plain


@pytest.mark.parametrize(("digits", "power", "worth"), [("007", 0, "7"), ("2.50", 0, "2.5"), ("3", 6, "3000000")])
def test_a_value_has_one_writing(digits: str, power: int, worth: str) -> None:
    assert plain(digits, power) == worth


@pytest.mark.parametrize(
    ("worth", "known", "held"),
    [("300", "290", True), ("300", "310", True), ("300", "260", False), ("7", "6.9", False), ("1990", "1988", True)],
)
def test_a_rounded_number_is_less_than_its_last_zeros_and_a_tenth_off(worth: str, known: str, held: bool) -> None:  # noqa: FBT001
    assert Number(0, 1, frozenset({worth}), rounded=True).held(frozenset({known})) == held
    assert not Number(0, 1, frozenset({worth})).held(frozenset({known}))


def test_a_number_is_held_in_its_pieces() -> None:
    number = Number(0, 1, frozenset({"12400"}), (frozenset({"12"}), frozenset({"400"})))
    assert number.held(frozenset({"12", "400"}))
    assert not number.held(frozenset({"12"}))
