"""Names of towns and provinces that no entry has: what speaks for a place where a parser is unsure."""

from functools import cache
from importlib.resources import files

from generator.registry.gazetteer import key


def is_town(name: str) -> bool:
    """Tell whether a name is that of a town or province and hardly ever anybody else's."""
    return " ".join(key(name)) in _towns()


@cache
def _towns() -> frozenset[str]:
    lines = files("generator").joinpath("registry/towns.txt").read_text("utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))
