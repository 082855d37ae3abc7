"""Offices before a name in languages that write them with capitals, as names are written."""

import re
from functools import cache

from generator.lists import shipped


@cache
def office() -> re.Pattern[str]:
    """Match German offices before a name, which have capitals as names do: "Verkehrsminister"."""
    ends = "|".join(sorted(shipped("finding/foreign_titles.yml")["de"].split()))
    whose = "Der|Die|Deren|Dessen|Ihre?|Seine?|Eine?|Unsere?"
    return re.compile(rf"^(?:(?:{whose})\s)?(?:[\w’'-]*(?:{ends})\s)+(?=\S)", re.IGNORECASE)
