"""docs/actors.yml, the registry that people write by hand, strictly read."""

import re
from collections.abc import Iterable, Iterator, Mapping

from generator.lists import shipped
from generator.model import Kind
from generator.registry.desk import Desk, Own, Role
from generator.registry.gazetteer import key
from generator.strict_yaml import Leaf, Source, Table, Tree
from generator.strict_yaml.typed import day, fields, flag, line, listed, listed_entries

FILE = "actors.yml"  # below docs/
KINDS: tuple[Kind, ...] = ("person", "country", "organisation", "place")

_FIELDS = ("name", "kind", "aliases", "merge", "roles", "country", "wikidata", "source", "ignore")
_ROLE = ("role", "since", "until")
_PART_OF_DAY = re.compile(r"[1-9]\d{3}(?:-(?:0[1-9]|1[0-2]))?", re.ASCII)
_LAST = "9999-12-31"
_WIKIDATA = re.compile(r"Q[1-9]\d{0,11}", re.ASCII)
_EXAMPLE = "`name`, such as `- name: Ingrid Solheim`"


def read_desk(text: str, path: str) -> Desk:
    """Return what the text of a registry file says; `path` is shown in errors.

    Raises StandfirstError with line and column for what is no such file, for a field that is not known, and for a name
    that two actors claim.
    """
    source = Source(text, path)
    entries = listed_entries(source, "actors", _EXAMPLE)
    return Desk.of(tuple(_actors(source, entries))) if entries else Desk()


def _actors(source: Source, items: Iterable[Tree]) -> Iterator[Own]:
    claimed: dict[tuple[str, ...], Own] = {}
    for item in items:
        own = _own(source, item)
        for name in own.names:
            other = claimed.setdefault(key(name), own)
            if other is not own:
                raise source.error(item.index, f"`{name}` is a name of {own.name} and of {other.name}; take it off one")
        yield own


def _own(source: Source, tree: Tree) -> Own:
    found = fields(source, "actor", tree, _FIELDS)
    if "name" not in found:
        raise source.error(tree.index, f"an actor needs {_EXAMPLE}")
    return Own(
        name=_name(source, "name", found["name"]),
        kind=_kind(source, found.get("kind")),
        aliases=tuple(_names(source, "aliases", found)),
        merge=tuple(_names(source, "merge", found)),
        roles=tuple(listed(source, "roles", found["roles"], _role, "a text, or `role`, `since` and `until`"))
        if "roles" in found
        else (),
        country=_country(source, found.get("country")),
        wikidata=_wikidata(source, found.get("wikidata")),
        source="source" in found and flag(source, "source", found["source"]),
        ignore="ignore" in found and flag(source, "ignore", found["ignore"]),
    )


def _name(source: Source, name: str, tree: Tree) -> str:
    found = line(source, name, tree)
    if not key(found):
        raise source.error(tree.index, f"`{name}` must have a letter or a digit in it")
    return found


def _names(source: Source, name: str, found: Mapping[str, Tree]) -> Iterator[str]:
    if name in found:
        yield from listed(source, name, found[name], _name, "one name")


def _kind(source: Source, tree: Tree | None) -> Kind | None:
    if tree is None:
        return None
    found = line(source, "kind", tree)
    if found not in KINDS:
        raise source.error(tree.index, f"`kind` must be one of {', '.join(KINDS)}")
    return found


def _role(source: Source, name: str, tree: Tree) -> Role | None:
    if not isinstance(tree, Table):
        return Role(line(source, name, tree))
    found = fields(source, name, tree, _ROLE)
    if "role" not in found:
        raise source.error(tree.index, f"`{name}` needs `role`, such as `- {{role: Minister, since: 2024-05-01}}`")
    days = {field: _when(source, f"{name}.{field}", found[field]) for field in ("since", "until") if field in found}
    if days.get("since", "") > days.get("until", _LAST):
        raise source.error(tree.index, "this role ends before it begins; put `since` and `until` right")
    return Role(line(source, f"{name}.role", found["role"]), **days)


def _when(source: Source, name: str, tree: Tree) -> str:
    """Return a day, a month or a year as it is written."""
    text = tree.text if isinstance(tree, Leaf) else ""
    if not _PART_OF_DAY.fullmatch(text):
        return day(source, name, tree, form="2024-05-01, 2024-05 or 2024").isoformat()
    return text


def _country(source: Source, tree: Tree | None) -> str:
    if tree is None:
        return ""
    # `NO` is Norway, and for YAML 1.1 a no.
    found = tree.text.upper() if isinstance(tree, Leaf) else ""
    if found not in shipped("registry/countries.yml"):
        raise source.error(
            tree.index, "`country` must be the code of a country in two letters, such as NO (ISO 3166-1)"
        )
    return found


def _wikidata(source: Source, tree: Tree | None) -> str:
    if tree is None:
        return ""
    found = line(source, "wikidata", tree)
    if not _WIKIDATA.fullmatch(found):
        raise source.error(tree.index, "`wikidata` must be an item's number there, such as Q42")
    return found
