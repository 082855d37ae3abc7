"""The composed pages: home, briefings, hubs, lists and archive."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from html import unescape
from itertools import groupby

from generator.pages import escape
from generator.registry import Desk
from generator.site import labels
from generator.site.corrections import url_of
from generator.site.entry import Entry
from generator.site.facts import facts
from generator.site.hub import Hub, narrower, neighbours, quotes
from generator.site.labels import SIZES
from generator.site.notes import notes
from generator.site.paging import Part, parts
from generator.site.safe import safe, url
from generator.site.staged import Meta, Sheet
from generator.site.tags import Tag
from generator.slugs import slug

SINGULAR = {"actors": "actor", "topics": "topic"}


def actors_of(entry: Entry) -> Sequence[Tag]:
    """Return the actors of a briefing."""
    return entry.actors


def topics_of(entry: Entry) -> Sequence[Tag]:
    """Return the topics of a briefing."""
    return entry.topics


def home(entries: Sequence[Entry], actors: Mapping[str, Hub], topics: Mapping[str, Hub]) -> Sheet:
    """Return the home page."""
    standfirst: Meta = {
        "kind": "home",
        "count": len(entries),
        "latest": [entry.card() for entry in entries[: SIZES["latest"]]],
        "actors": _top(actors),
        "topics": _top(topics),
        "archive_url": "archive/",
    }
    return Sheet("index.md", labels.TITLES["home"], labels.description("home"), standfirst, "home.html")


def _top(hubs: Mapping[str, Hub]) -> list[Meta]:
    whole = [hub for hub in hubs.values() if not hub.broader or hub.broader.id not in hubs]
    best = sorted(whole, key=lambda hub: (-len(hub.entries), hub.places, hub.id))[: SIZES["top"]]
    return [hub.item() for hub in best]


def briefing(entry: Entry, actors: Mapping[str, Hub]) -> Sheet:
    """Return the page of one briefing; an actor that a person added is of the kind that other briefings give it."""
    lede = "" if entry.description == entry.title or _is_said(entry, entry.description) else entry.description
    standfirst: Meta = {
        "kind": "briefing",
        "date": entry.date.isoformat() if entry.date else "",
        "date_label": labels.full_date(entry.date),
        "source": entry.source,
        "agency": entry.agency,
        "seed": safe(entry.page.line("seed")),
        "lang": safe(entry.page.line("lang")),
        "lede": lede,
        "actors": [tag.link() | _kind(tag.kind or actors[tag.id].kind) for tag in entry.actors],
        "topics": [tag.link() for tag in entry.topics],
        "sources": [{"name": name} for name in entry.sources],
        "leans": bool(entry.agency) or entry.hearers.issuperset(entry.sources),
        "quotes": [
            {
                "text": quote.text,
                "speaker": quote.speaker,
                "speaker_url": quote.actor.url if quote.actor else "",
                "saying": quote.saying,
            }
            for quote in entry.quotes
            if not _is_said(entry, quote.text)
        ],
    } | notes(entry)
    tags = _searched(entry)
    found = escape(unescape(lede)).replace('"', "&quot;").replace("'", "&#x27;")  # rendered, it is `lede` again
    return Sheet(entry.page.path, entry.title, entry.description, standfirst, "briefing.html", tags, found)


def _kind(kind: str) -> Meta:
    return {"kind": kind, "kind_label": labels.KINDS.get(kind, "")}


def _searched(entry: Entry) -> tuple[str, ...]:
    """Return what search finds a briefing by besides its text: first what it shows, then other spellings."""
    names = [tag.name for tag in (*entry.actors, *entry.topics)]
    others = [alias for tag in entry.actors for alias in tag.aliases if not set(alias.split()) <= set(tag.name.split())]
    sources = [name for name in (entry.agency, *entry.sources, entry.source) if name]
    return tuple(dict.fromkeys((*names, *sources, *others, *_typed(tag.name for tag in entry.actors))))


def _typed(names: Iterable[str]) -> Iterator[str]:
    """Yield names with other letters than a to z as people type them: "Recep Tayyip Erdogan"."""
    for name in names:
        plain = slug(unescape(name)).replace("-", " ")
        if plain and not unescape(name).isascii():
            yield plain.title()


def _is_said(entry: Entry, text: str) -> bool:
    """Whether the body of a briefing says it already, word for word."""
    return text.replace("\\", "") in safe(unescape(entry.page.body.replace("\\", "")))


def all_hub_pages(actors: Mapping[str, Hub], topics: Mapping[str, Hub], desk: Desk) -> Iterator[Sheet]:
    """Yield the pages of every actor, with what the desk knows of it, and of every topic, with those it is made of."""
    parted = narrower(topics)
    for hub in actors.values():
        yield from _hub_pages(hub, actors, topics, facts(desk.get(unescape(hub.name)), actors))
    for hub in topics.values():
        yield from _hub_pages(hub, actors, topics, _place(hub, topics, parted.get(hub.id, ())))


def _place(hub: Hub, topics: Mapping[str, Hub], parted: Sequence[Hub]) -> Meta:
    """Return the topic that a topic is part of, with its address where it has a page, and its own parts."""
    broader = hub.broader
    above: Meta = {"name": broader.name, "url": broader.url if broader.id in topics else ""} if broader else {}
    return {"broader": above, "narrower": [other.item() for other in parted]}


def _apart(hub: Hub, topics: Sequence[Tag]) -> Sequence[Tag]:
    """Return the topics of a briefing, on a topic's own page without what that is part of and its own parts."""
    if hub.folder != "topics":
        return topics
    above = hub.broader.id if hub.broader else ""
    return [tag for tag in topics if tag.id != above and not (tag.broader and tag.broader.id == hub.id)]


def _hub_pages(hub: Hub, actors: Mapping[str, Hub], topics: Mapping[str, Hub], known: Meta) -> Iterator[Sheet]:
    kind = SINGULAR[hub.folder]
    common: Meta = {
        "kind": kind,
        "name": hub.name,
        "kind_label": labels.KINDS.get(hub.kind, ""),
        "aliases": list(hub.aliases),
        "count": len(hub.entries),
        "origins": hub.origins,
    } | known
    around: Meta = {
        "together": neighbours(hub, actors, actors_of),
        "topics": neighbours(hub, topics, lambda entry: _apart(hub, entry.topics)),
        "quotes": quotes(hub),
    }
    for part in parts(hub.entries, SIZES["cards"], f"{hub.folder}/{hub.id}.md", f"{hub.folder}/{hub.id}"):
        shown = around if part.number == 1 else {"together": [], "topics": [], "quotes": []}
        cards: Meta = {"cards": [entry.card() for entry in part.items], "pager": part.pager}
        title = labels.numbered(hub.name, part.number)
        description = labels.description(kind, hub.name)
        searched = tuple(dict.fromkeys((*hub.aliases, *_typed((hub.name, *hub.aliases)))))
        tags, body = (searched, escape(unescape(description))) if part.number == 1 else ((), "")
        boost = labels.HUB_BOOST if part.number == 1 else 1
        yield Sheet(part.path, title, description, common | shown | cards, "hub.html", tags, boost=boost, body=body)


def hub_list(folder: str, hubs: Mapping[str, Hub]) -> Iterator[Sheet]:
    """Yield the pages of the list of all actors or all topics."""
    ordered = list(hubs.values())
    found = list(parts(ordered, SIZES["items"], f"{folder}/index.md", f"{folder}/_"))
    jump = _letters(found)
    for part in found:
        groups = [
            {"label": label, "items": [hub.item() for hub in members]}
            for label, members in groupby(part.items, key=lambda hub: _initial(hub.id))
        ]
        standfirst: Meta = {"kind": folder, "count": len(ordered), "groups": groups, "jump": jump, "pager": part.pager}
        title = labels.numbered(labels.TITLES[folder], part.number)
        yield Sheet(part.path, title, labels.description(folder), standfirst, "listing.html")


def _letters(found: Sequence[Part[Hub]]) -> list[Meta]:
    """Return the letters of a whole list, each with the address of the first page and group that has it; few alone."""
    addresses: dict[str, str] = {}
    for part in found:
        for number, (label, _) in enumerate(groupby(part.items, key=lambda hub: _initial(hub.id)), 1):
            addresses.setdefault(label, f"{url(part.path)}#group-{number}")
    few = 1 < len(addresses) <= SIZES["letters"]
    return [{"label": label, "url": address} for label, address in addresses.items()] if few else []


def _initial(identifier: str) -> str:
    return labels.DIGITS if identifier[0].isdigit() else identifier[0].upper()


def archive(entries: Sequence[Entry]) -> Iterator[Sheet]:
    """Yield the archive and its months, from entries that are sorted latest first."""
    months = [(month, list(members)) for month, members in groupby(entries, key=_month)]
    groups = [
        {"label": str(year) if year else "", "items": [_month_item(*month) for month in members]}
        for year, members in groupby(months, key=lambda month: month[0].year if month[0] else 0)
    ]
    pager = next(parts((), 1, "archive/index.md", "")).pager
    standfirst: Meta = {"kind": "archive", "groups": groups, "pager": pager, "corrections_url": url_of(entries)}
    yield Sheet("archive/index.md", labels.TITLES["archive"], labels.description("archive"), standfirst, "listing.html")
    for month, members in months:
        yield from _month_pages(month, members)


def _month(entry: Entry) -> date | None:
    return entry.date.replace(day=1) if entry.date else None


def _folder(month: date | None) -> str:
    return f"archive/{month.year:04}/{month.month:02}" if month else "archive/undated"


def _month_item(month: date | None, members: Sequence[Entry]) -> Meta:
    name = labels.month(month) if month else labels.UNDATED
    return {"name": name, "url": f"{_folder(month)}/", "count": len(members), "kind_label": ""}


def _month_pages(month: date | None, members: Sequence[Entry]) -> Iterator[Sheet]:
    name = labels.month(month) if month else labels.UNDATED
    description = labels.description("month", name) if month else labels.description("undated")
    folder = _folder(month)
    for part in parts(members, SIZES["cards"], f"{folder}/index.md", folder):
        cards = [entry.card() for entry in part.items]
        standfirst: Meta = {"kind": "month", "name": name, "count": len(members), "cards": cards, "pager": part.pager}
        yield Sheet(part.path, labels.numbered(name, part.number), description, standfirst, "listing.html")
