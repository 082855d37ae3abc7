"""Whom a text has named so far: whom "he", "Brock" or "the secretary" means."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from generator.finding.described import described
from generator.finding.offices import Offices, Place
from generator.finding.passages import Named, Passage
from generator.finding.ranked import behind_ranks
from generator.finding.speech import addressed, listed, speaks
from generator.lists import shipped
from generator.model import Actor

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_BESIDE = 25  # characters before a name in which a title stands
_BEHIND = re.compile(r",\s+(?:an?|the|his|her|its)\s+([^,.;]{1,60})")
_WORD = re.compile(r"[^\W\d_]+")


@cache
def _humans() -> frozenset[str]:
    return listed("humans") | frozenset(shipped("finding/people.yml")["roles"].split())


class Turn(NamedTuple):
    """From here on the text is about somebody."""

    place: Place
    name: str
    is_person: bool
    hearer: str = ""  # the person to whom it is told


class Cast:
    """Who is in an article, and from where on."""

    def __init__(self, told: Sequence[Passage], actors: Sequence[Actor], offices: Offices) -> None:
        """Read an article from its first passage to its last."""
        self._people = frozenset(actor.name for actor in actors if actor.kind == "person")
        self._countries = frozenset(actor.name for actor in actors if actor.kind == "country")
        full = {name: name.split()[-1] for name in self._people if " " in name}
        bearers = Counter(full.values())
        self._surnames = {surname: name for name, surname in full.items() if bearers[surname] == 1}
        self._genders: dict[str, str] = {}
        self._offices = offices
        self._turns: list[Turn] = []
        for passage in told:
            for one in passage.named.kept:
                if one.actor.kind == "person":
                    self._meet(passage, one)
        for passage in told:
            for sentence in passage.doc.sents:
                self._turns.extend(self._turn(passage, sentence))

    def who(self, passage: Passage, subject: "Token") -> str:
        """Return the name of the actor a subject means, or else its words; the empty string for nobody."""
        place = (passage.number, subject.idx)
        if subject.lower_ in listed("pronouns"):
            return self._answers(subject, place) or self._meant(subject.lower_, place)
        apposed = (child.idx for child in subject.children if child.dep_ == "appos")
        named = (behind_ranks(passage.text, subject.idx), subject.idx, *apposed)
        if actor := next(filter(None, map(passage.actor_at, named)), None):
            return actor.name
        return self._surnames.get(subject.text) or self._offices.holder(subject, place) or described(subject)

    def about(self, place: Place) -> str:
        """Return the person whom the text was about right before a place, in the same passage or the one before."""
        turns = self._before(place)[-1:]
        return next((turn.name for turn in turns if turn.is_person and turn.place[0] >= place[0] - 1), "")

    def _before(self, place: Place) -> list[Turn]:
        return self._turns[: bisect_left(self._turns, place, key=lambda turn: turn.place)]

    def _meant(self, pronoun: str, place: Place) -> str:
        turns = self._before(place)
        if pronoun in listed("plural"):
            return next((turn.name for turn in turns[-1:] if not turn.is_person), "")
        fits = (turn.name for turn in reversed(turns) if turn.is_person)
        return next((name for name in fits if self._fits(pronoun, name)), "")

    def _answers(self, pronoun: "Token", place: Place) -> str:
        """Return to whom the sentence before was told, if "he" replies to it."""
        if pronoun.head.lemma_.lower() not in listed("answering") or pronoun.lower_ in listed("plural"):
            return ""
        hearers = (turn.hearer for turn in self._before(place)[-1:])
        return next((name for name in hearers if name and self._fits(pronoun.lower_, name)), "")

    def _fits(self, pronoun: str, name: str) -> bool:
        gender = "feminine" if pronoun in listed("she") else "masculine"
        return self._genders.get(name, gender) == gender

    def _meet(self, passage: Passage, one: Named) -> None:
        """Learn what stands beside a person's name."""
        name, text = one.actor.name, passage.text
        behind = _BEHIND.match(text, one.end)
        before = _WORD.findall(text[max(0, one.start - _BESIDE) : one.start].lower())[-1:]
        after = _WORD.findall(behind.group(1).lower()) if behind else []
        for gender in ("feminine", "masculine"):
            if not listed(gender).isdisjoint([*before, *after]):
                self._genders.setdefault(name, gender)
        self._offices.learn(name, passage.words(one.start, one.end), (passage.number, one.start))

    def _turn(self, passage: Passage, sentence: "Span") -> Iterator[Turn]:
        """Yield whom a sentence is about: who speaks in it, or else the subject of its main verb, else of another."""
        subjects = (word for word in sentence if word.dep_ in _SUBJECTS and not passage.quotes_at(word.idx))
        outside = [word for word in subjects if not passage.is_medium(word)]
        for word in sorted(outside, key=lambda word: (not speaks(word.head), word.head.dep_ != "ROOT", word.i)):
            name = self.who(passage, word)
            person = name in self._people or (speaks(word.head) and self._may_be_person(name, word))
            if name and (person or word.head.dep_ == "ROOT"):
                yield Turn((passage.number, word.idx), name, person, self._hearer(passage, word.head))
                return

    def _hearer(self, passage: Passage, verb: "Token") -> str:
        told = addressed(verb)[-1:] if speaks(verb) else []
        names = (actor.name for actor in (passage.actor_at(word.idx) for word in told) if actor)
        return next((name for name in names if name in self._people), "")

    def _may_be_person(self, name: str, subject: "Token") -> bool:
        """Tell whether "he" can mean a speaker not known as a person: short names are often taken for bodies."""
        if subject.dep_ != "nsubj" or name in self._countries or subject.tag_ not in {"NN", "NNP"}:
            return False
        return subject.pos_ == "PROPN" or subject.lemma_.lower() in _humans()
