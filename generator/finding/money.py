"""Currencies, which name their country without being about it: "U.S. dollars", "US$"."""

import re
from functools import cache

from babel.numbers import list_currencies

from generator.finding.words import words

_AMOUNT = re.compile(r"\s?\d")


def is_money(text: str, end: int) -> bool:
    """Tell whether a name that ends at `end` is the head of a currency's name."""
    return _pattern().match(text, end) is not None


def is_currency(text: str, start: int, end: int) -> bool:
    """Tell whether a name is a currency's code before an amount: "NOK 50"."""
    return text[start:end] in list_currencies() and _AMOUNT.match(text, end) is not None


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"\s?\$|[\s-](?:{'|'.join(sorted(words().money))})\b", re.IGNORECASE)
