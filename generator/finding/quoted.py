"""Stretches of text in quotation marks, with the words of their sentence around them."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.finding.marks import Pair, double, single
from generator.finding.ranked import ends_in_rank

if TYPE_CHECKING:
    from spacy.tokens import Doc

_FULL_STOP = re.compile(r"[.!?:;]['’)\]]*\s*$")
_ENDED = re.compile(r"[.!?:;…][\"'’”»“)\]]*\s*$")  # where the model has none it was misled: "chief of staff General"
_NEAR = 12  # characters
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


def quoted(text: str, doc: "Doc", *, singly: bool = False) -> Iterator[Quoted]:
    """Yield what stands in double quotation marks, or in single ones."""
    ends = (sentence.end_char for sentence in doc.sents)
    bounds = [
        0,
        *(end for end in ends if _ENDED.search(text, max(0, end - _NEAR), end) and not ends_in_rank(text, end)),
    ]
    pairs = list(single(text) if singly else double(text))
    edges = [0, *(pair.closes for pair in pairs)], [*(pair.opens for pair in pairs[1:]), len(text)]
    for pair, floor, ceiling in zip(pairs, edges[0], edges[1], strict=False):
        end = pair.start + len(text[pair.start : pair.end].rstrip())
        before = _before(text, bounds, pair.opens, floor)
        after = _after(text, bounds, pair, ceiling)
        alone = not _LETTER.search(text[before : pair.opens] + text[pair.closes : after])
        yield Quoted(pair.start, end, pair.opens, pair.closes, before, after, alone, pair.closed)


def _before(text: str, bounds: Sequence[int], opens: int, floor: int) -> int:
    """Return where the quote's sentence starts, not before the quote that stands before it."""
    lead = text[floor:opens].rstrip()
    if not _LETTER.search(lead) or (_FULL_STOP.search(lead) and not lead.endswith(":")):
        return opens
    return max(floor, bounds[bisect_right(bounds, floor + len(lead) - 1) - 1])


def _after(text: str, bounds: Sequence[int], pair: Pair, ceiling: int) -> int:
    """Return where the quote's sentence ends, not behind the quote that comes next."""
    tail = text[pair.closes : ceiling]
    inside = text[pair.start : pair.end].rstrip("\"”“»'’")
    if not _LETTER.search(tail) or inside.endswith(".") or tail.lstrip()[:1] in ".!?":
        return pair.closes
    first = pair.closes + len(tail) - len(tail.lstrip(" ,"))
    later = bisect_right(bounds, first)
    return min(ceiling, bounds[later]) if later < len(bounds) else ceiling
