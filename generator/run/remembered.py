"""What pages taught in the last run, for those that cannot be read in this one: lessons.json beside the states."""

import json
from collections.abc import Iterable, Iterator, Mapping

from generator import files
from generator.errors import StandfirstError
from generator.run.planning import Files, keep
from generator.run.project import Lesson, Outcome, Project

_FILE = "lessons.json"
_LARGEST = 1_000_000  # bytes

Labels = tuple[str, ...]


def remembered(project: Project) -> Mapping[str, Labels]:
    """Return the topics that people had set, by the name of the article; nothing where none were learned from.

    Each line is read by itself, so that one that is damaged, or git's marks between them, cost no other.
    """
    path = project.states / _FILE
    try:
        text = files.read_text(path, _LARGEST, _FILE) if files.stands(path) else ""
    except StandfirstError:  # no loss but where a page cannot be read either
        return {}
    return dict(_entries(text.splitlines()))


def _entries(lines: Iterable[str]) -> Iterator[tuple[str, Labels]]:
    for line in lines:
        try:
            found = json.loads(f"{{{line.strip().rstrip(',')}}}")
        except (ValueError, RecursionError):
            continue
        for name, labels in found.items():
            if isinstance(labels, list) and all(isinstance(label, str) for label in labels):
                yield name, tuple(labels)


def remember(project: Project, *, write: bool) -> Iterator[Outcome]:
    """Keep what the pages of this run teach; yield an outcome where that fails or, without `write`, is to be done."""
    lessons = project.lessons or ()
    if lessons or (project.states / _FILE).is_file():
        yield from keep(project, lambda: _files(project, lessons), write=write)


def _files(project: Project, lessons: Iterable[Lesson]) -> Files:
    files.check_way(project.root, project.states)
    entries = {lesson.seed.name: list(lesson.labels) for lesson in lessons}
    lines = [f"  {_json(name)}: {_json(labels)}" for name, labels in sorted(entries.items())]
    return {project.states / _FILE: ("{\n" + ",\n".join(lines) + "\n}\n").encode() if lines else None}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
