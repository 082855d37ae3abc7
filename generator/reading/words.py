"""The word lists in `lists/`, read once."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from generator.lists import shipped

_OTHER_SIGNS = re.compile(r"[\W_]+")


@cache
def _furniture() -> Mapping[str, tuple[str, ...]]:
    lists = shipped("reading/lists/furniture.yml")
    return {name: tuple(str(word).casefold() for word in words) for name, words in lists.items()}


@cache
def listed(name: str) -> frozenset[str]:
    """Return a list of `furniture.yml`, in lower case."""
    return frozenset(_furniture()[name])


@cache
def longest_first(name: str) -> str:
    """Return a list of `furniture.yml` as the alternatives of a regular expression."""
    return alternatives(_furniture()[name])


def alternatives(words: Iterable[str]) -> str:
    """Return words as alternatives of a regular expression, longer ones before their own beginnings."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def key(name: str) -> str:
    """Return the form in which names are compared: lower case, every run of other signs one space."""
    return _OTHER_SIGNS.sub(" ", name.casefold()).strip()
