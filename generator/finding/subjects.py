"""The Media Topics and the words that speak for each."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from generator.finding.words import shipped

STRONG = 2.0


@dataclass(frozen=True, slots=True)
class Subject:
    """A Media Topic and how much each of its keywords weighs."""

    id: str
    label: str
    weights: Mapping[str, float]


@cache
def subjects() -> tuple[Subject, ...]:
    """Return the 17 top concepts with their keywords."""
    return tuple(Subject(row["id"], row["label"], _weights(row)) for row in shipped("topics.yml"))


def _weights(row: Mapping[str, str]) -> dict[str, float]:
    return {**dict.fromkeys(_split(row["keywords"]), 1.0), **dict.fromkeys(_split(row["strong"]), STRONG)}


def _split(text: str) -> list[str]:
    return [keyword.strip() for keyword in text.split(",")]
