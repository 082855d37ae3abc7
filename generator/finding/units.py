"""Units of armed forces, named by their number: "433rd Military Airlift Wing"."""

import re
from collections.abc import Iterator
from functools import cache

from generator.finding.mention import Mention
from generator.finding.parts import Part
from generator.finding.words import words


def units(number: int, part: Part) -> Iterator[Mention]:
    """Yield units of a number, a kind and a size, which not every parser takes for names."""
    if not part.unreliable:
        for found in _pattern().finditer(part.text):
            yield Mention(number, *found.span(), found.group(), "ORG", hint="organisation")


@cache
def _pattern() -> re.Pattern[str]:
    sizes = "|".join(sorted(word.capitalize() for word in words().units))
    return re.compile(rf"\b\d{{1,4}}(?:st|nd|rd|th)(?: [A-Z][\w-]*){{1,4}} (?:{sizes})\b")
