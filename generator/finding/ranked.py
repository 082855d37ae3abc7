"""Ranks and titles in short before a name: "Brig. Gen. Richard Swan"."""

import re
from functools import cache

from generator.finding.speech import listed
from generator.lists import shipped

_LONGEST = 8  # characters of a rank with its stop


def behind_ranks(text: str, start: int) -> int:
    """Return where the name stands whose ranks, if it has any, start at an offset; no other full stop is crossed."""
    if text.startswith(". ", start) and ends_in_rank(text, start + 1):
        start += len(". ")
    found = _ranks().match(text, start)
    return found.end() if found else start


def ends_in_rank(text: str, end: int) -> bool:
    """Tell whether the full stop before an offset is a rank's, which ends no sentence."""
    words = text[max(0, end - _LONGEST) : end].split()[-1:]
    return bool(words and words[0].endswith(".") and _ranks().fullmatch(words[0] + " "))


@cache
def _ranks() -> re.Pattern[str]:
    short = frozenset(shipped("finding/names.yml")["ranks"].split()) | listed("abbreviated")
    return re.compile(rf"(?:\b(?:{'|'.join(word.capitalize() for word in sorted(short))})\b\.?\s+)+")
