"""Sources at the end of a sentence that are nobody in particular: ", officials said", ", according to a study"."""

from functools import cache
from typing import TYPE_CHECKING

from generator.lists import shipped
from generator.registry import load

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_TIMES = frozenset({"DATE", "TIME"})
_SUBJECT = "nsubj"
_OBJECT = "pobj"


def told(sentence: "Span") -> "Token":
    """Return the verb of what a sentence tells, which is not that of saying where nobody in particular says it."""
    root = sentence.root
    said = [child for child in root.children if child.dep_ == "ccomp" and child.right_edge.i < root.i]
    if not said or not is_saying(root):
        return root
    source = sentence.doc[said[0].right_edge.i + 1 : sentence.end]
    return said[0] if is_nobody(source) or (_accuses_nobody(said[0]) and _helps(source)) else root


def is_saying(verb: "Token") -> bool:
    """Whether a verb is one of saying, whose sentence tells nothing without what is said."""
    return verb.lemma_ in _listed("saying")


def is_nobody(source: "Span") -> bool:
    """Whether the words for a source name nobody but some who accuse nobody as a rule: officials, a study, NASA."""
    named = (word.pos_ == "PROPN" and word.ent_type_ not in _TIMES for word in source)
    heads = [word for word in source if _is_source(word)]
    if heads and all(_is_medium(word) or _measures(word) for word in heads):
        return True
    return not any(named) and bool(heads) and _listed("sources").issuperset(word.lemma_.lower() for word in heads)


def _is_medium(word: "Token") -> bool:
    """Whether a source only carries what it reports: "a newspaper", "the news agency TASS", not its spokesman."""
    if word.lemma_.lower() in _listed("media") or any(child.lower_ == "news" for child in word.children):
        return True
    whole = word.doc[word.left_edge.i : word.right_edge.i + 1]
    at = word.idx - whole.start_char
    return any(match.value.kind == "source" and match.start <= at < match.end for match in load().find(whole.text))


def _measures(word: "Token") -> bool:
    """Whether a source is a body that measures or counts: "the European Space Agency", not its director."""
    return _is_of(word, "measuring", "counting", "counted")


def _is_of(word: "Token", alone: str, last: str, before: str) -> bool:
    """Whether a word is in the first list, or in the second with one of the third before it."""
    lemma, earlier = word.lemma_.lower(), {child.lower_ for child in word.subtree if child.i < word.i}
    return lemma in _listed(alone) or (lemma in _listed(last) and not earlier.isdisjoint(_listed(before)))


def _helps(source: "Span") -> bool:
    """Whether a source helps people and sees to order: "police", "the fire service"."""
    heads = [word for word in source if _is_source(word)]
    return bool(heads) and all(_is_of(word, "helping", "serving", "served") for word in heads)


def _accuses_nobody(verb: "Token") -> bool:
    """Whether a clause tells what befell somebody or what a fire or a storm did."""
    subjects = [child for child in verb.children if child.dep_ in {_SUBJECT, "nsubjpass"}]
    named = any(child.dep_ == "agent" for child in verb.children)
    return bool(subjects) and (
        (subjects[0].dep_ != _SUBJECT and not named)
        or subjects[0].lemma_.lower() in _listed("forces")
        or verb.lemma_ in _listed("befalling")
    )


def _is_source(word: "Token") -> bool:
    by = word.dep_ == _OBJECT and word.head.lower_ == "to" and word.head.head.lower_ == "according"
    return by or (word.dep_ == _SUBJECT and is_saying(word.head))


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(shipped("summarising/clause.yml")[name]["en"])
