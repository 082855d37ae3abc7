"""The files that the desk writes by hand or, while one has a slip, as the last run read it whole."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from generator import files
from generator.errors import SeveralError, StandfirstError
from generator.registry.desk import Desk
from generator.registry.desk_file import FILE as ACTORS
from generator.registry.desk_file import read_desk
from generator.registry.subject_file import FILE as TOPICS
from generator.registry.subject_file import read_subjects
from generator.registry.subjects import Subjects, shipped_subjects

STATES = (".standfirst", "state")  # where a copy is kept of what was read whole

_LARGEST = 10_000_000  # bytes of a file
_LINE_END = re.compile(r"\r\n?")
_OUR_MARK = re.compile(r"^<{7} .*\n", re.MULTILINE)
_THEIR_SIDE = re.compile(r"^(?:\|{7} |={7}$).*?^>{7} [^\n]*\n", re.MULTILINE | re.DOTALL)

Said = TypeVar("Said")


@dataclass(frozen=True, slots=True)
class Registries:
    """What the desk says of actors and topics, and what is wrong with the files that say it.

    `whole` are the texts that say it, by the place of the copy to keep, "" for a file that is not there.
    """

    desk: Desk = field(default_factory=Desk)
    subjects: Subjects = field(default_factory=shipped_subjects)
    whole: Mapping[Path, str] = field(default_factory=dict)
    problems: tuple[StandfirstError, ...] = ()


@dataclass(frozen=True, slots=True)
class _Read(Generic[Said]):
    said: Said
    whole: Mapping[Path, str]
    problems: tuple[StandfirstError, ...] = ()


def load_registries(root: Path) -> Registries:
    """Return what docs/actors.yml and docs/topics.yml of the project at `root` say, nothing where they are not there.

    A file counts as a whole: one that has a slip anywhere says what it said when the last run read it and, before the
    first run, nothing. Raises StandfirstError where that is lost, since pages would lose what the file had said.
    """
    actors, topics = _read(root, ACTORS, read_desk), _read(root, TOPICS, read_subjects)
    whole, problems = {**actors.whole, **topics.whole}, (*actors.problems, *topics.problems)
    return Registries(actors.said, topics.said, whole, problems)


def _read(root: Path, file: str, read: Callable[[str, str], Said]) -> _Read[Said]:
    name, copy = f"docs/{file}", root.joinpath(*STATES, f"{file}.last")
    try:
        text = _text(root / name, name)
        return _Read(read(text, name), {copy: text})
    except StandfirstError as error:
        return _last_read(copy, read, error, has_run=_has_run(root))


def _last_read(copy: Path, read: Callable[[str, str], Said], error: StandfirstError, *, has_run: bool) -> _Read[Said]:
    """Return what a file said that has an error by now, and where that is from."""
    name = "/".join((*STATES, copy.name))
    try:
        if files.stands(copy):
            # Of what git could not merge one side is as good as the other.
            text = _OUR_MARK.sub("", _THEIR_SIDE.sub("", _text(copy, name)))
            meanwhile = f"all goes on with {name}, as the last run read the file"
            return _Read(read(text, name), {copy: text}, _told(error, meanwhile))
    except StandfirstError:
        lost = "cannot be read either"
    else:
        lost = "is not there"
    if has_run:
        message = f"nothing is done, lest pages lose what the file says: {name}, which remembers that, {lost}"
        raise SeveralError(_told(error, message)) from error
    return _Read(read("", name), {copy: ""}, _told(error, "all goes on as if the file were not there"))


def _has_run(root: Path) -> bool:
    """Whether there are pages that a run made, or states of such."""
    return any(root.joinpath(*STATES).glob("*.yml")) or any((root / "docs" / "briefings").rglob("*.md"))


def _told(error: StandfirstError, meanwhile: str) -> tuple[StandfirstError, ...]:
    """Return the slips of a file, with the last of them what is done meanwhile."""
    *others, last = error.each
    mended = "they are mended" if others else "it is mended"
    return (*others, StandfirstError(f"{last.message}; until {mended}, {meanwhile}", last.place))


def _text(path: Path, name: str) -> str:
    """Return the text of a file with the line ends that git keeps, "" for none."""
    return _LINE_END.sub("\n", files.read_text(path, _LARGEST, name)) if files.stands(path) else ""
