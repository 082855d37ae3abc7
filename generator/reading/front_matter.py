"""Front matter of Markdown seeds: strict YAML between two fences."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

import yaml

from generator.errors import Place, StandfirstError
from generator.model import Fragment
from generator.reading.fold import fold_part, unplaced
from generator.reading.parts import Parts

_SURROGATES = re.compile("[\ud800-\udfff]")  # halves of a character, which an escape may name and no file can hold
_FENCE = re.compile(r"---[ \t]*(?:\r\n|\r|\n|$)")
_CLOSING = re.compile(r"(?:^|(?<=\n)|(?<=\r))(?:---|\.\.\.)[ \t]*(?=\r|\n|$)")
_MOST_CHARACTERS = 65_536
_FIELDS = {
    "title": "headline", "headline": "headline", "description": "standfirst", "standfirst": "standfirst",
    "subtitle": "standfirst",
    "date": "date", "lang": "lang", "language": "lang", "source": "source", "agency": "agency", "author": "byline",
    "authors": "byline", "byline": "byline", "caption": "caption", "credit": "credit", "dateline": "dateline",
}  # fmt: skip
_LANG = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{2,8})*")
_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}.*)?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Field:
    key: str
    part: str
    node: yaml.Node
    place: Place


def split(text: str, name: str) -> tuple[Parts, int]:
    """Return what a seed's front matter says, and where the body starts: (Parts(), 0) without front matter.

    Raises StandfirstError with line and column for anything that cannot be meant.
    """
    opening = _FENCE.match(text)
    if opening is None:
        return Parts(), 0
    closing = _CLOSING.search(text, opening.end(), opening.end() + _MOST_CHARACTERS)
    if closing is None:
        raise StandfirstError(_unclosed(text, opening.end()), Place(name, 1, 1))
    return _parts(text, opening.end(), closing.start(), name), closing.end()


def _unclosed(text: str, start: int) -> str:
    if len(text) - start > _MOST_CHARACTERS and _CLOSING.search(text, start):
        return f"the front matter is longer than {_MOST_CHARACTERS:,} characters; shorten it"
    return "the front matter opened here is never closed; put a line `---` behind its last field"


def _parts(text: str, start: int, end: int, name: str) -> Parts:
    values: dict[str, object] = {}
    seen: dict[str, str] = {}
    for field in _fields(_mapping(text[start:end], name), name):
        if field.part in seen:
            message = f"`{field.key}` says what `{seen[field.part]}` said above; keep one of them"
            raise StandfirstError(message, field.place)
        seen[field.part] = field.key
        values[field.part] = _value(field, text, start, name)
    return Parts(**{part: value for part, value in values.items() if value})  # type: ignore[arg-type]


def _mapping(source: str, name: str) -> yaml.MappingNode | None:
    try:
        node = yaml.compose(source, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(name, mark.line + 2, mark.column + 1) if mark else Place(name, 2)
        raise StandfirstError(f"the front matter is not YAML: {error.problem}; {_advice(error)}", place) from error
    except yaml.reader.ReaderError as error:
        line = source.count("\n", 0, error.position) + 2
        raise StandfirstError(
            f"the front matter has a character YAML does not allow: {error.reason}", Place(name, line)
        ) from error
    except RecursionError as error:
        raise StandfirstError("the front matter is nested too deeply; use plain fields", Place(name, 2)) from error
    if node is None:
        return None
    if not isinstance(node, yaml.MappingNode):
        message = "expected fields such as `title: ...` between the fences; put a blank line above a rule"
        raise StandfirstError(message, Place(name, node.start_mark.line + 2, node.start_mark.column + 1))
    return node


def _advice(error: yaml.MarkedYAMLError) -> str:
    if error.problem and "mapping values are not allowed" in error.problem:
        return "put a value that holds a colon and a space in quotation marks"
    return "write `field: value`, one a line, and put values with special signs in quotation marks"


def _fields(node: yaml.MappingNode | None, name: str) -> Iterator[_Field]:
    for key, value in node.value if node else ():
        place = _place(key, name)
        if not isinstance(key, yaml.ScalarNode):
            raise StandfirstError("expected a field's name; write `field: value`", place)
        part = _FIELDS.get(key.value.casefold(), "")
        if part:
            yield _Field(key.value, part, value, place)
        elif close := get_close_matches(key.value.casefold(), _FIELDS, 1, 0.8):
            raise StandfirstError(f"unknown field `{key.value[:40]}`; did you mean `{close[0]}`?", place)


def _place(node: yaml.Node, name: str) -> Place:
    return Place(name, node.start_mark.line + 2, node.start_mark.column + 1)


def _value(field: _Field, text: str, start: int, name: str) -> object:
    if field.part in {"headline", "standfirst"}:
        return _fragment(field, text, start, name)
    value = " ".join(_scalar(field, name).split())
    if field.part == "date":
        return _date(value, _place(field.node, name))
    return _lang(value, _place(field.node, name)) if field.part == "lang" else value


def _scalar(field: _Field, name: str) -> str:
    """Return the text of a field; a list of authors is joined with commas."""
    node = field.node
    if isinstance(node, yaml.ScalarNode):
        return "" if node.tag == "tag:yaml.org,2002:null" else _SURROGATES.sub("\ufffd", node.value)
    if field.part == "byline" and isinstance(node, yaml.SequenceNode) and _all_scalar(node):
        return _SURROGATES.sub("\ufffd", ", ".join(item.value for item in node.value))
    wanted = "text or a list of names" if field.part == "byline" else "text"
    raise StandfirstError(
        f"expected {wanted} for `{field.key}`; put text with brackets or braces in quotation marks", _place(node, name)
    )


def _all_scalar(node: yaml.SequenceNode) -> bool:
    return all(isinstance(item, yaml.ScalarNode) for item in node.value)


def _fragment(field: _Field, text: str, start: int, name: str) -> Fragment | None:
    """Return the text of a field, with its offsets where the file holds the very same characters."""
    value = _scalar(field, name)
    first, last = start + field.node.start_mark.index, start + field.node.end_mark.index
    if isinstance(field.node, yaml.ScalarNode) and field.node.style in {"'", '"'}:
        first, last = first + 1, last - 1
    placed = fold_part(text, first, last)
    folded = unplaced(value)
    if not folded.text:
        return None
    return placed if placed.text == folded.text else folded


def _date(value: str, place: Place) -> date | None:
    if not value:
        return None
    match = _DATE.fullmatch(value)
    try:
        return date(*map(int, match.groups())) if match else _no_date(value, place)
    except ValueError as error:
        raise StandfirstError(f"there is no day {value[:10]}; write the date as YYYY-MM-DD", place) from error


def _no_date(value: str, place: Place) -> date:
    raise StandfirstError(f"expected a date such as 2022-02-04, found `{value[:40]}`; write it as YYYY-MM-DD", place)


def _lang(value: str, place: Place) -> str:
    match = _LANG.fullmatch(value)
    if value and match is None:
        raise StandfirstError(f"expected a language code such as `en`, found `{value[:40]}`", place)
    return match[1].casefold() if match else ""


def fields() -> Mapping[str, str]:
    """Return the names of all fields, with the part of the article each one gives."""
    return dict(_FIELDS)
