"""A copy of each file of the desk's as this run reads it, for the runs that find a slip there."""

from collections.abc import Iterator

from generator import files
from generator.run.planning import Files, keep
from generator.run.project import Outcome, Project


def keep_desk_files(project: Project, *, write: bool) -> Iterator[Outcome]:
    """Keep the copies; yield an outcome where that fails or, without `write`, is to be done."""
    yield from keep(project, lambda: _files(project), write=write)


def _files(project: Project) -> Files:
    files.check_way(project.root, project.states)
    return {path: text.encode() for path, text in project.registries.whole.items()}
