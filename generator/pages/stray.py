"""Front matter that stands where a site builder takes it for text."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from generator.pages.fields import WRITTEN

_UNSEEN = r"[\s\u00ad\u200b-\u200f\u2060\ufeff]*"
_KNOWN = f"(?:{'|'.join(WRITTEN)})"
# Also as a phone or TOML writes it.
_RULE = re.compile(rf"{_UNSEEN}(?:-{{3,}}|-*[\u2012-\u2015][-\u2012-\u2015]*|\+{{3}}){_UNSEEN}(?:#.*)?")
_FIELD = re.compile(
    rf"{_UNSEEN}(?:(?P<quote>[\"']?)[A-Za-z][\w-]*(?P=quote)[ \t]*:(?:\s.*)?|[A-Za-z]\w*[ \t]*=[ \t].*)"
)
_KNOWN_FIELD = re.compile(rf"{_UNSEEN}(?P<quote>[\"']?){_KNOWN}(?P=quote)[ \t]*:(?:\s.*)?")
_YAML = re.compile(r"[ \t#-].*|(?P<quote>[\"']?)[\w-]+(?P=quote)[ \t]*:(?:\s.*)?")
_CODE = re.compile(r"\s*(`{3,}|~{3,})")
_INDENTED = (" " * 4, "\t")  # an example too


def stray(text: str) -> int | None:
    """Return the line, counted from 0, of front matter inside a page's text, None for a page without.

    It is known by a field below a rule or by two lines of fields at the text's start, or by known fields right
    above a rule. What stands in a block of code is an example.
    """
    lines = list(enumerate(text.split("\n")))
    return next(chain(_at_start(lines), _inside(lines)), None)


def _at_start(lines: Iterable[tuple[int, str]]) -> Iterator[int]:
    written = ((number, line) for number, line in lines if line.strip())
    number, first = next(written, (0, ""))
    if first.startswith(_INDENTED):
        return
    below, second = next(written, (0, ""))
    if _KNOWN_FIELD.fullmatch(first) and below == number + 1 and _YAML.fullmatch(second):
        yield number
    elif _RULE.fullmatch(first):
        while second.lstrip().startswith("#"):
            below, second = next(written, (0, ""))
        if _KNOWN_FIELD.fullmatch(second) or (below == number + 1 and _FIELD.fullmatch(second)):
            yield number


def _inside(lines: Iterable[tuple[int, str]]) -> Iterator[int]:
    """Yield where runs of fields begin that a rule ends; further down one line alone is a heading so underlined."""
    start: int | None = None
    is_first = True
    for number, line in _outside_code(lines):
        if start is not None and _RULE.fullmatch(line) and (is_first or number - start > 1):
            yield start
        if start is None and _KNOWN_FIELD.fullmatch(line) and not line.startswith(_INDENTED):
            start = number
        elif start is not None and not _YAML.fullmatch(line):
            start, is_first = None, False
        elif start is None and line.strip():
            is_first = False


def _outside_code(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    fence = ""
    for number, line in lines:
        mark = _CODE.match(line)
        if not fence and mark:
            fence = mark[1]
        elif fence and line.strip().startswith(fence) and not line.strip().strip(fence[0]):
            fence = ""
        elif not fence:
            yield number, line
