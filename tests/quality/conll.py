"""How well names are found and put together on CleanCoNLL, 1996 Reuters copy.

Only PER, ORG and LOC count (MISC are nationalities and events), and only what stands in the headline or the running
text of the article as read: datelines and tables of results are no text. B-cubed is taken over gold mentions that are
linked to an encyclopedia: the clustering is given where all names stand, and their type. "unlinked too" counts the
others as well, of which nobody said who they are: there equal spellings are one, and a surname is never its bearer.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.finding.acronyms import bracketed
from generator.finding.mention import Mention
from generator.finding.parts import Part, parts
from generator.language import Parse
from generator.model import Actor, Article
from generator.registry import Registry

Clustering = Callable[[Sequence[Part], Sequence[Mention]], Iterable[Iterable[Mention]]]
_LABELS = {"PER": "PERSON", "ORG": "ORG", "LOC": "GPE"}


@dataclass(frozen=True)
class Gold:
    start: int
    end: int
    type: str
    text: str
    link: str
    linked: bool


@dataclass(frozen=True)
class Row:
    id: str
    seed: str
    names: tuple[Gold, ...]


def read(path: Path) -> Iterator[Row]:
    """Yield the articles with the names in them."""
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        names = (
            Gold(
                one["start"],
                one["end"],
                one["type"],
                one["text"],
                one.get("link") or one["text"].casefold(),
                bool(one.get("link")),
            )
            for one in row["entities"]
            if one["type"] in _LABELS
        )
        yield Row(row["id"], row["text"], tuple(names))


def found_and_missed(row: Row, article: Article, parse: Parse, actors: Iterable[Actor]) -> Counter[str]:
    """Count gold names, our mentions, and those that agree wholly or in part."""
    stands = {at for part in parts(article, parse) for at in part.fragment.offsets}
    gold = [one for one in row.names if one.start in stands]
    ours = {span for actor in actors for span in actor.mentions}
    covered = {at for start, end in ours for at in range(start, end)}
    named = {at for one in gold for at in range(one.start, one.end)}
    return Counter(
        gold=len(gold),
        ours=len(ours),
        exact=sum((one.start, one.end) in ours for one in gold),
        touched=sum(not covered.isdisjoint(range(one.start, one.end)) for one in gold),
        touching=sum(not named.isdisjoint(range(start, end)) for start, end in ours),
    )


@dataclass(frozen=True)
class Cubed:
    """Sums over mentions, of which there are `count`."""

    precisions: float = 0
    recalls: float = 0
    count: int = 0

    def __add__(self, other: "Cubed") -> "Cubed":
        return Cubed(self.precisions + other.precisions, self.recalls + other.recalls, self.count + other.count)

    @property
    def precision(self) -> float:
        """The mean."""
        return self.precisions / self.count

    @property
    def recall(self) -> float:
        """The mean."""
        return self.recalls / self.count


def b_cubed(row: Row, found: Sequence[Part], registry: Registry, cluster: Clustering, *, linked: bool) -> Cubed:
    """Return B-cubed (Bagga and Baldwin 1998) of a clustering of the gold mentions, or of the linked among them."""
    placed = {place: one for one in row.names if (place := _place(one, found)) is not None}
    given = [_mention(place, one, found[place[0]], registry) for place, one in placed.items()]
    given.sort(key=lambda one: (one.part, one.start))
    ours: dict[tuple[int, int, int], int] = {}
    for number, mentions in enumerate(cluster(found, given)):
        ours.update({(one.part, one.start, one.end): number for one in mentions})
    pairs = [
        (ours.get(place, -at), one.link)
        for at, (place, one) in enumerate(placed.items(), 1)
        if one.linked or not linked
    ]
    together, mine, true = Counter(pairs), Counter(one for one, _ in pairs), Counter(two for _, two in pairs)
    precisions = sum(together[one, two] / mine[one] for one, two in pairs)
    return Cubed(precisions, sum(together[one, two] / true[two] for one, two in pairs), len(pairs))


def _place(one: Gold, found: Sequence[Part]) -> tuple[int, int, int] | None:
    for number, part in enumerate(found):
        offsets = part.fragment.offsets
        if offsets and offsets[0] <= one.start and one.end <= offsets[-1] + 1:
            start = next((at for at, offset in enumerate(offsets) if offset == one.start), None)
            end = next((at for at, offset in enumerate(offsets) if offset == one.end - 1), None)
            return None if start is None or end is None else (number, start, end + 1)
    return None


def _mention(place: tuple[int, int, int], one: Gold, part: Part, registry: Registry) -> Mention:
    """Return a name as the program would have it that knows its type: "Cleveland" that plays is no town."""
    entry = registry.get(one.text) if one.type != "PER" else None
    known = entry if entry and not (one.type == "ORG" and entry.kind == "place") else None
    span = bracketed(part.text, place[2]) if one.type == "ORG" else None
    return Mention(*place, one.text, _LABELS[one.type], entry=known, short=part.text[slice(*span)] if span else "")
