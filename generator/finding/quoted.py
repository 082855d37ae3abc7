"""Stretches of text in double quotation marks, with the words of their sentence around them."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.finding.ranked import ends_in_rank

if TYPE_CHECKING:
    from spacy.tokens import Doc

# The typewriter's marks open before a word and close behind one, so that one left out turns no later pair inside out; a
# quote that goes on behind such an opening mark ("... it is. "And it ...") ends where its sentence does.
_PAIRS = re.compile(
    r"“([^“”]+)(?:”|$)|„([^„“”]+)[“”]|«([^«»]+)»|``((?:[^`'’]|['’](?!'))+)(?:''|$)"
    r"|(?<![\w\"])\"(?=\S)([^\"]+?)(?:(?<=\S)\"(?!\w)|(?<=['’] )\"|(?<=[.!?])(?=\s+\"\w)|$)"
)
_CLOSING = ("”", "“", "»", "''", '"')
_LONGEST_UNCLOSED = 600  # characters; what runs on for longer is no quote that goes on in the next paragraph
_FULL_STOP = re.compile(r"[.!?:;]['’)\]]*\s*$")
_LETTER = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words at `text[start:end]` between marks from `opens` to `closes`.

    The rest of their sentence runs from `before` to `opens` and from `closes` to `after`.
    """

    start: int
    end: int
    opens: int
    closes: int
    before: int
    after: int
    alone: bool  # the sentence is nothing but the quote
    closed: bool = True

    def near(self, place: int) -> bool:
        """Tell whether an offset stands in the quote's sentence, outside the quote."""
        return self.before <= place < self.opens or self.closes <= place < self.after


def quoted(text: str, doc: "Doc") -> Iterator[Quoted]:
    """Yield what stands in double quotation marks; one that is never closed runs to the end of the paragraph."""
    ends = (sentence.end_char for sentence in doc.sents)
    bounds = [0, *(end for end in ends if not ends_in_rank(text, end))]
    pairs = [pair for pair in _PAIRS.finditer(text) if _is_closed(pair) or len(pair.group()) <= _LONGEST_UNCLOSED]
    edges = [0, *(pair.end() for pair in pairs)], [*(pair.start() for pair in pairs[1:]), len(text)]
    for pair, floor, ceiling in zip(pairs, edges[0], edges[1], strict=False):
        start, end = pair.span(pair.lastindex or 0)
        end = start + len(text[start:end].rstrip())
        before = _before(text, bounds, pair.start(), floor)
        after = _after(text, bounds, pair, ceiling)
        around = text[before : pair.start()] + text[pair.end() : after]
        yield Quoted(start, end, pair.start(), pair.end(), before, after, not _LETTER.search(around), _is_closed(pair))


def _is_closed(pair: "re.Match[str]") -> bool:
    return pair.group().endswith(_CLOSING)


def _before(text: str, bounds: Sequence[int], opens: int, floor: int) -> int:
    """Return where the quote's sentence starts, not before the quote that stands before it."""
    lead = text[floor:opens].rstrip()
    if not _LETTER.search(lead) or (_FULL_STOP.search(lead) and not lead.endswith(":")):
        return opens
    return max(floor, bounds[bisect_right(bounds, floor + len(lead) - 1) - 1])


def _after(text: str, bounds: Sequence[int], pair: "re.Match[str]", ceiling: int) -> int:
    """Return where the quote's sentence ends, not behind the quote that comes next."""
    tail = text[pair.end() : ceiling]
    inside = pair.group().rstrip("\"”“»'")
    if not _LETTER.search(tail) or inside.endswith(".") or tail.lstrip()[:1] in ".!?":
        return pair.end()
    first = pair.end() + len(tail) - len(tail.lstrip(" ,"))
    later = bisect_right(bounds, first)
    return min(ceiling, bounds[later]) if later < len(bounds) else ceiling
