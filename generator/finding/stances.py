"""Verbs that hold a party's view without a clause behind them: "denied the charge", "called it absurd"."""

from typing import TYPE_CHECKING

from generator.finding.speech import listed

if TYPE_CHECKING:
    from spacy.tokens import Token

_SO = frozenset({"oprd", "ccomp"})
_OBJECTS = frozenset({"dobj", "dative", "nsubj"})
_DEEDS = frozenset({"xcomp", "pcomp"})  # "denied taking part"


def takes_stance(verb: "Token") -> bool:
    """Tell whether a verb denies something, charges somebody with it, or says what it is."""
    below = {child.dep_ for child in verb.children if child.i > verb.i}
    behind = {child.lower_ for child in verb.children if child.dep_ == "prep" and child.i > verb.i}
    lemma = verb.lemma_.lower()
    if lemma in listed("denying"):
        denied = (child for child in verb.children if child.i > verb.i and child.dep_ in _OBJECTS | _DEEDS)
        return any(not _is_sought(child) for child in denied)
    if lemma in listed("charging"):
        return bool(below & _OBJECTS) and bool(behind & {"of", "for", "on"})
    return lemma in listed("judging") and (bool(below & _SO) or (bool(below & _OBJECTS) and "as" in behind))


def _is_sought(noun: "Token") -> bool:
    """Tell whether to deny something is not to give it: "denied bail"."""
    return noun.lemma_.lower() in listed("sought")
