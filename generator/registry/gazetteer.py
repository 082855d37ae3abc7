"""Find known names in running text: the longest match wins, capitals count."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from typing import Generic, NamedTuple, TypeVar

Value = TypeVar("Value")

ACRONYM_LETTERS = 5
WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+")
# What may stand between two words of one name: "al-Qaeda", "St. Lucia", "Xi'an", "Washington, D.C.", "E.ON", "C&A".
GAPS = frozenset(
    {" ", "-", "‑", "–", ". ", ".", "'", "’", " & ", "&", "+", "! ", ' "', '" ', ", ", "/", "\u00a0", " - "}
)


class Match(NamedTuple, Generic[Value]):
    """A known name at `text[start:end]`."""

    start: int
    end: int
    value: Value


class _Word(NamedTuple):
    folded: str
    capital: bool


class _Pattern(NamedTuple, Generic[Value]):
    words: tuple[_Word, ...]
    acronym: str  # matched letter by letter, or empty
    commas: bool
    value: Value


@lru_cache(maxsize=100_000)
def fold(text: str) -> str:
    """Return `text` without case, accents and dots, for comparing names."""
    if not text.isascii():
        text = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    return text.replace(".", "").casefold()


def key(name: str) -> tuple[str, ...]:
    """Return the folded words of a name; names with equal keys are the same spelling."""
    return tuple(fold(match.group()) for match in WORD.finditer(name))


def shouted(text: str) -> bool:
    """Tell whether `text` is set in capitals, so that capitals mean nothing in it."""
    letters, lower = sum(map(str.isalpha, text)), sum(map(str.islower, text))
    return letters > ACRONYM_LETTERS and lower * 10 <= letters and " " in text.strip()


class Gazetteer(Generic[Value]):
    """Names and what they stand for, indexed by their first word."""

    def __init__(self, names: Iterable[tuple[str, Value]], *, ambiguous: Iterable[str] = ()) -> None:
        """Earlier names win over later equal ones; `ambiguous` acronyms are not seen in shouted text."""
        self._ambiguous = frozenset(ambiguous)
        self._index: dict[str, list[_Pattern[Value]]] = {}
        self._exact: dict[tuple[str, ...], Value] = {}
        for name, value in names:
            self._add(name, value)
        for patterns in self._index.values():
            patterns.sort(key=lambda pattern: -len(pattern.words))
        # Several readers look through the same paragraph one after the other.
        self.find = lru_cache(maxsize=256)(self._find)

    def _add(self, name: str, value: Value) -> None:
        found = [match.group() for match in WORD.finditer(name)]
        if not found:
            return
        letters = "".join(found).replace(".", "")
        acronym = letters if len(found) == 1 and letters.isupper() and len(letters) <= ACRONYM_LETTERS else ""
        words = tuple(_Word(fold(word), not word[0].islower()) for word in found)
        pattern = _Pattern(words, acronym, "," in name, value)
        self._index.setdefault(words[0].folded, []).append(pattern)
        self._exact.setdefault(tuple(word.folded for word in words), value)

    def get(self, name: str) -> Value | None:
        """Return what a name stands for, whatever its capitals, accents and a leading "the"."""
        words = key(name)
        found = self._exact.get(words)
        return self._exact.get(words[1:]) if found is None and words[:1] == ("the",) else found

    def _find(self, text: str) -> tuple[Match[Value], ...]:
        """Return matches from left to right that do not overlap."""
        words = list(WORD.finditer(text))
        loud = shouted(text)
        found: list[Match[Value]] = []
        at = 0
        while at < len(words):
            pattern = self._longest(text, words, at, loud=loud)
            if pattern is None:
                at += 1
                continue
            last = at + len(pattern.words) - 1
            found.append(Match(words[at].start(), words[last].end(), pattern.value))
            at = last + 1
        return tuple(found)

    def _longest(self, text: str, words: list[re.Match[str]], at: int, *, loud: bool) -> _Pattern[Value] | None:
        patterns = self._index.get(fold(words[at].group()))
        if not patterns:
            return None
        return next((pattern for pattern in patterns if self._stands(pattern, text, words, at, loud=loud)), None)

    def _stands(self, pattern: _Pattern[Value], text: str, words: list[re.Match[str]], at: int, *, loud: bool) -> bool:
        if pattern.acronym:
            word = words[at].group()
            unclear = loud and word in self._ambiguous
            return word.replace(".", "") == pattern.acronym and not unclear
        if at + len(pattern.words) > len(words):
            return False
        window = words[at : at + len(pattern.words)]
        return all(map(_alike, pattern.words, window)) and all(
            _joined(text[one.end() : two.start()], pattern) for one, two in pairwise(window)
        )


def _alike(word: _Word, found: re.Match[str]) -> bool:
    text = found.group()
    return fold(text) == word.folded and not (word.capital and text[0].islower())


def _joined(gap: str, pattern: _Pattern[Value]) -> bool:
    return gap in GAPS and ("," not in gap or pattern.commas)
