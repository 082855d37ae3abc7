"""Where names stand in an article: what the registry knows beside what the parser found."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.finding import ministries
from generator.finding.abbreviated import abbreviated, spelt_out
from generator.finding.acronyms import bracketed, plain
from generator.finding.attached import is_attached
from generator.finding.bearers import bearers
from generator.finding.beside import called_body, is_sport, kind_beside, lies_in, plays
from generator.finding.couples import couples
from generator.finding.evident import people
from generator.finding.glued import is_gerund, unglued
from generator.finding.mention import Mention
from generator.finding.money import is_money
from generator.finding.names import bounds, is_name, owned_pieces, pieces, precedes_name
from generator.finding.parts import Part
from generator.finding.sources import cited, in_longer
from generator.finding.stretches import Stretches
from generator.finding.towns import is_town, towns
from generator.finding.words import words
from generator.finding.works import Title, titles, told
from generator.registry import Entry, Match, Registry, fold, key

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_LABELS = _PLACE_LABELS | {"PERSON", "ORG", "PRODUCT"}
_SPLIT_LABELS = frozenset({"PERSON", "GPE"})
_JOINED = frozenset({"", "PERSON"})  # what may carry a person's name on
_MOST_MORE = 4  # words
_POSSESSIVE = re.compile(r"['’]s?\s")
_OWNER = re.compile(r"['’]s?$")
_LONGEST_ACRONYM = 6
_HONOUR = re.compile(r"\b(?:Order|Medal|Legion) of (?:the )?$")  # "Order of Merit"
_NEAR = 15
_TWO = 2
_OF_STATE = re.compile(r"(?:State|Commonwealth|City|Republic|Kingdom|Government) of ", re.IGNORECASE)
_RANKED = re.compile(r"(?:[A-Z][a-z]+ )?(?:Adm|Brig|Capt|Cmdr|Col|Gen|Gov|Lt|Maj|Prof|Rev|Sen|Sgt)\. [A-Z]")


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the rest of the article says about a name."""

    registry: Registry
    words: frozenset[str]
    surnames: frozenset[str]  # of people named in full
    sports: bool  # the article is about sport
    match: bool  # and about nothing else
    christened: frozenset[str]  # storms and crafts: "Andrew", once "Hurricane Andrew" is named
    shortened: frozenset[str]  # what stands for words in small letters: "a digital tide gauge (DTG)"
    bearers: frozenset[str]  # places whose name is a person's: "Paris", once "Valeria Paris" is named
    towns: frozenset[Entry]  # countries whose name is a town's: "Lebanon, Pa."

    def known(self, text: str) -> list[Match[Entry]]:
        """Return the known names in `text` that mean here what the registry thinks they mean."""
        matches = (match for match in self.registry.find(text) if not in_longer(text, match))
        found = (match._replace(value=self._meant(text, match)) for match in matches)
        return [
            match
            for match in found
            if not (match.value.vague and not cited(text, match))
            and not is_money(text, match.end)
            and not is_attached(text, match.start, match.end)
        ]

    def _meant(self, text: str, match: Match[Entry]) -> Entry:
        entry = match.value
        if entry in self.towns or is_town(text, match):
            return Entry(text[match.start : match.end], "place")
        if entry.kind != "country" or not entry.needs or not self.words.isdisjoint(entry.needs):
            return entry
        return Entry(entry.name, "place")

    def proper(self, mention: Mention) -> bool:
        """Tell whether a single word is a name: it never stands in small letters or for such."""
        name = mention.name
        return " " in name or not (name.lower() in self.words or name in self.christened or name in self.shortened)

    def family(self, text: str, start: int, end: int) -> bool:
        """Tell whether a name is the plural of that of somebody named in full: "the Dorns"."""
        name = fold(text[start:end])
        return text[:start].endswith("the ") and name.endswith("s") and name[:-1] in self.surnames

    def person(self, mention: Mention, entry: Entry) -> bool:
        """Tell whether a known place is a person's name here: "Jordan" beside "Michael Jordan"."""
        named = mention.titled or fold(mention.name) in self.surnames
        return mention.label == "PERSON" and entry.kind != "source" and named


def mentions(parts: Sequence[Part], registry: Registry, dateline: str = "") -> Iterator[Mention]:
    """Yield the mentions of every part, in order; `dateline` tells where the article is from."""
    offices = [(number, office) for number, part in enumerate(parts) for office in ministries.find(part.text, registry)]
    owned = ministries.resolved([office for _, office in offices])
    by_part: dict[int, list[ministries.Office]] = defaultdict(list)
    for (number, _), office in zip(offices, owned, strict=True):
        by_part[number].append(office)
    reading = _Reading(
        registry,
        _words(parts),
        _surnames(parts),
        is_sport(_words(parts)),
        is_sport(_words(parts), clearly=True),
        _christened(parts),
        frozenset(short for part in parts for short in plain(part.text)),
        bearers(parts, registry),
        towns([dateline, *(part.text for part in parts)], registry),
    )
    for number, part in enumerate(parts):
        here = by_part[number]
        weak = part.unreliable and len(parts) > 1
        yield from sorted(_in_part(number, part, reading, here, weak=weak), key=lambda found: found.start)


def _words(parts: Sequence[Part]) -> frozenset[str]:
    return frozenset(word for part in parts for word in re.findall(r"\b[^\W\d_]+", part.text))


def _christened(parts: Sequence[Part]) -> frozenset[str]:
    pattern = re.compile(rf"\b(?:{'|'.join(sorted(words().storms | words().crafts))})\s+([A-Z]\w+)", re.IGNORECASE)
    return frozenset(match.group(1) for part in parts for match in pattern.finditer(part.text))


def _surnames(parts: Sequence[Part]) -> frozenset[str]:
    full = (key(entity.text) for part in parts for entity in part.doc.ents if entity.label_ == "PERSON")
    return frozenset(name[-1] for name in full if len(name) > 1 and not is_gerund(name[0]))


def _in_part(
    number: int, part: Part, reading: _Reading, offices: list[ministries.Office], *, weak: bool
) -> Iterator[Mention]:
    known = Stretches(reading.known(part.text))
    spelt = spelt_out(number, part, reading.registry)
    short = abbreviated(number, part, known.kept)
    firm = Stretches[Mention | ministries.Office]([*spelt, *short, *offices])
    evident = [one for one in _evident(number, part, reading) if not firm.meet(one.start, one.end)]
    firmer = Stretches[Mention | ministries.Office]([*firm.kept, *evident])
    read = (mention for mention in _parsed(number, part, reading) if reading.proper(mention))
    found = [*spelt, *evident, *(mention for mention in read if not firmer.meet(mention.start, mention.end))]
    parsed = [mention for mention in found if _stands_against(mention, known, reading)]
    works, called = Stretches(titles(part.text)), Stretches(told(part.text))
    nobody = (weak or _in_title(one, works) or called.meet(one.start, one.end) for one in parsed)
    yield from (replace(one, weak=is_weak) for one, is_weak in zip(parsed, nobody, strict=True))
    yield from short
    larger = Stretches[Mention | ministries.Office]([*parsed, *short, *offices])
    for match in known.kept:
        if _owns(part.text, match) or not larger.meet(match.start, match.end):
            yield _known(number, part, match, reading)
    for office in offices:
        if office.owner:
            yield Mention(number, office.start, office.end, part.text[office.start : office.end], entry=office.entry)


def _in_title(mention: Mention, works: Stretches[Title]) -> bool:
    """Tell whether a name is a part of a title, or is one and would be taken for a person's."""
    around = works.within(mention.start, mention.end)
    return any(mention.label == "PERSON" or mention.end - mention.start < one.end - one.start - 1 for one in around)


def _known(number: int, part: Part, match: Match[Entry], reading: _Reading) -> Mention:
    """Return a known name as a mention; a town that plays is its team, which no registry knows, or is a surname."""
    span, name = (match.start, match.end), part.text[match.start : match.end]
    if name in reading.bearers:
        return Mention(number, *span, name, "PERSON", hint="person")
    if match.value.kind == "place" and reading.match and plays(part.text, *span):
        return Mention(number, *span, name, "ORG", hint="organisation")
    return Mention(number, *span, name, entry=match.value)


def _evident(number: int, part: Part, reading: _Reading) -> list[Mention]:
    if part.unreliable:
        return []
    found = [(one.start, one.end, "") for one in people(part.text, reading.registry)]
    return [
        Mention(number, start, end, part.text[start:end], "PERSON", hint="person", full=full)
        for start, end, full in [*found, *couples(part.text, reading.surnames)]
        if is_name(part.text[start:end], reading.registry, person=True)
    ]


def _owns(text: str, match: Match[Entry]) -> bool:
    """Tell whether a country is named for itself even inside a longer name: "China's Navy", "US Congress"."""
    name = text[match.start : match.end]
    acronym = name.isupper() and len(name) <= _LONGEST_ACRONYM
    return match.value.kind == "country" and (acronym or bool(_POSSESSIVE.match(text, match.end)))


def _parsed(number: int, part: Part, reading: _Reading) -> Iterator[Mention]:
    last, registry = 0, reading.registry
    for entity in part.doc.ents:
        label = _label(entity)
        if label not in _LABELS or entity.start_char < last:
            continue
        last = _whole(entity)
        span = (entity.start_char, last)
        apart = pieces if label in _SPLIT_LABELS or _runs_on(entity, reading) else owned_pieces
        for piece in apart(part.text, *span):
            body = called_body(part.text, piece[0])
            person = label == "PERSON" and not body
            start, end = bounds(part.text, *piece, registry, person=person)
            if person and start < end:
                start, end = unglued(part, start, end, reading.words, reading.surnames)
            name = part.text[start:end]
            if is_name(name, registry, person=person) and not _is_nobody(part.text, start, end):
                family = reading.family(part.text, start, end)
                hint = "person" if family else kind_beside(part.text, start, end, label, sports=reading.sports)
                titled = not body and _titled(part.text, start)
                town = label == "ORG" or (label == "PERSON" and " " not in name and not titled)
                if town and hint is None and lies_in(part.text, start, end, registry):
                    hint = "place"
                found = Mention(
                    number, start, end, name, label, titled=titled, hint=hint, short=_short(part, end, label)
                )
                yield found
                if found.short:
                    last = end + len(f" ({found.short})")
                    yield Mention(number, last - 1 - len(found.short), last - 1, found.short, label)


def _is_nobody(text: str, start: int, end: int) -> bool:
    honour = _HONOUR.search(text, max(0, start - _NEAR), start)
    return (
        bool(honour)
        or is_money(text, end)
        or is_attached(text, start, end)
        or ministries.names_office(text, start, end)
    )


def _short(part: Part, end: int, label: str) -> str:
    span = bracketed(part.text, end) if label == "ORG" else None
    return part.text[span[0] : span[1]] if span else ""


def _label(entity: "Span") -> str:
    """Return the parser's label, put right: parties are no groups of people, and who has a rank is somebody."""
    if entity.label_ == "ORG" and _RANKED.match(entity.text):
        return "PERSON"
    faction = len(entity) > 1 and fold(entity[-1].text) in words().factions
    return "ORG" if faction and entity.label_ == "NORP" else str(entity.label_)


def _runs_on(entity: "Span", reading: _Reading) -> bool:
    """Tell whether a name runs on into another: "FERNDALE, England", "Ruben and Dorn" of two people."""
    head, comma, where = _OWNER.sub("", entity.text).rpartition(", ")
    places = (reading.registry.get(one) for one in (head, where) if comma)
    if any(one is not None and one.kind in {"country", "place"} for one in places):
        return True
    both = entity.text.split(" and ")
    return len(both) == _TWO and reading.surnames.issuperset(map(fold, both))


def _whole(entity: "Span") -> int:
    """Return where a name ends: parsers cut "Yoon Suk Yeol" after the second word; who owns what follows is whole."""
    end = entity.end_char
    if entity.label_ == "PERSON" and not _OWNER.search(entity.text):
        for word in entity.doc[entity.end : entity.end + _MOST_MORE]:
            if word.idx != end + 1 or not (_particle(word) or _carries_on(word)):
                break
            end = word.idx + len(word)
    return end


def _particle(word: "Token") -> bool:
    return word.text in words().leading_particles


def _carries_on(word: "Token") -> bool:
    """Tell whether a word continues the person's name that stands before it."""
    free = word.ent_type_ in _JOINED or _particle(word.nbor(-1))
    return free and word.pos_ == "PROPN" and word.text[0].isupper() and not word.text.isupper()


def _titled(text: str, start: int) -> bool:
    """Tell whether a title stands right before: one with a capital, or "spokesman" and the like."""
    before = text[max(0, start - 40) : start].split()
    return bool(before) and text[start - 1].isspace() and len(before[-1]) > 1 and precedes_name(before[-1])


def _stands_against(mention: Mention, known: Stretches[Match[Entry]], reading: _Reading) -> bool:
    """Tell whether what the parser found is more than the known names it covers."""
    covered = known.within(mention.start, mention.end)
    if not covered:
        return True
    first, last = covered[0], covered[-1]
    if _is_branch(mention, covered):
        return True
    if (first.start, last.end) == (mention.start, mention.end) and len(covered) == 1:
        return reading.person(mention, first.value)
    if _only_tells(mention.name[: first.start - mention.start].strip(), first.value):
        return first.end != mention.end
    if _OF_STATE.fullmatch(mention.name[: first.start - mention.start]) and last.end == mention.end:
        return False
    return len(covered) == 1 and mention.start <= first.start and last.end <= mention.end


def _only_tells(before: str, entry: Entry) -> bool:
    """Tell whether words before a known name are no part of one: "Northern Norland", "Leaving Oslo"."""
    folded = fold(before)
    told = folded.partition(" ")[0] in words().directions or folded in words().not_names
    return (told and entry.kind == "country") or (entry.kind in {"country", "place"} and is_gerund(before))


def _is_branch(mention: Mention, covered: Sequence[Match[Entry]]) -> bool:
    """Tell whether a body is a country's branch of a known one: "Norland Red Cross"."""
    first, last = covered[0], covered[-1]
    return (
        len(covered) == _TWO
        and not mention.name.partition(" ")[0].isupper()
        and (first.start, last.end) == (mention.start, mention.end)
        and first.value.kind == "country"
        and last.value.kind == "organisation"
        and first.end + 1 == last.start
        and " " in mention.name[last.start - mention.start :]
    )
