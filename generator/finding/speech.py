"""Verbs of speaking, with their subjects."""

from functools import cache
from typing import TYPE_CHECKING

from generator.lists import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

_SUBJECTS = frozenset({"nsubj", "csubj"})
_CHAINED = frozenset({"conj", "pcomp", "prep", "xcomp", "advcl"})
_LONGEST_CHAIN = 4
_LONGEST_ADDRESS = 4  # words of "told the Security Council"
_FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})


@cache
def listed(name: str) -> frozenset[str]:
    """Return the words of a list."""
    return frozenset(shipped("finding/reporting.yml")[name].split())


def speaks(word: "Token") -> bool:
    """Tell whether a word is a verb of speaking, and something is said: not "if he answers", "continued to fall"."""
    if word.pos_ not in {"VERB", "AUX"} or word.lemma_.lower() not in listed("speaking"):
        return False
    below = {child.dep_: child.lower_ for child in word.children}
    if word.dep_ == "acl" and word.tag_ == "VBN":  # "a book called"
        return False
    depends = word.dep_ == "advcl" and below.get("mark", "as") not in listed("reporting")
    return not depends and "neg" not in below and not (word.lemma_.lower() == "continue" and "xcomp" in below)


def subjects(verb: "Token") -> "Iterator[Token]":
    """Yield who speaks, then the subjects of the verbs it hangs on ("was quoted as saying")."""
    at = verb
    for _ in range(_LONGEST_CHAIN):
        yield from _own_subjects(at)
        if at.dep_ == "acl":  # "a letter saying"
            yield at.head
        if at.dep_ not in _CHAINED:
            return
        at = at.head


def _own_subjects(verb: "Token") -> "Iterator[Token]":
    quotes = _quotes(verb)
    for child in verb.children:
        if child.dep_ in ({"dobj", "nsubjpass"} if quotes else _SUBJECTS):  # who quotes is not who speaks
            yield verb.head if child.lower_ in listed("relative") and verb.dep_ == "relcl" else child
        elif child.dep_ == "agent":
            yield from (word for word in child.children if word.dep_ == "pobj")


def _quotes(verb: "Token") -> bool:
    """Tell whether a verb is of what its object says: "quoted a diplomat", "reported her as saying"."""
    if verb.lemma_.lower() in listed("quoting"):
        return True
    beside = (child for child in verb.children if child.lower_ == "as")
    return any(word.dep_ == "pcomp" and speaks(word) for child in beside for word in child.children)


def worded(verb: "Token") -> str:
    """Return a verb as it may stand behind a name: "said", "told reporters"."""
    if verb.tag_ not in _FINITE or _quotes(verb):
        return "said"
    if verb.lemma_.lower() != "tell":
        return str(verb.lower_)
    told = addressed(verb)
    return " ".join([verb.lower_, *(word.text for word in told)]) if told else "said"


def addressed(verb: "Token") -> "list[Token]":
    """Return the words for whom somebody told it, none for too many."""
    for child in verb.children:
        if child.dep_ in {"dobj", "dative"} and child.i > verb.i and child.pos_ in {"NOUN", "PROPN"}:
            words = list(verb.doc[child.left_edge.i : child.i + 1])
            return words if len(words) <= _LONGEST_ADDRESS and words[0].i == verb.i + 1 else []
    return []
