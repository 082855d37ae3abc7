"""Words that a parser glued to a person's name: "Having Ono", "Ames Shares Dorn" of a headline."""

import re
from collections.abc import Container

from generator.finding.parts import Part
from generator.finding.starts import starts
from generator.finding.words import words
from generator.language import is_word
from generator.registry import fold, key

_WORD = re.compile(r"\S+")
_PARTICIPLE = ("ing", "ed")
_AGENTS = ("er", "or", "ist", "ian", "man", "woman", "ant", "ent")
_FULL = 2  # words
_SHORTEST = 6  # letters of one; "Ming" and "Ling" are names
_FREE = frozenset({"AUX", "ADP", "SCONJ", "ADV", "PRON", "DET", "CCONJ", "INTJ"})


def unglued(part: Part, start: int, end: int, said: Container[str], surnames: frozenset[str]) -> tuple[int, int]:
    """Return where the name is in what a parser takes for a person's.

    `said` are the article's words as they are written, `surnames` those of the people it names in full.
    """
    found = list(_WORD.finditer(part.text, start, end))
    if len(found) == 1 or fold(found[0].group()) in words().given | words().nicknames.keys():
        return start, end
    if part.headline and {fold(found[0].group()), fold(found[-1].group())} <= surnames:
        return start, found[0].end()
    if (start, end) != (bare := behind_what(part.text, start, end)):
        return bare
    known = surnames.issuperset(key(found[-1].group())[-1:]) and starts(part.text, start)
    opens = _opens(part, found[0], said) or (known and is_gerund(found[0].group()))
    return (found[1].start(), end) if opens else (start, end)


def behind_what(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where a full name is behind a word for what somebody is: "Homeowner Rachel Dunn"."""
    found = list(_WORD.finditer(text, start, end))
    word, last = found[0].group(), fold(found[-1].group())
    nobody = last in words().place_words | words().organisation_words or fold(word) in words().given
    agent = not nobody and len(found) > _FULL and word.endswith(_AGENTS) and is_word(word.lower(), "en")
    return (found[1].start(), end) if agent else (start, end)


def is_gerund(word: str) -> bool:
    """Tell whether a word has the form of one that opens a sentence with a name behind it: "Leaving Oslo"."""
    return len(word) >= _SHORTEST and word.endswith("ing") and fold(word) not in words().given


def _opens(part: Part, first: re.Match[str], said: Container[str]) -> bool:
    """Tell whether a word has its capital from the sentence alone."""
    word = first.group().lower()
    if word not in said or not starts(part.text, first.start()):
        return False
    read = part.doc.char_span(first.start(), first.end(), alignment_mode="expand")
    return word.endswith(_PARTICIPLE) or (read is not None and read[0].pos_ in _FREE)
