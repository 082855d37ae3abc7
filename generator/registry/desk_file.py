"""docs/actors.yml, the registry that people write by hand, strictly read."""

import re
from collections.abc import Callable, Mapping
from functools import partial

from generator.errors import gathered
from generator.lists import shipped
from generator.model import Kind
from generator.registry.desk import Desk, Own, Role
from generator.registry.gazetteer import key
from generator.strict_yaml import Leaf, Source, Table, Tree
from generator.strict_yaml.typed import day, flag, line, listed, listed_entries, said

FILE = "actors.yml"  # below docs/
KINDS: tuple[Kind, ...] = ("person", "country", "organisation", "place")

_PART_OF_DAY = re.compile(r"[1-9]\d{3}(?:-(?:0[1-9]|1[0-2]))?", re.ASCII)
_LAST = "9999-12-31"
_WIKIDATA = re.compile(r"Q[1-9]\d{0,11}", re.ASCII)
_EXAMPLE = "`name`, such as `- name: Ingrid Solheim`"


def read_desk(text: str, path: str) -> Desk:
    """Return what the text of a registry file says; `path` is shown in errors.

    Raises StandfirstError with line and column for what is no such file, for all fields that are not known or say what
    they cannot, and for names that two actors claim.
    """
    source = Source(text, path)
    entries = listed_entries(source, "actors", _EXAMPLE)
    claimed: dict[tuple[str, ...], Own] = {}
    actors = gathered(partial(_actor, source, item, claimed) for item in entries)
    return Desk.of(tuple(actors)) if entries else Desk()


def _actor(source: Source, tree: Tree, claimed: dict[tuple[str, ...], Own]) -> Own:
    """Return the actor of an entry, whose names are `claimed` by none before it and, from then on, by itself."""
    own = _own(source, tree)
    for name in own.names:
        other = claimed.setdefault(key(name), own)
        if other is not own:
            raise source.error(tree.index, f"`{name}` is a name of {own.name} and of {other.name}; take it off one")
    return own


def _own(source: Source, tree: Tree) -> Own:
    found = said(source, "actor", tree, _FIELDS)
    if "name" not in found:
        raise source.error(tree.index, f"an actor needs {_EXAMPLE}")
    return Own(**found)


def _name(source: Source, name: str, tree: Tree) -> str:
    found = line(source, name, tree)
    if not key(found):
        raise source.error(tree.index, f"`{name}` must have a letter or a digit in it")
    return found


def _names(source: Source, name: str, tree: Tree) -> tuple[str, ...]:
    return tuple(listed(source, name, tree, _name, "one name"))


def _kind(source: Source, name: str, tree: Tree) -> Kind:
    found = line(source, name, tree)
    if found not in KINDS:
        raise source.error(tree.index, f"`{found}` is no kind; `{name}` must be one of {', '.join(KINDS)}")
    return found


def _roles(source: Source, name: str, tree: Tree) -> tuple[Role, ...]:
    return tuple(listed(source, name, tree, _role, "a text, or `role`, `since` and `until`"))


def _role(source: Source, name: str, tree: Tree) -> Role:
    if not isinstance(tree, Table):
        return Role(line(source, name, tree))
    found = said(source, name, tree, {"role": line, "since": _when, "until": _when})
    if "role" not in found:
        raise source.error(tree.index, f"`{name}` needs `role`, such as `- {{role: Minister, since: 2024-05-01}}`")
    role = Role(**found)
    if role.since > (role.until or _LAST):
        raise source.error(tree.index, "this role ends before it begins; put `since` and `until` right")
    return role


def _when(source: Source, name: str, tree: Tree) -> str:
    """Return a day, a month or a year as it is written."""
    text = tree.text if isinstance(tree, Leaf) else ""
    if not _PART_OF_DAY.fullmatch(text):
        return day(source, name, tree, form="2024-05-01, 2024-05 or 2024").isoformat()
    return text


def _country(source: Source, name: str, tree: Tree) -> str:
    # `NO` is Norway, and for YAML 1.1 a no.
    found = tree.text if isinstance(tree, Leaf) else ""
    if found.upper() not in shipped("registry/countries.yml"):
        wanted = f"`{name}` must be the code of a country in two letters, such as NO (ISO 3166-1)"
        raise source.error(tree.index, f"`{found}` does not fit; {wanted}" if found else wanted)
    return found.upper()


def _wikidata(source: Source, name: str, tree: Tree) -> str:
    found = line(source, name, tree)
    if not _WIKIDATA.fullmatch(found):
        raise source.error(tree.index, f"`{found}` does not fit; `{name}` must be an item's number there, such as Q42")
    return found


_FIELDS: Mapping[str, Callable[[Source, str, Tree], object]] = {
    "name": _name,
    "kind": _kind,
    "aliases": _names,
    "merge": _names,
    "roles": _roles,
    "country": _country,
    "wikidata": _wikidata,
    "source": flag,
    "ignore": flag,
}
