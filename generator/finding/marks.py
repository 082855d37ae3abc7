"""Quotation marks in pairs: double ones, or single ones where an article quotes with these."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from generator.language.rules import rules

# The typewriter's marks open before a word and close behind one, so that one left out turns no later pair inside out; a
# quote that goes on behind such an opening mark ("... it is. "And it ...") ends where its sentence does.
_DOUBLE = re.compile(
    r"“([^“”]+)(?:”|$)|„([^„“”]+)[“”]|«([^«»]+)»|``((?:[^`'’]|['’](?!'))+)(?:''|$)"
    r"|(?<![\w\"])\"(?=\S)([^\"]+?)(?:(?<=\S)(?:\"|'')(?!\w)|(?<=['’] )\"|(?<=[.!?])(?=\s+\"\w)|$)"
)
_CLOSING = ("”", "“", "»", "''", '"')
_CLOSES = re.compile(r"(?<=[\w.,!?;:…)\]%-])['’](?!\w)")
_POSSESSIVE = re.compile(r"s['’] [a-z]")
_LONGEST_UNCLOSED = 600  # characters; what runs on for longer is no quote that goes on in the next paragraph
_FEWEST_WORDS = 4


class Pair(NamedTuple):
    """Words at `text[start:end]` between marks from `opens` to `closes`."""

    opens: int
    start: int
    end: int
    closes: int
    closed: bool


def double(text: str) -> Iterator[Pair]:
    """Yield what stands in double marks; one that is never closed runs to the end of the text."""
    for found in _DOUBLE.finditer(text):
        closed = found.group().endswith(_CLOSING)
        if closed or len(found.group()) <= _LONGEST_UNCLOSED:
            yield Pair(found.start(), *found.span(found.lastindex or 0), found.end(), closed)


def single(text: str) -> Iterator[Pair]:
    """Yield what stands in single marks; an elision ('tis) opens none, an owner (the workers' rights) closes none."""
    opened = [found.start() for found in _opens().finditer(text)]
    for start, limit in zip(opened, [*opened[1:], len(text)], strict=False):
        close = _close(text, start + 1, limit)
        if close:
            yield Pair(start, start + 1, close, close + 1, closed=True)
        elif start == 0 and limit == len(text) <= _LONGEST_UNCLOSED:
            yield Pair(0, 1, limit, limit, closed=False)


def uses_single(texts: Iterable[str]) -> bool:
    """Tell whether an article quotes with single marks: it has more of them around some words than double ones."""
    found = [(sum(_quotes(pair, text) for pair in single(text)), len(list(double(text)))) for text in texts]
    return sum(singles for singles, _ in found) > sum(doubles for _, doubles in found)


def _quotes(pair: Pair, text: str) -> bool:
    return len(text[pair.start : pair.end].split()) >= _FEWEST_WORDS


def _close(text: str, start: int, limit: int) -> int:
    """Return where the mark that closes stands, 0 for none: the first that is not likely to be an owner's."""
    found = [match.start() for match in _CLOSES.finditer(text, start, limit)]
    sure = (at for at in found if not _POSSESSIVE.match(text, at - 1))
    return next(sure, found[0] if found else 0)


@cache
def _opens() -> re.Pattern[str]:
    elided = "|".join(sorted(rules().elisions))
    return re.compile(rf"(?<![\w'’`])['‘](?=[^\W_]|[£$€(\[])(?!(?i:{elided})\b)(?!\d\ds?\b)")
