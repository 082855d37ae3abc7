"""What the sentence splitter knows, read from `sentences.yml`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from generator.lists import shipped


@dataclass(frozen=True, slots=True)
class Rules:
    """Word lists without their last full stop, and the marks that enclose."""

    longest_enclosure: int  # characters
    terminal: re.Pattern[str]  # a run of marks that end a sentence
    wide: frozenset[str]  # those among them that no space follows
    closing: frozenset[str]
    never_first: frozenset[str]
    needs_room: frozenset[str]
    single: frozenset[str]
    before_opening: frozenset[str]
    closers: Mapping[str, str]  # opening mark -> the marks that close it
    openers: Mapping[str, str]  # closing mark -> the marks that open it
    marks: re.Pattern[str]
    elisions: frozenset[str]
    never_end: frozenset[str]
    before_numbers: frozenset[str]
    may_end: frozenset[str]
    times_of_day: frozenset[str]
    zones: frozenset[str]
    starters: frozenset[str]
    saying: frozenset[str]
    domains: frozenset[str]


@cache
def rules() -> Rules:
    """Return the rules of the package."""
    entries = shipped("language/sentences.yml")
    closers: dict[str, str] = entries["marks"]
    marks = "".join(sorted({*closers, *"".join(closers.values())}))
    return Rules(
        longest_enclosure=entries["longest_enclosure"],
        terminal=re.compile(_any_of(entries["terminal"]) + "+"),
        wide=frozenset(entries["wide"]),
        closing=frozenset(entries["closing"]),
        never_first=frozenset(entries["never_first"]),
        needs_room=frozenset(entries["needs_room"]),
        single=frozenset(entries["single"]),
        before_opening=frozenset(entries["before_opening"]),
        closers=closers,
        openers={mark: "".join(opener for opener in closers if mark in closers[opener]) for mark in marks},
        marks=re.compile(_any_of(marks)),
        elisions=frozenset(entries["elisions"]),
        never_end=_words(entries["never_end"]),
        before_numbers=_words(entries["before_numbers"]),
        may_end=_words(entries["may_end"]),
        times_of_day=_words(entries["times_of_day"]),
        zones=_words(entries["zones"]),
        starters=_words(entries["starters"]),
        saying=_words(entries["saying"]),
        domains=frozenset(entries["domains"]),
    )


def _words(lines: list[str]) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


def _any_of(characters: str) -> str:
    return f"[{re.escape(characters)}]"
