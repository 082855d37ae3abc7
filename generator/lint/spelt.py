"""Numbers in words."""

import re
from collections.abc import Iterator

from generator.lint.number import Number
from generator.lint.numberlists import number_lists

_UNIT = re.compile(r"[A-Za-z]+")
_JOINING = frozenset({"a", "an", "and"})
_TENS = range(20, 100, 10)


def in_words(text: str, *, vague: bool) -> Iterator[Number]:
    """Yield the numbers that a text has in words; `vague` with those too common to be called a number ("first")."""
    for match in number_lists().words.finditer(text):
        if vague or match.group().lower() not in number_lists().vague:
            yield from _numbers(match)


def _numbers(match: re.Match[str]) -> Iterator[Number]:
    """Yield the numbers that words make side by side: "twenty-one", but "one" and "two" of "one two"."""
    units: list[re.Match[str]] = []
    for unit in _UNIT.finditer(match.string, match.start(), match.end()):
        if unit.group().lower() in _JOINING:
            continue
        if units and not _goes_on(units[-1].group().lower(), unit.group().lower()):
            yield Number(units[0].start(), units[-1].end(), frozenset({_worth(units)}))
            units = []
        units.append(unit)
    begins = match.start() if units[0].start() - match.start() <= len("an ") else units[0].start()  # "a million"
    yield Number(begins, units[-1].end(), frozenset({_worth(units)}))


def _goes_on(before: str, unit: str) -> bool:
    """Tell whether a number goes on: "hundred" behind any, any behind "hundred", "one" to "ninth" behind "twenty"."""
    lists = number_lists()
    if unit in lists.scales or before in lists.scales:
        return True
    worth = lists.ones.get(unit, lists.ordinals.get(unit, 0))
    return lists.ones.get(before, 0) in _TENS and 0 < worth < _TENS.step


def _worth(units: list[re.Match[str]]) -> str:
    lists = number_lists()
    total, last = 0, 0
    for unit in (unit.group().lower() for unit in units):
        if unit not in lists.scales:
            last += lists.ones.get(unit, lists.ordinals.get(unit, 0))
        elif unit == "hundred":
            last = (last or 1) * 100
        else:
            total, last = total + (last or 1) * 10 ** lists.scales[unit], 0
    return str(total + last)
