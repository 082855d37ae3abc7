"""Whom a sentence is according to."""

import re
from typing import TYPE_CHECKING

from generator.finding.passages import Passage

if TYPE_CHECKING:
    from spacy.tokens import Token

_NEAR = 30  # characters: "the official news agency"
_ACCORDING = re.compile(r"\baccording to\s+", re.IGNORECASE)


def according(passage: Passage, start: int, end: int) -> "Token | None":
    """Return the noun behind "according to" in `text[start:end]`, outside quotation marks, unless it is a medium."""
    found = _ACCORDING.search(passage.text, start, end)
    if not found or passage.quotes_at(found.start()):
        return None
    behind = passage.words(found.end(), end)
    head = next((word for word in behind if word.dep_ == "pobj" and word.head.lower_ == "to"), None)
    return head if head is not None and not passage.is_medium(head) else None


def according_to_medium(passage: Passage, start: int, end: int) -> str:
    """Return the source that carries what stands in `text[start:end]` right behind "according to"."""
    found = _ACCORDING.search(passage.text, start, end)
    if not found or passage.quotes_at(found.start()):
        return ""
    return passage.channel(found.end(), found.end() + _NEAR)
