"""Finding dates and times that are written out in full or in part."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from generator.lists import shipped
from generator.reading.words import alternatives

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?!\d)")
_CLOCK = re.compile(
    r"\b\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?!\d)|\b\d{1,2}h\d{2}\b|\b\d{4}(?=\s?(?:gmt|utc|hrs|ist|et)\b)|\b\d{1,2}(?=\s?(?:[ap]\.?m\b|h\b|uhr\b|hours?\b|min|mins?\b))",
    re.IGNORECASE,
)

_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Dated:
    """A date found in text: where it stands and, if day, month and year are named and exist, which it is."""

    start: int
    end: int
    date: date | None


@cache
def _lists() -> Mapping[str, tuple[str, ...]]:
    lists = shipped("reading/lists/dates.yml")
    return {name: tuple(map(str, lists[name])) for name in ("weekdays", "beside", "publishes", "updates")}


@cache
def _months() -> Mapping[str, int]:
    return {name: number for number, names in shipped("reading/lists/dates.yml")["months"].items() for name in names}


@cache
def _pattern() -> re.Pattern[str]:
    month = rf"(?:{alternatives(_months())})\b\.?"
    weekday = rf"(?:(?:{alternatives(_lists()['weekdays'])})\b\.?,?\s+)?"
    forms = (
        rf"(?P<d1>\d{{1,2}})(?:st|nd|rd|th|\.|º)?\s+(?:of\s+|de\s+)?(?P<m1>{month})(?:,?\s+(?:de\s+)?(?P<y1>\d{{4}}))?\b",
        rf"(?P<m2>{month})\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|[:.]\d)(?:,?\s+(?P<y2>\d{{4}})\b)?",
        r"(?P<y3>\d{4})-(?P<m3>\d{2})-(?P<d3>\d{2})\b",
        r"(?P<d4>\d{1,2})\.\s?(?P<m4>\d{1,2})\.\s?(?P<y4>\d{4})\b",
        r"(?P<y5>\d{4})[/.](?P<m5>\d{1,2})[/.](?P<d5>\d{1,2})\b",
        r"(?:(?P<y6>\d{4})\s?年\s?)?(?P<m6>\d{1,2})\s?月\s?(?P<d6>\d{1,2})\s?日",
        r"(?P<one>\d{1,2})(?P<sign>[/-])(?P<other>\d{1,2})(?P=sign)(?P<y7>\d{4})\b",
    )
    return re.compile(rf"(?<!\w){weekday}(?:{'|'.join(forms)})", re.IGNORECASE)


def find_date(text: str) -> Dated | None:
    """Return the first date in a short text, or None."""
    match = _pattern().search(text)
    if match is None:
        return None
    return Dated(match.start(), match.end(), _named(match))


def _named(match: re.Match[str]) -> date | None:
    """Return the date if it names day, month and year, and says which number is which."""
    found = match.groupdict()
    if found["one"]:
        day, month = _day_and_month(found["one"], found["other"])
        return _existing(found["y7"], month, day) if day else None
    parts = [next((found[f"{name}{form}"] for form in range(1, 7) if found[f"{name}{form}"]), "") for name in "ymd"]
    return _existing(*parts) if all(parts) else None


def _day_and_month(one: str, other: str) -> tuple[str, str]:
    """Return which of two numbers is the day and which the month; empty strings where both could be either."""
    if int(other) > _MONTHS:
        return other, one
    return (one, other) if int(one) > _MONTHS or int(one) == int(other) else ("", "")


def _existing(year: str, month: str, day: str) -> date | None:
    number = int(month) if month.isdigit() else _months()[month.rstrip(".").casefold()]
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None


def leading_iso_date(text: str) -> date | None:
    """Return the date of a text that begins with `YYYY-MM-DD`, if there is such a day."""
    match = _ISO.match(text)
    return _existing(match[1], match[2], match[3]) if match else None


@cache
def _label(name: str) -> re.Pattern[str]:
    words = alternatives(_lists()[name])
    return re.compile(rf"[(\[]?(?:{words})(?!\w)(?:\s+(?:on|le|el|il|am|op|at))?\s?[:：]?\s*", re.IGNORECASE)


def label_words() -> str:
    """Return what opens lines of publication and change, as the alternatives of a regular expression."""
    return alternatives([*_lists()["publishes"], *_lists()["updates"]])


def says_published(text: str) -> int:
    """Return where the label of a line that says when an article was published ends, 0 without one."""
    label = _label("publishes").match(text)
    return label.end() if label else 0


def says_updated(text: str) -> bool:
    """Return whether a line opens with words such as "Last updated"."""
    return _label("updates").match(text) is not None


def is_only_a_date(text: str) -> bool:
    """Return whether a short text is a date or a time, with nothing but words such as "updated" beside it."""
    if len(text) > 120 or not any(character.isdigit() for character in text):  # noqa: PLR2004
        return False
    rest, dates = _pattern().subn(" ", text)
    rest, times = _CLOCK.subn(" ", rest)
    words = re.findall(r"[^\W_]+(?:\.[^\W_]+)*", rest.casefold())
    known = set(_lists()["beside"]) | set(_lists()["weekdays"])
    ago = "ago" in words or "read" in words
    if not (dates or times or ago):
        return False
    return all(word in known or (ago and word.isdigit()) or word.startswith(("utc", "gmt")) for word in words)
