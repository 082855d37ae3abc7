"""Who holds an office: whom "the minister" or "the Russian president" means."""

from datetime import date
from typing import TYPE_CHECKING

from generator.finding.titled import Office, is_definite, office_of, owner_of, role_of
from generator.registry import Own, Registry, Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

_NOUNS = frozenset({"NOUN", "PROPN"})

Place = tuple[int, int]  # the number of a passage, an offset into it


class Offices:
    """The offices of the people in an article."""

    def __init__(self, registry: Registry, day: date | None) -> None:
        """Know those of the desk as they were on the article's day."""
        self._registry = registry
        self._day = day.isoformat() if day else ""
        self._known: list[tuple[Place, str, Office]] = []

    def learn(self, name: str, words: "Sequence[Token]", place: Place) -> None:
        """Learn what stands beside the words of a person's name."""
        own = self._registry.desk.get(name)
        code = own.country if own else ""
        for noun in _nouns(words):
            office = office_of(noun, self._registry)
            of = office.country or _called(code, self._registry)
            self._known.append((place, name, office._replace(country=of)))

    def holder(self, noun: "Token", place: Place) -> str:
        """Return who is meant at a place: of a country, the only one with that office, else the last one before."""
        if not is_definite(noun):
            return ""
        office = office_of(noun, self._registry, said=True)
        said_more = any(child.dep_ in {"prep", "relcl"} for child in noun.rights)
        if said_more and not (office.place or owner_of(noun, self._registry)):
            return ""
        fits = [(there, name) for there, name, known in self._known if office.means(known)]
        if not office.country:
            return next((name for there, name in reversed(fits) if there < place), "")
        names = {name for _, name in fits} or {own.name for own in self._registry.desk.actors if self._has(own, office)}
        return names.pop() if len(names) == 1 else ""

    def _has(self, own: Own, office: Office) -> bool:
        """Tell whether an actor of the desk had an office on the article's day."""
        country = _called(own.country, self._registry)
        return (
            own.kind in {None, "person"}
            and not own.ignore
            and any(
                office.means(role_of(role.role, country, self._registry)) for role in own.roles if self._holds(role)
            )
        )

    def _holds(self, role: Role) -> bool:
        if not self._day:
            return not role.since and not role.until
        begun = role.since <= self._day[: len(role.since)]
        return begun and (not role.until or self._day[: len(role.until)] <= role.until)


def _called(code: str, registry: Registry) -> str:
    entry = registry.country(code) if code else None
    return entry.name if entry else ""


def _nouns(words: "Sequence[Token]") -> "Iterator[Token]":
    """Yield the nouns that say what a named person is: "Labor Secretary", "a company spokesman"."""
    inside = {word.i for word in words}
    for head in words:
        near = [child for child in head.children if child.dep_ in {"compound", "appos", "nmod"}]
        above = [head.head] if head.dep_ == "appos" else []
        yield from (noun for noun in (*near, *above) if noun.i not in inside and noun.pos_ in _NOUNS)
