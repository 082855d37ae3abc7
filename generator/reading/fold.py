"""Folding white space, with the offset of every character kept."""

import re
from collections.abc import Sequence

from generator.model import Fragment

# Soft hyphens, zero-width spaces, direction marks: nothing a reader sees. Joiners stay: scripts and emoji need them.
INVISIBLE = "\u00ad\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_PIECES = re.compile(rf"(?P<gap>[\s{INVISIBLE}]+)|[^\s{INVISIBLE}]+")
_LINE_BREAK = re.compile("[\n\r\x0b\x0c\x85\u2028\u2029]")
# As HTML reads them: the C1 controls of badly converted text are what Windows-1252 has there.
_CONTROLS = {code: bytes([code]).decode("cp1252", "replace") for code in range(0x80, 0xA0) if code != 0x85}  # noqa: PLR2004
EMPTY = Fragment("", ())


def fold(characters: str, offsets: Sequence[int]) -> Fragment:
    """Return `characters`, the i-th of which stands at `offsets[i]`, with each run of white space as one space."""
    pieces: list[str] = []
    places: list[int] = []
    space = -1
    for match in _PIECES.finditer(characters.translate(_CONTROLS)):
        start, end = match.span()
        if match["gap"] is not None:
            space = start + _first_space(match["gap"])
            continue
        if pieces and space >= 0:
            pieces.append(" ")
            places.append(offsets[space])
        space = -1
        pieces.append(match[0])
        places.extend(offsets[start:end])
    return Fragment("".join(pieces), tuple(places))


def _first_space(gap: str) -> int:
    """Return where the gap's first white space stands; a large negative number if words must join over it."""
    if gap.isspace():
        return 0
    hyphenated = gap[0] == "\u00ad" and _LINE_BREAK.search(gap) is not None
    visible = next((i for i, character in enumerate(gap) if character.isspace()), None)
    return -(1 << 40) if hyphenated or visible is None else visible


def entity_offset(start: int, end: int, *, opens_word: bool) -> int:
    """Return the one offset kept of a character that is written as several: the span of a word must hold them all."""
    return start if opens_word else end - 1


def fold_part(text: str, start: int, end: int) -> Fragment:
    """Return the folded `text[start:end]`."""
    return fold(text[start:end], range(start, end))


def without(fragment: Fragment, unwanted: re.Pattern[str]) -> Fragment:
    """Return a fragment without what a pattern finds in it."""
    kept: list[str] = []
    places: list[int] = []
    at = 0
    for match in unwanted.finditer(fragment.text):
        kept.append(fragment.text[at : match.start()])
        places.extend(fragment.offsets[at : match.start()])
        at = match.end()
    return cut(Fragment("".join([*kept, fragment.text[at:]]), (*places, *fragment.offsets[at:])), 0)


def unplaced(text: str) -> Fragment:
    """Return folded text that does not stand in the seed as such."""
    return Fragment(fold(text, range(len(text))).text, ())


def cut(fragment: Fragment, start: int, end: int | None = None) -> Fragment:
    """Return the part of a fragment between two indexes of its text, without spaces at its ends."""
    part = fragment.text[start:end]
    first = start + len(part) - len(part.lstrip(" "))
    text = part.strip(" ")
    return Fragment(text, fragment.offsets[first : first + len(text)])
