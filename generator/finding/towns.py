"""Towns that share a country's name: "Lebanon, Pa."."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from generator.finding.words import words
from generator.lists import shipped
from generator.registry import Entry, Match, Registry, fold

_SHORT = re.compile(r", ((?:[A-Z]\. ?[A-Z]|[A-Z][a-z]+)(?:\.|$))")
_WHOLE = re.compile(r", ([A-Z][a-z]+(?: [A-Z][a-z]+)?)(?=[,.]| \(|$)")
_LEADS = re.compile(r"(?:^|\b(?:in|at|near|of) )$")
_NEAR = 10


def is_town(text: str, match: Match[Entry]) -> bool:
    """Tell whether one of the United States stands behind a country's name."""
    if match.value.kind != "country":
        return False
    short = _SHORT.match(text, match.end)
    if short and fold(short.group(1)).replace(" ", "") in words().states:
        return True
    whole = _WHOLE.match(text, match.end)
    leads = _LEADS.search(text, max(0, match.start - _NEAR), match.start)
    return whole is not None and leads is not None and whole.group(1) in _states()


@cache
def _states() -> frozenset[str]:
    return frozenset(shipped("registry/regions.yml")["US states"])


def towns(texts: Iterable[str], registry: Registry) -> frozenset[Entry]:
    """Return the countries that an article names nowhere before a town of that name."""
    first: dict[Entry, bool] = {}
    for text, match in _countries(texts, registry):
        first.setdefault(match.value, is_town(text, match))
    return frozenset(entry for entry, town in first.items() if town)


def _countries(texts: Iterable[str], registry: Registry) -> Iterator[tuple[str, Match[Entry]]]:
    return ((text, match) for text in texts for match in registry.find(text) if match.value.kind == "country")
