"""Bylines: who wrote the article."""

import re
from functools import cache

from generator.reading.agencies import agency
from generator.reading.block import length
from generator.reading.dates import find_date, is_only_a_date, label_words, says_published
from generator.reading.names import are_names, is_capital, is_person, words_of
from generator.reading.words import key, listed, longest_first

_MOST_WORDS = 18
_MOST_JOB_WORDS = 5
_LONGEST_LABEL = 40
_CLOCK = re.compile(r"(?:\d{1,2}[:.]\d{2}(?: ?[AaPp]\.?[Mm]\.?)?(?: [A-Z]{2,4})?,? )?")  # "14:20, " before a date


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(rf"(?:{longest_first('bylines')})(?P<colon>\s*:)?\s+(?=\S)", re.IGNORECASE)


@cache
def _label_at_end() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{label_words()})(?:\s(?:on|at|am|le|el|il))?\s?:?\s{{0,3}}$", re.IGNORECASE)


def byline(text: str) -> str:
    """Return the names of a block such as "By Jane Doe and John Roe, Reuters", or the empty string."""
    if length(text) > _MOST_WORDS or text[-1:] in "!?:":
        return ""
    text = _behind_date(text)
    opening = _opening().match(text)
    if opening is None:
        return ""
    names = without_date(text[opening.end() :]).strip(" .,|·•\u2013—-")
    words = words_of(names)
    if not words or not is_capital(words[0]) or key(words[0]) in listed("not_names"):
        return ""
    if opening["colon"] is None and len(words) == 1 and not agency(names):
        return ""
    return names if are_names(words, listed("byline_words")) or _names_job(names) else ""


def _names_job(names: str) -> bool:
    """Return whether a person stands before what that person is: "Jane Doe, shipping correspondent"."""
    person, _, job = names.partition(",")
    last = job.casefold().split()[-1:]
    return is_person(person) and len(job.split()) <= _MOST_JOB_WORDS and last != [] and last[0] in listed("jobs")


def bare_byline(text: str) -> str:
    """Return the names of a block that is only a person's name, or a name and a place or firm behind a comma."""
    names = without_date(text).strip(" ,|\u2013—-")
    person, *others = re.split(r"\s*[,|]\s*", names)
    if not is_person(person) or len(others) > 2 or not all(_is_place_or_firm(other) for other in others):  # noqa: PLR2004
        return ""
    return names


def _is_place_or_firm(text: str) -> bool:
    words = text.split()
    return 0 < len(words) <= 4 and are_names(words, listed("byline_words"))  # noqa: PLR2004


def without_date(text: str) -> str:
    """Return a short line without the date or time at its end, and without "Published" before that."""
    found = find_date(text)
    if found and found.start and is_only_a_date(text[found.start :]):
        label = _label_at_end().search(text[max(0, found.start - _LONGEST_LABEL) : found.start])
        return text[: found.start - len(label[0] if label else "")]
    return text


def _behind_date(text: str) -> str:
    """Return what stands behind "Published 4 February 2022 |" if a line opens so."""
    label = says_published(text)
    found = find_date(text[label:]) if label else None
    opens = found is not None and _CLOCK.fullmatch(text, label, label + found.start) is not None
    return text[label + found.end :].lstrip(" ,|·•\u2013—-") if found and opens else text
