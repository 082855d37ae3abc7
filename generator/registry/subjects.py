"""The topics that an article may be about, and the words that speak for each."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from hashlib import sha256

from generator.lists import shipped
from generator.registry.gazetteer import key

OWN = "own:"  # begins the id of a topic that is none of IPTC's

_TIERS = {"keywords": 1.0, "strong": 2.0, "weak": 0.6, "neutral": 0.0}
_PIECE = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Subject:
    """A topic; `weights` says how much each keyword weighs, `broader` is the id of the topic that it is part of."""

    id: str
    label: str
    weights: Mapping[str, float]
    broader: str = ""
    hidden: bool = False  # not to be found by the program

    @property
    def is_own(self) -> bool:
        """Whether it is the desk's, and none of IPTC's."""
        return self.id.startswith(OWN)


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The keywords of some topics; one weighs less the more of them share it."""

    subjects: tuple[Subject, ...]
    weights: Mapping[str, Mapping[str, float]]  # by keyword and topic id
    longest: Mapping[str, int]  # by first piece: the pieces of the longest keyword that begins with it

    @classmethod
    def of(cls, subjects: Iterable[Subject]) -> "Lexicon":
        """Return the keywords of these topics."""
        listed = tuple(subjects)
        shared = Counter(keyword for subject in listed for keyword in subject.weights)
        weights: dict[str, dict[str, float]] = {keyword: {} for keyword in shared}
        for subject in listed:
            for keyword, weight in subject.weights.items():
                weights[keyword][subject.id] = weight / shared[keyword]
        longest: dict[str, int] = {}
        for keyword in weights:
            first, *others = keyword.split()
            longest[first] = max(longest.get(first, 0), 1 + len(others))
        return cls(listed, weights, longest)


@dataclass(frozen=True, eq=False)
class Subjects:
    """All topics, the shipped ones first; what the desk says of them is in them."""

    everything: tuple[Subject, ...]
    digest: str = ""  # of what the desk says, "" for nothing
    former: Mapping[str, str] = field(default_factory=dict)  # labels that the desk has renamed, with the topic's id

    @cached_property
    def top(self) -> Lexicon:
        """The topics that are part of no other, without the desk's own that have keywords: those stand apart.

        Hidden ones are among them, so that their articles do not fall to a topic that fits worse.
        """
        return Lexicon.of(
            subject
            for subject in self.everything
            if not subject.broader and not (subject.is_own and (subject.weights or subject.hidden))
        )

    @cached_property
    def own(self) -> Lexicon:
        """The topics of the desk's own that have keywords, wherever they stand."""
        return Lexicon.of(one for one in self.everything if one.is_own and one.weights and not one.hidden)

    @cached_property
    def _below(self) -> Mapping[str, Lexicon]:
        parts: dict[str, list[Subject]] = {}
        for subject in self.everything:
            if subject.broader and not subject.is_own:
                parts.setdefault(subject.broader, []).append(subject)
        return {broader: Lexicon.of(listed) for broader, listed in parts.items()}

    def below(self, identifier: str) -> Lexicon | None:
        """Return IPTC's topics that are part of the one with this id, None where there are none."""
        return self._below.get(identifier)

    @cached_property
    def own_ids(self) -> frozenset[str]:
        """The ids of the desk's own that have keywords."""
        return frozenset(subject.id for subject in self.own.subjects)

    @cached_property
    def taught_alone(self) -> frozenset[str]:
        """The ids of the topics that can be known from people's pages alone, since they have no keywords."""
        return frozenset(subject.id for subject in self.everything if not subject.weights)

    @cached_property
    def hidden(self) -> frozenset[str]:
        """The ids of the topics that are weighed but never shown."""
        return frozenset(subject.id for subject in self.everything if subject.hidden)

    @cached_property
    def _by_name(self) -> Mapping[tuple[str, ...], Subject]:
        by_id = {subject.id: subject for subject in self.everything}
        named = {key(label): by_id[identifier] for label, identifier in self.former.items()}
        return named | {key(subject.label): subject for subject in self.everything}

    def get(self, name: str) -> Subject | None:
        """Return the topic of a label, old or new, in whatever capitals; None for one that is not known."""
        return self._by_name.get(key(name))

    def name_of(self, name: str) -> str:
        """Return what a topic is called, the name itself where it is not known."""
        subject = self.get(name)
        return subject.label if subject else name

    def with_own(self, labels: Iterable[str]) -> "Subjects":
        """Return the topics and, without keywords, those of these labels that are none of them."""
        own = (Subject(own_id(label), label, {}) for label in labels if not self.get(label))
        new = tuple({subject.id: subject for subject in own}.values())
        return Subjects((*self.everything, *new), self.digest, self.former) if new else self

    @cached_property
    def _labels(self) -> Mapping[str, str]:
        return {subject.id: subject.label for subject in self.everything}

    def label_of(self, identifier: str) -> str:
        """Return the label of the topic with this id, "" for none."""
        return self._labels.get(identifier, "")


@cache
def shipped_subjects() -> Subjects:
    """Return the topics of IPTC's two upper levels with Standfirst's keywords."""
    rows = [*shipped("registry/topics.yml"), *shipped("registry/subtopics.yml")]
    return Subjects(tuple(Subject(row["id"], row["label"], _weights(row), row.get("broader", "")) for row in rows))


def own_id(label: str) -> str:
    """Return the id of a topic of the desk's own."""
    return OWN + "-".join(key(label))


def keyword(text: str) -> str:
    """Return a keyword as texts are searched for it: in small letters, marks apart from words."""
    return " ".join(pieces(text))


def pieces(text: str) -> list[str]:
    """Return the words and marks of a text, in small letters."""
    return _PIECE.findall(text.lower().replace("’", "'"))


def fingerprint(parts: object) -> str:
    """Return twelve hexadecimal digits that stand for what the desk says."""
    return sha256(repr(parts).encode(errors="surrogateescape")).hexdigest()[:12]


def _weights(row: Mapping[str, str]) -> dict[str, float]:
    return {word: weight for tier, weight in _TIERS.items() for word in _split(row.get(tier, ""))}


def _split(text: str) -> list[str]:
    return [word for part in text.split(",") if (word := keyword(part))]
