"""Two people who share a surname that is written once: "Lena and Moritz Ruben"."""

import re
from collections.abc import Container, Iterator
from typing import NamedTuple

from generator.finding.names import precedes_name
from generator.finding.words import words
from generator.registry import fold

_COUPLE = re.compile(r"\b([A-Z][^\W\d_]+) and ([A-Z][^\W\d_]+) ([A-Z][\w’'-]*[^\W\d_])\b(?! [A-Z])")
_NAME_BEFORE = re.compile(r"[A-Z][\w’'.-]* $")
_NEAR = 30


class Half(NamedTuple):
    """A given name at `text[start:end]`, and the full name it stands for."""

    start: int
    end: int
    full: str


def couples(text: str, surnames: Container[str]) -> Iterator[Half]:
    """Yield given names whose surname follows with the next name; `surnames` are no given names here."""
    for found in _COUPLE.finditer(text):
        one, two, surname = found.groups()
        start = found.start()
        before = _NAME_BEFORE.search(text, max(0, start - _NEAR), start)
        alone = before is None or precedes_name(before.group().strip())
        if alone and {fold(one), fold(two)} <= words().given and fold(one) not in surnames:
            yield Half(start, found.end(1), f"{one} {surname}")
