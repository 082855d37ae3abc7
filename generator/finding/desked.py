"""The desk's own people, where a parser has overlooked them or found but half of their name."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from generator.finding.mention import Mention
from generator.finding.parts import Part
from generator.finding.stretches import Stretches
from generator.registry import Desk, Gazetteer, Match

if TYPE_CHECKING:
    from generator.registry.desk import Own

_NO_NAMES = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "CARDINAL", "ORDINAL"})


def with_desk(parts: Sequence[Part], seen: Sequence[Mention], desk: Desk) -> Iterator[Mention]:
    """Yield the mentions and, where they say less, the names of the desk's people and of what it ignores."""
    names = _names(desk)
    fuller = Gazetteer((one.called, one) for one in seen if desk.actors and " " in one.called and not one.weak)
    by_part: dict[int, list[Mention]] = defaultdict(list)
    for one in seen:
        by_part[one.part].append(one)
    for number, part in enumerate(parts):
        here = by_part[number]
        taken, inner = Stretches(here), Stretches(fuller.find(part.text))
        found = [
            match
            for match in names.find(part.text)
            if _is_read(part, match)
            and not any(_is_part(match, one) for one in inner.within(match.start, match.end))
            and all(_is_inside(one, match) for one in taken.within(match.start, match.end))
        ]
        longer = Stretches(found)
        yield from (one for one in here if not longer.meet(one.start, one.end))
        for match in found:
            kind = match.value.kind  # what the desk does not say, the article tells
            label = "PERSON" if kind == "person" else ""
            yield Mention(number, match.start, match.end, part.text[match.start : match.end], label, hint=kind)


@cache
def _names(desk: Desk) -> "Gazetteer[Own]":
    people = (own for own in desk.actors if (own.ignore or own.kind in {None, "person"}) and not own.source)
    return Gazetteer((name, own) for own in people for name in own.names)


def _is_inside(mention: Mention, match: "Match[Own]") -> bool:
    return (
        match.start <= mention.start
        and mention.end <= match.end
        and mention.end - mention.start < match.end - match.start
    )


def _is_part(match: "Match[Own]", name: "Match[Mention]") -> bool:
    """Tell whether words are a part of a longer name that the article has elsewhere, too: "Kim" of "Kim Jong Un"."""
    return name.start <= match.start and match.end <= name.end and match.end - match.start < name.end - name.start


def _is_read(part: Part, match: "Match[Own]") -> bool:
    """Tell whether words stand there as a name, a lone one as the parse has it: "Musk told", not "in May"."""
    text = part.text[match.start : match.end]
    if not text[0].isupper():
        return False
    words = part.doc.char_span(match.start, match.end, alignment_mode="expand")
    if " " in text or words is None:
        return True
    return all(word.pos_ == "PROPN" and word.ent_type_ not in _NO_NAMES for word in words)
