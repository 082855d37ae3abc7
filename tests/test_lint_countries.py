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


@pytest.mark.parametrize(
    ("text", "lang", "name"),
    [
        ("Die Europäische Union und Spanien boten Hilfe an.", "de", "Spain"),
        ("Die portugiesische Hauptstadt bebte.", "de", "Portugal"),
        ("Le Royaume-Uni a protesté.", "fr", "United Kingdom"),
        ("Об этом сообщили в Казахстане.", "ru", "Kazakhstan"),
    ],
)
def test_an_article_names_countries_in_its_own_language(text: str, lang: str, name: str) -> None:
    assert name in {entry.name for entry in named(from_texts([text], lang=lang), KNOWN)}


def test_a_country_that_a_foreign_article_does_not_name_is_none_of_it() -> None:
    found = named(from_texts(["Die portugiesische Hauptstadt bebte."], lang="de"), KNOWN)
    assert "Spain" not in {entry.name for entry in found}
