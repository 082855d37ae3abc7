"""What the lint knows about words with capitals."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from generator.finding.words import words as known_words
from generator.lists import shipped


@dataclass(frozen=True, slots=True)
class NameLists:
    """Words in lower case, by what a capital means at their head."""

    common: frozenset[str]
    joining: frozenset[str]
    leading: frozenset[str]
    endings: tuple[str, ...]
    telling: frozenset[str]
    saying: frozenset[str]
    generic: frozenset[str]
    plain_endings: tuple[str, ...]


@cache
def name_lists() -> NameLists:
    """Return the lists of the package."""
    lists: Any = shipped("lint/lists.yml")
    known = known_words()
    listed = {name: frozenset(lists[name].split()) for name in ("common", "joining", "telling")}
    months, weekdays, numbers, ordinals = (
        frozenset(lists[name]) for name in ("months", "weekdays", "numbers", "ordinals")
    )
    plain = known.determiners | known.not_names | known.titles | known.roles | known.openings | known.ranks
    return NameLists(
        common=listed["common"] | months | weekdays | numbers | ordinals | plain,
        joining=listed["joining"],
        telling=listed["telling"],
        generic=known.place_words | known.organisation_words | known.company_tails,
        leading=frozenset(lists["leading"]),
        endings=tuple(lists["endings"]),
        saying=frozenset(lists["saying"]),
        plain_endings=tuple(lists["plain_endings"]),
    )
