"""Runs of capitalised words, as names stand in running text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.finding.words import words

_WORD = re.compile(r"[^\W\d_]+(?:['’‑-][^\W\d_]+)*\.?")
_POSSESSIVE = re.compile(r"['’]s?$")
_LONGEST_ABBREVIATION = 4  # with its dot: "Gen."


@dataclass(frozen=True, slots=True)
class Word:
    """A word at `text[start:end]`, without its possessive."""

    start: int
    end: int
    text: str


def runs(text: str) -> Iterator[tuple[Word, ...]]:
    """Yield the longest runs of capitalised words one space apart; small particles may stand inside."""
    run: list[Word] = []
    ended = False
    for match in _WORD.finditer(text):
        apart = ended or not run or text[run[-1].end : match.start()] != " "
        if apart or not (_is_capital(match.group()) or match.group() in words().leading_particles):
            yield from _closed(run)
            run = []
        if _is_capital(match.group()) or (run and match.group() in words().leading_particles):
            run.append(_word(match))
            ended = run[-1].end != match.end()
    yield from _closed(run)


def _is_capital(word: str) -> bool:
    """Tell whether a word has its capital, behind a particle perhaps: "al-Sadr"."""
    particle, dash, rest = word.partition("-")
    return word[0].isupper() or (bool(dash) and rest[:1].isupper() and particle in words().leading_particles)


def _word(match: re.Match[str]) -> Word:
    """Return a word without its possessive, and without its dot where that ends the sentence."""
    start, end = match.span()
    if match.group().endswith(".") and not _abbreviated(match.group()):
        end -= 1
    bare = _POSSESSIVE.sub("", match.string[start:end])
    return Word(start, start + len(bare), bare)


def _abbreviated(word: str) -> bool:
    bare = word[:-1].casefold()
    return len(bare) == 1 or (len(word) <= _LONGEST_ABBREVIATION and bare in words().titles | words().generation)


def _closed(run: list[Word]) -> Iterator[tuple[Word, ...]]:
    while run and not _is_capital(run[-1].text):
        run.pop()
    if run:
        yield tuple(run)
