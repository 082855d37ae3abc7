"""Where a body's name begins of which a parser found the end: "Agency for | International Development"."""

import re

from generator.finding.words import words
from generator.registry import fold

_BEFORE = re.compile(r"((?:[A-Z][\w.&’'-]*\s)*)([A-Z][\w’'-]+)\s(?:for|of)\s(?:the\s)?$")
_NEAR = 80


def begun(text: str, start: int) -> int:
    """Return where a body's name begins whose words after "for" or "of" begin at `start`; `start` for a whole name."""
    found = _BEFORE.search(text, max(0, start - _NEAR), start)
    if not found or fold(found.group(2)) not in words().organisation_words - words().titles:
        return start
    return found.start()
