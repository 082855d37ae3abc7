"""What an office is of, before who holds it: "Minister of Transport Nikos Berg", "Minister of Health, Vera Lund"."""

import re
from functools import cache

from generator.finding.runs import Word
from generator.finding.words import words
from generator.lists import shipped
from generator.registry import Registry

_NEAR = 80
_MOST_WORDS = 4
_COUNTED = frozenset({"place", "country"})


def field_before(text: str, run: tuple[Word, ...], registry: Registry) -> int:
    """Return how many words at the head of a run are the field of the office before it, 0 for none."""
    start = run[0].start
    if not _office_of().search(text, max(0, start - _NEAR), start):
        return 0
    for length in range(min(len(run) - 1, _MOST_WORDS), 0, -1):
        called = text[start : run[length - 1].end]
        known = registry.get(called)
        if called.casefold() in _fields() or (known and known.kind in _COUNTED):
            return length
    return 0


def is_held(text: str, start: int) -> bool:
    """Tell whether an office and its field stand before a name and a comma."""
    return _whole().search(text, max(0, start - _NEAR), start) is not None


def behind_field(text: str, start: int) -> int | None:
    """Return where somebody may be named behind an office at an offset and its field."""
    found = _field_after().match(text, start)
    return found.end() if found else None


@cache
def _field_after() -> re.Pattern[str]:
    more = rf"(?:(?:{_either()})(?:, | and |, and ))?"
    return re.compile(rf"\w+ (?:of|for) (?:the )?{more}(?:{_either()}),? (?=[A-Z])")


@cache
def _office_of() -> re.Pattern[str]:
    more = rf"(?:(?:{_either()})(?:, | and |, and ))?"
    return re.compile(rf"(?<!\w)(?i:{'|'.join(sorted(words().roles))}) (?:of|for) (?:the )?{more}$")


@cache
def _whole() -> re.Pattern[str]:
    return re.compile(rf"{_office_of().pattern[:-1]}(?:{_either()}),? $")


@cache
def _fields() -> frozenset[str]:
    """Return what ministries are for, in small letters."""
    return frozenset(form.casefold() for forms in shipped("finding/ministries.yml").values() for form in forms)


def _either() -> str:
    return "|".join(re.escape(form) for forms in shipped("finding/ministries.yml").values() for form in forms)
