"""The words and sizes of composed pages, from labels.yml."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from generator.lists import shipped

_LABELS: Mapping[str, Any] = shipped("site/labels.yml")
KINDS: Mapping[str, str] = _LABELS["kinds"]
TITLES: Mapping[str, str] = _LABELS["titles"]
SIZES: Mapping[str, int] = _LABELS["sizes"]
BADGES: Mapping[str, str] = _LABELS["badges"]
REVIEWS: Mapping[str, str] = _LABELS["reviews"]
STANDINGS: Mapping[str, Mapping[str, str]] = _LABELS["standings"]
CLAIMS: Mapping[str, str] = _LABELS["claims"]
CLAIMED: Mapping[str, Mapping[str, str]] = _LABELS["claimed"]  # by how the key point stands to the article
POINTS: Mapping[str, str] = _LABELS["points"]
LANGUAGES: Mapping[str, str] = _LABELS["languages"]
ARTICLES: Mapping[str, str] = _LABELS["articles"]
ROLES: Mapping[str, str] = _LABELS["roles"]
SAYING: Mapping[str, str] = _LABELS["saying"]
OBJECT_VERBS = frozenset(_LABELS["object_verbs"].split())
HUB_BOOST: float = _LABELS["hub_boost"]
UNDATED: str = _LABELS["undated"]
DIGITS: str = _LABELS["digits"]


def description(kind: str, name: str = "") -> str:
    """Return what a derived page of this kind says of itself; `name` is HTML-safe."""
    return str(_LABELS["descriptions"][kind]).format(name=name)


def numbered(title: str, number: int) -> str:
    """Return the title of the page with this number."""
    return title if number == 1 else str(_LABELS["page"]).format(title=title, number=number)


def correction(day: str) -> str:
    """Return what stands before the text of a correction of that day."""
    return str(_LABELS["correction"]).format(date=day)


def month(day: date) -> str:
    """Return such as "February 2022"."""
    return f"{_LABELS['months'][day.month - 1]} {day.year}"


def full_date(day: date | None) -> str:
    """Return such as "4 February 2022", "" for no date."""
    return f"{day.day} {month(day)}" if day else ""
