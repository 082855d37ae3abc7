"""What kind of thing the words beside a name say it is: "the X river", "the operator X", "X, who"."""

import re
from functools import cache

from generator.finding.words import shipped
from generator.model import Kind

_NEAR = 50
_WHO = re.compile(r", (?:who|whose|\d\d,)(?: |$)|(?:,? [a-z]+ed| says?| said)(?: that)? s?he\b")
_POSSESSIVE = r"(?:['’]s?)?"


def kind_beside(text: str, start: int, end: int, label: str) -> Kind | None:
    """Return what the words around `text[start:end]` say it is; `label` is the parser's."""
    floor = max(0, start - _NEAR)
    if _place_after().match(text, end) or _place_before().search(text, floor, start):
        return "place"
    if label == "PERSON" and _within().search(text, floor, start) and _alone(text, start, end):
        return "place"
    if _body_after().match(text, end) or _body_before().search(text, floor, start):
        return "organisation"
    return "person" if _WHO.match(text, end) else None


def _alone(text: str, start: int, end: int) -> bool:
    """Tell whether the name is one word, no owner and not the head of a longer name."""
    return (
        " " not in text[start:end]
        and text[end : end + 1] in {"", ",", ".", ";", ")", " "}
        and not _more().match(text, end)
    )


@cache
def _listed(name: str) -> str:
    return "|".join(sorted(re.escape(word) for word in shipped("beside.yml")[name].split()))


@cache
def _more() -> re.Pattern[str]:
    return re.compile(r" [^\W\d_a-z]")


@cache
def _place_after() -> re.Pattern[str]:
    return re.compile(rf"(?:['’]s capital|(?<=\w) (?:{_listed('places')}))\b(?! [A-Z])")


@cache
def _place_before() -> re.Pattern[str]:
    of = rf"(?:{_listed('places')}|{_listed('sides')}) of (?:the )?"
    called = r"(?:capital|city|town|village|island|port),? "
    return re.compile(rf"\b(?:{of}|{called}|(?:{_listed('near')}) )$")


@cache
def _within() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_listed('within')}) (?:the )?$", re.IGNORECASE)


@cache
def _body_before() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_listed('bodies')}) $")


@cache
def _body_after() -> re.Pattern[str]:
    nouns = _listed("bodies")
    told = rf", (?:an?|the|one of the) (?:[\w’'-]+ ){{0,5}}(?:{nouns})\b"
    return re.compile(rf"(?:{_POSSESSIVE} (?:{nouns}|{_listed('owned')})\b(?! [A-Z])|{told})")
