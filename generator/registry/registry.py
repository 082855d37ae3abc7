"""The registry as the shipped files make it, and before them the desk's own."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, TypeAlias

from generator.lists import shipped
from generator.registry.desk import Desk
from generator.registry.entries import Entry
from generator.registry.gazetteer import Gazetteer, Match, fold

_Names: TypeAlias = Iterator[tuple[str, Entry]]


@dataclass(frozen=True, slots=True)
class Registry:
    """Everything that is known about names before an article is read."""

    entries: tuple[Entry, ...]
    names: Gazetteer[Entry]
    demonyms: Mapping[str, Entry]  # folded, with plurals
    desk: Desk

    def find(self, text: str) -> tuple[Match[Entry], ...]:
        """Return the known names in `text`, the longest first at each place, without overlaps."""
        return self.names.find(text)

    def get(self, name: str) -> Entry | None:
        """Return the entry of a name in any spelling the registry knows, with or without "the"."""
        return self.names.get(name)

    def demonym(self, word: str) -> Entry | None:
        """Return the country a word such as "Chinese" or "Germans" belongs to."""
        return self.demonyms.get(fold(word))

    def country(self, code: str) -> Entry | None:
        """Return the country with this ISO code."""
        return next((entry for entry in self.entries if entry.kind == "country" and entry.code == code), None)


@cache
def load(desk: Desk = Desk()) -> Registry:  # noqa: B008 -- frozen
    """Return the shipped registry, which knows what the desk says first."""
    named = [*_own(desk), *_countries(), *_bodies(), *_sources(), *_places()]
    return Registry(
        entries=tuple(dict.fromkeys(entry for _, entry in named)),
        names=Gazetteer(named, ambiguous=shipped("registry/shouted.yml")),
        demonyms=MappingProxyType(dict(_demonyms())),
        desk=desk,
    )


def _own(desk: Desk) -> _Names:
    """Yield what can be told by its name alone; people are found in articles, and put right by the desk after that."""
    countries = dict(_countries())
    for own in desk.actors:
        if own.source:
            entry = Entry(own.name, "source", medium="agency")
        elif own.kind == "country":
            entry = countries.get(own.name, Entry(own.name, "country"))
        elif own.kind in {"organisation", "place"} and not own.ignore:
            entry = Entry(own.name, own.kind)
        else:
            continue
        yield from ((name, entry) for name in (own.name, *own.aliases))


def _countries() -> _Names:
    for code, row in shipped("registry/countries.yml").items():
        adjective = next(iter(row.get("demonyms", ())), "")
        entry = Entry(row["name"], "country", code, tuple(row.get("needs", ())), adjective=adjective)
        yield from ((name, entry) for name in (row["name"], *row.get("aliases", ())))


def _bodies() -> _Names:
    for row in shipped("registry/bodies.yml"):
        entry = Entry(row["name"], "organisation")
        yield from ((name, entry) for name in _spellings(row))


def _sources() -> _Names:
    for medium, rows in shipped("registry/sources.yml").items():
        for row in rows:
            entry = Entry(
                row["name"], "source", medium=medium, vague=row.get("needs", False), accented=row.get("accented", False)
            )
            yield from ((name, entry) for name in _spellings(row))


def _spellings(row: Mapping[str, Any]) -> tuple[str, ...]:
    return (row["name"], *row.get("aliases", ()), *row.get("acronyms", ()))


def _places() -> _Names:
    for code, row in shipped("registry/countries.yml").items():
        for spellings in row.get("capitals", ()):
            names = spellings.split("/")
            yield from ((name, Entry(names[0], "place", code)) for name in names)
    for places in shipped("registry/regions.yml").values():
        for spellings in places:
            names = spellings.split("/")
            yield from ((name, Entry(names[0], "place")) for name in names)


def _demonyms() -> _Names:
    named = list(_countries())
    by_code = {entry.code: entry for _, entry in named}
    for code, row in shipped("registry/countries.yml").items():
        for word in row.get("demonyms", ()):
            yield fold(word), by_code[code]
            yield fold(f"{word}s"), by_code[code]
