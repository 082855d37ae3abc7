"""A briefing as composed pages need it: the page that people edit joined with what the machine knows."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import SequenceMatcher
from typing import Any, Literal

from generator.errors import Place, StandfirstError
from generator.lint import begins
from generator.pages import COPIES, Attribution, Known, Page, Shown, State
from generator.site import labels
from generator.site.accounts import accounts
from generator.site.backing import Backing
from generator.site.captions import capital, is_told, saying
from generator.site.places import Places, places
from generator.site.safe import safe, url
from generator.site.standing import PointStanding, points_of, standings
from generator.site.tags import Tag, actors_of, topics_of
from generator.site.title import title_of
from generator.site.vouching import Origin, origin, review_that_holds
from generator.slugs import name_id

BY_RULES = "_rules "  # in the name of what read an article, where that is no model
_HALVES = 120  # characters between the two halves of a quote, for who says it
_ALIKE = 0.8  # of 1, as difflib measures likeness


@dataclass(frozen=True, slots=True)
class Saying:
    """A quote with its speaker; texts are HTML-safe."""

    text: str
    speaker: str
    actor: Tag | None  # None for a speaker without a name, such as "a union official"
    saying: str  # what follows the speaker: " said, according to Xinhua"


@dataclass(frozen=True, slots=True)
class Entry:
    """A briefing; all texts but the page's own are HTML-safe."""

    page: Page
    url: str
    title: str
    description: str
    date: date | None
    source: str
    agency: str
    actors: tuple[Tag, ...]
    topics: tuple[Tag, ...]
    sources: tuple[str, ...]  # without the agency
    hearers: frozenset[str]  # to whom only somebody in the article told something: "told Le Monde"
    origin: Origin
    quotes: tuple[Saying, ...]
    points: tuple[Shown, ...]  # the key points, () for a page without state
    standings: tuple[PointStanding, ...]  # of each of these
    accounts: tuple[str, ...]  # whose account each of these is
    reviewed: bool  # whether the page's review still holds
    article: Literal["same", "changed", "gone", ""]  # since the last run; "" for a page without state
    places: Places
    by_rules: bool  # whether no language model read the article
    _cards: list[dict[str, object]] = field(default_factory=list, compare=False, repr=False)

    @property
    def wire(self) -> str:
        """Where the news comes from: the agency, else the first whom the article cites, else who published it."""
        told = (name for name in self.sources if name not in self.hearers)
        return self.agency or next(told, self.source or next(iter(self.sources), ""))

    def card(self) -> dict[str, object]:
        """Return what lists show of the briefing, made once: it stands on a dozen pages."""
        if not self._cards:
            self._cards.append(self._card())
        return self._cards[0]

    def _card(self) -> dict[str, object]:
        return {
            "title": self.title,
            "url": self.url,
            "lang": safe(self.page.line("lang")),
            "description": "" if self.description == self.title else self.description,
            "date": self.date.isoformat() if self.date else "",
            "date_label": labels.full_date(self.date),
            "source": self.source,
            "agency": self.agency,
            "reviewed": labels.BADGES["card"] if self.reviewed else "",
            "topics": [tag.link() for tag in self.topics if tag.broader not in self.topics],
            "actors": [tag.link() for tag in self.actors[: labels.SIZES["card_actors"]]],
        }


def entries(pages: Iterable[Page], states: Sequence[State], backing: Backing) -> list[Entry]:
    """Join pages with their states, by seed or, where a person took that line out, by path; latest first.

    Those without a date come last, the highest seed name first, since names often count up.
    """
    known = Known.of(states)
    made = [_entry(page, known.state(page), backing) for page in pages]
    made.sort(key=lambda entry: entry.page.path)
    return sorted(made, key=_recency, reverse=True)


def refuse_copies(pages: Iterable[Page], states: Iterable[State]) -> frozenset[str]:
    """Return the seeds that are known; raises StandfirstError where two pages are of one."""
    known = frozenset(state.seed for state in states)
    first: dict[str, str] = {}
    for page in pages:
        seed = page.line("seed")
        if seed in known and seed in first:
            message = f"is the page of {seed}, and so is docs/{page.path}; {COPIES}"
            raise StandfirstError(message, Place(f"docs/{first[seed]}"))
        first[seed] = page.path
    return known


def _recency(entry: Entry) -> tuple[bool, date, str]:
    return entry.date is not None, entry.date or date.min, "" if entry.date else entry.page.line("seed")


def _entry(page: Page, state: State | None, backing: Backing) -> Entry:
    record: Mapping[str, Any] = state.briefing if state else {}
    known = _known(record.get("actors", ()))
    given = [topic["label"] for topic in record.get("topics", ())]
    agencies = {name_id(name) for name in (page.line("agency"), *page.line("agency").split("/"))}
    actors = actors_of(page.names("actors"), known, backing.desk)
    speakers = _speakers(actors)
    added = [tag for tag in actors if tag.id not in known]
    article = backing.sources(state) if state else None
    points = points_of(page, state, article)
    is_same = bool(state and article and article.sha256 == state.sha256)
    return Entry(
        page=page,
        url=url(page.path),
        title=safe(title_of(page)),
        description=safe(page.line("description")),
        date=page.date(),
        source=safe(page.line("source")),
        agency=safe(page.line("agency")),
        actors=actors,
        topics=topics_of(page.names("topics"), given, backing.subjects),
        sources=tuple(safe(name) for name in record.get("sources", ()) if name_id(name) not in agencies),
        hearers=frozenset(map(safe, _hearers(record.get("quotes", ())))),
        origin=origin(page, state),
        quotes=tuple(
            _sayings(
                _put_right(record.get("quotes", ()), page, article.text if article and is_same else ""),
                speakers,
                added,
                known,
            )
        ),
        points=points,
        accounts=tuple(accounts(points, state, speakers, page.quotes())),
        standings=standings(points, state, article),
        article="same" if is_same else "changed" if article else "gone" if state else "",
        by_rules=bool(state and BY_RULES in state.model),
        places=places(points, state, article, backing.source_text) if state and article and is_same else Places(),
        reviewed=review_that_holds(page, state) is not None,
    )


def _hearers(quotes: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Yield the media that somebody told a quote and that carry no other one."""
    carried = {quote["channel"] for quote in quotes if not is_told(quote.get("verb", ""), quote["channel"])}
    yield from (quote["channel"] for quote in quotes if quote["channel"] not in carried)


def _known(actors: Iterable[Mapping[str, Any]]) -> dict[str, Mapping[str, Any]]:
    """Return the machine's actors by the ids of their names and aliases, names first."""
    known: dict[str, Mapping[str, Any]] = {}
    listed = list(actors)
    for actor in listed:
        known.setdefault(name_id(actor["name"]), actor)
    for actor in listed:
        for alias in actor["aliases"]:
            known.setdefault(name_id(alias), actor)
    return known


def _speakers(actors: Iterable[Tag]) -> dict[str, Tag]:
    return {name: tag for tag in reversed(list(actors)) for name in (*tag.aliases, tag.name)}


def _sayings(
    quotes: Iterable[Mapping[str, Any]],
    speakers: Mapping[str, Tag],
    added: Sequence[Tag],
    known: Mapping[str, Mapping[str, Any]],
) -> Iterator[Saying]:
    """Yield the quotes whose speakers stand on the page, have no name or were given by a person.

    Whoever takes an actor off takes the words off too.
    """
    for quote in quotes:
        name = safe(quote["speaker"])
        actor = speakers.get(name) or next((tag for tag in added if _renamed(name, tag.name)), None)
        if actor or (name and ("given" in quote or name_id(quote["speaker"]) not in known)):
            follows = saying(safe(quote.get("verb", "")), safe(quote["channel"]))
            yield Saying(safe(quote["text"]), actor.name if actor else capital(name), actor, follows)


def _put_right(quotes: Iterable[Mapping[str, Any]], page: Page, text: str) -> Iterator[Mapping[str, Any]]:
    """Yield the quotes with the speakers that a person gave them, without those whose speaker they took away.

    `text` is the article's, "" where it is gone or another by now.
    """
    last: tuple[Mapping[str, Any], Attribution] | None = None
    for quote in quotes:
        found = next((one for one in page.quotes() if begins(quote["text"], one.text)), None)
        if found is None and last and _goes_on(last[0], quote, text):
            found = last[1]
        last = (quote, found) if found else None
        if found is None:
            yield quote
        elif found.speaker:
            yield {**quote, "speaker": found.speaker, "given": True}


def _goes_on(quote: Mapping[str, Any], after: Mapping[str, Any], text: str) -> bool:
    """Whether a quote is the other half of the one right before it: "It rains," he said. "And it snows."."""
    between = text[quote["span"][1] : after["span"][0]]
    return bool(quote["speaker"] == after["speaker"]) and 0 < len(between) <= _HALVES and "\n" not in between


def _renamed(name: str, by_hand: str) -> bool:
    """Whether a name that a person wrote is another form or spelling of the machine's."""
    words = [set(text.casefold().split()) for text in (name, by_hand)]
    return words[0] <= words[1] or words[1] <= words[0] or SequenceMatcher(None, name, by_hand).ratio() > _ALIKE
