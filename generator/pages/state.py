"""What the machine last said about a seed: the files in .standfirst/state/."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Any

from generator.errors import Place, StandfirstError
from generator.pages.frontmatter import Source, Table, parse
from generator.pages.record import wrong

VERSION = 1

_PAGE = re.compile(rb"""^\s*(?:["']?)page["']?: *["']?([^"'\n]+)""", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class State:
    """One state file; `briefing` is the whole briefing in the shape of `show --json`."""

    id: str
    seed: str  # path below the seeds folder
    sha256: str  # of the seed's bytes
    page: str  # path below docs/
    written: str  # `page_hash` of the page as last written
    settings: str  # fingerprint of the settings that shape a briefing
    program: str
    model: str
    briefing: Mapping[str, Any]


_TEXTS = tuple(field.name for field in fields(State) if field.name != "briefing")


def write_state(state: State) -> str:
    """Return the file's text: YAML that is also JSON, one entry a line, so that ten thousand read quickly."""
    heads = [f"{_json(key)}: {_json(getattr(state, key))}" for key in _TEXTS]
    entries = [f"  {_json(key)}: {_entry(value)}" for key, value in state.briefing.items()]
    briefing = '"briefing": {\n' + ",\n".join(entries) + "\n}"
    return "{\n" + ",\n".join([f'"version": {VERSION}', *heads, briefing]) + "\n}\n"


def _entry(value: object) -> str:
    if not isinstance(value, list) or not value:
        return _json(value)
    return "[\n" + ",\n".join(f"    {_json(item)}" for item in value) + "\n  ]"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def read_state(text: str, name: str) -> State:
    """Return the state that a file named `name` holds.

    Raises StandfirstError for a damaged file.
    """
    found = _loaded(text, name)
    problem = _problem(found)
    if problem:
        message = f"not a state file of this program: {problem}; delete it and run `standfirst generate`"
        raise StandfirstError(message, Place(name))
    return State(**{key: found[key] for key in (*_TEXTS, "briefing")})


def page_hash(text: bytes) -> str:
    """Return the SHA-256 of a page, the same whatever line ends and byte order mark an editor or git gave it."""
    return sha256(text.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").replace(b"\r", b"\n")).hexdigest()


def page_named(content: bytes) -> str:
    """Return the page that a state file names, found by its line: reading the whole takes four times as long."""
    line = _PAGE.search(content)
    return line[1].decode(errors="replace") if line else ""


def _loaded(text: str, name: str) -> Mapping[str, Any]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        found = _from_yaml(text, name)
    return found if isinstance(found, dict) else {}


def _from_yaml(text: str, name: str) -> object:
    """Read a file that some other tool has written again in its own style."""
    try:
        tree = parse(Source(text, name))
        return tree.value() if isinstance(tree, Table) else None
    except (StandfirstError, ValueError) as error:
        message = f"damaged; delete it and run `standfirst generate` ({error})"
        raise StandfirstError(message, Place(name)) from error


def _problem(found: Mapping[str, Any]) -> str:
    if found.get("version") != VERSION:
        return f"version must be {VERSION}"
    if missing := [key for key in (*_TEXTS, "briefing") if key not in found]:
        return f"{missing[0]} is missing"
    if retyped := [key for key in _TEXTS if not isinstance(found[key], str)]:
        return f"{retyped[0]} must be text"
    if not _is_below_docs(found["page"]):
        return "page must be the path of a .md file below docs/"
    return wrong(found["briefing"])


def _is_below_docs(page: str) -> bool:
    path = PurePosixPath(page)
    outside = path.is_absolute() or ".." in path.parts or "\\" in page
    return not outside and str(path) == page and page.endswith(".md") and page.isprintable()
