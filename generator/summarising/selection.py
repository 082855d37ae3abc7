"""Which sentences make a summary: high scores, no repeats, and none without the sentence it leans on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

Allowed = Callable[[Sequence[int], set[int]], bool]  # of what a group would add, and what is chosen


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may be chosen; its number is its place in the document."""

    score: float
    stems: frozenset[int]
    antecedent: int | None  # the number of the sentence before it that it leans on
    short: bool


def select(candidates: Sequence[Candidate], count: int, repeat: float) -> list[int]:
    """Return the numbers of `count` candidates, rising; all if there are no more.

    The best group by mean score is taken again and again, where a group is a sentence with those it leans on that
    are not chosen yet. Short sentences, and those that share more than `repeat` of their stems or of another's
    (overlap coefficient), are taken only where nothing else is left, then those that lean on a sentence left out.
    """
    groups = [_group(candidates, number) for number in range(len(candidates))]

    def is_fresh(new: Sequence[int], chosen: set[int]) -> bool:
        others = chosen | set(new)
        return not any(
            candidates[number].short
            or any(_overlap(candidates[number], candidates[other]) > repeat for other in others - {number})
            for number in new
        )

    chosen: set[int] = set()
    for allowed in (is_fresh, _anything):
        while best := _best(candidates, groups, chosen, count - len(chosen), allowed):
            chosen.update(best)
    rest = sorted(set(range(len(candidates))) - chosen, key=lambda number: (-candidates[number].score, number))
    return sorted([*chosen, *rest[: max(0, count - len(chosen))]])


def _overlap(one: Candidate, two: Candidate) -> float:
    fewer = min(len(one.stems), len(two.stems))
    return len(one.stems & two.stems) / fewer if fewer else 0.0


def _group(candidates: Sequence[Candidate], number: int) -> tuple[int, ...]:
    """Return a sentence with the one it leans on, the one that leans on, and so on."""
    group = [number]
    while (before := candidates[group[-1]].antecedent) is not None:
        group.append(before)
    return tuple(group)


def _best(
    candidates: Sequence[Candidate],
    groups: Sequence[tuple[int, ...]],
    chosen: set[int],
    room: int,
    allowed: Allowed,
) -> tuple[int, ...]:
    """Return what the best group that fits into `room` adds to the chosen, () where none fits."""
    best: tuple[int, ...] = ()
    highest = float("-inf")
    for group in groups:
        new = tuple(number for number in group if number not in chosen)
        if not 0 < len(new) <= room:
            continue
        mean = sum(candidates[number].score for number in new) / len(new)
        if mean > highest and allowed(new, chosen):
            best, highest = new, mean
    return best


def _anything(_new: Sequence[int], _chosen: set[int]) -> bool:
    return True
