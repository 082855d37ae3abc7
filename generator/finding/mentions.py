"""Where names stand in an article: what the registry knows beside what the parser found."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.finding import ministries
from generator.finding.abbreviated import abbreviated, foreign_short, spelt_out
from generator.finding.acronyms import bracketed
from generator.finding.acts import acts, governed, is_private, is_towns
from generator.finding.against import is_branch, stands_against
from generator.finding.attached import is_attached
from generator.finding.begun import begun
from generator.finding.beside import called_body, kind_beside, lies_in
from generator.finding.business import does_business
from generator.finding.causes import causes
from generator.finding.clubs import clubs
from generator.finding.couples import couples
from generator.finding.enumerated import enumerated
from generator.finding.evident import people
from generator.finding.glued import behind_what, unglued
from generator.finding.mention import Mention
from generator.finding.money import is_currency, is_money
from generator.finding.names import bounds, is_name, owned_pieces, pieces, places, precedes_name
from generator.finding.parts import Part
from generator.finding.stretches import Stretches
from generator.finding.tails import tailed
from generator.finding.together import Together, read_together
from generator.finding.units import units
from generator.finding.words import words
from generator.finding.works import Title, titles, told
from generator.language import is_word
from generator.model import Kind
from generator.registry import Entry, Match, Registry, fold, is_town

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_LABELS = _PLACE_LABELS | {"PERSON", "ORG", "PRODUCT"}
_SPLIT_LABELS = frozenset({"PERSON", "GPE"})
_TOWNS = frozenset({"ORG", "GPE"})  # what may be a town behind which its state stands
_UNSURE = frozenset({"PERSON", "ORG", "PRODUCT"})  # what a parser may call a town it does not know
_JOINED = frozenset({"", "PERSON"})  # what may carry a person's name on
_MOST_MORE = 4  # words
_POSSESSIVE = re.compile(r"['’]s?\s")
_OWNER = re.compile(r"['’]s?$")
_LONGEST_ACRONYM = 6
_HONOUR = re.compile(r"\b(?:Order|Medal|Legion) of (?:the )?$")  # "Order of Merit"
_NEAR = 15
_ON = re.compile(r"\b(?:on|via|platform) $")
_DEGREES = re.compile(r"\d ?(?:degrees )?°?$")
_BEFORE_SENTENCE = 3  # "X. "
_TWO = 2
# Also called without what it is: "Republic of Valdoria".
_STATE = re.compile(r"(?:[Tt]he )?(?:Republic|Kingdom|Principality|Sultanate) of ([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)")
_RANKED = re.compile(r"(?:[A-Z][a-z]+ )?(?:Adm|Brig|Capt|Cmdr|Col|Gen|Gov|Lt|Maj|Prof|Rev|Sen|Sgt)\. [A-Z]")


def mentions(parts: Sequence[Part], registry: Registry, dateline: str = "") -> Iterator[Mention]:
    """Yield the mentions of every part, in order; `dateline` tells where the article is from."""
    offices = [(number, office) for number, part in enumerate(parts) for office in ministries.find(part.text, registry)]
    owned = ministries.resolved([office for _, office in offices], dateline, [part.text for part in parts], registry)
    by_part: dict[int, list[ministries.Office]] = defaultdict(list)
    for (number, _), office in zip(offices, owned, strict=True):
        by_part[number].append(office)
    reading = read_together(parts, registry, dateline)
    for number, part in enumerate(parts):
        here = by_part[number]
        weak = part.unreliable and len(parts) > 1
        yield from sorted(_in_part(number, part, reading, here, weak=weak), key=lambda found: found.start)


def _in_part(
    number: int, part: Part, reading: Together, offices: list[ministries.Office], *, weak: bool
) -> Iterator[Mention]:
    known = Stretches(reading.known(part.text))
    offices = [office for office in offices if not _is_known(office, known)]
    spelt = spelt_out(number, part, reading.registry)
    short = abbreviated(number, part, known.kept)
    whole = [*spelt, *enumerated(number, part, reading.registry), *units(number, part), *causes(number, part)]
    whole += clubs(number, part, reading)
    taken = Stretches[Mention | ministries.Office]([*whole, *offices])
    others = [*foreign_short(number, part, reading.registry), *tailed(number, part, reading.registry)]
    whole += [one for one in others if not taken.meet(one.start, one.end)]
    firm = Stretches[Mention | ministries.Office]([*whole, *short, *offices])
    evident = [one for one in _evident(number, part, reading) if not firm.meet(one.start, one.end)]
    firmer = Stretches[Mention | ministries.Office]([*firm.kept, *evident])
    read = (mention for mention in _parsed(number, part, reading) if reading.proper(mention))
    found = [*whole, *evident, *(mention for mention in read if not firmer.meet(mention.start, mention.end))]
    parsed = [*_against(found, known, reading)]
    works, called = Stretches(titles(part.text)), Stretches(told(part.text))
    nobody = (weak or _in_title(one, works) or called.meet(one.start, one.end) for one in parsed)
    yield from (replace(one, weak=is_weak) for one, is_weak in zip(parsed, nobody, strict=True))
    yield from short
    larger = Stretches[Mention | ministries.Office]([*parsed, *short, *offices])
    yield from (one for one in acts(number, part, reading.registry) if not larger.meet(one.start, one.end))
    for match in known.kept:
        if match.value.kind == "country" and is_private(part, match.start, match.end):
            continue
        if _owns(part.text, match) or not larger.meet(match.start, match.end):
            yield _known(number, part, match, reading)
    for office in offices:
        if office.owner:
            yield Mention(number, office.start, office.end, part.text[office.start : office.end], entry=office.entry)


def _is_known(office: ministries.Office, known: Stretches[Match[Entry]]) -> bool:
    """Tell whether a ministry is part of a longer name that the registry or the desk has: "Gaza health ministry"."""
    around = known.within(office.start, office.end)
    return any(
        match.value.kind == "organisation"
        and match.start <= office.start
        and office.end <= match.end
        and match.end - match.start > office.end - office.start
        for match in around
    )


def _against(found: Sequence[Mention], known: Stretches[Match[Entry]], reading: Together) -> Iterator[Mention]:
    """Yield what the parser found that is more than the known names in it."""
    for mention in found:
        covered = known.within(mention.start, mention.end)
        if is_branch(mention, covered):
            yield replace(mention, hint="organisation")
        elif stands_against(mention, covered, reading.person):
            yield mention


def _in_title(mention: Mention, works: Stretches[Title]) -> bool:
    """Tell whether a name is a part of a title, or is one and would be taken for a person's."""
    around = works.within(mention.start, mention.end)
    return any(mention.label == "PERSON" or mention.end - mention.start < one.end - one.start - 1 for one in around)


def _known(number: int, part: Part, match: Match[Entry], reading: Together) -> Mention:
    """Return a known name as a mention; a town that plays is its team, which no registry knows, or is a surname."""
    span, name = (match.start, match.end), part.text[match.start : match.end]
    if name in reading.bearers:
        return Mention(number, *span, name, "PERSON", hint="person")
    if match.value.kind == "place" and reading.is_club(part.text, *span):
        return Mention(number, *span, name, "ORG", hint="organisation")
    if match.value.kind == "place" and does_business(part.text, match.end):  # "Thames, which serves" of Thames Water
        return Mention(number, *span, name, "ORG", hint="organisation")
    seat = None if reading.sports or is_towns(reading.words) else governed(part, *span, match.value, reading.registry)
    return Mention(number, *span, name, entry=seat or match.value)


def _evident(number: int, part: Part, reading: Together) -> list[Mention]:
    if part.unreliable:
        return []
    full = (behind_what(part.text, one.start, one.end) for one in people(part.text, reading.registry))
    found = [(start, end, "") for start, end in full]
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


def _parsed(number: int, part: Part, reading: Together) -> Iterator[Mention]:
    last, registry = 0, reading.registry
    for entity in part.doc.ents:
        label = _label(entity)
        if label not in _LABELS or entity.start_char < last:
            continue
        last = _whole(entity)
        span = (entity.start_char, last)
        apart = pieces if label in _SPLIT_LABELS or _runs_on(entity, reading) else owned_pieces
        spans = places(part.text, *span) if label in _PLACE_LABELS else [span]
        for piece in (piece for one in spans for piece in apart(part.text, *one)):
            body = called_body(part.text, piece[0])
            person = label == "PERSON" and not body
            first = begun(part.text, piece[0]) if label == "ORG" else piece[0]
            first += _BEFORE_SENTENCE if _ends_sentence(part.text, first) else 0
            start, end = bounds(part.text, first, piece[1], registry, person=person)
            if person and start < end:
                start, end = unglued(part, start, end, reading.words, reading.surnames)
            name = part.text[start:end]
            if is_name(name, registry, person=person) and not _is_nobody(part.text, start, end):
                titled = not body and _titled(part.text, start)
                hint = _hint(part, (start, end), label, reading, titled=titled)
                state = _STATE.fullmatch(name) if label != "PERSON" else None
                found = Mention(
                    number,
                    start,
                    end,
                    name,
                    label,
                    titled=titled,
                    hint="place" if state else hint,
                    short=_short(part, end, label),
                    full=state.group(1) if state else "",
                )
                yield found
                if found.short:
                    last = end + len(f" ({found.short})")
                    yield Mention(number, last - 1 - len(found.short), last - 1, found.short, label)


def _hint(part: Part, span: tuple[int, int], label: str, reading: Together, *, titled: bool) -> Kind | None:
    """Return what an article says that a name is, here and elsewhere, beside what a parser takes it for."""
    start, end = span
    name = part.text[start:end]
    if reading.family(part.text, start, end):
        return "person"
    if hint := kind_beside(part.text, start, end, label, sports=reading.sports):
        return hint
    town = label in _TOWNS or (label == "PERSON" and " " not in name and not titled)
    lies = town and lies_in(part.text, start, end, reading.registry)
    if lies or (not titled and label in _UNSURE and reading.is_town(part.text, start, end)):
        return "place"
    club = name in reading.clubs and (label != "PERSON" or is_town(name))
    return "organisation" if club or (not titled and reading.is_body(part, start, end, label)) else None


def _ends_sentence(text: str, start: int) -> bool:
    """Tell whether a name's first word ends the sentence before: "wrote on X. Kremlin", "at 40 C. Wildfires"."""
    if text.startswith(("C. ", "F. "), start):
        return _DEGREES.search(text, max(0, start - _NEAR), start) is not None
    return text.startswith("X. ", start) and _ON.search(text, max(0, start - _NEAR), start) is not None


def _is_nobody(text: str, start: int, end: int) -> bool:
    honour = _HONOUR.search(text, max(0, start - _NEAR), start)
    return (
        bool(honour)
        or _opens_behind_degrees(text, start, end)
        or is_money(text, end)
        or is_currency(text, start, end)
        or is_attached(text, start, end)
        or ministries.names_office(text, start, end)
    )


def _opens_behind_degrees(text: str, start: int, end: int) -> bool:
    """Tell whether a word has its capital from the sentence behind a temperature: "at 40 C. Wildfires"."""
    opens = text.endswith(("C. ", "F. "), 0, start) and _ends_sentence(text, start - _BEFORE_SENTENCE)
    return opens and is_word(fold(text[start:end]), "en")


def _short(part: Part, end: int, label: str) -> str:
    span = bracketed(part.text, end) if label == "ORG" else None
    return part.text[span[0] : span[1]] if span else ""


def _label(entity: "Span") -> str:
    """Return the parser's label, put right: parties are no groups of people, and who has a rank is somebody."""
    if entity.label_ == "ORG" and _RANKED.match(entity.text):
        return "PERSON"
    faction = len(entity) > 1 and fold(entity[-1].text) in words().factions
    return "ORG" if faction and entity.label_ == "NORP" else str(entity.label_)


def _runs_on(entity: "Span", reading: Together) -> bool:
    """Tell whether a name runs on into another: "FERNDALE, England", "Ruben and Dorn" of two people."""
    head, comma, where = _OWNER.sub("", entity.text).rpartition(", ")
    places = (reading.registry.get(one) for one in (head, where) if comma)
    if any(one is not None and one.kind in {"country", "place"} for one in places):
        return True
    both = entity.text.split(" and ")
    bodies = [one for one in map(reading.registry.get, both) if one and one.kind == "organisation"]
    towns = all(map(is_town, both))
    return len(both) == _TWO and (towns or bool(bodies) or reading.surnames.issuperset(map(fold, both)))


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
