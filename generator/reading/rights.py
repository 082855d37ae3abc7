"""Whose a text is: "Copyright 2007 The Harbour Post. All rights reserved."."""

import re

from generator.reading.block import length

_MOST_WORDS = 45
_MOST_LABEL = 3  # words of what may stand before a claim: "The Harbour Post."
_OWNED = re.compile(
    r"©|\bcopyright\b|\b(?:all|this) (?:contents?|materials?|texts?)\b|\b(?:alle inhalte|tous les contenus)\b",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(
    r"[(\[]?\s*(?:copyright\s*(?:©|\(c\)|\d{4}|by\b|:)|(?:©|\(c\))\s*(?:copyright|\d{4}))", re.IGNORECASE
)
_ALL_RIGHTS = re.compile(
    r"\b(?:all rights reserved|alle rechte vorbehalten|tous droits réservés|riproduzione riservata)\b|"
    r"\btodos los derechos reservados\b|\bmay not be (?:published|reproduced|rewritten)\b.{0,80}"
    r"\b(?:published|broadcast|rewritten|redistributed|permission)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=\w{2})[.!?…][\"”’)]*\s+(?=[^\W\d_a-z]|[©(])")


def is_rights(text: str) -> bool:
    """Return whether a text is nothing but a claim of rights."""
    if length(text) > _MOST_WORDS:
        return False
    if _COPYRIGHT.match(text):
        return True
    claimed = _ALL_RIGHTS.search(text, max(0, len(text) - 250))
    if not claimed:
        return False
    told = _SENTENCE.split(text[: claimed.end()])
    return all(length(one) <= _MOST_LABEL or _OWNED.search(one) for one in told[:-1])
