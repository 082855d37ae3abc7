"""Clubs by the signs in their names: "SK Sandvik", "Sandvik CF"."""

import re
from collections.abc import Iterator
from functools import cache

from generator.finding.mention import Mention
from generator.finding.parts import Part
from generator.finding.together import Together
from generator.finding.words import words
from generator.lists import shipped
from generator.registry import fold

_WORD = r"[^\W\d_a-z][\w’'-]{2,30}"
_SIGNED = 2  # words


def clubs(number: int, part: Part, reading: Together) -> Iterator[Mention]:
    """Yield clubs with a sign before or behind their name, whatever a parser takes them for; not what is known."""
    if part.unreliable:
        return
    sporting = reading.sports or not _listed("signs_before").isdisjoint(reading.words)
    sporting = sporting and _listed("initialled").isdisjoint(reading.words)
    end = 0
    for found in _pattern(sporting=sporting).finditer(part.text):
        start, stop = _trimmed(found)
        bare = part.text[found.start("name") : stop] if found.group("name") else ""
        known = reading.registry.get(bare) if bare else None
        if stop > max(start, end) and not (known and known.kind == "organisation"):
            end = stop
            yield Mention(number, start, stop, part.text[start:stop], "ORG", hint="organisation")


def is_signed(name: tuple[str, ...]) -> bool:
    """Tell whether a name, folded, begins or ends with the sign of a club."""
    return len(name) >= _SIGNED and (name[0] in _folded("before") or name[-1] in _folded("behind"))


def _trimmed(found: re.Match[str]) -> tuple[int, int]:
    """Return where the club's name is, without what only stands beside: "Saturday Getafe CF", "AC Milan Tuesday"."""
    start, stop = found.span()
    if found.group("more") and _is_beside(found.group("more")):
        stop = found.start("more") - 1
    if found.group("first") and _is_beside(found.group("first")):
        start = found.end("first") + 1
    return start, (start if found.group("last") and _is_beside(found.group("last")) else stop)


def _is_beside(word: str) -> bool:
    folded = fold(word)
    lists = words()
    return folded in lists.not_names | lists.titles | lists.determiners | lists.given | lists.openings


@cache
def _pattern(*, sporting: bool) -> re.Pattern[str]:
    before = "|".join(sorted(_listed("signs_before") | (_listed("sporting_before") if sporting else frozenset())))
    behind = "|".join(sorted(_listed("signs_behind") | (_listed("sporting_behind") if sporting else frozenset())))
    ahead = rf"\b(?:1\. )?(?:{before}) (?P<name>{_WORD})(?: (?P<more>{_WORD}))?"
    after = rf"\b(?:(?P<first>{_WORD}) )?(?P<last>{_WORD}) (?:{behind})\b"
    return re.compile(rf"{ahead}|{after}")


@cache
def _folded(side: str) -> frozenset[str]:
    return frozenset(fold(sign) for sign in _listed(f"signs_{side}") | _listed(f"sporting_{side}"))


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(shipped("finding/beside.yml")[name].split())
