"""Words with capitals in running text, and the runs that they stand in."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.finding.words import words as known_words
from generator.lint.namelists import name_lists
from generator.registry import fold

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:[-'’‑&.][^\W_]+)*")
_OWNED = re.compile(r"['’]s?$|['’](?:ll|d|ve|re|m)$", re.IGNORECASE)
# What a sentence, or what is set like one, begins behind.
_BEGINS = re.compile(r"(?:^|[.!?:;…\n][)\]\"'”’»]*|^\W+|[\"'“‘„«»(\[]|[–—|•*]|\s-)\s*$")
_JOINED = re.compile(r"[ \u00a0]|\. |[ \u00a0]?&[ \u00a0]?")
_LONG = 4  # letters of a word that a headline sets with a capital, be it a name or not
_FEWEST = 3  # such words, below which there is no telling
ACRONYM = range(2, 8)  # letters
_LONGEST_RUN = 60  # words; more are a list of names without commas, or no names


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it stands in the text, a possessive left off."""

    start: int
    end: int
    text: str
    opens: bool  # a sentence, or what is set like one

    @property
    def large(self) -> bool:
        """Whether it is written with a capital, at its head or inside ("al-Assad", "eBay")."""
        return not self.text.islower() and self.text.lower() != self.text

    @property
    def acronym(self) -> bool:
        """Whether it is set in capitals throughout."""
        letters = self.text.replace(".", "")
        return letters.isupper() and len(letters) in ACRONYM


def words(text: str) -> list[Word]:
    """Return the words of a text, in order."""
    found: list[Word] = []
    for match in _WORD.finditer(text):
        owned = _OWNED.search(match.group())
        end = match.start() + owned.start() if owned else match.end()
        opens = bool(_BEGINS.search(text[max(0, match.start() - 6) : match.start()])) and not _is_initial(
            found, text, match.start()
        )
        if end > match.start():
            found.append(Word(match.start(), end, text[match.start() : end], opens or not found))
    return found


def runs(text: str, found: Sequence[Word]) -> Iterator[list[Word]]:
    """Yield names as they are written: capitalised words side by side, with the small ones inside them."""
    run: list[Word] = []
    for word in found:
        if run and (word.opens or not _JOINED.fullmatch(text[run[-1].end : word.start]) or len(run) > _LONGEST_RUN):
            yield from _whole(run)
            run = []
        if word.large or (run and key(word.text) in name_lists().joining):
            run.append(word)
        elif run:
            yield from _whole(run)
            run = []
    yield from _whole(run)


def is_headline(found: Sequence[Word]) -> bool:
    """Tell whether a text is set with capitals at the head of most words, so that they mean nothing."""
    if len(found) > 1 and all(word.text.isupper() for word in found):
        return True
    keys = [key(word.text) for word in found if not word.large]
    long = sum(word.large and len(word.text) >= _LONG and not word.opens for word in found)
    small = sum(len(key) > _LONG and key.isalpha() for key in keys)
    return long >= _FEWEST and small * 10 <= long and name_lists().telling.isdisjoint(keys)


def key(word: str) -> str:
    """Return what a word is looked up by, one apostrophe and one hyphen for all."""
    return fold(word.replace("’", "'").replace("‑", "-"))


def _whole(run: list[Word]) -> Iterator[list[Word]]:
    while run and not run[-1].large:
        run = run[:-1]
    if run:
        yield run


def _is_initial(found: list[Word], text: str, start: int) -> bool:
    """Tell whether the full stop before `start` belongs to an initial or a title: "George W. Bush", "Gen. Lee"."""
    if not found or not text[found[-1].end : start].startswith(". "):
        return False
    before = found[-1].text
    return (
        (len(before) == 1 and before.isupper())
        or "." in before
        or key(before) in known_words().ranks | {"st", "jr", "sr"}
    )
