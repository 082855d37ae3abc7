"""Pages that name an article of which no state knows."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from generator.briefing import briefing_id
from generator.run.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Stray:
    """A page that names an article without a state: a page that no run has seen, or whose state was lost."""

    page: str  # below docs/
    seed: str
    is_lost: bool  # whether the article is not there either

    @property
    def message(self) -> str:
        """What a person should do."""
        if not self.is_lost:
            return f"no run has seen this page of {self.seed}, or its state was lost; run `standfirst generate`"
        advice = "bring it back, or delete the `seed` line: then this is a page of your own"
        return f"its `seed` line names {self.seed}, but there is no such article and no state of one; {advice}"


def strays(catalogue: Catalogue, seeds: Collection[str]) -> Iterator[Stray]:
    """Yield the strays among the pages, in order of their articles; `seeds` are the names of all articles.

    A page that a state knows by its place is none: its `seed` line was changed, which is told as such.
    """
    states = {identifier for identifiers in catalogue.homes.values() for identifier in identifiers}
    for seed, paths in sorted(catalogue.by_seed.items()):
        if briefing_id(seed) not in states:
            yield from (Stray(path, seed, seed not in seeds) for path in paths if not catalogue.homes.get(path))
