"""States whose article is gone: it was renamed, or deleted."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from generator.briefing import briefing_id
from generator.errors import StandfirstError
from generator.pages import State, normal
from generator.run.project import Project, Seed, seeds_of
from generator.run.states import load

_HEAD = ("title", "date")


@dataclass(frozen=True, slots=True)
class Orphans:
    """The states without an article; each is given once."""

    states: list[State]

    @classmethod
    def of(cls, project: Project) -> "Orphans":
        """Return the orphans of a project."""
        found = []
        for identifier in orphaned(project, seeds_of(project.seeds)):
            try:
                state = load(project, identifier)
            except StandfirstError:  # told by those who need it
                continue
            found += [state] if state else []
        return cls(found)

    def take(self, fresh: State, named: Collection[str] = ()) -> State | None:
        """Return the state of the article that has become that of `fresh`, None if it was none before.

        It is the article whose page names the new one (one of `named`), of the same bytes, or of the same headline, day
        and at least one key point; best under the same file name.
        """
        attached = [state for state in self.states if state.page in named]
        same = [state for state in self.states if state.sha256 == fresh.sha256]
        found = attached or same or [state for state in self.states if _is_akin(state, fresh)]
        if not found:
            return None
        name = PurePosixPath(fresh.seed).name
        best = min(found, key=lambda state: (PurePosixPath(state.seed).name != name, state.seed))
        self.states.remove(best)
        return best


def _is_akin(state: State, fresh: State) -> bool:
    one, other = state.said.values, fresh.said.values
    same_head = all(normal(one[key]) == normal(other[key]) for key in _HEAD)
    return bool(same_head and one["title"] and {*normal(one["summary"])} & {*normal(other["summary"])})


def orphaned(project: Project, seeds: Iterable[Seed]) -> list[str]:
    """Return the ids of the states that belong to none of all `seeds`."""
    return sorted({path.stem for path in project.states.glob("*.yml")} - {briefing_id(seed.name) for seed in seeds})
