"""Media that no list has and that are only told something, or tell it: "told Norrvik Sport", "Kesta Blad reported"."""

import re
from collections.abc import Iterable, Iterator, Sequence

from generator.finding.clusters import Cluster
from generator.finding.kinds import votes, winner
from generator.finding.mention import Mention
from generator.finding.parts import Part
from generator.finding.words import words
from generator.registry import key

_NEAR = 60
_TOLD = re.compile(
    r"\b(?:[Tt](?:old|ells|elling)|[Ii]nterview(?:s|ed)? (?:with|on|by|to|for)|(?:[Ss]peaking|[Ss]poke|spoken) to)"
    r" (?:the )?(?:[a-z]+ ){,2}$"
)
_ASKED = re.compile(r" (?:not )?to [a-z]")  # "told Norrvik Steel to pay"
_REPORTED = re.compile(
    r",? (?:first |also |later |has |had )?report(?:ed|s)(?: \w+day| first)?(?:[,.]| (?:that|citing|on|in|how)\b)"
)


def without_channels(found: Iterable[Cluster], parts: Sequence[Part]) -> Iterator[Cluster]:
    """Leave out bodies of which all that is said is that they were told something or reported it."""
    for one in found:
        if one.entry or not all(_carries(mention, parts[mention.part]) for mention in one.mentions) or not _may_be(one):
            yield one


def _carries(mention: Mention, part: Part) -> bool:
    if _REPORTED.match(part.text, mention.end):
        return True
    told = _TOLD.search(part.text, max(0, mention.start - _NEAR), mention.start)
    return told is not None and not _ASKED.match(part.text, mention.end)


def _may_be(cluster: Cluster) -> bool:
    """Tell whether nothing in a body's name says that it is something else than a medium: no clinic, no ministry."""
    lists = words()
    others = (lists.organisation_words | lists.chambers | lists.facilities) - lists.publishing - lists.papers
    names = {word for mention in cluster.mentions for word in key(mention.called)}
    return winner(votes(cluster.mentions)) == "organisation" and others.isdisjoint(names)
