"""Names one slip off one that the registry knows and the article has, too: "European Commision"."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.finding.forms import Key, form_key
from generator.finding.mention import Mention
from generator.finding.spelling import likely_slip, traces
from generator.registry import Entry


def put_right(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the mentions; a name of several words that is one slip off a known one means that one."""
    known = {name: one.entry for one in mentions if one.entry and len(name := form_key(one.name)) > 1}
    free = dict.fromkeys(form_key(one.called) for one in mentions if one.entry is None)
    meant = _meant(free, known)
    for one in mentions:
        entry = None if one.entry else meant.get(form_key(one.called))
        yield replace(one, entry=entry) if entry else one


def _meant(names: Mapping[Key, None], known: Mapping[Key, Entry]) -> dict[Key, Entry]:
    """Return for names that are a slip of a known one whom they mean."""
    buckets: dict[Key, list[Key]] = defaultdict(list)
    for name in known:
        for trace in dict.fromkeys(traces(name)):
            buckets[trace].append(name)
    found: dict[Key, Entry] = {}
    for name in names if buckets else ():
        near = (right for trace in traces(name) for right in buckets.get(trace, ()) if likely_slip(name, right))
        if (right := next(near, None)) is not None:
            found[name] = known[right]
    return found
