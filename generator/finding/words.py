"""The word lists that say what is a name, read once from names.yml and people.yml."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


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
    ranks: frozenset[str]
    storms: frozenset[str]
    place_words: frozenset[str]
    company_tails: frozenset[str]
    not_actor_words: frozenset[str]
    openings: frozenset[str]
    given: frozenset[str]
    roles: frozenset[str]
    saying: frozenset[str]
    vessels: frozenset[str]
    money: frozenset[str]
    factions: frozenset[str]
    unnamed: frozenset[str]
    nicknames: Mapping[str, str]  # to the first of their row


@cache
def shipped(name: str) -> Any:  # noqa: ANN401 - the shape differs from file to file
    """Return a shipped YAML file of this room."""
    return yaml.load(files(__package__).joinpath(name).read_text("utf-8"), Loader=_LOADER)  # noqa: S506 - safe, either of them


@cache
def words() -> Words:
    """Return the shipped word lists."""
    rows = dict(shipped("names.yml"))
    nicknames = {name: row[0] for row in rows.pop("nicknames") for name in row}
    listed = {name: frozenset(text.split()) for name, text in (rows | shipped("people.yml")).items()}
    return Words(nicknames=nicknames, **{**listed, "titles": listed["titles"] | listed["roles"]})
