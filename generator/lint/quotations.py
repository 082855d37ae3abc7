"""What a text puts in quotation marks, held against what the article says."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.language.quotation import enclosures
from generator.language.rules import rules
from generator.lint.source import SourceText, folded

_BRACKETS = str.maketrans(dict.fromkeys("([{（)]}）", " "))  # they enclose no quotation, nor keep one from being seen
# A space or the sign of an omission, a remark of the editor's in brackets.
_CUT = re.compile(r"\[[^\[\]]{0,80}\]|\(\s?(?:\.{3,}|…)\s?\)|\.{3,}|…")
_EDGE = " \t\n\r\u00a0\u2009\u202f,.;:!?–—-'\"`‘’‚“”„«»"
_LETTERS = re.compile(r"[^\W_]+")
_SHORTEST = 2  # letters


class Quotation(NamedTuple):
    """Words between quotation marks, without these and without the sign of punctuation at their end."""

    text: str
    start: int
    end: int


def quotations(text: str) -> Iterator[Quotation]:
    """Yield the outermost quotations of a text; a mark that is never closed, or a page later, opens none."""
    for stretch in enclosures(text.translate(_BRACKETS), rules()).stretches:
        yield from _bare(text, stretch.start, stretch.end)


def holds(source: SourceText, quotation: Quotation) -> bool:
    """Tell whether the article holds a quotation: each piece between omissions, one behind the other.

    A single word may stand anywhere. The first letter may be made large or small, as a sentence needs it.
    """
    words = _LETTERS.findall(folded(quotation.text))
    if len(words) == 1:
        return words[0] in source.words
    if source.holds(quotation.text):
        return True
    at = 0
    for piece in filter(None, (piece.strip(_EDGE) for piece in _CUT.split(quotation.text))):
        at = max(source.find(piece, at), source.find(piece[0].swapcase() + piece[1:], at))
        if at < 0:
            return False
    return True


def _bare(text: str, start: int, end: int) -> Iterator[Quotation]:
    whole = text[start:end]
    left = len(whole) - len(whole.lstrip(_EDGE))
    bare = whole.strip(_EDGE)
    if sum(map(len, _LETTERS.findall(bare))) >= _SHORTEST and any(map(str.isalpha, bare)):
        yield Quotation(bare, start + left, start + left + len(bare))


def contains(sentence: str, text: str) -> bool:
    """Tell whether a quotation that begins with a text may stand in a sentence."""
    start = folded(text).strip(_EDGE)
    return bool(start) and start in folded(sentence)


def begins(quotation: str, text: str) -> bool:
    """Tell whether a quotation begins with a text, marks and white space aside."""
    start = folded(text).strip(_EDGE)
    return bool(start) and folded(quotation).strip(_EDGE).startswith(start)
