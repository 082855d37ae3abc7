"""Which sentence each one of an article leans on, through quotations that run over several sentences too."""

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.summarising.anaphora import antecedent, opens_with_quotation

# A mark that opens (“, or a straight one before a word and behind none) or one that closes.
_MARKS = re.compile(r"(“|``|(?<![\w.,!?…])\"(?=[\w'‘(\[$]))|(”|''|\")")
REACH = 6  # sentences over which a quotation that was left open is followed


def antecedents(texts: Sequence[str], lang: str) -> list[int | None]:
    """Return for each sentence the one before it without which it is not understood, None where it stands alone.

    A sentence that begins inside a quotation leans on the one before it, back to where the quotation opens.
    """
    inside = set(_inside(texts))
    return [number - 1 if number in inside else antecedent(texts, number, lang) for number in range(len(texts))]


def introduced(leans_on: Sequence[int | None], introductions: Mapping[int, int]) -> list[int | None]:
    """Return the same; a sentence that leans on nothing leans on the one by which its person is introduced."""
    return [introductions.get(number) if before is None else before for number, before in enumerate(leans_on)]


def _inside(texts: Sequence[str]) -> Iterator[int]:
    """Yield the sentences in which a quotation goes on that one before them left open.

    It goes on where a mark closes it, or where a sentence opens with a mark anew, as paragraphs of one speech do.
    """
    opened: int | None = None
    for number, text in enumerate(texts):
        closes, opens = _unmatched(text)
        if opened is not None and number - opened <= REACH and (closes or opens_with_quotation(text)):
            yield from range(opened + 1, number + 1)
            opened = number if opens else None
        elif opens:
            opened = number


def _unmatched(text: str) -> tuple[bool, bool]:
    """Return whether a mark closes what the sentence did not open, and whether one opens what it does not close."""
    depth, closes = 0, False
    for opening, _ in _MARKS.findall(text):
        closes = closes or (not opening and depth == 0)
        depth = depth + 1 if opening else max(0, depth - 1)
    return closes, depth > 0
