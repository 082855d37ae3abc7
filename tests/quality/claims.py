"""Whether the sentences that report what a party says are marked as such, and as the right party's.

`claims.json` holds the gold: sentences of `summaries/duc_dev.jsonl` by the article's id and their offsets in it; of a
claim `party` is where the party is named. Four sentences each of 44 articles were drawn at random, and of 40 others one
each with a verb that speaks without "that" (deny, accuse, call). A claim says no more than what somebody said, held,
denied or charged; what a medium reports is none, and neither is what nobody is named for. Left out are sentences that
go on with a quote, and those that only demand, urge or praise. The rules were made with the half called development;
of the other, `held`, only the figures were looked at, once it was annotated. `baseline` is the same of every sentence
with "said" or "according to", as a claim of whoever is named nearest to that.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import baselines
from duc import HALVES, alike, annotated, same_name
from texts import TEXTS

from generator.finding import find_actors, find_claims
from generator.language import Parse, sentences
from generator.model import Article, Claim
from generator.registry import load

Find = Callable[[Article, Parse], tuple[Claim, ...]]
GOLD = Path(__file__).parent / "claims.json"


@dataclass(frozen=True, slots=True)
class Judged:
    """A sentence with its party, "" for what is no claim, and what was found."""

    text: str
    party: str
    found: Claim | None


def ours(article: Article, parse: Parse) -> tuple[Claim, ...]:
    """Return the claims that the program finds."""
    actors = find_actors(article, parse, load())
    return find_claims(article, parse, actors, load(), sentences(article, parse))


def judged(texts: Path, half: str, find: Find = ours) -> Iterator[Judged]:
    """Yield the sentences of a half with what was found in them."""
    for one in annotated(texts, GOLD, half):
        found = find(one.article, one.parse)
        for note in one.notes["sentences"]:
            span = (note["start"] + one.shift, note["end"] + one.shift)
            claim = next((claim for claim in found if alike(span, (claim.start, claim.end))), None)
            party = one.text[slice(*note["party"])] if "party" in note else ""
            yield Judged(one.text[note["start"] : note["end"]], party, claim)


def measures(texts: Path) -> dict[str, float]:
    """Return every measure of claims, and the same of sentences in which somebody "said"."""
    plain = {f"{name} baseline": value for name, value in _measures(texts, baselines.claims).items()}
    return _measures(texts, ours) | plain


def _measures(texts: Path, find: Find) -> dict[str, float]:
    """Return of each half recall and precision of the marks, and the part of the right ones with the right party."""
    found: dict[str, float] = {}
    for half in HALVES:
        told = list(judged(texts, half, find))
        claims = [one for one in told if one.party]
        hits = [(one.party, one.found.party) for one in claims if one.found]
        found |= {
            f"{half} claims": len(claims),
            f"{half} others": len(told) - len(claims),
            f"{half} recall": len(hits) / len(claims),
            f"{half} precision": len(hits) / max(1, sum(one.found is not None for one in told)),
            f"{half} party right": sum(same_name(*hit) for hit in hits) / max(1, len(hits)),
        }
    return found


if __name__ == "__main__":
    for name, value in measures(TEXTS).items():
        print(f"{name:36} {value:.3f}")
