"""Sign-offs: who else worked on the article, and whose it is, at its end."""

import re
from functools import cache

from generator.reading.agencies import is_only_agency
from generator.reading.block import length
from generator.reading.names import are_names, is_capital, words_of
from generator.reading.rights import is_rights
from generator.reading.words import key, listed, longest_first

_MOST_WORDS = 60
_MOST_CHARACTERS = 600
_BOUNDARY = re.compile(r"(?<!\s[A-Z])[.!?…][\"”'’)\]]*(?: \.)? +(?=[^\W\d_a-z]|[-\u2013—]+ )")


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(rf"[(\[]?(?:{longest_first('sign_offs')})\b:?\s*(?!on\b)(?=\S)", re.IGNORECASE)


@cache
def _contributed() -> re.Pattern[str]:
    return re.compile(rf"\b(?:also )?(?:{longest_first('contributed')})\b", re.IGNORECASE)


def is_sign_off(text: str) -> bool:
    """Return whether a text is nothing but a sign-off: "Reporting by Jane Doe; Editing by John Roe"."""
    if length(text) > _MOST_WORDS:
        return False
    if opening := _opening().match(text):
        return _are_names(text[opening.end() :])
    return _is_thanks(text)


def _is_thanks(text: str) -> bool:
    """Return whether names stand before what they did and behind it: "Jane Doe reported from Oslo"."""
    head, *tail = _contributed().split(text)
    opens = next((word for word in words_of(head) if key(word)), "")
    return bool(tail) and is_capital(opens) and _are_names(head) and _are_names("".join(tail), some=False)


def _are_names(text: str, *, some: bool = True) -> bool:
    said = [word for word in words_of(text) if key(word)]
    words = [word for word in said if not _is_agency(word)]
    beside = listed("sign_off_words") | listed("byline_words")
    if len(words) < len(said) and all(key(word) in beside for word in words):
        return True
    return are_names(words, beside) or not (some or words)


def _is_agency(word: str) -> bool:
    return key(word) in {"agencies", "agenturen"} or is_only_agency(word.strip(".,;()[]"))


def trailing_sign_off(text: str) -> int:
    """Return where sign-offs at the end of a paragraph start, or the text's length."""
    end = len(text)
    while (start := _last(text[:end])) < end:
        end = start
    return end


def _last(text: str) -> int:
    """Return where sign-offs start that run to the end, in brackets or as sentences; the text's length without one."""
    first = max(0, len(text) - _MOST_CHARACTERS)
    bracket = max(text.rfind("(", first), text.rfind("[", first))
    starts = ([bracket] if bracket > 0 else []) + [found.end() for found in _BOUNDARY.finditer(text, first)]
    return next((start for start in starts if is_sign_off(text[start:]) or is_rights(text[start:])), len(text))
