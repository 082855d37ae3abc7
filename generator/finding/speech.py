"""Verbs of speaking, with their subjects."""

from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING

from generator.lists import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

_SUBJECTS = frozenset({"nsubj", "csubj"})
_CHAINED = frozenset({"conj", "pcomp", "prep", "xcomp", "advcl"})
_ASIDE = frozenset({"acl", "advcl", "amod"})
_FINITE_BELOW = frozenset({"aux", "auxpass", "nsubj"})
_LONGEST_CHAIN = 4
_LONGEST_ADDRESS = 4  # words of "told the Security Council"
_FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})


@cache
def listed(name: str) -> frozenset[str]:
    """Return the words of a list."""
    return frozenset(shipped("finding/reporting.yml")[name].split())


@cache
def humans() -> frozenset[str]:
    """Return what people without a name are called."""
    return listed("humans") | frozenset(shipped("finding/people.yml")["roles"].split())


def speaks(word: "Token") -> bool:
    """Tell whether a word is a verb of speaking, and something is said: not "if he answers", "continued to fall"."""
    if word.pos_ not in {"VERB", "AUX"} or not (word.lemma_.lower() in listed("speaking") or _reads(word)):
        return False
    below = {child.dep_: child.lower_ for child in word.children}
    behind_quote = word.i > 0 and word.nbor(-1).is_quote  # '" tweeted his daughter'
    if (
        word.tag_ == "VBN"
        and word.dep_ in _ASIDE
        and not behind_quote
        and not _quotes(word)
        and below.keys().isdisjoint(_FINITE_BELOW)
    ):
        return False  # "a book called", "asked about it"
    depends = word.dep_ == "advcl" and below.get("mark", "as") not in listed("reporting")
    return not depends and "neg" not in below and not (word.lemma_.lower() == "continue" and "xcomp" in below)


def _reads(verb: "Token") -> bool:
    """Tell whether a statement reads, or somebody reads in one: '"…," the letter reads'."""
    if verb.lemma_.lower() != "read":
        return False
    below = {child.dep_: child.lemma_.lower() for child in verb.children}
    within = {word.lemma_.lower() for child in verb.children if child.dep_ == "prep" for word in child.children}
    return below.get("nsubj") in listed("utterances") or not within.isdisjoint(listed("utterances"))


def subjects(verb: "Token") -> "Iterator[Token]":
    """Yield who speaks, then the subjects of the verbs it hangs on ("was quoted as saying")."""
    at = verb
    for _ in range(_LONGEST_CHAIN):
        yield from _own_subjects(at)
        if at.dep_ == "acl" and not is_content(at):  # "a letter saying"
            yield at.head
        if at.dep_ not in _CHAINED and not is_content(at):
            return
        at = governing(at.head) if at.dep_ == "acl" else at.head


def is_content(verb: "Token") -> bool:
    """Tell whether a verb says what a noun holds: "the claim that nobody voted"."""
    return verb.dep_ == "acl" and any(child.dep_ == "mark" for child in verb.children)


def governing(noun: "Token") -> "Token":
    """Return the verb that a noun hangs on, directly or behind other nouns; without one the last of these."""
    at = noun
    while at.pos_ not in {"VERB", "AUX"} and at.head.i != at.i:
        at = at.head
    return at


def _own_subjects(verb: "Token") -> "Iterator[Token]":
    quotes = _quotes(verb)
    for child in verb.children:
        if child.dep_ in ({"dobj", "nsubjpass"} if quotes else _SUBJECTS):  # who quotes is not who speaks
            yield _antecedent(verb, child) if child.lower_ in listed("relative") and verb.dep_ == "relcl" else child
        elif child.dep_ == "agent":
            yield from (word for word in child.children if word.dep_ == "pobj")


def _antecedent(verb: "Token", relative: "Token") -> "Token":
    """Return whom a relative pronoun means: "who" is somebody, not the party whose member they are."""
    found = verb.head
    while relative.lower_ == "who" and found.dep_ == "pobj" and not _is_somebody(found):
        above = found.head.head
        if above.pos_ not in {"NOUN", "PROPN"}:
            break
        found = above
    return found.head if found.dep_ == "appos" and found.head.pos_ == "PROPN" else found


def _is_somebody(noun: "Token") -> bool:
    return noun.ent_type_ == "PERSON" or noun.lemma_.lower() in humans()


def _quotes(verb: "Token") -> bool:
    """Tell whether a verb is of what its object says: "quoted a diplomat", "reported her as saying"."""
    if verb.lemma_.lower() in listed("quoting"):
        return True
    beside = (child for child in verb.children if child.lower_ == "as")
    below = (word for child in beside for word in child.children)
    return any(word.dep_ == "pcomp" and word.tag_ == "VBG" and speaks(word) for word in below)


def is_passive(verb: "Token") -> bool:
    """Tell whether somebody is spoken of, unless it is of what they said: "was accused", but not "was quoted"."""
    below = {child.dep_ for child in verb.children}
    return "auxpass" in below and "agent" not in below and not _quotes(verb)


def worded(verb: "Token") -> str:
    """Return a verb as it may stand behind a name: "said", "told reporters"."""
    if verb.tag_ not in _FINITE or _quotes(verb):
        return "said"
    if verb.lemma_.lower() != "tell":
        return str(verb.lower_)
    told = addressed(verb)
    return f"{verb.lower_} {''.join(word.text_with_ws for word in told).strip()}" if told else "said"


def addressed(verb: "Token") -> "list[Token]":
    """Return the words for whom somebody told it, none for too many."""
    for child in verb.children:
        if child.dep_ in {"dobj", "dative"} and child.i > verb.i and child.pos_ in {"NOUN", "PROPN"}:
            behind = verb.doc[child.i + 1 :]  # "the broadcaster NRK", "France 24"
            name = takewhile(lambda word: word.pos_ in {"PROPN", "NUM"} and word.sent == verb.sent, behind)
            words = [*verb.doc[child.left_edge.i : child.i + 1], *name]
            return words if len(words) <= _LONGEST_ADDRESS and words[0].i == verb.i + 1 else []
    return []
