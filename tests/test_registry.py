"""The registry knows every country, and each by the name a desk would print."""

from typing import Any

import pytest
from babel import Locale
from finding_article import cases

from generator.registry import Entry, load

# CLDR's own regions beside ISO 3166-1: groups, exceptional reservations, codes for testing.
NOT_ISO = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}


@pytest.mark.parametrize("text", cases("registry/names", "nothing"))
def test_words_are_no_names(text: str) -> None:
    assert [match.value.name for match in load().find(text)] == []


@pytest.mark.parametrize("case", cases("registry/names", "never"), ids=lambda case: case["text"])
def test_a_longer_name_is_not_taken_for_a_shorter(case: dict[str, Any]) -> None:
    assert case["not"] not in [match.value.name for match in load().find(case["text"])]


@pytest.mark.parametrize("case", cases("registry/names", "found"), ids=lambda case: case["text"])
def test_names_are_found_in_any_spelling(case: dict[str, Any]) -> None:
    assert [match.value.name for match in load().find(case["text"])] == case["names"]


@pytest.mark.parametrize("case", cases("registry/names", "demonyms"), ids=lambda case: case["word"])
def test_a_demonym_leads_to_its_country(case: dict[str, Any]) -> None:
    country = load().demonym(case["word"])
    assert country is not None
    assert country.name == case["country"]


def test_every_iso_territory_is_there() -> None:
    territories = {code for code in Locale("en").territories if len(code) == len("XX") and code.isalpha()}
    countries = {entry.code for entry in load().entries if entry.kind == "country"}
    assert territories - NOT_ISO - countries == set()


def test_every_country_answers_to_its_own_name_alone() -> None:
    countries = [entry for entry in load().entries if entry.kind == "country"]
    assert [entry for entry in countries if load().get(entry.name) != entry] == []
    assert len({entry.name for entry in countries}) == len(countries) == len({entry.code for entry in countries})


def test_cldr_names_lead_to_the_same_country() -> None:
    named = {code: name for code, name in Locale("en").territories.items() if load().get(name)}
    countries = {code: load().get(name) for code, name in named.items() if len(code) == len("XX") and code.isalpha()}
    astray = {code: found for code, found in countries.items() if found and found.code != code and code not in NOT_ISO}
    assert astray == {}


def test_capitals_are_not_merged_with_their_countries() -> None:
    beijing = load().get("Beijing")
    assert beijing == Entry("Beijing", "place", "CN")
    assert load().get("Bonn") != load().get("Berlin")


def test_the_kremlin_is_an_actor_of_its_own() -> None:
    kremlin = load().get("the Kremlin")
    assert kremlin == Entry("Kremlin", "organisation")
