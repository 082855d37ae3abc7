"""Where names stand in an article: what the registry knows beside what the parser found."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from generator.finding import ministries
from generator.finding.names import bounds, is_name, is_title, pieces
from generator.finding.parts import Part
from generator.finding.sources import cited
from generator.registry import Entry, Match, Registry, fold, key

_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_LABELS = _PLACE_LABELS | {"PERSON", "ORG", "PRODUCT"}
_SPLIT_LABELS = frozenset({"PERSON", "GPE"})
_POSSESSIVE = re.compile(r"['’]s?\s")
_LONGEST_ACRONYM = 6


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at `parts[part].text[start:end]`."""

    part: int
    start: int
    end: int
    name: str
    label: str = ""  # the parser's, or empty
    entry: Entry | None = None
    titled: bool = False  # a title such as "President" stands before it
    weak: bool = False  # joins an actor known from elsewhere, makes none


_Stretch: TypeAlias = Match[Entry] | Mention | ministries.Office


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the rest of the article says about a name."""

    registry: Registry
    words: frozenset[str]
    surnames: frozenset[str]  # of people named in full

    def known(self, text: str) -> list[Match[Entry]]:
        """Return the known names in `text` that mean here what the registry thinks they mean."""
        found = (match._replace(value=self._meant(match.value)) for match in self.registry.find(text))
        return [match for match in found if not match.value.vague or cited(text, match)]

    def _meant(self, entry: Entry) -> Entry:
        if entry.kind != "country" or not entry.needs or not self.words.isdisjoint(entry.needs):
            return entry
        return Entry(entry.name, "place")

    def person(self, mention: Mention, entry: Entry) -> bool:
        """Tell whether a known place is a person's name here: "Jordan" beside "Michael Jordan"."""
        named = mention.titled or fold(mention.name) in self.surnames
        return mention.label == "PERSON" and entry.kind != "source" and named


def mentions(parts: Sequence[Part], registry: Registry) -> Iterator[Mention]:
    """Yield the mentions of every part, in order."""
    offices = [(number, office) for number, part in enumerate(parts) for office in ministries.find(part.text, registry)]
    owned = ministries.resolved([office for _, office in offices])
    reading = _Reading(registry, _words(parts), _surnames(parts))
    for number, part in enumerate(parts):
        here = [office for (at, _), office in zip(offices, owned, strict=True) if at == number]
        weak = part.unreliable and len(parts) > 1
        yield from sorted(_in_part(number, part, reading, here, weak=weak), key=lambda found: found.start)


def _words(parts: Sequence[Part]) -> frozenset[str]:
    return frozenset(word for part in parts for word in re.findall(r"\b[A-Z]\w+", part.text))


def _surnames(parts: Sequence[Part]) -> frozenset[str]:
    full = (key(entity.text) for part in parts for entity in part.doc.ents if entity.label_ == "PERSON")
    return frozenset(name[-1] for name in full if len(name) > 1)


def _in_part(
    number: int, part: Part, reading: _Reading, offices: list[ministries.Office], *, weak: bool
) -> Iterator[Mention]:
    known = reading.known(part.text)
    found = [mention for mention in _parsed(number, part, reading.registry) if not _meets(mention, offices)]
    parsed = [mention for mention in found if _stands_against(mention, known, reading)]
    yield from (replace(mention, weak=weak) for mention in parsed)
    for match in known:
        if _owns(part.text, match) or not _meets(match, [*parsed, *offices]):
            yield Mention(number, match.start, match.end, part.text[match.start : match.end], entry=match.value)
    for office in offices:
        if office.owner:
            yield Mention(number, office.start, office.end, part.text[office.start : office.end], entry=office.entry)


def _owns(text: str, match: Match[Entry]) -> bool:
    """Tell whether a country is named for itself even inside a longer name: "China's Navy", "US Congress"."""
    name = text[match.start : match.end]
    acronym = name.isupper() and len(name) <= _LONGEST_ACRONYM
    return match.value.kind == "country" and (acronym or bool(_POSSESSIVE.match(text, match.end)))


def _parsed(number: int, part: Part, registry: Registry) -> Iterator[Mention]:
    for entity in part.doc.ents:
        if entity.label_ not in _LABELS:
            continue
        span = (entity.start_char, entity.end_char)
        for piece in pieces(part.text, *span) if entity.label_ in _SPLIT_LABELS else [span]:
            start, end = bounds(part.text, *piece, registry, person=entity.label_ == "PERSON")
            name = part.text[start:end]
            if is_name(name, registry, person=entity.label_ == "PERSON"):
                yield Mention(number, start, end, name, entity.label_, titled=_titled(part.text, start))


def _titled(text: str, start: int) -> bool:
    """Tell whether a title stands right before: one with a capital, or "spokesman" and the like."""
    before = text[max(0, start - 40) : start].split()
    return bool(before) and text[start - 1].isspace() and len(before[-1]) > 1 and is_title(before[-1])


def _stands_against(mention: Mention, known: Sequence[Match[Entry]], reading: _Reading) -> bool:
    """Tell whether what the parser found is more than the known names it covers."""
    covered = [match for match in known if _overlap(match, mention)]
    if not covered:
        return True
    first, last = covered[0], covered[-1]
    if (first.start, last.end) == (mention.start, mention.end) and len(covered) == 1:
        return reading.person(mention, first.value)
    return len(covered) == 1 and mention.start <= first.start and last.end <= mention.end


def _meets(one: _Stretch, others: Sequence[_Stretch]) -> bool:
    return any(_overlap(one, other) for other in others)


def _overlap(one: _Stretch, two: _Stretch) -> bool:
    return one.start < two.end and two.start < one.end
