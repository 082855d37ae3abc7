"""Quoted words of which an article tells that somebody did not say them: "denied saying", "never told anyone that"."""

from typing import TYPE_CHECKING

from generator.finding.passages import Passage
from generator.finding.quoted import Quoted
from generator.finding.speech import is_content, listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

_BELOW = frozenset({"advmod", "ccomp", "conj", "dobj", "pcomp", "pobj", "prep", "xcomp"})
_NOBODY = frozenset({"nobody", "none", "neither"})
_LONGEST_CHAIN = 6  # "denied reports that he had said"


def is_unsaid(passage: Passage, quote: Quoted) -> bool:
    """Tell whether the verb of a quote is denied, or hangs on one that denies it."""
    before = passage.words(quote.before, quote.opens)[::-1]
    behind = passage.words(quote.closes, quote.after)
    return any(verb is not None and _is_denied(verb) for verb in (_nearest(before), _nearest(behind))) or (
        _is_of_denial(passage, quote)
    )


def _is_of_denial(passage: Passage, quote: Quoted) -> bool:
    """Tell whether words hang on a clause that somebody denies: 'denied that he "ever took a dime"'."""
    first = passage.words(quote.start, quote.end)[:1]
    above = [one for word in first for one in (word, *word.ancestors)]
    clauses = [one.head for one in above if one.dep_ == "ccomp" and one.head.i < one.i]
    return any(verb.lemma_.lower() in listed("denying") and not _is_negated(verb) for verb in clauses)


def _nearest(words: "Sequence[Token]") -> "Token | None":
    """Return the verb of uttering that comes first, unless another verb than those it hangs on comes before it."""
    passed: list[Token] = []
    for word in words:
        if word.pos_ in {"VERB", "AUX"} and word.lemma_.lower() in listed("uttering"):
            ancestors = set(word.ancestors)
            return word if all(one in ancestors for one in passed) else None
        if word.pos_ == "VERB":
            passed.append(word)
    return None


def _is_denied(verb: "Token") -> bool:
    if _is_not(verb):
        return True
    if verb.i and verb.nbor(-1).text == ",":  # "refused, saying"
        return False
    at = verb
    for _ in range(_LONGEST_CHAIN):
        above = at.head
        if at.dep_ not in _BELOW and not is_content(at):
            return False
        if at.dep_ != "conj":
            if {above.lemma_.lower(), above.lower_} & listed("unsaying"):
                return not _is_negated(above)
            if _is_untrue(above) or (above.lemma_.lower() in listed("uttering") and _is_not(above)):
                return True
        at = above
    return False


def _is_not(verb: "Token") -> bool:
    return _is_negated(verb) or any(child.lower_ in listed("falsely") for child in verb.children)


def _is_untrue(verb: "Token") -> bool:
    """Tell whether a verb says of something that it is not so: "it is untrue that", "it was not true that"."""
    said = {child.lower_ for child in verb.children if child.dep_ == "acomp"}
    return bool(said & listed("correct" if _is_negated(verb) else "incorrect"))


def _is_negated(verb: "Token") -> bool:
    """Tell whether somebody does not do something, or nobody does."""
    subjects = [child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}]
    nobody = any(word.lower_ in _NOBODY or word.doc[word.left_edge.i].lower_ == "no" for word in subjects)
    return nobody or any(child.dep_ == "neg" for child in verb.children)
