"""Which blocks of a page are the article: those whose words the extraction kept."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from generator.reading.block import Block, Kind
from generator.reading.markup import Stretch

_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|\w+")
_RUN = 4  # words: two texts share a run of so many by chance only rarely
_LEAST_SHARE = 0.6  # of a block's runs
_NEIGHBOURS = 5
_NEAR_START = 4  # blocks in front of the first sure one in which the headline and the like may stand


def chosen(visible: Sequence[Stretch], extracted: str) -> list[Block]:
    """Return the article's blocks in page order; without an extraction, everything outside navigation and forms."""
    lines = [_words(line) for line in extracted.splitlines()]
    words = [_words(stretch.block.text) for stretch in visible]
    sure = _without_copies(_sure(words, lines), words, lines)
    if not sure:
        return [stretch.block for stretch in visible if not stretch.is_aside] or [stretch.block for stretch in visible]
    whole = {line for line in lines if line}
    first, last = min(sure), max(sure)
    return [
        stretch.block
        for index, stretch in enumerate(visible)
        if index in sure
        or (first - _NEAR_START <= index <= last + _NEAR_START and words[index] in whole and len(words[index]) < _RUN)
        or (_belongs(stretch, index < first) and first - _NEAR_START <= index <= last)
    ]


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.casefold()))


def _runs(words: Sequence[str]) -> Iterable[tuple[str, ...]]:
    return (tuple(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1))


def _sure(words: Sequence[tuple[str, ...]], lines: Sequence[tuple[str, ...]]) -> set[int]:
    """Return the indexes of the blocks most of whose runs of words are in the extraction."""
    kept = {run for line in lines for run in _runs(line)}
    found: set[int] = set()
    for index, block in enumerate(words):
        runs = list(_runs(block))
        if runs and sum(run in kept for run in runs) >= _LEAST_SHARE * len(runs):
            found.add(index)
    return found


def _without_copies(sure: set[int], words: Sequence[tuple[str, ...]], lines: Sequence[tuple[str, ...]]) -> set[int]:
    """Return the indexes without teasers: of blocks with the same words, as many as were extracted."""
    wanted = Counter(lines)
    copies: dict[tuple[str, ...], list[int]] = {}
    for index in sorted(sure):
        copies.setdefault(words[index], []).append(index)
    kept: set[int] = set()
    for text, indexes in copies.items():
        by_company = sorted(indexes, key=lambda index: (-_company(index, sure), index))
        kept.update(by_company[: max(1, wanted[text])])
    return kept


def _company(index: int, sure: set[int]) -> int:
    return sum(other in sure for other in range(index - _NEIGHBOURS, index + _NEIGHBOURS + 1))


def _belongs(stretch: Stretch, is_before: bool) -> bool:  # noqa: FBT001
    """Return whether markup says that a block among the article's is its headline or one of its captions."""
    kinds = {Kind.TITLE, Kind.CAPTION} if is_before else {Kind.CAPTION, Kind.HEADING}
    return stretch.block.kind in kinds and not stretch.is_aside
