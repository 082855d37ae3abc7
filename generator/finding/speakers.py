"""Who said a quote: the subject of a verb of speaking beside it."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from generator.finding.quoted import Quoted
from generator.finding.stretches import Stretches
from generator.lists import shipped
from generator.model import Actor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

_ACCORDING = re.compile(r"\baccording to\s+(?:the\s+)?", re.IGNORECASE)
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})
_CHAINED = frozenset({"conj", "pcomp", "prep", "xcomp", "advcl"})
_LONGEST_CHAIN = 3
_NEAR = 40
_SOMEBODYS = re.compile(r"\b(?:his|her|their) (?:[a-z-]+ )?[a-z-]+,? $", re.IGNORECASE)
_REACH = 4  # words between a verb and a name that the parse did not join


@dataclass(frozen=True, slots=True)
class Named:
    """An actor's name at `text[start:end]`."""

    start: int
    end: int
    actor: Actor


class Paragraph:
    """A parsed paragraph and the actors named in it."""

    def __init__(self, doc: "Doc", named: Stretches[Named]) -> None:
        """Offsets of `named` count in the text of `doc`."""
        self.doc = doc
        self.text = doc.text  # put together anew at every call
        self._named = named
        self._starts = [word.idx for word in doc]

    def words(self, start: int, end: int) -> "list[Token]":
        """Return the words that start in `text[start:end]`."""
        return list(self.doc[bisect_left(self._starts, start) : bisect_left(self._starts, end)])

    def name_at(self, offset: int) -> str:
        """Return the actor named at an offset, or the empty string."""
        return next((one.actor.name for one in self._named.within(offset, offset + 1)), "")

    def person_before(self, offset: int) -> Actor | None:
        """Return the person named last before an offset."""
        return next((one.actor for one in self._named.before(offset) if self.leads(one)), None)

    def leads(self, one: Named) -> bool:
        """Tell whether "she" can mean who is named there: a person, and not just somebody's ("her daughter, Ann")."""
        start = max(0, one.start - _NEAR)
        return one.actor.kind == "person" and not _SOMEBODYS.search(self.text, start, one.start)


def speaker(paragraph: Paragraph, said: Quoted, last: Actor | None) -> str:
    """Return the name of the actor who said it, or the empty string; `last` is whom a pronoun means."""
    for start, end, step in ((said.closes, said.after, 1), (said.before, said.opens, -1)):
        for verb in paragraph.words(start, end)[::step]:
            if verb.lemma_.lower() in _listed("speaking") and verb.pos_ in {"VERB", "AUX"}:
                return _subject(paragraph, verb, said, last)
        if match := _ACCORDING.search(paragraph.text, start, end):
            return paragraph.name_at(match.end())
    return ""


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(shipped("finding/reporting.yml")[name].split())


def _subject(paragraph: Paragraph, verb: "Token", said: Quoted, last: Actor | None) -> str:
    for subject in _subjects(verb):
        if said.start <= subject.idx < said.end:
            continue
        if subject.lower_ in _listed("pronouns"):
            return last.name if last else ""
        named = (subject, *(child for child in subject.children if child.dep_ == "appos"))
        return next((name for name in (paragraph.name_at(word.idx) for word in named) if name), "")
    return _beside(paragraph, verb)


def _subjects(verb: "Token") -> "Iterator[Token]":
    """Yield the subjects of a verb, then of the verbs it hangs on ("was quoted as saying")."""
    at = verb
    for _ in range(_LONGEST_CHAIN):
        yield from (child for child in at.children if child.dep_ in _SUBJECTS)
        if at.dep_ not in _CHAINED:
            return
        at = at.head


def _beside(paragraph: Paragraph, verb: "Token") -> str:
    """Return the name that stands right behind or before a verb whose subject the parse did not find."""
    order = [*range(verb.i + 1, verb.i + 1 + _REACH), *range(verb.i - 1, verb.i - 1 - _REACH, -1)]
    names = (paragraph.name_at(paragraph.doc[at].idx) for at in order if 0 <= at < len(paragraph.doc))
    return next((name for name in names if name), "")
