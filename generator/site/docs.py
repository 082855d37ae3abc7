"""docs/ and the states as they stand on disk."""

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import TypeVar

from generator import files
from generator.errors import Place, StandfirstError
from generator.pages import LARGEST_PAGE, Page, State, read_page, read_state
from generator.pages.fields import SUFFIXES
from generator.registry import FILES
from generator.site.headings import refuse_too_many

LARGEST_ASSET = 100_000_000  # bytes of a file that is no page

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Docs:
    """What can be read, by path below docs/, and what cannot; `everything` are all files, hidden ones too."""

    pages: Mapping[PurePosixPath, Page]
    assets: Mapping[PurePosixPath, bytes]
    states: tuple[State, ...]
    problems: tuple[StandfirstError, ...]
    everything: tuple[Path, ...]


def read_docs(root: Path) -> Docs:
    """Read every page and other file of docs/ but the registries, and every state; raises nothing for broken ones."""
    problems: list[StandfirstError] = []
    everything, states = list(_files(root / "docs")), list(_files(root / ".standfirst" / "state"))
    registries = {root / "docs" / file for file in FILES}
    docs = [path for path in everything if not is_hidden(path) and path not in registries]
    pages = _read(root, [path for path in docs if path.name.endswith(SUFFIXES)], _page, problems)
    assets = _read(root, [path for path in docs if not path.name.endswith(SUFFIXES)], _asset, problems)
    known = _read(root, [path for path in states if path.suffix == ".yml" and not is_hidden(path)], _state, problems)
    return Docs(_below_docs(pages), _below_docs(assets), tuple(known.values()), tuple(problems), tuple(everything))


def is_hidden(path: Path) -> bool:
    """Whether MkDocs leaves a file out for its name."""
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
    read = read_page(files.read_text(path, LARGEST_PAGE, name, "utf-8"), name)
    page = replace(read, path=name.removeprefix("docs/"))
    refuse_too_many(page)
    return page


def _state(path: Path, name: str) -> State:
    return read_state(files.read_text(path, LARGEST_PAGE, name), name)


def _asset(path: Path, name: str) -> bytes:
    return files.read_capped(path, LARGEST_ASSET, name)


def _below_docs(found: dict[PurePosixPath, Value]) -> dict[PurePosixPath, Value]:
    return {path.relative_to("docs"): value for path, value in found.items()}
