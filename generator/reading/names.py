"""The shape of names: whether words could be those of a person, a place or a firm."""

import re
from collections.abc import Collection

from generator.reading.agencies import signs_pictures
from generator.reading.words import key, listed

_WORD = re.compile(r"[^\s,;&+/|()]+")
_FEWEST_PERSON_WORDS = 2
_MOST_PERSON_WORDS = 4
_PART = re.compile(r"\s*(?:/|\||\s[-\u2013—]\s|\bvia\b|,)\s*", re.IGNORECASE)


def words_of(text: str) -> list[str]:
    """Return the words of a line of names."""
    return _WORD.findall(text)


def is_capital(word: str) -> bool:
    """Return whether a word opens with a capital or a digit, or belongs to a script without case."""
    first = next((character for character in word if character.isalnum()), "")
    return bool(first) and not first.islower()


def are_names(words: Collection[str], beside: frozenset[str]) -> bool:
    """Return whether every word is capital or one of the small words `beside`, and one is capital."""
    capital = [word for word in words if is_capital(word)]
    return bool(capital) and all(is_capital(word) or key(word) in beside for word in words)


def is_person(text: str) -> bool:
    """Return whether the text has the shape of a person's name: two to four capital words."""
    words = text.split()
    if not _FEWEST_PERSON_WORDS <= len(words) <= _MOST_PERSON_WORDS or not all(
        re.fullmatch(r"[^\W\d_][\w'\u2019.\-]*", word) for word in words
    ):
        return False
    known = listed("not_names")
    return (
        are_names(words, listed("byline_words"))
        and is_capital(words[-1])
        and not any(key(word) in known for word in words)
    )


def picture_parts(text: str) -> list[str]:
    """Return what the strokes, dashes, commas and "via" of a credit part."""
    return [part for part in _PART.split(text) if part]


def has_picture_agency(text: str) -> bool:
    """Return whether a part of the credit is one that pictures are credited to, alone or behind a name."""
    return any(signs_pictures(part) or signs_pictures(part.rsplit(" ", 1)[-1]) for part in picture_parts(text))
