"""Where a new page goes."""

import os
from itertools import chain, count
from pathlib import Path

from generator import slugs
from generator.pages import State
from generator.pages.fields import SUFFIXES
from generator.run.catalogue import Catalogue

_ENDINGS = ("", ".html", *SUFFIXES)  # of a folder or file with one address


def free_path(catalogue: Catalogue, fresh: State) -> str:
    """Return where a new page goes: the slug of its title, with id and number behind where that is another's."""
    day = str(fresh.said.values["date"])
    folder = f"briefings/{day[:4]}/{day[5:7]}" if day else "briefings"
    slug = slugs.slug(str(fresh.briefing["title"])) or fresh.id
    names = chain((slug, f"{slug}-{fresh.id}"), (f"{slug}-{fresh.id}-{number}" for number in count(2)))
    there = _names(catalogue.project.page(folder))
    paths = ((f"{folder}/{name}.md", {name + ending for ending in _ENDINGS} & there) for name in names)
    return next(path for path, takers in paths if path not in catalogue.homes and not takers)


def _names(folder: Path) -> set[str]:
    """Return what stands in a folder, in small letters, since some disks take `A.md` and `a.md` for one file."""
    return {name.casefold() for name in os.listdir(folder)} if folder.is_dir() else set()  # noqa: PTH208 -- quickest
