"""Who holds an office: whom "the minister" or "the Russian president" means."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from generator.finding.speech import listed
from generator.lists import shipped
from generator.registry import Own, Registry, Role

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOUNS = frozenset({"NOUN", "PROPN"})
_CARRIED = frozenset({"NOUN", "PROPN", "ADJ", "PART", "NUM"})
_MOST_BEFORE = 6  # words of "South Korean deputy foreign minister"

Place = tuple[int, int]  # the number of a passage, an offset into it


class Office(NamedTuple):
    """What "the Russian foreign minister" says of somebody."""

    noun: str
    parts: frozenset[str]  # "foreign"
    country: str  # its name, "" for none

    def means(self, other: "Office") -> bool:
        """Tell whether a holder of the other office can be meant: a labour secretary is the secretary."""
        same = self.noun == other.noun and (not self.country or self.country == other.country)
        return same and self.parts <= other.parts and not (other.parts - self.parts) & listed("lesser")


class Offices:
    """The offices of the people in an article."""

    def __init__(self, registry: Registry, day: date | None) -> None:
        """Know those of the desk as they were on the article's day."""
        self._registry = registry
        self._day = day.isoformat() if day else ""
        self._known: list[tuple[Place, str, Office]] = []

    def learn(self, name: str, words: "Sequence[Token]", place: Place) -> None:
        """Learn what stands beside the words of a person's name."""
        own = self._registry.desk.get(name)
        code = own.country if own else ""
        for noun in _nouns(words):
            office = _office(noun, self._registry)
            of = office.country or _called(code, self._registry)
            self._known.append((place, name, office._replace(country=of)))

    def holder(self, noun: "Token", place: Place) -> str:
        """Return who is meant at a place: of a country, the only one with that office, else the last one before."""
        if not _is_definite(noun):
            return ""
        office = _office(noun, self._registry, said=True)
        if any(child.dep_ in {"prep", "relcl"} for child in noun.rights) and not _owner(noun, self._registry):
            return ""
        fits = [(there, name) for there, name, known in self._known if office.means(known)]
        if not office.country:
            return next((name for there, name in reversed(fits) if there < place), "")
        names = {name for _, name in fits} or {own.name for own in self._registry.desk.actors if self._has(own, office)}
        return names.pop() if len(names) == 1 else ""

    def _has(self, own: Own, office: Office) -> bool:
        """Tell whether an actor of the desk had an office on the article's day."""
        country = _called(own.country, self._registry)
        return (
            own.kind in {None, "person"}
            and not own.ignore
            and any(office.means(_told(role.role, country, self._registry)) for role in own.roles if self._holds(role))
        )

    def _holds(self, role: Role) -> bool:
        if not self._day:
            return not role.since and not role.until
        begun = role.since <= self._day[: len(role.since)]
        return begun and (not role.until or self._day[: len(role.until)] <= role.until)


def _called(code: str, registry: Registry) -> str:
    entry = registry.country(code) if code else None
    return entry.name if entry else ""


def _told(role: str, country: str, registry: Registry) -> Office:
    """Read "President", "Transport Minister of Norway", "Russian president"; the country unless it says another."""
    title, _, of = role.partition(" of ")
    before, owner = title.split(), registry.get(of)
    stated = owner.name if owner and owner.kind == "country" else _country(before, registry)
    parts = [word.lower() for word in (*before[:-1], *of.split())]
    return Office(before[-1].lower() if before else "", frozenset(parts), stated or country)


def _nouns(words: "Sequence[Token]") -> "Iterator[Token]":
    """Yield the nouns that say what a named person is: "Labor Secretary", "a company spokesman"."""
    inside = {word.i for word in words}
    for head in words:
        near = [child for child in head.children if child.dep_ in {"compound", "appos", "nmod"}]
        above = [head.head] if head.dep_ == "appos" else []
        yield from (noun for noun in (*near, *above) if noun.i not in inside and noun.pos_ in _NOUNS)


def _office(noun: "Token", registry: Registry, *, said: bool = False) -> Office:
    before = _before(noun)
    country = _country([word.text for word in before], registry) or _owner(noun, registry)
    parts = [
        word.lower_ for word in before if not said or (word.lower_ in _parts() and not _country([word.text], registry))
    ]
    return Office(noun.lemma_.lower(), frozenset(parts), country)


def _before(noun: "Token") -> "list[Token]":
    """Return the words right before a noun that say more of it, from the first one on."""
    found: list[Token] = []
    for at in range(noun.i - 1, max(-1, noun.i - 1 - _MOST_BEFORE), -1):
        word = noun.doc[at]
        if word.pos_ not in _CARRIED and word.text != "-":
            break
        found.append(word)
    return found[::-1]


def _is_definite(noun: "Token") -> bool:
    before = _before(noun)
    first = before[0].i if before else noun.i
    the = any(child.lower_ == "the" for child in noun.lefts) or (first > 0 and noun.doc[first - 1].lower_ == "the")
    return the or any(word.tag_ == "POS" for word in before)


def _country(words: Sequence[str], registry: Registry) -> str:
    """Return the country that words name or are of: "South Korean", "Russia's", "U.S."."""
    for length in (2, 1):
        for at in range(len(words) - length + 1):
            text = " ".join(words[at : at + length])
            entry = (registry.demonym(text) or registry.get(text)) if text[0].isupper() else None
            if entry and entry.kind == "country":
                return entry.name
    return ""


def _owner(noun: "Token", registry: Registry) -> str:
    """Return the country behind a noun: "president of the United States"."""
    for child in noun.rights:
        if child.lower_ == "of":
            entry = registry.get(noun.doc[child.i + 1 : child.right_edge.i + 1].text)
            return entry.name if entry and entry.kind == "country" else ""
    return ""


@cache
def _parts() -> frozenset[str]:
    """Return the words that are a part of an office, not only said of its holder: "foreign", not "visiting"."""
    return frozenset(shipped("finding/names.yml")["titles"].split()) | listed("lesser")
