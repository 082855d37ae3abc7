"""What the lint knows about numbers."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from generator.lists import shipped

MOST_UNITS = 12  # words of one number


@dataclass(frozen=True, slots=True)
class NumberLists:
    """Words in lower case with what they are worth, and patterns made of them."""

    ones: Mapping[str, int]
    ordinals: Mapping[str, int]
    scales: Mapping[str, int]
    signs: Mapping[str, int]
    vague: frozenset[str]
    rounding: re.Pattern[str]
    also: Mapping[str, tuple[str, ...]]
    words: re.Pattern[str]


@cache
def number_lists() -> NumberLists:
    """Return the lists of the package."""
    lists = shipped("lint/lists.yml")
    ones, ordinals, scales = lists["numbers"], lists["ordinals"], lists["scales"]
    unit = "|".join(sorted((*ones, *ordinals, *scales), key=len, reverse=True))
    article = rf"(?:an?[ \u00a0-](?=(?:{'|'.join(scales)})\b))?"
    alone = rf"(?!(?<=\d[ \u00a0-])(?:{'|'.join(scales)})\b)"  # not the "million" of "2 million"
    words = rf"(?<![\w'’]){alone}{article}(?:{unit})\b(?:(?:[ \u00a0-]|[ ]and[ ])(?:{unit})\b){{0,{MOST_UNITS}}}"
    return NumberLists(
        ones=ones,
        ordinals=ordinals,
        scales=scales,
        signs=lists["signs"],
        vague=frozenset(lists["not_numbers"]),
        rounding=re.compile(rf"\b(?:{'|'.join(lists['rounding'])})\W{{1,3}}$", re.IGNORECASE),
        also={word: tuple(map(str, worth)) for word, worth in lists["also"].items()},
        words=re.compile(words, re.IGNORECASE),
    )
