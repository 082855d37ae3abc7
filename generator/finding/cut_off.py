"""The subject that a parse joined to the clause before it: "They won, the General Staff in Kyiv said"."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_MOST_WORDS = 8
_NOUNS = frozenset({"NOUN", "PROPN"})
_BREAKS = frozenset({"VERB", "AUX", "SCONJ", "PUNCT"})
_FIRST = frozenset({"DET", "PROPN", "NOUN"})


def cut_off(verb: "Token") -> "Token | None":
    """Return the noun of all that stands between a comma and a verb without subject on which a clause before hangs."""
    clauses = [child for child in verb.children if child.dep_ == "ccomp" and child.i < verb.i]
    noun = speaker_before(verb) if clauses else None
    return noun if noun is not None and clauses[-1].i < noun.i else None


def speaker_before(verb: "Token") -> "Token | None":
    """Return the noun of all that stands between a comma and a verb: ", the Taliban-run ministry said"."""
    start = verb.i
    while start > 0 and verb.i - start < _MOST_WORDS and not _breaks(verb.doc[start - 1]):
        start -= 1
    words = list(verb.doc[start : verb.i])
    if not words or start == 0 or verb.doc[start - 1].text != "," or words[0].pos_ not in _FIRST:
        return None
    tops = [word for word in words if not start <= word.head.i < verb.i]
    alone = len(tops) == 1 and tops[0].pos_ in _NOUNS and tops[0].dep_ != "conj"  # "…, police and officials said"
    return tops[0] if alone else None


def _breaks(word: "Token") -> bool:
    if word.text == "-" or (word.i and word.nbor(-1).text == "-"):
        return False
    return word.pos_ in _BREAKS
