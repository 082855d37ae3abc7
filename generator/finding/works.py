"""Titles of books, films and songs in quotation marks, in which names are no actors': "A Walk with Anna Dorn"."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from generator.finding.words import words
from generator.lists import shipped

_QUOTED = re.compile(r"“([^“”]{2,60})”|\"([^\"]{2,60})\"|``([^`']{2,60})''|‘([^‘’]{2,60})’(?!\w)")
_ENDS = (".", ",", "!", "?", ";", ":")
_FEWEST_WORDS = 2


class Title(NamedTuple):
    """A title at `text[start:end]`."""

    start: int
    end: int


def titles(text: str) -> Iterator[Title]:
    """Yield what stands in quotation marks with a capital on every word that is not small by nature."""
    for found in _QUOTED.finditer(text):
        group = next(number for number, inner in enumerate(found.groups(), 1) if inner)
        if _names_work(found.group(group).rstrip(",.")):
            yield Title(*found.span(group))


def told(text: str) -> Iterator[Title]:
    """Yield what an article calls a work: "the novel Dark Water"."""
    for found in _called().finditer(text):
        yield Title(*found.span(found.lastgroup or 0))


@cache
def _called() -> re.Pattern[str]:
    lists = {name: "|".join(row.split()) for name, row in shipped("finding/works.yml").items()}
    word = r"[A-Z][\w’'-]*"
    title = rf"{word}(?: (?:(?:of|and|or|in|on|for|to|at) (?:(?:the|a|an) )?|the )?{word})*"
    work = rf"\b(?:{lists['its']}) (?:[a-z-]+ )?(?:{lists['works']})"
    behind = rf"(?:{work} (?:called |titled |entitled )?|\b(?:{lists['makers']}) of (?:the )?)(?P<title>{title})"
    return re.compile(rf"{behind}|{work}, (?P<apart>{title})(?=,)")


def _names_work(inner: str) -> bool:
    return not any(word.endswith(_ENDS) for word in inner.split()) and is_title(inner)


def is_title(inner: str) -> bool:
    """Tell whether every word has a capital that is not small by nature."""
    said = inner.split()
    return (
        len(said) >= _FEWEST_WORDS
        and said[0][0].isupper()
        and all(word[0].isupper() or word in words().particles | words().determiners for word in said)
    )
