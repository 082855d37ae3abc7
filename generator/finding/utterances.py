"""Things that hold somebody's words, and whose words they are: "Anna Berg's claim", "she issued a statement"."""

from typing import TYPE_CHECKING

from generator.finding.speech import governing, listed, subjects

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token


def is_utterance(word: "Token") -> bool:
    """Tell whether a noun holds words: "statement", "letter"."""
    return word.lemma_.lower() in listed("utterances")


def authors(word: "Token") -> "Iterator[Token]":
    """Yield whose words an utterance holds: whoever owns it, or else the subject of the verb that gives it out."""
    owners = [child for child in word.children if child.dep_ == "poss"]
    yield from owners
    given = word.dep_ == "dobj" and word.head.lemma_.lower() in listed("issuing")
    carried = word.dep_ == "pobj" and word.head.lower_ == "in"  # "paid his respects in a message"
    if not owners and (given or carried):
        yield from (subject for subject in subjects(governing(word.head)) if subject.i != word.i)
