"""The header that monitoring services put before the text that they took down: '["Comment" by Lu Ann] [Text] '."""

import re
from functools import cache

from generator.reading.words import longest_first

_REACH = 700  # characters


@cache
def _header() -> re.Pattern[str]:
    return re.compile(
        rf"(?:\[[^\[\]]{{2,500}}\]\s{{0,2}}){{0,2}}\[(?:{longest_first('monitored')})\]\s*", re.IGNORECASE
    )


def header_end(text: str) -> int:
    """Return where the header of a text ends, 0 for one without."""
    found = _header().match(text[:_REACH])
    return found.end() if found and found.end() < len(text) else 0
