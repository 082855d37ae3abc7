"""The word lists that say what is a name, read once from names.yml and people.yml."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from generator.lists import shipped


@dataclass(frozen=True, slots=True)
class Words:
    """Folded word lists; the files say what each is for."""

    titles: frozenset[str]
    reigns: frozenset[str]
    particles: frozenset[str]
    leading_particles: frozenset[str]
    generation: frozenset[str]
    determiners: frozenset[str]
    not_names: frozenset[str]
    organisation_words: frozenset[str]
    leading_firms: frozenset[str]
    chambers: frozenset[str]
    leading_bodies: frozenset[str]
    inner_bodies: frozenset[str]
    enumerating: frozenset[str]
    sure_bodies: frozenset[str]
    units: frozenset[str]
    ranks: frozenset[str]
    states: frozenset[str]
    acting: frozenset[str]
    bylines: frozenset[str]
    directions: frozenset[str]
    storms: frozenset[str]
    crafts: frozenset[str]
    publishing: frozenset[str]
    place_words: frozenset[str]
    papers: frozenset[str]
    sites: frozenset[str]
    leading_places: frozenset[str]
    sure_places: frozenset[str]
    facilities: frozenset[str]
    offices: frozenset[str]
    company_tails: frozenset[str]
    legal_forms: frozenset[str]
    tails: frozenset[str]
    not_actor_words: frozenset[str]
    never_people: frozenset[str]
    things: frozenset[str]
    openings: frozenset[str]
    given: frozenset[str]
    given_too: frozenset[str]
    roles: frozenset[str]
    saying: frozenset[str]
    vessels: frozenset[str]
    thing_nouns: frozenset[str]
    owned_nouns: frozenset[str]
    suffixes: frozenset[str]
    money: frozenset[str]
    factions: frozenset[str]
    unnamed: frozenset[str]
    kin: frozenset[str]
    nicknames: Mapping[str, str]  # to the first of their row


@cache
def words() -> Words:
    """Return the shipped word lists."""
    rows = dict(shipped("finding/names.yml"))
    nicknames = {name: row[0] for row in rows.pop("nicknames") for name in row}
    listed = {name: frozenset(text.split()) for name, text in (rows | shipped("finding/people.yml")).items()}
    return Words(nicknames=nicknames, **{**listed, "titles": listed["titles"] | listed["roles"]})
