"""Where each character of a YAML scalar's text stands in the file."""

import re

from generator.model import Fragment
from generator.strict_yaml import Leaf

_ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|\r?\n[ \t]*|.)", re.DOTALL)
_HEADER = re.compile(r"[|>][-+0-9]*[ \t]*(?:#.*)?\n")


def placed(leaf: Leaf, lines: str, start: int) -> Fragment:
    """Return a scalar's text with the offset in `lines` of each character; its YAML begins at `start` there.

    Exact for plain, quoted and block scalars, on one line or several. Best effort is one thing only: the line ends that
    YAML folds into a space have the offset of the white space there.
    """
    at = start + leaf.index
    mark = lines[at : at + 1] if not leaf.plain else ""
    if header := mark in ("|", ">") and _HEADER.match(lines, at):
        at = header.end()
    elif mark in ("'", '"'):
        at += 1
    offsets = []
    for char in leaf.text:
        at = _next(lines, at, char, mark)
        offsets.append(min(at, len(lines) - 1))
        at += _width(lines, at, char, mark)
    return Fragment(leaf.text, tuple(offsets))


def _next(lines: str, at: int, char: str, mark: str) -> int:
    """Return where `char` stands, from `at`: behind indents, folded line ends and escaped ones."""
    while mark == '"' and (escape := _ESCAPE.match(lines, at)) and escape.group()[1] in "\r\n":
        at = escape.end()
    if char.isspace():
        return at
    while at < len(lines) and lines[at] in " \t\n" and lines[at] != char:
        at += 1
    return at


def _width(lines: str, at: int, char: str, mark: str) -> int:
    if mark == '"' and (escape := _ESCAPE.match(lines, at)):
        return len(escape.group())
    if mark == "'" and lines.startswith("''", at):
        return 2
    here = lines[at : at + 1]
    if (char == " " and here == "\n") or (char == "\n" and here != "\n"):
        return 0  # a folded line end: what follows skips the white space
    return 1
