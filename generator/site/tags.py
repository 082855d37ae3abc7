"""The actors and topics that a page lists, each under its one name."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from generator.registry import Desk, Subjects
from generator.site.safe import safe
from generator.slugs import name_id


@dataclass(frozen=True, slots=True)
class Tag:
    """An actor or topic as one briefing names it; texts are HTML-safe."""

    id: str
    name: str
    folder: str
    kind: str = ""
    aliases: tuple[str, ...] = ()
    broader: "Tag | None" = None  # the topic that a topic is part of

    @property
    def url(self) -> str:
        """The address of its hub."""
        return f"{self.folder}/{self.id}/"

    def link(self) -> dict[str, object]:
        """Return name and address, for templates."""
        return {"name": self.name, "url": self.url}


def actors_of(names: Iterable[str], known: Mapping[str, Mapping[str, Any]], desk: Desk) -> tuple[Tag, ...]:
    """Return the actors of these names, called as the desk calls them; `known` are those the machine found, by id.

    One that the desk ignores is left out where the machine put it: what a person put into this page stays.
    """
    found: dict[str, Tag] = {}
    for name in names:
        own, actor = desk.get(name), known.get(name_id(name))
        own = own or (desk.get(actor["name"]) if actor else None)
        shown = own.name if own else name
        identifier = name_id(shown)
        if identifier in found or not safe(shown) or (own and actor and (own.ignore or own.source)):
            continue
        kind, spellings = (actor["kind"], [actor["name"], *actor["aliases"]]) if actor else ("", [])
        aliases = dict.fromkeys((*(own.aliases if own else ()), name, *spellings))
        others = tuple(safe(spelling) for spelling in aliases if spelling != shown)
        found[identifier] = Tag(identifier, safe(shown), "actors", (own and own.kind) or kind, others)
    return tuple(found.values())


def topics_of(names: Iterable[str], found: Iterable[str], subjects: Subjects) -> tuple[Tag, ...]:
    """Return the topics of these names, called as the desk calls them; `found` are those that the machine gives.

    One that the desk hides is left out where the machine put it.
    """
    given = {name_id(name) for name in found}
    tags: dict[str, Tag] = {}
    for name in names:
        subject = subjects.get(name)
        if not (subject and subject.hidden and name_id(name) in given):
            broader = _topic(subjects.label_of(subject.broader), None) if subject and subject.broader else None
            tag = _topic(subject.label if subject else name, broader)
            if tag.name:
                tags.setdefault(tag.id, tag)
    return tuple(tags.values())


def _topic(name: str, broader: Tag | None) -> Tag:
    return Tag(name_id(name), safe(name[:1].upper() + name[1:]), "topics", broader=broader)
