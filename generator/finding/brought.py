"""People without a name whom a sentence brings in anew: "I asked a former minister", "An orderly remembered"."""

from typing import TYPE_CHECKING

from generator.finding.speech import humans, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span, Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_OBJECTS = frozenset({"attr", "dative", "dobj", "pobj"})
_ONE = frozenset({"JJ", "NN"})  # a rare noun may be read as an adjective: "an orderly"


def brought_in(sentence: "Span") -> "Iterator[Token]":
    """Yield the noun for the person whom a sentence without a third person as subject brings in: "I met a farmer"."""
    root = sentence.root
    own = {child.lower_ for child in root.children if child.dep_ in _SUBJECTS}
    if own and own <= listed("teller"):
        found = (word for word in sentence if word.dep_ in _OBJECTS and _is_new(word) and _hangs_on(word, root))
        yield from (word for word in found if word.lemma_.lower() in humans())


def is_new_being(subject: "Token") -> bool:
    """Tell whether a subject with "a" does what only people do: "an orderly remembered"."""
    return _is_new(subject) and subject.head.lemma_.lower() in listed("living")


def _is_new(noun: "Token") -> bool:
    return noun.tag_ in _ONE and any(child.lower_ in {"a", "an"} for child in noun.lefts)


def _hangs_on(noun: "Token", root: "Token") -> bool:
    return noun.head == root or (noun.dep_ == "pobj" and noun.head.head == root)
