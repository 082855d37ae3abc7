"""Storms that an article calls by their name alone: "Gilda weakened over Cuba"."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from generator.finding.clusters import Cluster
from generator.finding.mention import Mention
from generator.finding.parts import Part
from generator.finding.words import words

_OFTEN = 3  # so often an article about storms has one of their kinds
_SAYS = re.compile(r",? (?:who\b|\d\d,|([a-z]+)\b)")


def without_storms(found: Iterable[Cluster], parts: Sequence[Part]) -> Iterator[Cluster]:
    """Leave out given names without a surname, of whom nothing shows that they are people, in articles about storms."""
    about_storms = sum(len(_kinds().findall(part.text)) for part in parts) >= _OFTEN
    for cluster in found:
        if not (about_storms and all(_may_be_storm(one, parts[one.part]) for one in cluster.mentions)):
            yield cluster


def _may_be_storm(mention: Mention, part: Part) -> bool:
    name = mention.name.casefold()
    if mention.entry or mention.titled or not {name, name.removesuffix("s")} & words().given:
        return False
    after = _SAYS.match(part.text, mention.end)
    return after is None or (after.group(1) is not None and after.group(1) not in words().saying)


@cache
def _kinds() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(words().storms))}|tropical storm)s?\b", re.IGNORECASE)
