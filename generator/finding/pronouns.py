"""What a sentence tells of whom its pronouns mean."""

from typing import TYPE_CHECKING

from generator.finding.offices import Place
from generator.finding.passages import Passage
from generator.finding.speech import listed, speaks

if TYPE_CHECKING:
    from spacy.tokens import Token


def may_mean(pronoun: "Token", subject: "Token") -> bool:
    """Tell whether a pronoun may take up a subject before it: not that of what it says ("Berg left, she said")."""
    if subject.head.i > pronoun.i:
        return False
    if any(word.text == ":" for word in pronoun.doc[subject.i : pronoun.i]):  # 'Anna Berg warned him: "Go," she said'
        return True
    above = [subject, *subject.ancestors]
    said = next((word for word in above if word.head == pronoun.head), None)
    return said is None or said.dep_ != "ccomp"


def is_empty(subject: "Token") -> bool:
    """Tell whether a subject may mean nothing: "it rained"."""
    return subject.lower_ in listed("neuter") and not speaks(subject.head)


def sentence_before(passage: Passage, word: "Token") -> Place:
    """Return where the sentence before a word's starts, at the earliest in the passage before."""
    start = word.sent.start
    return (passage.number, word.doc[start - 1].sent.start_char) if start else (passage.number - 1, 0)
