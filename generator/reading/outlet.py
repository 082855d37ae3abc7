"""The outlet in brackets before the first word, as syndicated copy has it: "(Garden Weekly)The"."""

import re

from generator.reading.words import key, listed

_OUTLET = re.compile(r"\((?P<name>[^()\[\]\d:;,?!]{2,40})\)(?:(?=[A-Z\"“‘'])|\s*(?:--+|[–—])\s+(?=[^\W_a-z]|[\"“‘']))")
_MOST_WORDS = 5
_SMALL = frozenset({"a", "an", "and", "at", "for", "in", "of", "on", "the", "&"})


def outlet(text: str) -> tuple[int, str]:
    """Return where the text behind an outlet's mark starts, and its name; (0, "") where none is."""
    found = _OUTLET.match(text)
    return (found.end(), found["name"]) if found and _is_name(found["name"]) else (0, "")


def _is_name(inside: str) -> bool:
    words = inside.split()
    capital = any(letter.isupper() for letter in inside[:1]) and all(
        word[0].isupper() or word in _SMALL for word in words
    )
    return (
        capital
        and len(words) <= _MOST_WORDS
        and not {inside.casefold(), key(words[0])} & (listed("kickers") | listed("caption_labels"))
    )
