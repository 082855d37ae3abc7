"""Ranges of characters looked up by place, so that a page of ten thousand names costs no more than its length."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Generic, Protocol, TypeVar


class Stretch(Protocol):
    """Anything at `text[start:end]`."""

    @property
    def start(self) -> int:
        """The offset of the first character."""

    @property
    def end(self) -> int:
        """The offset behind the last character."""


Kept = TypeVar("Kept", bound=Stretch)


class Stretches(Generic[Kept]):
    """Stretches of one text, by where they stand."""

    def __init__(self, stretches: Iterable[Kept]) -> None:
        """They may overlap."""
        self.kept = sorted(stretches, key=lambda one: (one.start, one.end))
        self._starts = [one.start for one in self.kept]
        self._reach = list(accumulate((one.end for one in self.kept), max))

    def meet(self, start: int, end: int) -> bool:
        """Tell whether any stretch shares a character with `text[start:end]`."""
        before = bisect_left(self._starts, end)
        return before > 0 and self._reach[before - 1] > start

    def within(self, start: int, end: int) -> list[Kept]:
        """Return the stretches that share a character with `text[start:end]`, in order."""
        first = bisect_right(self._reach, start)
        return [one for one in self.kept[first : bisect_left(self._starts, end)] if one.end > start]

    def before(self, place: int) -> Iterator[Kept]:
        """Yield the stretches that start before `place`, the last first."""
        return (self.kept[at] for at in range(bisect_left(self._starts, place) - 1, -1, -1))
