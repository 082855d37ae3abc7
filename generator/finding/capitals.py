"""Capitals beside their country: a place of their own, or only the scene, or the government."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from generator.finding.clusters import Cluster
from generator.finding.mention import Mention
from generator.finding.parts import Part
from generator.lists import shipped

_NEAR = 20
_LEAD = 2  # parts: the headline and what follows it
_WORD = re.compile(r"([^\W\d_]+),? $")
_DISTRICT = ("D.C.", "DC")  # "Washington, D.C." is the town, whatever else the article calls Washington
_SCENE = frozenset({"in"})


def without_seats(found: Sequence[Cluster], parts: Sequence[Part]) -> Iterator[Cluster]:
    """Leave out a capital named no more than its country where it is but the scene or stands for the government."""
    named = Counter({one.entry.code: len(one.mentions) for one in found if one.entry and one.entry.kind == "country"})
    for cluster in found:
        entry = cluster.entry
        beside = entry and entry.kind == "place" and entry.code and named[entry.code] >= len(cluster.mentions)
        if not beside or _is_place(cluster.mentions, parts):
            yield cluster


def _is_place(mentions: Sequence[Mention], parts: Sequence[Part]) -> bool:
    if any(mention.name.endswith(_DISTRICT) for mention in mentions):
        return True
    before = {_before(mention, parts) for mention in mentions}
    is_scene = before <= _SCENE and mentions[0].part <= _LEAD
    return not is_scene and not before.isdisjoint(shipped("finding/capitals.yml")["standing"].split())


def _before(mention: Mention, parts: Sequence[Part]) -> str:
    found = _WORD.search(parts[mention.part].text, max(0, mention.start - _NEAR), mention.start)
    return found.group(1).casefold() if found else ""
