"""The dateline before the first sentence: place, date, agency, dash."""

import re
from dataclasses import dataclass, replace
from datetime import date

from generator.reading.agencies import agency, is_initials, is_only_agency, joint, mark
from generator.reading.dates import find_date
from generator.reading.eastern import eastern_opening
from generator.reading.outlet import outlet
from generator.reading.words import key, listed
from generator.registry import load

_REACH = 140
_DASH = r"\s*(?P<dash>(?:[-\u2013—―_:|.]|--)*)\s*"
_MARKED = re.compile(
    r"(?P<before>(?:[^\W\d_][\w .-]{1,30}\s\([^\W\d_][\w .-]{1,24}\),\s)?"
    r"[^()\[\]/“”\"]{0,90}?(?:/[^()\[\]/“”\"]{2,40}?){0,3})\s*"
    r"(?:[(\[](?P<inside>[^()\[\]]{2,50})[)\]]|/(?P<slashed>[^()\[\]/\s]{2,20})/)" + _DASH
)
_DASHED = re.compile(
    r"(?P<before>[^()\[\]“”\"]{2,90}?)\s*(?<=[\s.,\w])(?P<dash>\s[-\u2013—―_|]{1,3}\s|[\u2013—]|--|:\s|\.\s[-\u2013—]\s)\s*"
)
_STOPPED = re.compile(
    r"(?P<place>[^\W\d][\w -]{1,30})\.\s(?P<date>[^.()\u2013—-]{3,20})\.\s"
    r"(?P<agency>[^.()\u2013—]{2,20}?)\s[-\u2013—]{1,2}\s"
)
_AGENCY_BEHIND = re.compile(r"(?P<agency>[^\W\d][\w ]{1,14})\.\s+")
_OPENS_SENTENCE = re.compile(r"[\"“„\u201a\u2018'«»(\[¿¡$€£]?\s?[^\W_a-zà-öø-ÿ]")
_WORDS = re.compile(r"[^\s,/]+")
_PLACED = re.compile(r"(?P<place>[^\W\d_a-z][\w’'.-]{2,20}(?:[ /][^\W\d_a-z][\w’'.-]{2,20}){0,2}) [-\u2013—] ")
_LAST_NAME = re.compile(r"(?:^|[\s|,]+)(?P<name>[^\s|,]+)$")
_LONGEST_ACRONYM = 3  # letters; more in capitals before a comma is a city
_MOST_CITY_WORDS = 4
_MOST_CASELESS_WORDS = 4
_MOST_PLACE_WORDS = 7
_MOST_UNDASHED_WORDS = 3


@dataclass(frozen=True, slots=True)
class Dateline:
    """What stands before the first sentence: its length with the dash, and its parts."""

    end: int
    text: str
    agency: str
    date: date | None
    writers: str = ""  # named inside it, as Chinese agencies do


def dateline(text: str, *, is_lead: bool = True) -> Dateline | None:
    """Return the dateline or agency mark that a paragraph opens with, or None.

    `is_lead` allows weaker signs: a writer's initials, a place in capitals and a dash without an agency.
    """
    start = text[:_REACH]
    if eastern := eastern_opening(start):
        place = eastern.place + eastern.day
        return Dateline(eastern.end, place, eastern.agency, _date(eastern.day), eastern.writers)
    marked = _with_mark(start, is_lead=is_lead) or _between_stops(start)
    if marked and is_lead and not marked.text:
        return _with_place_behind(start, marked)
    return marked or (_without_mark(start) or _with_outlet(start) if is_lead else None)


def _with_outlet(text: str) -> Dateline | None:
    end, name = outlet(text)
    entry = load().get(name)
    is_place = entry is not None and entry.kind in {"country", "place"}
    return Dateline(end, name if is_place else "", "" if is_place else name, None) if name else None


def _with_place_behind(text: str, marked: Dateline) -> Dateline:
    """Return the mark with the place and date that some put behind it: "(ANSA) - ROMA, 03 MAG - ", "(AFP) Lyon - "."""
    if placed := _PLACED.match(text, marked.end):
        return replace(marked, end=placed.end(), text=placed["place"])
    behind = _without_mark(text[marked.end :])
    return replace(behind, end=marked.end + behind.end, agency=marked.agency) if behind and behind.text else marked


def _between_stops(text: str) -> Dateline | None:
    """Return the dateline of Russian agencies that part its members with full stops: "Москва. 3 мая. ИНТЕРФАКС - "."""
    match = _STOPPED.match(text)
    if match is None or not agency(match["agency"]) or not _opens(text, match.end()):
        return None
    found = find_date(match["date"])
    if found is None or found.start or found.end < len(match["date"].strip()) or not _is_place([match["place"]]):
        return None
    return Dateline(match.end(), f"{match['place']}, {match['date']}", agency(match["agency"]), found.date)


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
    if before.upper() == before.lower():
        return opens and bool(match["dash"]) and len(before.split()) <= _MOST_CASELESS_WORDS
    short = before.isupper() or len(before.split()) <= _MOST_UNDASHED_WORDS or find_date(before) is not None
    return opens and (bool(match["dash"]) or (short and not at_end) or before.isupper())


def _without_mark(text: str) -> Dateline | None:
    match = _DASHED.match(text)
    if match is None or not _opens(text, match.end()):
        return None
    before, name = _without_agency(match["before"].strip(" ,."))
    found = find_date(before)
    place = (before[: found.start] if found else before).strip(" ,.")
    colon = match["dash"].strip() == ":"
    dated = found is not None and (found.date is not None or _has_shouted_city(place))
    bare = not colon and (_is_shouted(place) or (not found and _is_known_place(text, match, place)))
    named = colon and place.isupper() and _names_a_capital(place)
    if not _is_place_and_date(before) or not (dated or bare or named or (name and place)):
        return None
    return _with_agency_behind(text, Dateline(match.end(), before, name, found.date if found else None))


def _without_agency(before: str) -> tuple[str, str]:
    """Return what stands before a dash without the agency at its end, and the agency: "Washington CNN"."""
    match = _LAST_NAME.search(before)
    name = joint(match["name"]) if match else ""
    return (before[: match.start()].rstrip(" ,|"), name) if match and name else (before, "")


def _with_agency_behind(text: str, found: Dateline) -> Dateline:
    """Return the dateline with an agency that stands behind its dash: "МОСКВА, 3 мая — РИА Новости. "."""
    match = _AGENCY_BEHIND.match(text, found.end)
    name = agency(match["agency"]) if match and not found.agency else ""
    return replace(found, end=match.end(), agency=name) if match and name else found


def _is_shouted(place: str) -> bool:
    """Return whether a place stands in capitals, alone or before its country: "PARIS", "LEEDS, England"."""
    return (place.isupper() and len(key(place)) > 2) or ("," in place and _has_shouted_city(place))  # noqa: PLR2004


def _has_shouted_city(place: str) -> bool:
    city = place.split(",", maxsplit=1)[0]
    return city.isupper() and len(key(city)) > _LONGEST_ACRONYM


def _names_a_capital(places: str) -> bool:
    """Return whether one of the places is a capital: "ISLAMABAD", "LAHORE/NEW DELHI"."""
    entries = (load().get(place.strip()) for place in places.split("/"))
    return any(entry and entry.kind == "place" and entry.code for entry in entries)


def _is_known_place(text: str, match: re.Match[str], place: str) -> bool:
    """Return whether a place before the only dash is a capital, or ends in a country: "Lucknow, India"."""
    if text.find(match["dash"].strip(), match.end()) >= 0:
        return False
    city, _, country = place.rpartition(",")
    entry = load().get(country.strip())
    if entry is None or entry.kind not in {"country", "place"}:
        return False
    return len(city.split()) <= _MOST_CITY_WORDS if city else bool(entry.kind == "place" and entry.code)


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
    place = (before[: found.start] if found else before).replace("(", "").replace(")", "")
    words = [match[0] for match in _WORDS.finditer(place)]
    return len(words) <= _MOST_PLACE_WORDS and (bool(words) or found is not None) and _is_place(words)


def _is_place(words: list[str]) -> bool:
    small = listed("place_words")
    if words and not _is_capital(words[0]):
        return False
    named = [word for word in words if word.casefold() not in small]
    if any(key(word) in listed("institutions") or is_only_agency(word) for word in words):
        return False
    return all(_is_capital(word) for word in named) and (bool(named) or not words)


def _is_capital(word: str) -> bool:
    """Return whether a word opens with a capital, or with a letter of a script without case."""
    return word[0].isupper() or (word[0].isalpha() and not word[0].islower())


def _abbreviates(inside: str, before: str) -> bool:
    """Return whether the brackets hold the initials of the name before them, as in "Trade Board (TB)"."""
    words = _WORDS.findall(before)
    initials = "".join(word[0] for word in words if word[0].isupper())
    return len(words) > 1 and initials.casefold() == inside.casefold()
