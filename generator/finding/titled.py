"""What a title says somebody is: "the Russian foreign minister"."""

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from generator.finding.speech import listed
from generator.lists import shipped
from generator.registry import Registry

if TYPE_CHECKING:
    from spacy.tokens import Token

_CARRIED = frozenset({"NOUN", "PROPN", "ADJ", "PART", "NUM"})
_MOST_OF_PLACE = 3  # words
_MOST_BEFORE = 6  # words of "South Korean deputy foreign minister"


class Office(NamedTuple):
    """What "the Russian foreign minister" says of somebody."""

    noun: str
    parts: frozenset[str]  # "foreign"
    country: str  # its name, "" for none
    place: str = ""  # another one, in the text's words: "Maryland"

    def means(self, other: "Office") -> bool:
        """Tell whether a holder of the other office can be meant: a labour secretary is the secretary."""
        same = self.noun == other.noun and (not self.country or self.country == other.country)
        there = not self.place or self.place == other.place or set(self.place.lower().split()) <= other.parts
        return same and there and self.parts <= other.parts and not (other.parts - self.parts) & listed("lesser")


def role_of(role: str, country: str, registry: Registry) -> Office:
    """Read "President", "Transport Minister of Norway", "Russian president"; the country unless it says another."""
    title, _, of = role.partition(" of ")
    before, owner = title.split(), registry.get(of)
    stated = owner.name if owner and owner.kind == "country" else _country(before, registry)
    parts = [word.lower() for word in (*before[:-1], *of.split())]
    return Office(before[-1].lower() if before else "", frozenset(parts), stated or country)


def office_of(noun: "Token", registry: Registry, *, said: bool = False) -> Office:
    """Return the office of a noun; words that are `said` of its holder without being a part of it are left out."""
    before = _before(noun)
    country = _country([word.text for word in before], registry) or owner_of(noun, registry)
    parts = [
        word.lower_ for word in before if not said or (word.lower_ in _parts() and not _country([word.text], registry))
    ]
    return Office(noun.lemma_.lower(), frozenset(parts), country, "" if country else place_of(noun))


def _before(noun: "Token") -> "list[Token]":
    """Return the words right before a noun that say more of it, from the first one on."""
    found: list[Token] = []
    for at in range(noun.i - 1, max(-1, noun.i - 1 - _MOST_BEFORE), -1):
        word = noun.doc[at]
        if word.pos_ not in _CARRIED and word.text != "-":
            break
        found.append(word)
    return found[::-1]


def is_definite(noun: "Token") -> bool:
    """Tell whether one holder is meant: "the president", "Russia's president"."""
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


def owner_of(noun: "Token", registry: Registry) -> str:
    """Return the country behind a noun: "president of the United States"."""
    for child in noun.rights:
        if child.lower_ == "of":
            entry = registry.get(noun.doc[child.i + 1 : child.right_edge.i + 1].text)
            return entry.name if entry and entry.kind == "country" else ""
    return ""


def place_of(noun: "Token") -> str:
    """Return the name behind a noun: "governor of Maryland"."""
    for child in noun.rights:
        behind = noun.doc[child.i + 1 : child.right_edge.i + 1]
        if child.lower_ == "of" and 0 < len(behind) <= _MOST_OF_PLACE and all(word.pos_ == "PROPN" for word in behind):
            return str(behind.text)
    return ""


@cache
def _parts() -> frozenset[str]:
    """Return the words that are a part of an office, not only said of its holder: "foreign", not "visiting"."""
    return frozenset(shipped("finding/names.yml")["titles"].split()) | listed("lesser")
