"""Spellings one slip apart: "Jingping" and "Jinping"."""

from collections.abc import Iterator

from generator.finding.words import words

SHORTEST = 5  # letters; below that one letter makes another name
_LONE = 6


def one_slip(one: str, two: str) -> bool:
    """Tell whether one letter added, dropped, changed or swapped with its neighbour turns `one` into `two`."""
    if one == two or abs(len(one) - len(two)) > 1:
        return False
    same = next((at for at, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
    left, right = one[same:], two[same:]
    if len(left) != len(right):
        return left[1:] == right or left == right[1:]
    return left[1:] == right[1:] or (left[:2] == right[1::-1] and left[2:] == right[2:])


def likely_slip(one: tuple[str, ...], two: tuple[str, ...], *, given: bool = False) -> bool:
    """Tell whether two names differ by one slip in one word, and not by what makes another name.

    First letters and digits are seldom mistaken; a last "a" may tell a woman from a man ("Ivanova"), and two given
    names may be of two people, unless `given` allows for them.
    """
    differing = [(a, b) for a, b in zip(one, two, strict=False) if a != b]
    if len(one) != len(two) or len(differing) != 1:
        return False
    a, b = differing[0]
    if not given and len(one) > 1 and one[0] != two[0] and {a, b} <= words().given:
        return False
    shortest = SHORTEST if len(one) > 1 else _LONE
    gendered = f"{a}a" == b or f"{b}a" == a
    return min(len(a), len(b)) >= shortest and a[0] == b[0] and not gendered and one_slip(a, b)


def likely_slips(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Tell whether names differ by a slip in the first and one in the last word: "Sergej Lavrin", "Sergey Lavrim"."""
    return (
        one[1:-1] == two[1:-1]
        and min(len(one), len(two)) > 1
        and all(likely_slip((one[at],), (two[at],)) for at in (0, -1))
    )


def traces(name: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield keys that two names one slip apart share: each word with one letter gone (as in SymSpell)."""
    yield name
    for at, word in enumerate(name):
        if len(word) >= SHORTEST - 1:
            for gone in range(len(word)):
                yield (*name[:at], word[:gone] + word[gone + 1 :], *name[at + 1 :])
