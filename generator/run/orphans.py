"""States whose article is gone: it was renamed, or deleted."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from generator.briefing import briefing_id
from generator.errors import StandfirstError
from generator.pages import State
from generator.run.project import Project, Seed, seeds_of
from generator.run.states import load


@dataclass(slots=True)
class Orphans:
    """The states without an article, by the SHA-256 of the article; each is given once."""

    by_sha: dict[str, list[State]] = field(default_factory=dict)

    @classmethod
    def of(cls, project: Project) -> "Orphans":
        """Return the orphans of a project."""
        found: dict[str, list[State]] = {}
        for identifier in orphaned(project, seeds_of(project.seeds)):
            try:
                if state := load(project, identifier):
                    found.setdefault(state.sha256, []).append(state)
            except StandfirstError:  # told by those who need it
                continue
        return cls(found)

    def take(self, sha256: str, seed: str) -> State | None:
        """Return the state of the article that has become `seed`: the same bytes, best under the same file name."""
        states = self.by_sha.get(sha256, [])
        if not states:
            return None
        best = min(states, key=lambda state: (PurePosixPath(state.seed).name != PurePosixPath(seed).name, state.seed))
        states.remove(best)
        return best


def orphaned(project: Project, seeds: Iterable[Seed]) -> list[str]:
    """Return the ids of the states that belong to none of all `seeds`."""
    return sorted({path.stem for path in project.states.glob("*.yml")} - {briefing_id(seed.name) for seed in seeds})
