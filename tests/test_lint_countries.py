import pytest

from generator import registry
from generator.lint.countries import known, named
from generator.lint.source import from_texts

KNOWN = registry.load()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("the USA", ["United States"]),
        ("the U.S. and the Germans", ["United States", "Germany"]),
        ("South Korean ships", ["South Korea"]),
        ("polish the turkey", []),
    ],
)
def test_countries_are_known_under_any_name_and_by_their_people(text: str, names: list[str]) -> None:
    assert [found.entry.name for found in known(text, KNOWN)] == names


def test_a_capital_names_its_country() -> None:
    assert "France" in {entry.name for entry in named(from_texts(["Talks in Paris"]), KNOWN)}
