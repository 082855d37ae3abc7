"""The values that front matter is given: how they compare, and how they are written."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, is_dataclass
from datetime import date
from unicodedata import normalize

from generator.pages.oneline import one_line
from generator.pages.scalar import double_quoted, scalar

Value = str | date | tuple[str, ...] | Mapping[str, str] | tuple[Mapping[str, str], ...]


def folded(value: object) -> object:
    """Return what of a value counts as its meaning: not its white space, composition of letters or order of keys."""
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return normalize("NFC", one_line(value))
    if is_dataclass(value) and not isinstance(value, type):
        return folded({key: item for key, item in asdict(value).items() if item != ""})
    if isinstance(value, Mapping):
        return {str(key): folded(value[key]) for key in sorted(value, key=str)}
    return tuple(map(folded, value)) if isinstance(value, list | tuple) else value


def entry(key: str, value: Value, indent: str) -> str:
    """Return a key, as it is to be written, with its value in block style."""
    if isinstance(value, str):
        return f"{indent}{key}: {scalar(value)}\n"
    if isinstance(value, date):
        return f"{indent}{key}: {value.isoformat()}\n"
    return f"{indent}{key}:\n{block(value, f'{indent}  ')}"


def block(value: tuple[str, ...] | Mapping[str, str] | tuple[Mapping[str, str], ...], indent: str) -> str:
    """Return the lines of a list or mapping that stand below its key."""
    if isinstance(value, Mapping):
        return "".join(f"{indent}{line}\n" for line in _fields(value))
    return "".join(item(member, f"{indent}- ") for member in value)


def item(value: str | Mapping[str, str], prefix: str) -> str:
    """Return one item of a list; `prefix` is its indentation with its dash."""
    if isinstance(value, str):
        return f"{prefix}{scalar(value)}\n"
    below = " " * len(prefix)
    return "".join(f"{below if number else prefix}{line}\n" for number, line in enumerate(_fields(value)))


def inline(value: str | date) -> str:
    """Return one text or date as it stands behind its key."""
    return scalar(value) if isinstance(value, str) else value.isoformat()


def flow(value: Value) -> str:
    """Return a value as JSON that is YAML too."""
    if isinstance(value, str):
        return double_quoted(value)
    if isinstance(value, date):
        return json.dumps(value.isoformat())
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{flow(key)}: {flow(text)}" for key, text in value.items()) + "}"
    return "[" + ", ".join(map(flow, value)) + "]"


def _fields(value: Mapping[str, str]) -> Iterator[str]:
    yield from (f"{scalar(key)}: {_dated(text)}" for key, text in value.items())


def _dated(text: str) -> str:
    """Return a text in a mapping, a day of the calendar without quotes."""
    try:
        is_day = date.fromisoformat(text).isoformat() == text
    except ValueError:
        is_day = False
    return text if is_day else scalar(text)
