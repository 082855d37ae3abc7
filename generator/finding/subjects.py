"""The Media Topics and the words that speak for each."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from generator.lists import shipped

_TIERS = {"keywords": 1.0, "strong": 2.0, "weak": 0.6, "neutral": 0.0}


@dataclass(frozen=True, slots=True)
class Subject:
    """A Media Topic and how much each of its keywords weighs."""

    id: str
    label: str
    weights: Mapping[str, float]


@cache
def subjects() -> tuple[Subject, ...]:
    """Return the 17 top concepts with their keywords."""
    return tuple(Subject(row["id"], row["label"], _weights(row)) for row in shipped("finding/topics.yml"))


def _weights(row: Mapping[str, str]) -> dict[str, float]:
    return {keyword: weight for tier, weight in _TIERS.items() for keyword in _split(row.get(tier, ""))}


def _split(text: str) -> list[str]:
    return [keyword.strip() for keyword in text.split(",") if keyword.strip()]
