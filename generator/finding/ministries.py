"""Ministries by pattern: "Chinese Ministry of Foreign Affairs", "the Foreign Ministry in Moscow"."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from generator.lists import shipped
from generator.registry import Entry, Registry, fold

_OWNER = re.compile(r"(?:[^\W\d_][\w.’'-]*\s+){1,4}$")
_OFFICE = re.compile(r" (?:minister|secretary|portfolio)\b")
_NEAR = 60
_BEFORE = re.compile(r"[^\s.!?]+ $")
_ARTICLES = frozenset({"the", "a", "by", "at", "of", "from", "in", "to", "and", "for", "with"})
_ADJECTIVE = re.compile(r"\b[A-Z][a-z]+\b")
_WORD = re.compile(r"\S+")
_SEAT = re.compile(r"\s+(?:in|of)\s+(?:the\s+)?((?:[^\W\d_][\w.’'-]*\s?){1,3})")


@dataclass(frozen=True, slots=True)
class Office:
    """A ministry at `text[start:end]`; `owner` is its country, if the text says so there."""

    start: int
    end: int
    field: str
    owner: Entry | None
    owned: bool = False  # by somebody whom no list has: "the Gaza health ministry"

    @property
    def entry(self) -> Entry:
        """The ministry under the name a desk would print."""
        adjective = self.owner.adjective if self.owner else ""
        return Entry(
            f"{adjective} Ministry of {self.field}".strip(), "organisation", self.owner.code if self.owner else ""
        )


def find(text: str, registry: Registry) -> Iterator[Office]:
    """Yield the ministries named in `text`, whoever they belong to."""
    if "inistry" not in text and "INISTRY" not in text:
        return
    for match in _pattern().finditer(text):
        field = fields()[fold(next(group for group in match.groups() if group))]
        start, owner = _owner(text, match.start(), registry)
        if owner is None:
            owner = _seat(text, match.end(), registry)
        elif match.group()[:1].islower() and start == match.start():
            continue
        yield Office(start, match.end(), field, owner, owned=owner is None and _is_owned(text, match.start()))


def resolved(offices: Sequence[Office], dateline: str, texts: Sequence[str], registry: Registry) -> list[Office]:
    """Give ministries without an owner the one owner their field has elsewhere in the article, if it has one.

    Else they are the country's in whose capital the article was written, or of the only country that it names.
    """
    owners: dict[str, set[Entry]] = {}
    for office in offices:
        if office.owner:
            owners.setdefault(office.field, set()).add(office.owner)
    only = {field: next(iter(found)) for field, found in owners.items() if len(found) == 1}
    lost = any(office.owner is None for office in offices)
    here = (_country_of_capital(dateline, registry) or _only_country(texts, registry)) if lost else None
    return [
        replace(office, owner=office.owner or only.get(office.field) or _here(office, owners, here))
        for office in offices
    ]


def _here(office: Office, owners: Collection[str], here: Entry | None) -> Entry | None:
    return None if office.owned or office.field in owners else here


def _is_owned(text: str, start: int) -> bool:
    """Tell whether something other than an article stands right before, within a sentence."""
    found = _BEFORE.search(text, max(0, start - _NEAR), start)
    return found is not None and found.group().strip().lower() not in _ARTICLES


def _country_of_capital(dateline: str, registry: Registry) -> Entry | None:
    capitals = (match.value for match in registry.find(dateline) if match.value.kind == "place" and match.value.code)
    return next(filter(None, (registry.country(capital.code) for capital in capitals)), None)


def _only_country(texts: Sequence[str], registry: Registry) -> Entry | None:
    named = {match.value for text in texts for match in registry.find(text) if match.value.kind == "country"}
    words = (found.group() for text in texts for found in _ADJECTIVE.finditer(text))
    named |= {country for word in dict.fromkeys(words) if (country := registry.demonym(word))}
    return next(iter(named)) if len(named) == 1 else None


def names_office(text: str, start: int, end: int) -> bool:
    """Tell whether `text[start:end]` is what somebody is a minister of: "Foreign Affairs minister"."""
    return fold(text[start:end]) in fields() and _OFFICE.match(text, end) is not None


@cache
def fields() -> dict[str, str]:
    """Return the fields of ministries by their folded spellings: "foreign" is "Foreign Affairs"."""
    return {fold(said): field for field, spellings in shipped("finding/ministries.yml").items() for said in spellings}


@cache
def _pattern() -> re.Pattern[str]:
    said = "|".join(sorted((re.escape(field) for field in fields()), key=lambda field: (-len(field), field)))
    return re.compile(rf"\b(?:({said}) ministry\b|ministry (?:of|for) (?:the )?({said})\b)", re.IGNORECASE)


def _owner(text: str, start: int, registry: Registry) -> tuple[int, Entry | None]:
    """Return the owner that stands right before, as "North Korean" or "Ukraine's", and where it starts."""
    near = max(0, start - _NEAR)
    before = _OWNER.search(text[near:start])
    for word in _WORD.finditer(before.group()) if before else ():
        phrase = before.group()[word.start() :].strip() if before else ""
        owner = registry.demonym(phrase) or _country(phrase, registry)
        if owner and phrase[0].isupper():
            return near + before.start() + word.start() if before else start, owner
    return start, None


def _country(phrase: str, registry: Registry) -> Entry | None:
    bare = re.sub(r"['’]s?$", "", phrase)
    entry = registry.get(bare)
    return entry if entry and entry.kind == "country" else None


def _seat(text: str, end: int, registry: Registry) -> Entry | None:
    found = _SEAT.match(text, end)
    words = found.group(1).split() if found else []
    for count in range(len(words), 0, -1):
        entry = registry.get(" ".join(words[:count]).rstrip(".,"))
        if entry and entry.code:
            return registry.country(entry.code)
    return None
