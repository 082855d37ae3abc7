"""The data files (YAML) that the package ships: word lists, weights and labels, each read once."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

# The C loader is ten times as fast, and the files are read in every run.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def shipped(path: str) -> Any:  # noqa: ANN401 -- the shape differs from file to file
    """Return what the file at `path` below the package holds, such as "finding/names.yml"."""
    return yaml.load(files("generator").joinpath(path).read_text("utf-8"), Loader=_LOADER)  # noqa: S506 -- safe, either of them
