"""The rim of compose: reads docs/ and the states, writes build/docs/."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TypeVar

from generator import files
from generator.errors import Place, StandfirstError
from generator.pages import LARGEST_PAGE, Page, State, read_page, read_state
from generator.site.compose import compose
from generator.site.headings import refuse_too_many
from generator.site.safe import PAGE_SUFFIXES

LARGEST_ASSET = 100_000_000  # bytes of a file that is no page

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Staging:
    """Whether anything in build/docs/ changed, and what a person should know of it, a line each."""

    changed: bool
    remarks: tuple[str, ...]


def stage(root: Path) -> Staging:
    """Bring build/docs/ up to date with docs/ and .standfirst/state/.

    The caller holds the lock. Raises one StandfirstError that names everything that needs mending.
    """
    files.check_way(root, root / "build" / "docs")
    problems: list[StandfirstError] = []
    everything, states = list(_files(root / "docs")), list(_files(root / ".standfirst" / "state"))
    docs = [path for path in everything if not _is_hidden(path)]
    pages = _read(root, [path for path in docs if path.name.endswith(PAGE_SUFFIXES)], _page, problems)
    assets = _read(root, [path for path in docs if not path.name.endswith(PAGE_SUFFIXES)], _asset, problems)
    known = _read(root, [path for path in states if path.suffix == ".yml" and not _is_hidden(path)], _state, problems)
    _raise(problems)
    composed = compose(_below_docs(pages), _below_docs(assets), list(known.values()))
    changed = files.mirror(root / "build" / "docs", composed.files, durable=False)
    return Staging(changed, (*composed.remarks, *_left_out(root, everything)))


def _left_out(root: Path, docs: list[Path]) -> Iterator[str]:
    """Yield a line for each page that MkDocs leaves out without a word, and for the folder."""
    if any(path.is_relative_to(root / "docs" / "templates") for path in docs):
        yield "docs/templates/: not published, since MkDocs keeps a folder of this name for themes; rename it"
    for path in docs:
        if _is_hidden(path) and path.name.endswith(PAGE_SUFFIXES):
            name = path.relative_to(root).as_posix().encode(errors="backslashreplace").decode()
            yield f"{name}: not published, since its name begins with a dot; rename it"


def _is_hidden(path: Path) -> bool:
    return path.name.startswith(".")


def _files(folder: Path) -> Iterator[Path]:
    """Yield every file below the folder but those in hidden folders, which MkDocs leaves out; follow no links."""
    for parent, folders, names in os.walk(folder, onerror=files.refuse_unread):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        links = [name for name in folders if (Path(parent) / name).is_symlink()]
        for name in sorted([*links, *names]):
            yield Path(parent) / name


def _read(
    root: Path, paths: list[Path], read: Callable[[Path, str], Value], problems: list[StandfirstError]
) -> dict[PurePosixPath, Value]:
    found = {}
    for path in paths:
        name = path.relative_to(root).as_posix()
        try:
            name.encode()
            found[PurePosixPath(name)] = read(path, name)
        except StandfirstError as error:
            problems.append(error)
        except UnicodeEncodeError:
            problems.append(StandfirstError("the file's name is not UTF-8; rename it", Place(repr(name)[1:-1])))
    return found


def _page(path: Path, name: str) -> Page:
    read = read_page(_text(path, name), name)
    page = Page(name.removeprefix("docs/"), read.meta, read.body, read.text)
    refuse_too_many(page)
    return page


def _state(path: Path, name: str) -> State:
    return read_state(_text(path, name), name)


def _asset(path: Path, name: str) -> bytes:
    return files.read_capped(path, LARGEST_ASSET, name)


def _text(path: Path, name: str) -> str:
    try:
        return files.read_capped(path, LARGEST_PAGE, name).decode()
    except UnicodeDecodeError as error:
        message = f"not UTF-8: byte {error.object[error.start]:#04x} at offset {error.start}; save it as UTF-8"
        raise StandfirstError(message, Place(name)) from error


def _below_docs(found: dict[PurePosixPath, Value]) -> dict[PurePosixPath, Value]:
    return {path.relative_to("docs"): value for path, value in found.items()}


def _raise(problems: list[StandfirstError]) -> None:
    if len(problems) == 1:
        raise problems[0]
    if problems:
        raise StandfirstError(f"{len(problems)} files need mending\n" + "\n".join(f"  {error}" for error in problems))
