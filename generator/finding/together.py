"""What an article as a whole says about the names in it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.finding.acronyms import abbreviations, plain, written_out
from generator.finding.attached import is_attached
from generator.finding.bearers import bearers
from generator.finding.beside import coached, is_sport, plays
from generator.finding.glued import is_gerund
from generator.finding.mention import Mention
from generator.finding.money import is_money
from generator.finding.parts import Part
from generator.finding.sources import cited, in_longer
from generator.finding.speech import speaks
from generator.finding.towns import is_town as is_namesake
from generator.finding.towns import towns
from generator.finding.words import words
from generator.language import is_word
from generator.registry import Entry, Match, Registry, fold, is_town, key

_CARRIED = re.compile(r"(?: [A-Z][\w’'-]{,30}){,3} ([A-Z][\w’'-]{,30})")
_SCENE = re.compile(r"\b(?:in|near|to|from|outside) $")
_NEAR = 10
_WORD_AFTER = re.compile(r" [A-Z][\w’-]+")
_COMPOUND = re.compile(r"[-‑]([A-Z]{3,})\b")
_ACRONYM = re.compile(r"\b[A-Z]{3,6}\b")
_PERSONAL = re.compile(r"\b([A-Z][\w’-]{1,30}),? (?:[a-z]{1,20} ){1,3}(?:s?he|his|her|who)\b")
_MOST_ACRONYMS = 100
_THEIRS = re.compile(r" (?:I|we|you|they|s?he|who)\b")  # "the Berg we knew"
_OF_NOUNS = frozenset({"compound", "amod", "poss", "nmod"})


@dataclass(frozen=True, slots=True)
class Together:
    """What an article as a whole says about a name."""

    registry: Registry
    words: frozenset[str]
    surnames: frozenset[str]  # of people named in full
    sports: bool  # the article is about sport
    match: bool  # and about nothing else
    clubs: frozenset[str]  # where it is: "Arvid", once "Arvid coach Anna Berg" is named
    christened: frozenset[str]  # storms and crafts: "Andrew", once "Hurricane Andrew" is named
    shortened: frozenset[str]  # what stands for words in small letters: "a digital tide gauge (DTG)"
    bearers: frozenset[str]  # places whose name is a person's: "Paris", once "Valeria Paris" is named
    personal: frozenset[str]  # single words that "he" or "her" takes up: "Berg said she"
    towns: frozenset[Entry]  # countries whose name is a town's: "Lebanon, Pa."
    others: frozenset[tuple[str, Entry]]  # known acronyms that the article writes out as somebody else's

    def known(self, text: str) -> list[Match[Entry]]:
        """Return the known names in `text` that mean here what the registry thinks they mean."""
        matches = (match for match in self.registry.find(text) if not in_longer(text, match))
        found = (match._replace(value=self._meant(text, match)) for match in matches)
        return [
            match
            for match in found
            if not (match.value.vague and not cited(text, match))
            and (text[match.start : match.end], match.value) not in self.others
            and not is_money(text, match.end)
            and not is_attached(text, match.start, match.end)
            and not self._is_half(text, match.end)
            and not _is_longer(text, match)
            and not _is_begun(text, match)
        ]

    def _is_half(self, text: str, end: int) -> bool:
        """Tell whether an acronym that is nobody known goes on behind a hyphen: "EU-OSHA", but not "US-NATO"."""
        found = _COMPOUND.match(text, end)
        return found is not None and self.registry.get(found.group(1)) is None

    def _meant(self, text: str, match: Match[Entry]) -> Entry:
        entry = match.value
        if entry in self.towns or is_namesake(text, match):
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
        return text[:start].endswith(("the ", "The ")) and name.endswith("s") and name[:-1] in self.surnames

    def is_town(self, text: str, start: int, end: int) -> bool:
        """Tell whether a name is a town's or a province's and, as far as the article says, no surname, ship or club."""
        name = text[start:end]
        nobody = not self.sports and not text[:start].endswith("the ") and key(name)[-1] not in self.surnames
        return nobody and not name.isupper() and is_town(name)

    def is_club(self, text: str, start: int, end: int) -> bool:
        """Tell whether a place's name stands for its club there: "Arvid beat Dorn", but not "in Arvid"."""
        coached = text[start:end] in self.clubs and not _SCENE.search(text, max(0, start - _NEAR), start)
        return coached or (self.match and plays(text, start, end))

    def is_body(self, part: Part, start: int, end: int, label: str) -> bool:
        """Tell whether what a parser takes for a person or a place is neither by how it stands there.

        A place speaks that no list has, capitals shorten a name, or "the" stands before what is no plural of a surname.
        """
        name = part.text[start:end]
        span = part.doc.char_span(start, end, alignment_mode="expand")
        if label == "PERSON" and self._is_countrys(name):
            return True
        somebody = name in self.personal or key(name)[-1] in self.surnames
        if span is None or part.unreliable or somebody or self.registry.get(name):
            return False
        lone = " " not in name and fold(name) not in words().given
        if label == "GPE":
            return lone and span.root.dep_ == "nsubj" and speaks(span.root.head) and not is_town(name)
        headed = span.root.dep_ not in _OF_NOUNS and not _THEIRS.match(part.text, end)
        the = headed and part.text[:start].endswith(("the ", "The ")) and key(name)[0] not in words().given
        capitals = lone and _ACRONYM.fullmatch(name) is not None
        return label == "PERSON" and (the or capitals)

    def _is_countrys(self, name: str) -> bool:
        """Tell whether a country stands behind a common word: "Historic England", "Sport Norway"."""
        first, _, rest = name.partition(" ")
        country = self.registry.get(rest) if rest else None
        known = fold(first) in words().given | words().titles
        return country is not None and country.kind == "country" and not known and is_word(first.lower(), "en")

    def person(self, mention: Mention, entry: Entry) -> bool:
        """Tell whether a known place is a person's name here: "Jordan" beside "Michael Jordan"."""
        titled = mention.titled and entry.kind != "organisation"  # "coalition partner Likud"
        named = titled or fold(mention.name) in self.surnames
        return mention.label == "PERSON" and entry.kind != "source" and named


def _is_longer(text: str, match: Match[Entry]) -> bool:
    """Tell whether a place's name goes on to a town's: "Kansas" of "Kansas City"."""
    found = _WORD_AFTER.match(text, match.end)
    return match.value.kind == "place" and found is not None and is_town(text[match.start : found.end()])


def _is_begun(text: str, match: Match[Entry]) -> bool:
    """Tell whether a body's name goes on to another body's: "Department of State" of "Department of State Health"."""
    if match.value.kind != "organisation" or " of " not in text[match.start : match.end]:
        return False
    found = _CARRIED.match(text, match.end)
    return found is not None and fold(found.group(1)) in words().organisation_words | words().tails


def read_together(parts: Sequence[Part], registry: Registry, dateline: str) -> Together:
    """Return what the parts of an article say together; `dateline` tells where it is from."""
    said = _words(parts)
    return Together(
        registry,
        said,
        _surnames(parts),
        is_sport(said),
        is_sport(said, clearly=True),
        frozenset(name for part in parts for name in coached(part.text)) if is_sport(said) else frozenset(),
        _christened(parts),
        frozenset(short for part in parts for short in plain(part.text)),
        bearers(parts, registry),
        frozenset(name for part in parts for name in _PERSONAL.findall(part.text)),
        towns([dateline, *(part.text for part in parts)], registry),
        frozenset(_others(parts, registry)),
    )


def _words(parts: Sequence[Part]) -> frozenset[str]:
    return frozenset(word for part in parts for word in re.findall(r"\b[^\W\d_]+", part.text))


def _others(parts: Sequence[Part], registry: Registry) -> Iterator[tuple[str, Entry]]:
    """Yield acronyms with whom the registry takes them for, where the article writes out another's name."""
    said = [short for part in parts for short in _ACRONYM.findall(part.text) if registry.get(short)][:_MOST_ACRONYMS]
    for part in parts:
        for short, full in (*written_out(part.text), *abbreviations(part.text, said)):
            known = registry.get(short)
            spelt = (registry.get(name) for name in (full, full.replace(" of ", " of the ")))
            if known and known not in spelt and not _is_respelt(key(full), key(known.name)):
                yield short, known


def _is_respelt(full: tuple[str, ...], known: tuple[str, ...]) -> bool:
    """Tell whether most words of two names are the same: "World Health Organisation" has but another letter."""
    return 2 * len(set(full) & set(known)) > min(len(full), len(known))


def _christened(parts: Sequence[Part]) -> frozenset[str]:
    pattern = re.compile(rf"\b(?:{'|'.join(sorted(words().storms | words().crafts))})\s+([A-Z]\w+)", re.IGNORECASE)
    return frozenset(match.group(1) for part in parts for match in pattern.finditer(part.text))


def _surnames(parts: Sequence[Part]) -> frozenset[str]:
    full = (key(entity.text) for part in parts for entity in part.doc.ents if entity.label_ == "PERSON")
    full = (tuple(word for word in name if not word.isdigit()) for name in full)
    return frozenset(name[-1] for name in full if len(name) > 1 and not is_gerund(name[0]))
