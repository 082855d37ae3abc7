"""Ships, telescopes and other things, which are nobody: "the ferry Ariel", "the Dorn Space Telescope"."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from generator.finding.clusters import Cluster
from generator.finding.mention import Mention
from generator.finding.names import precedes_name
from generator.finding.parts import Part
from generator.finding.speech import listed
from generator.finding.words import words

_NAME = r"([A-Z][\w'’-]*(?: (?:[A-Z][\w'’-]*|\d+)\b)*)"
_NEXT = re.compile(r"(?:['’]s?)? ([a-z]+)\b")
_TOLD = r"(?=\.(?: |$)|, (?:an?|which|and)\b)"  # behind ", Ariel" where nobody of that name speaks


def without_crafts(found: Iterable[Cluster], parts: Sequence[Part]) -> Iterator[Cluster]:
    """Leave out what the article once calls a craft; who only shares its name keeps the other mentions."""
    named = {name for part in parts for name in _crafts(part.text)}
    for cluster in found:
        kept = tuple(one for one in cluster.mentions if cluster.entry or one.name not in named)
        if any(not one.weak for one in kept) and not (_is_product(kept, parts) or _is_thing(cluster, parts)):
            yield replace(cluster, mentions=kept)


def _is_product(mentions: Iterable[Mention], parts: Sequence[Part]) -> bool:
    """Tell whether a parser says that it is a product, and nothing else that it is somebody: "Norair pilots"."""
    told = [one for one in mentions if one.label or one.entry]
    sure = (one.label == "PRODUCT" and not (one.titled or one.hint or _has_people(one, parts)) for one in told)
    return bool(told) and all(sure)


def _has_people(mention: Mention, parts: Sequence[Part]) -> bool:
    """Tell whether a word for somebody stands behind a name, or one of saying."""
    found = _NEXT.match(parts[mention.part].text, mention.end)
    return found is not None and found.group(1) in words().saying | words().roles | listed("humans")


def _is_thing(cluster: Cluster, parts: Sequence[Part]) -> bool:
    """Tell whether what follows a name says that it is a thing's: "Orcan missiles".

    Every second time is enough, but for "Social Aid", which may have a system and yet be a body.
    """
    if cluster.entry or any(one.titled or one.hint == "person" for one in cluster.mentions):
        return False
    found = (_thing().match(parts[one.part].text, one.end) for one in cluster.mentions)
    nouns = [one.group(1) for one in found if one]
    if words().owned_nouns.issuperset(nouns) and any(" " in one.name for one in cluster.mentions):
        return len(nouns) == len(cluster.mentions)
    return len(nouns) * 2 >= len(cluster.mentions)


@cache
def _thing() -> re.Pattern[str]:
    return re.compile(rf" ({'|'.join(sorted(words().thing_nouns))})\b")


def _crafts(text: str) -> Iterator[str]:
    for found in _craft().finditer(text):
        name = next(filter(None, found.groups()))
        if not precedes_name(name.partition(" ")[0]):
            yield name


@cache
def _craft() -> re.Pattern[str]:
    kinds = rf"\b(?:{'|'.join(sorted(words().vessels))})"
    return re.compile(
        rf"{kinds} (?:the )?{_NAME}|{kinds}, (?:the )?{_NAME}{_TOLD}|([A-Z]\w+) (?i:space telescope|space probe)\b"
    )
