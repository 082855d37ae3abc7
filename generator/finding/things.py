"""Nouns that stand for nobody who could speak: "the march", "the quake"."""

from functools import cache
from typing import TYPE_CHECKING

from generator.finding.speech import humans, listed
from generator.finding.words import words
from generator.lists import shipped
from generator.registry import fold

if TYPE_CHECKING:
    from spacy.tokens import Token

_HEARERS = frozenset({"dobj", "dative"})
_DOERS = ("ee", "eer", "ian", "ist", "man", "woman", "person", "people")


def is_thing(word: "Token") -> bool:
    """Tell whether a common noun is known neither as a person, nor as a body, nor as what holds somebody's words."""
    lemma = fold(word.lemma_)
    return word.pos_ == "NOUN" and lemma not in _speakers() and not lemma.endswith(_DOERS)


def shows(subject: "Token", verb: "Token") -> bool:
    """Tell whether a thing shows something, which nobody says: "the quake suggests that"."""
    told = verb.lemma_.lower() == "tell" and any(child.dep_ in _HEARERS for child in verb.children)
    return is_thing(subject) and verb.lemma_.lower() in listed("showing") and not told


@cache
def _speakers() -> frozenset[str]:
    return humans() | listed("some") | listed("utterances") | bodies()


@cache
def bodies() -> frozenset[str]:
    """Return what people together are called, in small letters."""
    companies = frozenset(shipped("finding/beside.yml")["bodies"].split())
    return companies | listed("collectives") | words().organisation_words
