"""Everything an article calls by one name or another, put together."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.finding.linking import Form, Key, form_key, forms, links
from generator.finding.mentions import Mention
from generator.finding.parts import Part
from generator.registry import Entry, Gazetteer

MOST_FORMS = 600
MOST_MENTIONS = 20_000


@dataclass(frozen=True, slots=True)
class Cluster:
    """All mentions of one actor in document order; `entry` is what the registry says, if it knows it."""

    mentions: tuple[Mention, ...]
    entry: Entry | None = None


def clusters(parts: Sequence[Part], mentions: Sequence[Mention]) -> list[Cluster]:
    """Return the actors of an article, each with all its mentions, in order of first mention."""
    mentions = mentions[:MOST_MENTIONS]
    free = [mention for mention in mentions if mention.entry is None]
    found = forms(free, MOST_FORMS)
    linked = links(found)
    again = _again(parts, mentions, found)
    covered = {(mention.part, at) for mention in again for at in range(mention.start, mention.end)}
    seen = [mention for mention in free if not (mention.weak and (mention.part, mention.start) in covered)]
    grouped = _grouped([mention for mention in [*seen, *again] if form_key(mention.name) in found], found, linked)
    whole = [Cluster(tuple(group)) for group in grouped if not all(mention.weak for mention in group)]
    whole += _registered(mention for mention in mentions if mention.entry)
    return sorted(whole, key=lambda cluster: _place(cluster.mentions[0]))


def _place(mention: Mention) -> tuple[int, int]:
    return mention.part, mention.start


def _registered(mentions: Iterable[Mention]) -> Iterator[Cluster]:
    by_entry: dict[Entry, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.entry:
            by_entry[mention.entry].append(mention)
    for entry, found in by_entry.items():
        yield Cluster(tuple(found), entry)


def _again(parts: Sequence[Part], mentions: Sequence[Mention], found: Mapping[Key, Form]) -> list[Mention]:
    """Find accepted spellings where the parser overlooked them, as it does in headlines."""
    names = Gazetteer((form.mentions[0].name, form.mentions[0].name) for form in found.values() if not form.weak)
    taken: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for mention in mentions:
        if not mention.weak:
            taken[mention.part].append((mention.start, mention.end))
    again = []
    for number, part in enumerate(parts):
        for match in names.find(part.text):
            if not _covered(match.start, match.end, taken[number]) and _proper(part, match.start, match.end):
                again.append(Mention(number, match.start, match.end, part.text[match.start : match.end]))
    return again


def _covered(start: int, end: int, taken: list[tuple[int, int]]) -> bool:
    at = bisect_left(taken, (end, end))
    return any(one < end and start < two for one, two in taken[max(0, at - 3) : at])


def _proper(part: Part, start: int, end: int) -> bool:
    """Tell whether the words there are read as a name, as far as capitals and the parse can tell."""
    if part.unreliable:
        return True
    words = part.doc.char_span(start, end, alignment_mode="expand")
    return words is None or not part.doc.has_annotation("TAG") or all(word.pos_ != "VERB" for word in words)


def _grouped(
    mentions: Iterable[Mention], found: Mapping[Key, Form], linked: Mapping[Key, tuple[Key, ...]]
) -> Iterator[list[Mention]]:
    ordered = sorted(mentions, key=_place)
    ends = {name: _end(name, linked) for name in found}
    places = _places(ordered, ends)
    groups: dict[Key, list[Mention]] = defaultdict(list)
    for mention in ordered:
        choices = ends[form_key(mention.name)]
        target = choices[0] if len(choices) == 1 else _nearest(mention, choices, places)
        groups[target].append(mention)
    return iter(groups.values())


def _end(name: Key, linked: Mapping[Key, tuple[Key, ...]]) -> tuple[Key, ...]:
    """Follow links to the fullest names, however the links run."""
    ends: dict[Key, None] = {}
    seen: set[Key] = set()
    waiting = [name]
    while waiting:
        at = waiting.pop(0)
        if at in seen:
            continue
        seen.add(at)
        if linked.get(at):
            waiting.extend(linked[at])
        else:
            ends[at] = None
    return tuple(ends) or (name,)


def _places(ordered: Iterable[Mention], ends: Mapping[Key, tuple[Key, ...]]) -> dict[Key, list[tuple[int, int]]]:
    places: dict[Key, list[tuple[int, int]]] = defaultdict(list)
    for mention in ordered:
        if len(ends[form_key(mention.name)]) == 1:
            places[ends[form_key(mention.name)][0]].append(_place(mention))
    return places


def _nearest(mention: Mention, choices: Sequence[Key], places: Mapping[Key, list[tuple[int, int]]]) -> Key:
    """Return whom of several a surname means: the one named last before it, else the one named first after it."""
    before = {name: [place for place in places.get(name, []) if place < _place(mention)][-1:] for name in choices}
    named = [name for name in choices if before[name]]
    if named:
        return max(named, key=lambda name: before[name])
    return min(choices, key=lambda name: places.get(name, [(1_000_000, 0)])[0])

