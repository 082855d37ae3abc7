"""Characters of plain text that a feed has written as HTML entities: "R&amp;D"."""

import re
from html import unescape

from generator.model import Fragment
from generator.reading.fold import entity_offset, fold

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});")
_KEPT = frozenset("<>\ufffd")  # text about tags stays text about tags, and what is no character stays as it is


def fold_decoded(text: str, start: int, end: int) -> Fragment:
    """Return the folded `text[start:end]` as a reader would see it, each character with its place in `text`."""
    characters: list[str] = []
    places: list[int] = []
    at = start
    for entity in _ENTITY.finditer(text, start, end):
        decoded = unescape(entity.group())
        if not _is_visible(decoded):
            continue
        characters.append(text[at : entity.start()])
        places.extend(range(at, entity.start()))
        opens_word = entity.start() == start or text[entity.start() - 1].isspace()
        places.extend([entity_offset(*entity.span(), opens_word=opens_word)] * len(decoded))
        characters.append(decoded)
        at = entity.end()
    return fold("".join([*characters, text[at:end]]), (*places, *range(at, end)))


def _is_visible(decoded: str) -> bool:
    known = not decoded.endswith(";") or decoded == ";"
    return known and decoded not in _KEPT and all(char.isprintable() or char.isspace() for char in decoded)
