"""Names that an article itself abbreviates: "Union for the Defence of Animals (UDA)"."""

import re
from collections.abc import Iterable, Iterator

from generator.finding.words import words
from generator.registry import WORD, fold

_ACRONYM = re.compile(r"\s\((?:the\s+|[\"“'‘])?([^\W\d_a-z](?:[^\W\d_]|[.&]){1,8})[\"”'’]?[),;]")
_BRACKETED = re.compile(r" \(([^\W\d_a-z]{2,6})\)")
_PLAIN = re.compile(r"\b((?:[a-z][a-z’'-]*,? ){2,7})(?:\(|or )([A-Z]{2,6})s?\b")
_SMALL = "of|for|and|the|on|in|to"  # words that an acronym leaves out
_REACH = 120  # characters before the bracket
_FEWEST_LETTERS = 2


def expansions(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the words stand that a bracket right behind them abbreviates."""
    for match in _ACRONYM.finditer(text):
        letters = match.group(1).replace(".", "").replace("&", "")
        if len(letters) >= _FEWEST_LETTERS and letters.isupper():
            start = _start(text, match.start(), letters.casefold())
            if start is not None:
                yield start, match.start()


def written_out(text: str) -> Iterator[tuple[str, str]]:
    """Yield acronyms in brackets with the words they abbreviate: "PKF", "People's Kite Front"."""
    for start, end in expansions(text):
        if short := _ACRONYM.match(text, end):
            yield short.group(1), text[start:end]


def plain(text: str) -> Iterator[str]:
    """Yield acronyms of words in small letters, which are nobody's: "a digital tide gauge, or DTG"."""
    for match in _PLAIN.finditer(text):
        letters = match.group(2).casefold()
        for parted in (match.group(1), match.group(1).replace("-", " ")):
            initials = "".join(word[0] for word in parted.split())
            if initials.endswith(letters):
                yield match.group(2)
                break


def bracketed(text: str, end: int) -> tuple[int, int] | None:
    """Return where the capitals in brackets stand right behind a name that ends at `end`: "(AHP)"."""
    match = _BRACKETED.match(text, end)
    return match.span(1) if match else None


def _start(text: str, end: int, letters: str) -> int | None:
    """Return where the shortest run of capitalised words and particles begins that has these initials."""
    before = [one for one in WORD.finditer(text, max(0, end - _REACH), end) if not _is_ending(text, one)]
    initials = ""
    for word in reversed(before):
        small = word.group()[0].islower()
        if small and fold(word.group()) not in words().particles:
            return None
        if not small:
            initials = fold(word.group())[0] + initials
        if initials == letters and not small:
            return word.start()
    return None


def _is_ending(text: str, word: re.Match[str]) -> bool:
    """Tell whether a word is the ending of an owner: "People's"."""
    return word.group() == "s" and text[word.start() - 1 : word.start()] in {"'", "’"}


def abbreviations(text: str, shorts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield acronyms with the capitalised words in a text that begin with their letters: "Rapid Support Forces"."""
    for short in dict.fromkeys(shorts):
        spelt = rf"[\w’'-]*\s(?:(?:{_SMALL})\s){{,2}}".join(short)
        yield from ((short, found.group()) for found in re.finditer(rf"\b{spelt}[\w’'-]+\b", text))
