"""Finding dates and times that are written out in full or in part."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

import yaml

from generator.reading.words import alternatives, text_of

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?!\d)")
_CLOCK = re.compile(
    r"\b\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?!\d)|\b\d{1,2}(?=\s?(?:[ap]\.?m\b|h\b|uhr\b|hours?\b|min|mins?\b))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date found in text: where it stands and, if day, month and year are named and exist, which it is."""

    start: int
    end: int
    date: date | None


@cache
def _lists() -> Mapping[str, tuple[str, ...]]:
    lists = yaml.safe_load(text_of("dates.yml"))
    return {"weekdays": tuple(lists["weekdays"]), "beside": tuple(lists["beside"])}


@cache
def _months() -> Mapping[str, int]:
    return {name: number for number, names in yaml.safe_load(text_of("dates.yml"))["months"].items() for name in names}


@cache
def _pattern() -> re.Pattern[str]:
    month = rf"(?:{alternatives(_months())})\b\.?"
    weekday = rf"(?:(?:{alternatives(_lists()['weekdays'])})\b\.?,?\s+)?"
    forms = (
        rf"(?P<d1>\d{{1,2}})(?:st|nd|rd|th|\.|º)?\s+(?:of\s+|de\s+)?(?P<m1>{month})(?:,?\s+(?:de\s+)?(?P<y1>\d{{4}}))?\b",
        rf"(?P<m2>{month})\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|[:.]\d)(?:,?\s+(?P<y2>\d{{4}})\b)?",
        r"(?P<y3>\d{4})-(?P<m3>\d{2})-(?P<d3>\d{2})\b",
        r"(?P<d4>\d{1,2})\.\s?(?P<m4>\d{1,2})\.\s?(?P<y4>\d{4})\b",
    )
    return re.compile(rf"(?<!\w){weekday}(?:{'|'.join(forms)})", re.IGNORECASE)


def find_date(text: str) -> Dated | None:
    """Return the first date in a short text, or None."""
    match = _pattern().search(text)
    if match is None:
        return None
    found = match.groupdict()
    parts = [next((found[f"{name}{form}"] for form in range(1, 5) if found[f"{name}{form}"]), "") for name in "ymd"]
    return Dated(match.start(), match.end(), _existing(*parts) if all(parts) else None)


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
