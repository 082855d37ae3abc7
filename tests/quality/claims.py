"""Whether the sentences that report what a party says are marked as such, and as the right party's.

`claims.json` holds the gold: sentences of `summaries/duc_dev.jsonl` by the article's id and their offsets in it; of a
claim `party` is where the party is named. Four sentences each of 44 articles were drawn at random, and of 40 others one
each with a verb that speaks without "that" (deny, accuse, call). A claim says no more than what somebody said, held,
denied or charged; what a medium reports is none, and neither is what nobody is named for. Left out are sentences that
go on with a quote, and those that only demand, urge or praise. The rules were made with the half called development;
of the other, `held`, only the figures were looked at, once it was annotated.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from duc import HALVES, Annotated, alike, annotated, same_name
from texts import TEXTS

from generator.finding import find_actors, find_claims
from generator.language import sentences
from generator.model import Claim
from generator.registry import Registry, load

GOLD = Path(__file__).parent / "claims.json"


@dataclass(frozen=True, slots=True)
class Judged:
    """A sentence with its party, "" for what is no claim, and what was found."""

    text: str
    party: str
    found: Claim | None


def judged(texts: Path, half: str) -> Iterator[Judged]:
    """Yield the sentences of a half with what was found in them."""
    registry = load()
    for one in annotated(texts, GOLD, half):
        found = _found(one, registry)
        for note in one.notes["sentences"]:
            span = (note["start"] + one.shift, note["end"] + one.shift)
            claim = next((claim for claim in found if alike(span, (claim.start, claim.end))), None)
            party = one.text[slice(*note["party"])] if "party" in note else ""
            yield Judged(one.text[note["start"] : note["end"]], party, claim)


def _found(one: Annotated, registry: Registry) -> tuple[Claim, ...]:
    actors = find_actors(one.article, one.parse, registry)
    return find_claims(one.article, one.parse, actors, registry, sentences(one.article, one.parse))


def measures(texts: Path) -> dict[str, float]:
    """Return of each half recall and precision of the marks, and the part of the right ones with the right party."""
    found: dict[str, float] = {}
    for half in HALVES:
        told = list(judged(texts, half))
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
        print(f"{name:26} {value:.3f}")
