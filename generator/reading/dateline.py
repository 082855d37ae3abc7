"""The dateline before the first sentence: place, date, agency, dash."""

import re
from dataclasses import dataclass
from datetime import date

from generator.reading.agencies import agency, is_initials, mark
from generator.reading.dates import find_date
from generator.reading.words import key, listed

_REACH = 140
_DASH = r"\s*(?P<dash>(?:[-\u2013—―_:|.]|--)*)\s*"
_MARKED = re.compile(
    r"(?P<before>[^()\[\]/“”\"]{0,90}?(?:/[^()\[\]/“”\"]{2,40}?)?)\s*"
    r"(?:[(\[](?P<inside>[^()\[\]]{2,50})[)\]]|/(?P<slashed>[^()\[\]/\s]{2,20})/)" + _DASH
)
_DASHED = re.compile(
    r"(?P<before>[^()\[\]“”\"]{2,90}?)\s*(?<=[\s.,\w])(?P<dash>\s[-\u2013—―_|]{1,3}\s|[\u2013—]|--|:\s|\.\s[-\u2013—]\s)\s*"
)
_OPENS_SENTENCE = re.compile(r"[\"“„\u201a\u2018'«»(\[¿¡$€£]?\s?[^\W_a-zà-öø-ÿ]")
_WORDS = re.compile(r"[^\s,/]+")
_MOST_PLACE_WORDS = 7
_MOST_UNDASHED_WORDS = 3


@dataclass(frozen=True, slots=True)
class Dateline:
    """What stands before the first sentence: its length with the dash, and its parts."""

    end: int
    text: str
    agency: str
    date: date | None


def dateline(text: str, *, is_lead: bool = True) -> Dateline | None:
    """Return the dateline or agency mark that a paragraph opens with, or None.

    `is_lead` allows weaker signs: a writer's initials, a place in capitals and a dash without an agency.
    """
    start = text[:_REACH]
    return _with_mark(start, is_lead=is_lead) or (_without_mark(start) if is_lead else None)


def _with_mark(text: str, *, is_lead: bool) -> Dateline | None:
    match = _MARKED.match(text)
    if match is None:
        return None
    inside = (match["inside"] or match["slashed"]).strip()
    before = match["before"].strip(" ,.")
    names = mark(inside)
    if not names and not (is_lead and not before and is_initials(inside) and _opens(text, match.end())):
        return None
    if not _may_stand_before_mark(text, match, before, inside):
        return None
    return Dateline(match.end(), before, names, _date(before))


def _may_stand_before_mark(text: str, match: re.Match[str], before: str, inside: str) -> bool:
    at_end = not text[match.end() :].strip()
    opens = at_end or _opens(text, match.end())
    if not before:
        return opens or bool(match["dash"])
    if not _is_place_and_date(before) or _abbreviates(inside, before):
        return False
    short = before.isupper() or len(before.split()) <= _MOST_UNDASHED_WORDS or find_date(before) is not None
    return opens and (bool(match["dash"]) or (short and not at_end) or before.isupper())


def _without_mark(text: str) -> Dateline | None:
    match = _DASHED.match(text)
    if match is None or not _opens(text, match.end()):
        return None
    before = match["before"].strip(" ,.")
    found = find_date(before)
    place = before[: found.start].strip(" ,.") if found else before
    capitals = place.isupper() and len(key(place)) > 2  # noqa: PLR2004
    colon = match["dash"].strip() == ":"
    if not _is_place_and_date(before) or not (found.date or capitals if found else capitals and not colon):
        return None
    return Dateline(match.end(), before, "", found.date if found else None)


def standing_dateline(text: str) -> Dateline | None:
    """Return the dateline of a block that is nothing else: "London, 4 February 2022", "BEIJING, Feb 4 (Reuters)"."""
    if len(text) > _REACH:
        return None
    marked = _with_mark(text, is_lead=False)
    if marked and marked.end == len(text) and marked.text:
        return marked
    found = find_date(text)
    if (
        found is None
        or found.end < len(text.rstrip(" .,:-\u2013—"))
        or found.date is None
        or not _is_place_and_date(text)
    ):
        return None
    return Dateline(len(text), text.strip(" .,:-\u2013—"), "", found.date)


def _opens(text: str, start: int) -> bool:
    return _OPENS_SENTENCE.match(text, start) is not None


def _date(before: str) -> date | None:
    found = find_date(before)
    return found.date if found else None


def _is_place_and_date(before: str) -> bool:
    found = find_date(before)
    if found and before[found.end :].strip(" ,."):
        return False
    place = before[: found.start] if found else before
    words = [match[0] for match in _WORDS.finditer(place)]
    return len(words) <= _MOST_PLACE_WORDS and (bool(words) or found is not None) and _is_place(words)


def _is_place(words: list[str]) -> bool:
    small = listed("place_words")
    if words and not words[0][0].isupper():
        return False
    named = [word for word in words if word.casefold() not in small]
    if any(key(word) in listed("institutions") or agency(word) for word in words):
        return False
    return all(word[0].isupper() for word in named) and (bool(named) or not words)


def _abbreviates(inside: str, before: str) -> bool:
    """Return whether the brackets hold the initials of the name before them, as in "Trade Board (TB)"."""
    words = _WORDS.findall(before)
    initials = "".join(word[0] for word in words if word[0].isupper())
    return len(words) > 1 and initials.casefold() == inside.casefold()
