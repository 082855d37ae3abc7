"""Whom a text has named so far: whom "he", "Brock" or "the secretary" means."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from generator.finding.according import according
from generator.finding.brought import brought_in, is_new_being
from generator.finding.described import described, is_another, is_epithet, is_one_of, joined
from generator.finding.fields import behind_field
from generator.finding.genders import Genders
from generator.finding.offices import Offices, Place
from generator.finding.passages import Named, Passage
from generator.finding.pronouns import is_empty, may_mean, sentence_before
from generator.finding.ranked import behind_ranks
from generator.finding.speech import addressed, humans, listed, speaks
from generator.finding.things import bodies, is_thing
from generator.finding.utterances import authors, is_utterance
from generator.model import Actor
from generator.registry import fold

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_ONE = frozenset({"NN", "NNP"})
_THIRD = frozenset({"he", "her", "him", "his", "she"})
_OWNER = ("'s", "’s")
_MARKS = frozenset("'\"`’”")
_SEVERAL = frozenset({"NNS", "NNPS"})
_APART = re.compile(r",[^,;:]{1,80},")  # ", a farmer,"
_COMMAS = 3
_FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})


class Turn(NamedTuple):
    """From here on the text is about somebody."""

    place: Place
    name: str
    is_person: bool
    speaks: bool = False  # or is somebody who could
    hearer: str = ""  # the person to whom it is told
    asked: str = ""  # or who is asked, in the words of the text where no name is told
    several: bool = False  # whom "it" cannot mean


class Cast:
    """Who is in an article, and from where on."""

    def __init__(self, told: Sequence[Passage], actors: Sequence[Actor], offices: Offices) -> None:
        """Read an article from its first passage to its last."""
        self._people = frozenset(actor.name for actor in actors if actor.kind == "person")
        self._no_people = frozenset(actor.name for actor in actors if actor.kind == "country" or _is_body(actor))
        self._short = _short_names(self._people)
        self._genders = Genders()
        self._offices = offices
        self._turns: list[Turn] = []
        self._named: list[tuple[Place, str]] = []
        self._bodies: list[tuple[Place, str]] = []
        for passage in told:
            for one in passage.named.kept:
                if one.actor.kind == "person":
                    self._meet(passage, one)
                elif one.actor.kind == "organisation":
                    self._bodies.append(((passage.number, one.start), one.actor.name))
        for name in self._people:
            self._genders.learn_given(name)
        for passage in told:
            for sentence in passage.doc.sents:
                turns = [*self._turn(passage, sentence), *self._according(passage, sentence)]
                self._turns.extend(sorted(turns, key=lambda turn: turn.place))

    @property
    def subjects(self) -> Iterator[tuple[Place, str]]:
        """Yield whom each sentence is about, with the place of its subject."""
        yield from ((turn.place, turn.name) for turn in self._turns)

    def who(self, passage: Passage, subject: "Token") -> str:
        """Return the name of the actor a subject means, or else its words; the empty string for nobody."""
        place = (passage.number, subject.idx)
        if subject.lower_ in listed("pronouns"):
            return self._answers(passage, subject, place) or self._meant(passage, subject)
        children = (*subject.children, *joined(subject).children)
        apposed = (child.idx for child in children if child.dep_ == "appos")
        places = (behind_ranks(passage.text, subject.idx), subject.idx, *apposed)
        if actor := next(filter(None, map(passage.actor_at, places)), None):
            return actor.name
        named = self._short.get(subject.text) or self._offices.holder(subject, place)
        found = named or self._author(passage, subject) or self._called(passage, subject)
        return found or self._apposed(passage, subject) or self._body(subject, place) or described(subject)

    def _body(self, subject: "Token", place: Place) -> str:
        """Return the only body named so far that "the agency" can mean by its name."""
        word = subject.lemma_.lower()
        if word not in listed("meant_bodies") or [child.lower_ for child in subject.children] != ["the"]:
            return ""
        meant = {name for at, name in self._bodies if at < place and word in fold(name).split()}
        return meant.pop() if len(meant) == 1 else ""

    def _apposed(self, passage: Passage, subject: "Token") -> str:
        """Return the person named behind words for somebody and a comma: "the head of NATO, Anna Berg, said"."""
        words = (subject, *(child for child in subject.children if child.dep_ == "compound"))  # "secretary general"
        if humans().isdisjoint(word.lemma_.lower() for word in words):
            return ""
        if before := self._before_verb(passage, subject.head):
            return before
        held = behind_field(passage.text, subject.idx)
        if held and (holder := passage.actor_at(held)) and holder.name in self._people:
            return holder.name
        behind = passage.doc[subject.i + 1 : subject.right_edge.i + 1]
        until = takewhile(lambda word: word.pos_ not in {"VERB", "AUX"}, behind)
        named = (passage.actor_at(word.idx) for word in until if word.nbor(-1).text == "," and word.i > subject.i + 1)
        return next((actor.name for actor in named if actor and actor.name in self._people), "")

    def _before_verb(self, passage: Passage, verb: "Token") -> str:
        """Return the person named between commas before a verb: "the engineer who had warned, Anna Berg, said"."""
        if verb.i < _COMMAS or verb.nbor(-1).text != ",":
            return ""
        one = next(iter(passage.named.within(verb.nbor(-2).idx, verb.nbor(-2).idx + 1)), None)
        apart = one and passage.text[: one.start].endswith(", ")
        return one.actor.name if one and apart and one.actor.name in self._people else ""

    def _called(self, passage: Passage, subject: "Token") -> str:
        """Return the person of the sentence before whom words describe anew: "the former governor"."""
        if not is_epithet(subject):
            return ""
        last = self._before((passage.number, subject.idx))[-1:]
        start = sentence_before(passage, subject)
        return next((turn.name for turn in last if turn.name in self._people and turn.place >= start), "")

    def _author(self, passage: Passage, subject: "Token") -> str:
        """Return who speaks by what holds words: "Anna Berg's letter"."""
        found = authors(subject) if is_utterance(subject) else ()
        return next(filter(None, (self.who(passage, author) for author in found)), "")

    def is_person(self, name: str) -> bool:
        """Tell whether a name is that of a person in the article."""
        return name in self._people

    def about(self, place: Place) -> str:
        """Return the person whom the text was about right before a place, in the same passage or the one before."""
        turns = self._before(place)[-1:]
        return next((turn.name for turn in turns if turn.is_person and turn.place[0] >= place[0] - 1), "")

    def _before(self, place: Place) -> list[Turn]:
        return self._turns[: bisect_left(self._turns, place, key=lambda turn: turn.place)]

    def _meant(self, passage: Passage, word: "Token") -> str:
        pronoun, place = word.lower_, (passage.number, word.idx)
        turns = self._before(place)
        if pronoun in listed("neuter"):
            turns = [turn for turn in turns if not turn.several][-1:]
            turns = [turn for turn in turns if turn.place >= sentence_before(passage, word)]
        if pronoun in listed("plural") | listed("neuter"):
            return next((turn.name for turn in turns[-1:] if turn.speaks and not turn.is_person), "")
        fits = (turn for turn in reversed(turns) if turn.is_person and self._genders.fits(pronoun, turn.name))
        last = next(fits, None)
        if last and last.place[0] == passage.number:
            return last.name
        return self._named_here(passage, word) or (last.name if last else self._beside(pronoun, place))

    def _named_here(self, passage: Passage, pronoun: "Token") -> str:
        """Return the only person named in a paragraph before a pronoun's sentence, unless it tells of another."""
        until = pronoun.sent.start_char
        before = (one for one in passage.named.kept if one.end <= until and one.actor.name in self._people)
        outside = (one for one in before if not passage.quotes_at(one.start) and not _describes(passage, one))
        fits = [one for one in outside if self._genders.fits(pronoun.lower_, one.actor.name)]
        if len({one.actor.name for one in fits}) != 1:
            return ""
        hers = pronoun.lower_ in listed("she")
        lead = (word for word in passage.words(0, fits[0].start) if word.lower_ in _THIRD)
        earlier = any((word.lower_ in listed("she")) == hers and not passage.quotes_at(word.idx) for word in lead)
        return "" if earlier else fits[0].actor.name

    def _beside(self, pronoun: str, place: Place) -> str:
        """Return the last person named right before whom a pronoun can only mean by their name or title."""
        named = self._named[: bisect_left(self._named, place, key=lambda one: one[0])]
        near = (name for at, name in reversed(named) if at[0] >= place[0] - 1)
        return next((name for name in near if self._genders.is_one(pronoun, name)), "")

    def _answers(self, passage: Passage, pronoun: "Token", place: Place) -> str:
        """Return to whom the sentence before was told, if "he" replies to it, or who was asked in it."""
        if pronoun.lower_ not in listed("singular") or not speaks(pronoun.head):
            return ""
        replies = pronoun.head.lemma_.lower() in listed("answering")
        asks = any(one.near(pronoun.idx) and passage.text[one.start : one.end].endswith("?") for one in passage.quoted)
        last = self._before(place)[-1:]
        hearers = ((not asks and turn.asked) or (turn.hearer if replies else "") for turn in last)
        return next((name for name in hearers if name and self._genders.fits(pronoun.lower_, name)), "")

    def _meet(self, passage: Passage, one: Named) -> None:
        """Learn what stands beside a person's name."""
        name = one.actor.name
        self._named.append(((passage.number, one.start), name))
        self._genders.learn_beside(name, passage.text, one.start, one.end)
        self._offices.learn(name, passage.words(one.start, one.end), (passage.number, one.start))

    def _turn(self, passage: Passage, sentence: "Span") -> Iterator[Turn]:
        """Yield whom a sentence is about: who speaks in it, or else the subject of its main verb, else of another.

        A person in a clause beside it comes too: "Concern grew, but Anna Berg signed".
        """
        if one := self._without_subject(passage, sentence):
            yield Turn((passage.number, one.start), one.actor.name, is_person=True, speaks=True)
            return
        subjects = (word for word in sentence if _is_subject(word) and not passage.quotes_at(word.idx))
        outside = [word for word in subjects if not passage.is_medium(word) and not is_empty(word)]
        ranked = sorted(outside, key=lambda word: (not speaks(word.head), word.head.dep_ != "ROOT", word.i))
        for word in (self._named_before(passage, word, outside) for word in ranked):
            name = self.who(passage, word)
            person = self._is_person(name, word)
            if name and (person or word.head.dep_ == "ROOT"):
                if person:
                    self._genders.learn_spoken(name, word)
                heard, asked = self._hearer(passage, word.head), self._asked(passage, word.head)
                could = speaks(word.head) or not is_thing(word)
                yield Turn((passage.number, word.idx), name, person, could, heard, asked, word.tag_ in _SEVERAL)
                if not person:
                    yield from self._joined(passage, word, outside)
                    yield from self._opening(passage, sentence)
                return
        new = (word for word in brought_in(sentence) if not passage.quotes_at(word.idx))
        yield from (Turn((passage.number, word.idx), described(word), is_person=True) for word in new)
        yield from self._opening(passage, sentence)

    def _without_subject(self, passage: Passage, sentence: "Span") -> Named | None:
        """Return the person named before a main verb of speaking whose subject the parse took for something else."""
        verb = sentence.root
        if not speaks(verb) or any(child.dep_ in _SUBJECTS for child in verb.children) or passage.quotes_at(verb.idx):
            return None
        before = [one for one in passage.named.kept if sentence.start_char <= one.start and one.end <= verb.idx]
        people = [one for one in before if one.actor.name in self._people and not passage.quotes_at(one.start)]
        last = people[-1] if people else None
        between = passage.text[last.end : verb.idx].strip() if last else "-"
        return last if not between or _APART.fullmatch(between) else None

    def _opening(self, passage: Passage, sentence: "Span") -> Iterator[Turn]:
        """Yield the person named before any verb: "For Anna Berg, 35, the wait was over"."""
        verb = next((word.idx for word in sentence if word.tag_ in _FINITE), sentence.end_char)
        for one in passage.named.kept:
            if sentence.start_char <= one.start < verb and one.actor.name in self._people:
                if not passage.quotes_at(one.start) and not _describes(passage, one):
                    yield Turn((passage.number, one.start), one.actor.name, is_person=True)
                return

    def _joined(self, passage: Passage, first: "Token", subjects: "Sequence[Token]") -> Iterator[Turn]:
        behind = (word for word in subjects if word.i > first.i and word.head.dep_ == "conj")
        named = ((word, self.who(passage, word)) for word in behind if word.pos_ == "PROPN")
        people = [(word, name) for word, name in named if name in self._people]
        yield from (Turn((passage.number, word.idx), name, is_person=True) for word, name in people[:1])

    def _named_before(self, passage: Passage, pronoun: "Token", subjects: "Sequence[Token]") -> "Token":
        """Return the subject that a pronoun takes up in its own sentence: "Anna Berg laughed when she called"."""
        if pronoun.lower_ not in listed("singular"):
            return pronoun
        before = (word for word in subjects if word.pos_ == "PROPN" and may_mean(pronoun, word))
        named = (word for word in before if self.who(passage, word) in self._people)
        fits = (word for word in named if self._genders.fits(pronoun.lower_, self.who(passage, word)))
        return next(fits, pronoun)

    def _according(self, passage: Passage, sentence: "Span") -> Iterator[Turn]:
        """Yield whom a sentence is according to: a person or a body that has a name."""
        head = according(passage, sentence.start_char, sentence.end_char)
        name = self.who(passage, head) if head is not None else ""
        if head is not None and (name in self._people or passage.actor_at(head.idx)):
            yield Turn((passage.number, head.idx), name, is_person=name in self._people, speaks=True)

    def _hearer(self, passage: Passage, verb: "Token") -> str:
        told = addressed(verb)[-1:] if speaks(verb) else []
        names = (actor.name for actor in (passage.actor_at(word.idx) for word in told) if actor)
        return next((name for name in names if name in self._people), "")

    def _asked(self, passage: Passage, verb: "Token") -> str:
        if verb.lemma_.lower() not in listed("asking"):
            return ""
        called = (word for word in addressed(verb)[-1:] if word.lemma_.lower() in humans() and word.tag_ in _ONE)
        return self._hearer(passage, verb) or next(map(described, called), "")

    def _is_person(self, name: str, subject: "Token") -> bool:
        """Tell whether "he" can mean a subject: of one who speaks, a short name is often taken for a body's."""
        if name in self._people:
            return subject.tag_ != "NNPS"  # "the Beatles"
        if subject.head.dep_ == "ROOT" and is_new_being(subject):
            return True
        if subject.dep_ == "nsubj" and speaks(subject.head) and is_one_of(subject):
            return True
        if subject.dep_ != "nsubj" or name in self._no_people or subject.tag_ not in _ONE:
            return False
        if subject.lemma_.lower() in humans():
            return speaks(subject.head) or (subject.head.dep_ == "ROOT" and is_another(subject))
        return speaks(subject.head) and subject.pos_ == "PROPN" and fold(subject.text) not in bodies()


def _short_names(people: Collection[str]) -> dict[str, str]:
    """Return whose surname, or else first name ("Sun" of Sun Weidong), is one person's alone, with the whole names."""
    full = [name.split() for name in people if " " in name]
    last, first = Counter(name[-1] for name in full), Counter(name[0] for name in full)
    firsts = {name[0]: " ".join(name) for name in full if first[name[0]] == 1 and name[0] not in last}
    return firsts | {name[-1]: " ".join(name) for name in full if last[name[-1]] == 1}


def _describes(passage: Passage, one: Named) -> bool:
    """Tell whether a name says what something is: "the Berg report", "the 'Anna' triumph"."""
    words = passage.words(one.start, one.end)
    marked = passage.text[one.end : one.end + 1] in _MARKS and not passage.text.startswith(_OWNER, one.end)
    return not words or marked or (words[-1].dep_ in {"amod", "compound", "nmod"} and words[-1].head.tag_[:2] == "NN")


def _is_subject(word: "Token") -> bool:
    """Tell whether a word is a subject, or a name with a verb that was read as its own: "Anna Berg, 58, watched"."""
    if word.dep_ in _SUBJECTS:
        return True
    held = {child.dep_ for child in word.children}
    return word.dep_ == "ROOT" and word.pos_ == "PROPN" and "acl" in held and held.isdisjoint(_SUBJECTS)


def _is_body(actor: Actor) -> bool:
    """Tell whether an actor is a body by its name: others may be people whom the text names in short."""
    return actor.kind == "organisation" and not bodies().isdisjoint(map(fold, actor.name.split()))
