"""News agencies that no list has, by what they are called: "Adria News Agency (ANA)"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from generator.finding.speech import listed
from generator.finding.words import words
from generator.lists import shipped
from generator.registry import Entry, Match, fold

_NAME = r"(?:[A-Z][\w-]+ ){1,4}"
_ACRONYM = r"(?: \(([A-Z]{2,6})\)| (?![A-Z])|[^\w ]|$)"


def agencies(texts: Sequence[str]) -> Iterator[list[Match[Entry]]]:
    """Yield for each text where such an agency stands, by its acronym too once that was told."""
    named = [list(_named(text)) for text in texts]
    acronyms = {short: match.value for found in named for match, short in found if short}
    short = re.compile(rf"\b(?:{'|'.join(sorted(acronyms))})\b") if acronyms else None
    for text, found in zip(texts, named, strict=True):
        again = short.finditer(text) if short else ()
        yield [
            *(match for match, _ in found),
            *(Match(one.start(), one.end(), acronyms[one.group()]) for one in again),
        ]


def _named(text: str) -> Iterator[tuple[Match[Entry], str | None]]:
    for found in _pattern().finditer(text):
        start = found.start(1)
        for word in found.group(1).split():
            if fold(word) not in words().determiners | listed("agency_heads"):
                break
            start += len(word) + 1
        name = text[start : found.end(1)]
        if name not in shipped("finding/reporting.yml")["agencies"].split(", "):
            yield Match(start, found.end(1), Entry(name, "source", medium="agency")), found.group(2)


@cache
def _pattern() -> re.Pattern[str]:
    kinds = "|".join(shipped("finding/reporting.yml")["agencies"].split(", "))
    return re.compile(rf"\b({_NAME}(?:{kinds})){_ACRONYM}")
