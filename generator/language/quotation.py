"""Quotation marks and brackets paired, so that no sentence is cut inside them."""

import re
from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from generator.language.rules import Rules

_WORD = re.compile(r"\w*")


class Stretch(NamedTuple):
    """A half-open range of characters of a fragment's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Enclosures:
    """Where marks open and close, and the outermost stretches they enclose, in order, marks included."""

    opening: frozenset[int]
    closing: frozenset[int]
    stretches: tuple[Stretch, ...]


def enclosures(text: str, rules: Rules) -> Enclosures:
    """Pair the marks of a text; what is never closed, or only after a page of text, encloses nothing."""
    # The typewriter's ``quotes'' become typographic ones, in place and of the same length.
    text = text.replace("``", "““").replace("''", "””")
    pairs = [pair for pair in _pairs(text, rules) if pair.end - pair.start <= rules.longest_enclosure]
    return Enclosures(
        frozenset(pair.start for pair in pairs),
        frozenset(pair.end - 1 for pair in pairs),
        _outermost(pairs),
    )


def _pairs(text: str, rules: Rules) -> list[Stretch]:
    stack: list[int] = []
    opened: Counter[str] = Counter()
    found = []
    for match in rules.marks.finditer(text):
        here = match.start()
        openers = [mark for mark in rules.openers.get(text[here], ()) if opened[mark]]
        if openers and _may_close(text, here, rules):
            found.append(Stretch(_unwind(text, stack, opened, openers), here + 1))
        elif text[here] in rules.closers and _may_open(text, here, rules):
            stack.append(here)
            opened[text[here]] += 1
    return found


def _unwind(text: str, stack: list[int], opened: Counter[str], openers: list[str]) -> int:
    """Take marks off the stack down to one of `openers`; those above it were never closed."""
    while True:
        start = stack.pop()
        opened[text[start]] -= 1
        if text[start] in openers:
            return start


def _may_close(text: str, here: int, rules: Rules) -> bool:
    before, after = text[here - 1 : here], text[here + 1 : here + 2]
    if text[here] in rules.single:
        return not before.isspace() and not after.isalnum()
    if text[here] == '"':
        return not before.isspace() or not after or after.isspace()
    return True


def _may_open(text: str, here: int, rules: Rules) -> bool:
    before, after = text[here - 1 : here], text[here + 1 : here + 2]
    if text[here] not in rules.needs_room:
        return True
    if before and not before.isspace() and before not in rules.before_opening:
        return False
    if text[here] not in rules.single:
        return True
    word = _WORD.match(text, here + 1)
    return after.isalpha() and not (word and word.group().lower() in rules.elisions)


def _outermost(pairs: list[Stretch]) -> tuple[Stretch, ...]:
    outer: list[Stretch] = []
    for pair in sorted(pairs, key=lambda pair: (pair.start, -pair.end)):
        if not outer or pair.end > outer[-1].end:
            outer.append(pair)
    return tuple(outer)
