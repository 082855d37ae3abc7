"""Hubs: everything the site knows of one actor or topic."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import unescape

from generator.registry import load
from generator.site import labels
from generator.site.entry import Entry
from generator.site.tags import Tag
from generator.slugs import name_id

Tags = Callable[[Entry], Sequence[Tag]]


@dataclass(frozen=True, slots=True)
class Hub:
    """An actor or topic with its briefings, latest first; texts are HTML-safe."""

    id: str
    folder: str
    name: str
    kind: str
    aliases: tuple[str, ...]
    entries: tuple[Entry, ...]
    broader: Tag | None  # the topic that a topic is part of
    places: int  # summed over the briefings: how many stand before it in their lists

    @property
    def origins(self) -> int:
        """From how many agencies or, where none is named, media the briefings come; 0 where one does not say."""
        named = {name_id(entry.wire) for entry in self.entries if entry.wire}
        return len(named) if all(entry.wire for entry in self.entries) else 0

    @property
    def url(self) -> str:
        """The address of its first page."""
        return f"{self.folder}/{self.id}/"

    def item(self) -> dict[str, object]:
        """Return what lists show of it."""
        return {
            "name": self.name,
            "url": self.url,
            "count": len(self.entries),
            "kind": self.kind,
            "kind_label": self.broader.name if self.broader else labels.KINDS.get(self.kind, ""),
        }


def hubs(entries: Iterable[Entry], tags: Tags) -> dict[str, Hub]:
    """Return the hubs of all actors or all topics, by id in alphabetical order."""
    found: dict[str, list[tuple[Tag, Entry]]] = {}
    places: Counter[str] = Counter()
    for entry in entries:
        for place, tag in enumerate(tags(entry)):
            found.setdefault(tag.id, []).append((tag, entry))
            places[tag.id] += place
    return {identifier: _hub(found[identifier], places[identifier]) for identifier in sorted(found)}


def _hub(found: Sequence[tuple[Tag, Entry]], places: int) -> Hub:
    tags = [tag for tag, _ in found]
    name = _favourite(tag.name for tag in tags)
    spellings = Counter(spelling for tag in tags for spelling in {tag.name, *tag.aliases})
    aliases = [spelling for spelling in _ranked(spellings) if spelling != name][: labels.SIZES["aliases"]]
    kind = _favourite(tag.kind for tag in tags if tag.kind) or (_known_kind(name) if tags[0].folder == "actors" else "")
    entries = tuple(entry for _, entry in found)
    return Hub(tags[0].id, tags[0].folder, name, kind, tuple(aliases), entries, tags[0].broader, places)


def _known_kind(name: str) -> str:
    """Return the kind of a country, body or town that only people put on pages, "" for anybody else."""
    entry = load().get(unescape(name))
    return entry.kind if entry and entry.kind in labels.KINDS and not entry.needs else ""


def narrower(topics: Mapping[str, Hub]) -> Mapping[str, Sequence[Hub]]:
    """Return the topics that are part of another one, by the id of that; in alphabetical order."""
    found: dict[str, list[Hub]] = {}
    for hub in topics.values():
        if hub.broader:
            found.setdefault(hub.broader.id, []).append(hub)
    return found


def _favourite(values: Iterable[str]) -> str:
    return next(iter(_ranked(Counter(values))), "")


def _ranked(counts: Counter[str]) -> list[str]:
    return sorted(counts, key=lambda value: (-counts[value], value))


def neighbours(hub: Hub, others: Mapping[str, Hub], tags: Tags) -> list[dict[str, object]]:
    """Return the actors or topics that stand most often in the same briefings, with how often.

    Of each briefing only the first few count, so that the cost does not grow with the square.
    """
    counts: Counter[str] = Counter()
    places: Counter[str] = Counter()
    for entry in hub.entries:
        for place, tag in enumerate(tags(entry)[: labels.SIZES["companions"]]):
            counts[tag.id] += 1
            places[tag.id] += place
    if hub.id in others and others[hub.id] is hub:
        del counts[hub.id]
    best = sorted(counts, key=lambda other: (-counts[other], places[other], other))[: labels.SIZES["top"]]
    return [{"name": others[other].name, "url": others[other].url, "count": counts[other]} for other in best]


def quotes(hub: Hub) -> list[dict[str, object]]:
    """Return the latest words of an actor, each with the briefing it stands in."""
    found: list[dict[str, object]] = []
    for entry in hub.entries:
        for quote in entry.quotes:
            if quote.actor and quote.actor.id == hub.id:
                by = {"speaker": quote.speaker, "saying": quote.saying}
                found.append({"text": quote.text, **by, "title": entry.title, "url": entry.url})
                if len(found) == labels.SIZES["quotes"]:
                    return found
    return found
