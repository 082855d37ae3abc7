"""Common words that a capital made actors: "Weather stopped the search"."""

import re
from collections.abc import Iterable, Sequence

from generator.finding.clusters import Cluster
from generator.finding.mention import Mention
from generator.finding.parts import Part
from generator.finding.starts import starts
from generator.finding.words import words
from generator.language import is_plain_word
from generator.registry import fold

_SAYS = re.compile(r",? ([a-z]+)\b")


def without_openings(found: Iterable[Cluster], parts: Sequence[Part]) -> list[Cluster]:
    """Leave out lone common words that stand once, where a sentence opens."""
    return [one for one in found if not _is_opening(one, parts)]


def _is_opening(cluster: Cluster, parts: Sequence[Part]) -> bool:
    strong = [mention for mention in cluster.mentions if not mention.weak]
    if cluster.entry or len(strong) > 1 or any(" " in mention.called for mention in cluster.mentions):
        return False
    return all(_is_plain(mention, parts[mention.part]) for mention in strong)


def _is_plain(mention: Mention, part: Part) -> bool:
    if mention.titled or mention.hint or mention.name.isupper() or fold(mention.name) in words().given:
        return False
    after = _SAYS.match(part.text, mention.end)
    if not starts(part.text, mention.start) or (after and after.group(1) in words().saying):
        return False
    read = part.doc.char_span(mention.start, mention.end, alignment_mode="expand")
    return read is not None and len(read) == 1 and is_plain_word(read[0])
