"""Whether a text speaks of somebody as him or as her."""

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from generator.finding.speech import humans, listed, speaks
from generator.lists import shipped
from generator.registry import fold

if TYPE_CHECKING:
    from spacy.tokens import Token

_BESIDE = 25  # characters before a name in which a title stands
_BEHIND = re.compile(r",\s+(?:an?|the|his|her|its)\s+([^,.;]{1,60})")
_WORD = re.compile(r"[^\W\d_]+")
_GENDERS = ("feminine", "masculine")
_FAR = 8  # words behind a verb


class Genders:
    """What is known of people by their names; whatever is learned first holds."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._known: dict[str, str] = {}

    def learn_given(self, name: str) -> None:
        """Learn from the given name of a full name: "Mary Brown"."""
        given, *rest = name.split()
        for gender in _GENDERS if rest else ():
            if fold(given) in _given(gender):
                self._known.setdefault(name, gender)

    def learn_beside(self, name: str, text: str, start: int, end: int) -> None:
        """Learn from the words beside a name at `text[start:end]`: "Mrs.", "a businessman"."""
        behind = _BEHIND.match(text, end)
        before = _words(text[max(0, start - _BESIDE) : start])[-1:]
        self._learn(name, [*before, *(_words(behind.group(1)) if behind else [])])

    def learn_spoken(self, name: str, subject: "Token") -> None:
        """Learn from a subject that is a pronoun, or from the one by which it speaks of itself: "Berg said she"."""
        pronoun = subject if subject.lower_ in listed("singular") else _own_pronoun(subject)
        if pronoun is not None:
            self._known.setdefault(name, gender_of(pronoun.lower_))

    def fits(self, pronoun: str, name: str) -> bool:
        """Tell whether a pronoun can mean somebody."""
        return self._known.get(name, gender_of(pronoun)) == gender_of(pronoun)

    def is_one(self, pronoun: str, name: str) -> bool:
        """Tell whether somebody is known as one whom a pronoun can mean."""
        return self._known.get(name) == gender_of(pronoun)

    def _learn(self, name: str, words: Sequence[str]) -> None:
        for gender in _GENDERS:
            if not listed(gender).isdisjoint(words):
                self._known.setdefault(name, gender)


def gender_of(pronoun: str) -> str:
    """Return the gender of a singular pronoun."""
    return "feminine" if pronoun in listed("she") else "masculine"


@cache
def _given(gender: str) -> frozenset[str]:
    return frozenset(shipped("finding/genders.yml")[gender].split())


def _own_pronoun(subject: "Token") -> "Token | None":
    """Return the pronoun behind a verb of speaking, if nobody else is named before it."""
    verb = subject.head
    if not speaks(verb) or verb.i < subject.i:
        return None
    for word in verb.doc[verb.i + 1 : verb.i + 1 + _FAR]:
        if word.lower_ in listed("singular"):
            return word
        if word.ent_type_ == "PERSON" or word.is_quote or word.lemma_.lower() in humans() or word.pos_ == "PRON":
            return None
    return None


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())
