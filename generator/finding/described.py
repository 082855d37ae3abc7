"""A speaker without a name, in the words of the text: "a union official"."""

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from generator.finding.speech import humans, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

_CARRIED_ON = frozenset({"of", "for", "in", "from", "to", "at", "with", "on"})
_MOST_WORDS = 10
_OPENS_MARK = re.compile(r"(?<![^\W_])['‘\"“`(]|[)]")  # of a headline that the parse took in
_JOINING = frozenset("-–’'&.")
_NOUNS = frozenset({"NOUN", "PROPN"})
_COUNTS = frozenset({"", "CARDINAL", "ORDINAL"})
_NO_SPEAKERS = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "CARDINAL"})


def described(head: "Token") -> str:
    """Return the words for whom `head` stands, the empty string for a pronoun or too many words."""
    is_noun = (head.pos_ in _NOUNS or _is_misread(head)) and head.ent_type_ not in _NO_SPEAKERS
    if (not is_noun and head.lower_ not in listed("some")) or _is_relative(head):
        return ""
    last = joined(head)
    noun = [*_left(head), *head.doc[head.i : last.i + 1]]
    words = [*noun, *_right(last)]
    if len(words) > _MOST_WORDS:
        words = noun
    if len(words) > _MOST_WORDS:
        return ""
    text = "".join(word.text_with_ws for word in words).strip()
    if _OPENS_MARK.search(text):
        return ""
    return text if _stays(words[0]) else text[0].lower() + text[1:]


def _is_misread(head: "Token") -> bool:
    """Tell whether a subject with "a" was read as an adjective, as a rare noun is: "an orderly said"."""
    return head.pos_ == "ADJ" and head.dep_ == "nsubj" and any(word.lower_ in {"a", "an"} for word in head.lefts)


def joined(head: "Token") -> "Token":
    """Return the last noun of a word that the parse cut at its hyphens: "co-chairman"."""
    doc, at = head.doc, head.i
    while at + 2 < len(doc) and doc[at + 1].text == "-" and not doc[at + 1].whitespace_ and not doc[at].whitespace_:
        at += 2
    return doc[at] if doc[at].pos_ in _NOUNS else head


def is_epithet(head: "Token") -> bool:
    """Tell whether words call somebody by what they were, how old or of what nation: "the former governor"."""
    before = [word.lower_ for word in _left(head)]
    once = "former" in before or "old" in before or (head.ent_type_ == "NORP" and before == ["the"])
    return head.tag_ in {"NN", "NNP"} and before[:1] == ["the"] and once


def is_one_of(head: "Token") -> bool:
    """Tell whether words bring in one of several people: "one of the survivors"."""
    behind = [word for child in head.children if child.lower_ == "of" for word in child.children]
    return head.lower_ in {"one", "another"} and any(word.lemma_.lower() in humans() for word in behind)


def is_another(head: "Token") -> bool:
    """Tell whether words bring in somebody who was not named: "a resident", "his wife", "the deputy mayor"."""
    before = {word.lower_ for word in _left(head)}
    owned = any(child.dep_ == "poss" for child in head.children)
    return owned or not before.isdisjoint(listed("others"))


def _is_relative(head: "Token") -> bool:
    return any(child.lower_ in {"whose", "which"} for child in head.children)


def _stays(first: "Token") -> bool:
    """Tell whether a word keeps its capital inside a sentence."""
    shouted = first.text.isupper() and len(first) > 1
    return first.pos_ == "PROPN" or shouted or (first.ent_type_ not in _COUNTS and first.pos_ != "DET")


def _left(head: "Token") -> "Iterator[Token]":
    """Return the words of the noun phrase before its head, from behind the last mark that parts it."""
    before = list(head.doc[head.left_edge.i : head.i])
    kept = list(takewhile(_carries, reversed(before)))[::-1]
    while kept and kept[0].pos_ in {"CCONJ", "SCONJ", "ADV", "PUNCT", "SPACE", "ADP"}:
        if kept[0].pos_ == "ADV" and kept[0].head in kept[1:]:  # "highly placed sources"
            break
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
