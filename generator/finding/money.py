"""Currencies, which name their country without being about it: "U.S. dollars", "US$"."""

import re
from functools import cache

from generator.finding.words import words


def is_money(text: str, end: int) -> bool:
    """Tell whether a name that ends at `end` is the head of a currency's name."""
    return _pattern().match(text, end) is not None


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"\s?\$|[\s-](?:{'|'.join(sorted(words().money))})\b", re.IGNORECASE)
