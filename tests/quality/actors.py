"""How well actors are found: GUM's articles and CleanCoNLL's, against what annotators marked.

Actor list, GUM: the actors of the briefing against the gold clusters of gum.py, one to one, those that share most
mentions first. `strict` counts optional clusters like any other; the plain figures leave them out on both sides. Kind:
person is PER, organisation ORG, place LOC; a country may be LOC or ORG, since annotators switch as it lies or acts.
R-precision: of the k actors with highest salience, the share among the k gold clusters that at least three of five
summaries name; the mean over articles. `baseline` is the same of spaCy's names, one actor for each spelling.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import baselines
import conll
import gum
from as_read import parsed
from texts import TEXTS

from generator.finding import find_actors, find_sources
from generator.finding.clusters import clusters
from generator.finding.mention import Mention
from generator.finding.parts import Part, parts
from generator.language import Parse
from generator.model import Actor, Article
from generator.registry import load

GENRES = ("news", "interview", "speech", "court")
OFTEN_SUMMARISED = 3
Find = Callable[[Article, Parse], Sequence[Actor]]
_KINDS = {"person": {"PER"}, "organisation": {"ORG"}, "place": {"LOC"}, "country": {"LOC", "ORG"}}


@dataclass(frozen=True)
class Matched:
    """Our actors of one article beside the gold clusters; `pairs` are indices of both."""

    row: gum.Row
    actors: tuple[Actor, ...]
    pairs: dict[int, int]
    read: frozenset[int]  # the places of the article as read
    sources: frozenset[str]  # agencies and media that Standfirst lists as sources, so not as actors; in all spellings

    def optional(self, cluster: gum.Cluster) -> bool:
        """Tell whether the cluster counts neither as missed nor as wrong."""
        unread = all(one.heads[0] - 1 not in self.read for one in cluster.proper)
        return cluster.optional or unread or any(one.is_called(self.sources) for one in cluster.proper)

    def counts(self, *, strict: bool = False) -> Counter[str]:
        optional = {at for at, one in enumerate(self.row.clusters) if not strict and self.optional(one)}
        pairs = {ours: gold for ours, gold in self.pairs.items() if gold not in optional}
        return Counter(
            gold=len(self.row.clusters) - len(optional),
            ours=len(self.actors) - (len(self.pairs) - len(pairs)),
            both=len(pairs),
            kind=sum(self.row.clusters[gold].type in _KINDS[self.actors[ours].kind] for ours, gold in pairs.items()),
        )

    def r_precision(self) -> float | None:
        top = {at for at, one in enumerate(self.row.clusters) if one.salience >= OFTEN_SUMMARISED}
        hit = sum(self.pairs.get(ours) in top for ours in range(min(len(top), len(self.actors))))
        return hit / len(top) if top else None


def ours(article: Article, parse: Parse) -> Sequence[Actor]:
    """Return the actors that the program finds."""
    return find_actors(article, parse, load())


def matched(row: gum.Row, find: Find) -> Matched:
    """Pair actors and gold clusters: those with most mentions in common first, of equals those nearest in length.

    "Anna Bell and Carl Dorn" is a cluster of its own for the annotators; the shorter one of Anna Bell is hers.
    """
    article, tree = parsed(row.seed)
    actors = find(article, tree)
    near: list[tuple[int, int, int, int]] = []
    for number, actor in enumerate(actors):
        for gold, cluster in enumerate(row.clusters):
            longer = [found for span in actor.mentions if (found := _longer(cluster, *span)) is not None]
            if longer:
                near.append((-len(longer), min(longer), number, gold))
    pairs: dict[int, int] = {}
    for _, _, number, gold in sorted(near):
        if number not in pairs and gold not in pairs.values():
            pairs[number] = gold
    read_places = frozenset(at for part in parts(article, tree) for at in part.fragment.offsets)
    return Matched(row, tuple(actors), pairs, read_places, _sources(article, tree))


def _longer(cluster: gum.Cluster, start: int, end: int) -> int | None:
    """Return by how many characters the nearest mention is longer than the name in it, None if it is in none."""
    found = [abs(len(one.text) - (end - start)) for one in cluster.proper if one.is_named_by(start, end)]
    return min(found, default=None)


def _sources(article: Article, tree: Parse) -> frozenset[str]:
    listed = find_sources(article, tree, load())
    found = {load().get(name) for name in listed}
    texts = [part.text for part in parts(article, tree)]
    named = (text[one.start : one.end] for text in texts for one in load().find(text) if one.value in found)
    return frozenset((*named, *listed))


def actor_list(path: Path, find: Find = ours) -> dict[str, float]:
    """Return precision, recall, F, kind and R-precision for each genre and for all."""
    rows = [matched(row, find) for row in gum.read(path)]
    measures: dict[str, float] = {}
    for genre in (*GENRES, "all"):
        chosen = [one for one in rows if genre in {one.row.genre, "all"}]
        counts = _sum(one.counts() for one in chosen)
        measures[f"{genre} P"] = counts["both"] / counts["ours"]
        measures[f"{genre} R"] = counts["both"] / counts["gold"]
        measures[f"{genre} F"] = _f(counts)
        measures[f"{genre} F strict"] = _f(_sum(one.counts(strict=True) for one in chosen))
        measures[f"{genre} kind"] = counts["kind"] / counts["both"]
        top = [value for one in chosen if (value := one.r_precision()) is not None]
        measures[f"{genre} R-precision"] = sum(top) / len(top)
    return measures


def clustered(found: Sequence[Part], mentions: Sequence[Mention]) -> list[tuple[Mention, ...]]:
    """Return the mentions that the program puts together."""
    return [tuple(one.mentions) for one in clusters(found, mentions)]


def mentions_and_clusters(path: Path, find: Find = ours, cluster: conll.Clustering = clustered) -> dict[str, float]:
    """Return how many names of CleanCoNLL are found, wholly and in part, and B-cubed of their clustering."""
    counts: Counter[str] = Counter()
    cubed = {linked: conll.Cubed() for linked in (True, False)}
    for row in conll.read(path):
        article, tree = parsed(row.seed)
        counts += conll.found_and_missed(row, article, tree, find(article, tree))
        for linked in cubed:
            cubed[linked] += conll.b_cubed(row, parts(article, tree), load(), cluster, linked=linked)
    return {
        "conll mentions F": 2 * counts["exact"] / (counts["gold"] + counts["ours"]),
        "conll mentions F partial": _harmonic(counts["touching"] / counts["ours"], counts["touched"] / counts["gold"]),
        "conll B-cubed P": cubed[True].precision,
        "conll B-cubed R": cubed[True].recall,
        "conll B-cubed F": _harmonic(cubed[True].precision, cubed[True].recall),
        "conll B-cubed F, unlinked too": _harmonic(cubed[False].precision, cubed[False].recall),
    }


def _sum(counts: Iterable[Counter[str]]) -> Counter[str]:
    return sum(counts, Counter())


def _f(counts: Counter[str]) -> float:
    return 2 * counts["both"] / (counts["gold"] + counts["ours"])


def _harmonic(one: float, two: float) -> float:
    return 2 * one * two / (one + two)


def measures(texts: Path) -> dict[str, float]:
    """Return every measure of actors, and the same of spaCy's names."""
    lists, names = texts / "actors" / "gum_dev.jsonl", texts / "actors" / "cleanconll_dev.jsonl"
    plain = actor_list(lists, baselines.names)
    plain |= mentions_and_clusters(names, baselines.names, baselines.by_spelling)
    found = {**actor_list(lists), **mentions_and_clusters(names)}
    return found | {f"{name} baseline": value for name, value in plain.items()}


if __name__ == "__main__":
    print("\n".join(f"{name:40} {value:6.3f}" for name, value in measures(TEXTS).items()))
