"""Firms, and towns, by the company they keep: "platforms such as X and Y", "X users", "X, which runs terminals"."""

import re
from functools import cache

from generator.lists import shipped
from generator.model import Kind
from generator.registry import is_town

_NEAR = 100


def among(text: str, start: int, end: int) -> Kind | None:
    """Return what several are of which a name is one: "cities such as X and Y", "X and other banks"."""
    found = _such_as().search(text, max(0, start - _NEAR), start) or _and_other().match(text, end)
    if found is None:
        return None
    return "place" if found.group(1) in _words("together") else "organisation"


def does_business(text: str, end: int) -> bool:
    """Tell whether a clause behind a name says that it runs or makes something, or whose it is: "X, owned by"."""
    return _runs().match(text, end) is not None


def makes(text: str, start: int, end: int) -> bool:
    """Tell whether what stands behind a name is made or had by firms: "X jets", but not "Rzeszow plant"."""
    return _made().match(text, end) is not None and not is_town(text[start:end])


@cache
def _such_as() -> re.Pattern[str]:
    several = f"{_listed('together')}|{_listed('firms')}"
    chain = r"(?:[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)?(?:, | and |, and )){,4}"
    return re.compile(rf"\b({several}),? (?:such as|like|including) {chain}$")


@cache
def _and_other() -> re.Pattern[str]:
    several = f"{_listed('together')}|{_listed('firms')}"
    return re.compile(rf",? and (?:many |several )?other (?:[a-z-]+ ){{,2}}({several})\b")


@cache
def _made() -> re.Pattern[str]:
    return re.compile(rf" (?:{_listed('made')})\b(?! [A-Z])")


@cache
def _runs() -> re.Pattern[str]:
    does = rf"which (?:has |had |also )?(?:{_listed('doing_business')})\b"
    return re.compile(rf",? (?:{does}|which is (?:part )?owned by|owned by|a unit of)")


def _words(name: str) -> frozenset[str]:
    return frozenset(shipped("finding/beside.yml")[name].split())


@cache
def _listed(name: str) -> str:
    return "|".join(sorted(map(re.escape, _words(name))))
