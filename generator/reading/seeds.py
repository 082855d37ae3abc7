"""Which files are seeds."""

import os
from collections.abc import Iterator
from pathlib import Path

from generator import files

SUFFIXES: frozenset[str] = frozenset({".txt", ".md", ".html", ".htm"})


def find_seeds(folder: Path) -> Iterator[Path]:
    """Yield the seeds below a folder, sorted by path; hidden files and folders are passed over, links not followed."""
    return (path for path in _files(folder) if path.suffix.casefold() in SUFFIXES)


def find_others(folder: Path) -> Iterator[Path]:
    """Yield the files below a folder that are no seeds, sorted by path; hidden ones are passed over."""
    return (path for path in _files(folder) if path.suffix.casefold() not in SUFFIXES)


def read_bytes(path: Path, most: int, name: str) -> bytes:
    """Return the bytes of a seed; raises StandfirstError for one of more than `most`, and for what is no file."""
    return files.read_capped(path, most, name, "shorten it or raise `seed_bytes`")


def _files(folder: Path) -> list[Path]:
    found: list[Path] = []
    for root, folders, names in os.walk(folder, onerror=files.refuse_unread):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(root, name) for name in names if not name.startswith(".")]
    return sorted(found, key=lambda path: path.relative_to(folder).as_posix())
