"""Dates, months and weekdays in English text, by the day that they name."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from generator.lists import shipped

_MONTHS = 12
_LAST_DAY = 31


class Day(NamedTuple):
    """What of a date is said; 0 is what is not."""

    year: int = 0
    month: int = 0
    day: int = 0
    weekday: int = 0  # 1 is Monday


@dataclass(frozen=True, slots=True)
class Mention:
    """A date at `start` to `end`; `readings` has two where it may be the day or the month that comes first."""

    start: int
    end: int
    readings: tuple[Day, ...]


@dataclass(frozen=True, slots=True)
class _Lists:
    months: Mapping[str, int]
    doubtful: frozenset[str]
    before: frozenset[str]
    weekdays: Mapping[str, int]
    relative: Mapping[str, int]


@cache
def _lists() -> _Lists:
    lists = shipped("lint/lists.yml")
    return _Lists(
        months=lists["months"],
        doubtful=frozenset(lists["doubtful_months"]),
        before=frozenset(lists["before_months"]),
        weekdays={name: number for number, name in enumerate(lists["weekdays"], 1)},
        relative=lists["relative_days"],
    )


@cache
def _pattern() -> re.Pattern[str]:
    month = rf"(?:{'|'.join(sorted(_lists().months, key=len, reverse=True))})\b\.?"
    year, day = r"\d{4}\b", r"\d{1,2}(?:st|nd|rd|th)?"
    forms = (
        rf"(?P<d1>{day})[ ](?:of[ ])?(?P<m1>{month})(?:,?[ ](?P<y1>{year}))?",
        rf"(?P<m2>{month})[ ](?:the[ ])?(?P<d2>{day})\b(?![.,:]?\d)(?:,?[ ](?P<y2>{year}))?",
        rf"(?P<m3>{month}),?[ ](?:of[ ])?(?P<y3>{year})",
        r"(?P<y4>\d{4})-(?P<m4>\d{1,2})-(?P<d4>\d{1,2})\b",
        r"(?P<one>\d{1,2})(?P<sign>[./])[ ]?(?P<two>\d{1,2})(?P=sign)[ ]?(?P<y5>\d{4})\b",
        rf"(?P<m6>{month})",
        rf"(?P<weekday>{'|'.join(_lists().weekdays)})(?=s?\b)",
    )
    return re.compile(rf"(?<![\w])(?:{'|'.join(forms)})".replace("[ ]", r"[ \u00a0\n]"), re.IGNORECASE)


def from_date(day: date) -> Day:
    """Return a calendar's day."""
    return Day(day.year, day.month, day.day)


def days(text: str, *, strict: bool = True) -> Iterator[Mention]:
    """Yield the dates of a text; where `strict`, only those that are surely meant as such ("may", "Mr March")."""
    for match in _pattern().finditer(text):
        if readings := _readings(text, match, strict=strict):
            yield Mention(match.start(), match.end() - match.group().endswith("."), readings)


def held(mention: Mention, known: frozenset[Day], numbers: frozenset[str]) -> bool:
    """Tell whether known days hold a date; a year may stand apart from its day among known `numbers`."""
    return any(_matches(day, other, numbers) for day in mention.readings for other in known)


def relative_to(day: date, words: frozenset[str]) -> frozenset[Day]:
    """Return the days that words such as "yesterday" name in an article of this date, itself included."""
    away = [0, *(days for word, days in _lists().relative.items() if word in words)]
    return frozenset(from_date(day + timedelta(days=number)) for number in away if date.min < day < date.max)


def _matches(day: Day, other: Day, numbers: frozenset[str]) -> bool:
    if day.weekday:
        return day.weekday in (other.weekday, _weekday(other))
    if day.month != other.month or (day.day and day.day != other.day):
        return False
    return day.year in (0, other.year) or (not other.year and str(day.year) in numbers)


@cache
def _weekday(day: Day) -> int:
    try:
        return date(*day[:3]).isoweekday()
    except ValueError:
        return 0


def _readings(text: str, match: re.Match[str], *, strict: bool) -> tuple[Day, ...]:
    found = match.groupdict()
    if found["weekday"]:
        return (Day(weekday=_lists().weekdays[found["weekday"].lower()]),)
    if found["m6"] and strict and not _is_month(text, match):
        return ()
    if found["one"]:
        pairs = {(int(found["one"]), int(found["two"])), (int(found["two"]), int(found["one"]))}
        return tuple(Day(int(found["y5"]), month, day) for day, month in sorted(pairs) if _is_day(month, day))
    year, month, day = (
        next((found[f"{part}{form}"] for form in "12346" if found.get(f"{part}{form}")), "") for part in "ymd"
    )
    number = int(month) if month.isdigit() else _lists().months[month.rstrip(".").lower()]
    there = Day(int(year or 0), number, int(re.sub(r"\D", "", day) or 0))
    return (there,) if _is_day(there.month, there.day or 1) else ()


def _is_day(month: int, day: int) -> bool:
    return 1 <= month <= _MONTHS and 1 <= day <= _LAST_DAY


def _is_month(text: str, match: re.Match[str]) -> bool:
    """Tell whether the name of a month alone means the month."""
    name = match["m6"].rstrip(".").lower()
    if not match["m6"][0].isupper():
        return False
    before = re.search(r"([A-Za-z]+)[ -]$", text[max(0, match.start() - 12) : match.start()])
    after = text[match.end() : match.end() + 2]
    if name in _lists().doubtful:
        return before is not None and before[1].lower() in _lists().before and not after[1:].isupper()
    return len(name) > 4 or match["m6"].endswith(".")  # noqa: PLR2004 -- "Sept" and shorter are written with a stop
