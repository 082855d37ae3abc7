"""A speaker without a name, in the words of the text: "a union official"."""

from itertools import takewhile
from typing import TYPE_CHECKING

from generator.finding.speech import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

_CARRIED_ON = frozenset({"of", "for", "in", "from", "to", "at", "with", "on"})
_MOST_WORDS = 10
_JOINING = frozenset("-–’'&.")
_NOUNS = frozenset({"NOUN", "PROPN"})
_COUNTS = frozenset({"", "CARDINAL", "ORDINAL"})
_NO_SPEAKERS = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "CARDINAL"})


def described(head: "Token") -> str:
    """Return the words for whom `head` stands, the empty string for a pronoun or too many words."""
    is_noun = head.pos_ in _NOUNS and head.ent_type_ not in _NO_SPEAKERS
    if not is_noun and head.lower_ not in listed("some"):
        return ""
    words = [*_left(head), head, *_right(head)]
    if len(words) > _MOST_WORDS:
        words = [*_left(head), head]
    if len(words) > _MOST_WORDS:
        return ""
    text = "".join(word.text_with_ws for word in words).strip()
    return text if _stays(words[0]) else text[0].lower() + text[1:]


def _stays(first: "Token") -> bool:
    """Tell whether a word keeps its capital inside a sentence."""
    shouted = first.text.isupper() and len(first) > 1
    return first.pos_ == "PROPN" or shouted or (first.ent_type_ not in _COUNTS and first.pos_ != "DET")


def _left(head: "Token") -> "Iterator[Token]":
    """Return the words of the noun phrase before its head, from behind the last mark that parts it."""
    before = list(head.doc[head.left_edge.i : head.i])
    kept = list(takewhile(_carries, reversed(before)))[::-1]
    while kept and kept[0].pos_ in {"CCONJ", "SCONJ", "ADV", "PUNCT", "SPACE", "ADP"}:
        kept = kept[1:]
    return iter(kept)


def _right(head: "Token") -> "Iterator[Token]":
    """Yield what carries the phrase on: "of the Chamber of Commerce"."""
    at = head.i + 1
    for child in head.rights:
        if child.i != at or child.lower_ not in _CARRIED_ON:
            return
        words = list(takewhile(_carries, head.doc[child.i : child.right_edge.i + 1]))
        if any(word.pos_ in {"VERB", "AUX"} for word in words):
            return
        yield from words
        at = words[-1].i + 1
        if at <= child.right_edge.i:
            return


def _carries(word: "Token") -> bool:
    return word.pos_ not in {"PUNCT", "SPACE", "SYM"} or word.text in _JOINING or word.lower_ == "'s"
