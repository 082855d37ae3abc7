"""Bodies with an ampersand in their name, which parsers tear apart: "Drill & Dorn", "Norland A&M"."""

import re
from collections.abc import Iterator

from generator.finding.names import bounds, is_name, precedes_name
from generator.registry import Registry

_MOST_SPACES = 2  # in a name in capitals: "MARKS & SPENCER"; what is longer is a heading
_WORD = r"[A-Z][\w'’-]*"
_ENDS = r"(?:(?<=Co|rp|nc|sn|td)\.)?"  # as in "Corp." and "Assn."
_JOINT = re.compile(
    rf"\b(?:{_WORD}, (?={_WORD} & Co\b))?{_WORD}(?: {_WORD}){{0,3}} & {_WORD}(?: {_WORD}){{0,3}}{_ENDS}"
    r"|\b(?:[A-Z][\w-]+ ){1,2}A&[A-Z]\b"
)


def joint(text: str, registry: Registry) -> Iterator[tuple[int, int]]:
    """Yield where such names stand."""
    if "&" not in text:
        return
    for found in _JOINT.finditer(text):
        if found.group().isupper() and found.group().count(" ") > _MOST_SPACES:
            continue
        start, end = bounds(text, found.start(), _end(found), registry, person=False)
        if "&" in text[start:end] and is_name(text[start:end], registry, person=False):
            yield start, end


def _end(found: re.Match[str]) -> int:
    """Return where the name ends before somebody's title, or with the sentence."""
    joint = found.group().index("&")
    for word in re.finditer(r" (\S+)", found.group()[joint + 2 :]):
        if precedes_name(word.group(1)):
            return found.start() + joint + 2 + word.start()
    return found.end()
