"""Ships, telescopes and other things, which are nobody: "the ferry Ariel", "the Dorn Space Telescope"."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from generator.finding.clusters import Cluster
from generator.finding.mention import Mention
from generator.finding.names import precedes_name
from generator.finding.parts import Part
from generator.finding.words import words

_NAME = r"([A-Z][\w'’-]*(?: (?:[A-Z][\w'’-]*|\d+)\b)*)"
_TOLD = r"(?=\.(?: |$)|, (?:an?|which|and)\b)"  # behind ", Ariel" where nobody of that name speaks


def without_crafts(found: Iterable[Cluster], parts: Sequence[Part]) -> Iterator[Cluster]:
    """Leave out what the article once calls a craft; who only shares its name keeps the other mentions."""
    named = {name for part in parts for name in _crafts(part.text)}
    for cluster in found:
        kept = tuple(one for one in cluster.mentions if cluster.entry or one.name not in named)
        if any(not one.weak for one in kept) and not (_is_product(kept) or _is_thing(cluster, parts)):
            yield replace(cluster, mentions=kept)


def _is_product(mentions: Iterable[Mention]) -> bool:
    """Tell whether all that a parser says is that it is a product."""
    told = [one for one in mentions if one.label or one.entry]
    return bool(told) and all(one.label == "PRODUCT" and not (one.titled or one.hint) for one in told)


def _is_thing(cluster: Cluster, parts: Sequence[Part]) -> bool:
    """Tell whether what follows a name says at least every second time that it is a thing's: "Orcan missiles"."""
    if cluster.entry or any(one.titled or one.hint == "person" for one in cluster.mentions):
        return False
    told = sum(_thing().match(parts[one.part].text, one.end) is not None for one in cluster.mentions)
    return told * 2 >= len(cluster.mentions)


@cache
def _thing() -> re.Pattern[str]:
    return re.compile(rf" (?:{'|'.join(sorted(words().thing_nouns))})\b")


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
