"""Newspapers that no list has, by what they are called: "told the Shetland Times"."""

import re
from collections.abc import Iterator
from functools import cache

from generator.lists import shipped
from generator.registry import Entry, Match


def papers(text: str) -> Iterator[Match[Entry]]:
    """Yield where such a paper stands, by its whole name; no "Journal of Physics"."""
    for found in _pattern().finditer(text):
        yield Match(found.start(1), found.end(1), Entry(found[1], "source", medium="paper"))


@cache
def _pattern() -> re.Pattern[str]:
    called = "|".join(shipped("finding/reporting.yml")["papers"].split())
    nouns = "|".join(shipped("finding/reporting.yml")["media_nouns"].split())
    return re.compile(
        rf"\b(?:[Tt]he|{nouns})\s((?:[A-Z][\w’'-]*\s){{1,3}}(?:{called}))\b(?!\sof\b|\s[A-Z]|['’]s\s[A-Z])"
    )
