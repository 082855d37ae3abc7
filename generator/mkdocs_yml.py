"""mkdocs.yml as YAML nodes, which know where they stand."""

from pathlib import Path
from typing import cast

import yaml

from generator.errors import Place, StandfirstError


class _TolerantLoader(yaml.SafeLoader):
    """Reads mkdocs.yml without acting on MkDocs' own tags, such as !ENV and !!python/name."""


_TolerantLoader.add_multi_constructor("", lambda _loader, _tag, _node: None)


def root(path: Path) -> yaml.Node | None:
    """Return what the file holds; raises StandfirstError with the place of what is wrong."""
    text = _text(path)
    try:
        return yaml.compose(text, _TolerantLoader)
    except yaml.MarkedYAMLError as error:
        raise StandfirstError(f"not valid YAML: {error.problem}", place(path, error.problem_mark)) from error
    except yaml.reader.ReaderError as error:
        message = "not valid YAML: a control character stands here; delete it"
        raise StandfirstError(message, _place_at(path, text[: error.position])) from error
    except (yaml.YAMLError, RecursionError) as error:
        raise StandfirstError(f"not valid YAML: {error}", Place(path.name)) from error


def child(path: Path, node: yaml.Node | None, key: str) -> yaml.Node | None:
    """Return the value of a key; refuses one that stands twice, of which MkDocs would take the last."""
    given = pairs(path, node, "must be lines of the form `key: value`")
    found = [(name, value) for name, value in given if name.value == key]
    if len(found) > 1:
        raise StandfirstError(f"`{key}` stands twice; keep one", place(path, found[1][0].start_mark))
    return found[0][1] if found else None


def pairs(path: Path, section: yaml.Node | None, expected: str) -> list[tuple[yaml.Node, yaml.Node]]:
    """Return keys and values of a mapping, none for nothing; raises StandfirstError saying what is `expected`."""
    if section is None or section.tag == "tag:yaml.org,2002:null":
        return []
    if not isinstance(section, yaml.MappingNode):
        raise StandfirstError(expected, place(path, section.start_mark))
    return cast("list[tuple[yaml.Node, yaml.Node]]", section.value)


def place_of(mkdocs_yml: Path, *keys: str) -> Place:
    """Return where the value of a key, below other keys, stands in a file that can be read."""
    node = root(mkdocs_yml)
    for key in keys:
        node = child(mkdocs_yml, node, key)
    return place(mkdocs_yml, node.start_mark if node else None)


def place(path: Path, mark: yaml.Mark | None) -> Place:
    """Return the place of a mark in the file."""
    return Place(path.name, mark.line + 1, mark.column + 1) if mark else Place(path.name)


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError as error:
        message = "no mkdocs.yml here; run this in a Standfirst project, or make one with `standfirst new DIR`"
        raise StandfirstError(message) from error
    except UnicodeDecodeError as error:
        message = f"not UTF-8: byte {error.object[error.start]:#04x} stands here; save the file as UTF-8"
        before = error.object[: error.start].decode("utf-8-sig")
        raise StandfirstError(message, _place_at(path, before)) from error
    except OSError as error:
        raise StandfirstError(f"cannot be read: {error.strerror}", Place(path.name)) from error


def _place_at(path: Path, before: str) -> Place:
    """Return the place behind the text `before`."""
    lines = before.split("\n")
    return Place(path.name, len(lines), len(lines[-1]) + 1)
