"""Platforms on which somebody says something: "wrote on Twitter" is no word of Twitter's."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from generator.finding.mention import Mention
from generator.finding.parts import Part
from generator.lists import shipped
from generator.registry import fold

_NEAR = 60
_ON = re.compile(
    r"\b(?:on|via|over|through) (?:(?:his|her|its|their|the|a|an) )?(?:official )?"
    r"(?:(?:social[- ]media|social|messaging|video) )?(?:(?:platform|site|network|service|channel|app) )?$"
)


def without_platforms(mentions: Iterable[Mention], parts: Sequence[Part]) -> Iterator[Mention]:
    """Leave out platforms where something is said, shown or read on them."""
    for one in mentions:
        text = parts[one.part].text
        if fold(one.name) not in _platforms() or not _ON.search(text, max(0, one.start - _NEAR), one.start):
            yield one


@cache
def _platforms() -> frozenset[str]:
    return frozenset(shipped("finding/reporting.yml")["platforms"].split(", "))
