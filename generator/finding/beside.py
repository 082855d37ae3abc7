"""What kind of thing the words beside a name say it is: "the X river", "the operator X", "X, who"."""

import re
from collections.abc import Collection
from functools import cache

from generator.finding.business import among, does_business, makes
from generator.finding.words import words
from generator.lists import shipped
from generator.model import Kind
from generator.registry import Registry, fold

_NEAR = 50
_FEWEST_SPORTS = 4
_CLEARLY_SPORTS = 6
_WHO = re.compile(r", (?:who|whose|\d\d,)(?: |$)|(?:,? [a-z]+ed| says?| said)(?: that)? s?he\b")
_WHICH = re.compile(r", which (?!(?:would|could|may|might|is why)\b)")  # not of people
_IT = re.compile(
    r" [^.!?;:\n\"“”A-Z]{1,150}(?:[A-Z][\w’'-]*[^.!?;:\n\"“”A-Z]{1,40}){,4}, it (?:said|says|added|announced)\b"
)
_LIES_IN = re.compile(r", ((?:[A-Z]\. ?){2}|[A-Z][a-z]+(?: [A-Z][a-z]+)?)")
_INSIDE = re.compile(r"(?:([^\W\d_]+)|[)”]) in $")
_UNSURE = frozenset({"PERSON", "PRODUCT"})  # what a parser may well call a place it does not know
_PLACES = frozenset({"GPE", "LOC"})
_ENDS = re.compile(r"[,.;)]|$")
_POSSESSIVE = r"(?:['’]s?)?"


def kind_beside(text: str, start: int, end: int, label: str, *, sports: bool = False) -> Kind | None:
    """Return what the words around `text[start:end]` say it is; `label` is the parser's."""
    floor = max(0, start - _NEAR)
    if _team(text[start:end]) or (sports and _club(text, start, end, label)):
        return "organisation"
    if _told_place().match(text, end) or _place_after().match(text, end) or _place_before().search(text, floor, start):
        return "place"
    if _is_where(text, floor, start, end, label):
        return "place"
    is_thing = label in _UNSURE and " " in text[start:end] and _WHICH.match(text, end)
    is_it = label == "PERSON" and _alone(text, start, end) and _speaks_as_it(text, start, end)
    is_apposed = text.startswith(",", end) and _apposed().search(text, floor, start) is not None
    led = _led(label)
    is_led = led is not None and led.match(text, end) is not None
    several = among(text, start, end)
    makes_it = label in _UNSURE and makes(text, start, end)
    is_firm = label in _UNSURE | _PLACES and _alone(text, start, end) and (makes_it or does_business(text, end))
    told = _body_after().match(text, end) or called_body(text, start)
    if several or is_firm or is_thing or is_it or is_apposed or is_led or told:
        return several or "organisation"
    if label == "ORG" and _inside(text, floor, start) and _alone(text, start, end) and not text[start:end].isupper():
        return "place"
    is_scene = label in _PLACES and text.endswith(" in ", floor, start)  # "an institute in X, who was there"
    return "person" if _WHO.match(text, end) and not is_scene else None


def _is_where(text: str, floor: int, start: int, end: int, label: str) -> bool:
    """Tell whether something is in there, or somebody from there, whom a parser may take for a person."""
    if _alone(text, start, end):
        within = label in _UNSURE and _within().search(text, floor, start)
        return bool(within or (label in _UNSURE | _PLACES and _from().search(text, floor, start)))
    first, *rest = text[start:end].split(" ")
    nobody = len(rest) == 1 and fold(first) not in words().given
    return label == "PERSON" and nobody and _ENDS.match(text, end) is not None and _inside(text, floor, start)


def _speaks_as_it(text: str, start: int, end: int) -> bool:
    """Tell whether what opens a sentence is "it" to those words: "Arvid will pay for vaccines, it said"."""
    opens = not text[:start].strip() or text[:start].rstrip('"“ ').endswith((".", "!", "?"))
    return opens and _IT.match(text, end) is not None


def lies_in(text: str, start: int, end: int, registry: Registry) -> bool:
    """Tell whether a state stands behind a short name, as behind that of a town: "Fargo, N.D."."""
    found = _LIES_IN.match(text, end)
    if found is None or text.count(" ", start, end) > 1 or text[start:end].isupper():
        return False
    state = registry.get(found.group(1))
    return fold(found.group(1)).replace(" ", "") in words().states or (state is not None and state.kind == "place")


def is_sport(said: Collection[str], *, clearly: bool = False) -> bool:
    """Tell whether an article with these words reports on sport."""
    found = set(shipped("finding/beside.yml")["sports"].split()).intersection(said)
    return len(found) >= (_CLEARLY_SPORTS if clearly else _FEWEST_SPORTS)


def _team(name: str) -> bool:
    """Tell whether a name is that of one of North America's teams: "Sandvik Broncos"."""
    return " " in name and name.rpartition(" ")[2] in _names("teams")


def _club(text: str, start: int, end: int, label: str) -> bool:
    """Tell whether a name is a club's by its tail, or is a place's that wins, loses or scores."""
    if text[start:end].rpartition(" ")[2] in _names("clubs"):
        return " " in text[start:end]
    return label != "PERSON" and plays(text, start, end)


def plays(text: str, start: int, end: int) -> bool:
    """Tell whether the words around a name say that it wins, loses or is played against."""
    return bool(_plays().match(text, end) or _played().search(text, max(0, start - _NEAR), start))


def coached(text: str) -> list[str]:
    """Return the words of a text behind which a coach or a player stands: "Arvid head coach Anna Berg"."""
    return _coached().findall(text)


@cache
def _coached() -> re.Pattern[str]:
    return re.compile(
        rf"\b([A-Z][\w’-]{{1,30}}(?: [A-Z][\w’-]{{1,30}})?) (?:head |assistant )?(?:{_listed('coaching')})\b"
    )


def club_tails() -> frozenset[str]:
    """Return the words, folded, in which the names of clubs and teams end."""
    return frozenset(word.casefold() for word in _names("clubs") | _names("teams"))


@cache
def _names(name: str) -> frozenset[str]:
    return frozenset(shipped("finding/beside.yml")[name].split())


@cache
def _plays() -> re.Pattern[str]:
    return re.compile(rf" (?:will )?(?:{_listed('playing')})\b| \d{{1,2}}-\d{{1,2}}\b")


@cache
def _played() -> re.Pattern[str]:
    return re.compile(rf"\b(?:(?:{_listed('playing')})(?: (?:with|to|against))?|against|versus|vs\.?) $")


def _alone(text: str, start: int, end: int) -> bool:
    """Tell whether the name is one word, no owner and not the head of a longer name."""
    return (
        " " not in text[start:end]
        and text[end : end + 1] in {"", ",", ".", ";", ")", " "}
        and not _more().match(text, end)
    )


def called_body(text: str, start: int) -> bool:
    """Tell whether a word before a name says that it is a body's: "the ruling party Georgian Dream"."""
    return _body_before().search(text, max(0, start - _NEAR), start) is not None


@cache
def _listed(name: str) -> str:
    return "|".join(sorted(re.escape(word) for word in shipped("finding/beside.yml")[name].split()))


@cache
def _more() -> re.Pattern[str]:
    return re.compile(r" (?:[^\W\d_a-z]|v\.? |vs\.? |against |and )")


@cache
def _place_after() -> re.Pattern[str]:
    return re.compile(rf"(?:['’]s capital|(?<=\w) (?:{_listed('places')}))\b(?! [A-Z])")


@cache
def _place_before() -> re.Pattern[str]:
    of = rf"(?:{_listed('places')}|{_listed('sides')}) of (?:the )?"
    several = rf"(?:{_listed('together')}) of (?:the )?(?:[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)?(?:, | and |, and )){{,3}}"
    called = r"(?:capital|city|town|village|island|port),? "
    return re.compile(rf"\b(?:{of}|{several}|{called}|(?:{_listed('near')}) )$")


@cache
def _from() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_listed('hailing')}) from $")


@cache
def _within() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_listed('within')}) (?:the )?$", re.IGNORECASE)


def _inside(text: str, floor: int, start: int) -> bool:
    """Tell whether something lies or is done inside of what a name names: "a fire in", not "a stake in"."""
    found = _INSIDE.search(text, floor, start)
    return found is not None and found.group(1) not in _names("holding")


@cache
def _told_place() -> re.Pattern[str]:
    """Match what says that a name is a town's, as ", a city in" and "-based" do."""
    lies = "in|near|on|of|at|where|outside|north|south|east|west"
    told = rf", (?:an?|the) (?:[\w’'-]+ ){{0,4}}(?:{_listed('places')}),? (?:{lies})\b"
    return re.compile(rf"[-‑]based\b|{told}")


@cache
def _body_before() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_listed('bodies')}) $")


@cache
def _apposed() -> re.Pattern[str]:
    return re.compile(rf"\b[Tt]he (?:{_listed('bodies')}), $")


@cache
def _led(label: str) -> re.Pattern[str] | None:
    """Match the office of a person named behind it, as in "Norvik chairman Anna Berg"; None for what leads nothing."""
    if label not in {"PERSON", "PRODUCT", "GPE"}:
        return None
    offices = _listed("chairs") if label == "GPE" else f"{_listed('chairs')}|{_listed('presiding')}"
    return re.compile(rf" (?:{offices}|chief executive) [^\W\d_a-z][a-zß-ÿ]")


@cache
def _body_after() -> re.Pattern[str]:
    nouns = _listed("bodies")
    flight = r" [Ff]light \d"
    owner = r"[^\W\d_a-z][\w-]*(?: [^\W\d_a-z][\w-]*)?['’]s?"
    member = rf"(?!['’]s?\b|[ -](?:{_listed('members')})s?\b)"
    told = rf", (?:an?|the|one of the|{owner}) (?:[\w’'-]+ ){{0,5}}(?:{nouns})\b{member}"
    return re.compile(rf"(?:{_POSSESSIVE} (?:{nouns}|{_listed('owned')})\b(?! [A-Z])|{told}|{flight})")
