"""As few sentences as fill a number of words, by any way of choosing a number of sentences."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.language import length


@dataclass(frozen=True, slots=True)
class Fill:
    """So many words that a summary is to fill; its last sentence may run over."""

    words: int


def filling(texts: Sequence[str], asked: Fill, choose: Callable[[int], Sequence[int]]) -> Sequence[int]:
    """Return what `choose` takes for the lowest count with which it fills the words; for all where none does.

    The lowest is looked for by halves, as if more sentences had always more words.
    """
    counts = range(1, len(texts))
    lowest = bisect_left(counts, asked.words, key=lambda count: sum(length(texts[number]) for number in choose(count)))
    return choose(lowest + 1)
