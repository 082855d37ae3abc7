"""The key points in a page's body: the list that opens it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING
from unicodedata import normalize

from generator.pages.escaping import escape
from generator.pages.oneline import one_line

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

LONGEST = 20_000  # characters of an opening that are parsed; a longer list is that of no briefing

_WRITTEN = re.compile(r"[^ \t\n]")
_BULLET = re.compile(r" {0,3}[-*+](?:[ \t\n]|$)")
_RULE = re.compile(r" {0,3}(?P<sign>[-*])[ \t]*(?:(?P=sign)[ \t]*){2,}$", re.MULTILINE)
_MARKER = re.compile(r"[ \t]*[-*+]")
# What no list goes beyond: a heading, or below a blank line what neither is a bullet nor stands indented.
_LIST_END = re.compile(r"\n(?=\#{1,6}(?:[ \t\n]|\Z)) | \n[ \t]*\n(?=[^ \t\n*+-]|[*+-][^ \t\n])", re.VERBOSE)
_HEADING = re.compile(r"^#{1,6}(?:[ \t\n]|\Z)", re.MULTILINE)
SHOWN = ("text", "text_special", "softbreak")  # what a text without markup is made of
_PARAGRAPH = ["paragraph_open", "inline", "paragraph_close"]


@dataclass(frozen=True, slots=True)
class Points:
    """The key points, and where they stand in the body: `start == end` where there are none.

    An item is the text that Markdown shows, white space folded, NFC; where it holds markup (emphasis, a link,
    code, a second paragraph, ...) it is its Markdown, folded alike.
    """

    items: tuple[str, ...]
    start: int  # of the first line
    end: int  # of the last line, its line end included
    spans: tuple[tuple[int, int], ...] = ()  # of each item in the body, its bullet left off

    @property
    def is_list(self) -> bool:
        """Whether the key points are a list, and not some text that a person put in its place."""
        return bool(self.spans)


def render_points(sentences: Sequence[str]) -> str:
    """Return the Markdown list that shows these sentences as they are, without empty ones."""
    return "".join(f"- {escape(line)}\n" for sentence in sentences if (line := one_line(sentence)))


def points(body: str) -> Points:
    """Return the key points of a body whose line ends are newlines: the bullet list that opens it.

    Bullets of several kinds make one list, as they do on the site. Where the body opens with something else,
    all that stands above the first heading is one key point. So is a list longer than LONGEST.
    """
    written = _WRITTEN.search(body)
    if not written:
        return Points((), 0, 0)
    start = body.rfind("\n", 0, written.start()) + 1
    if _BULLET.match(body, start) and not _RULE.match(body[start : start + LONGEST]):
        return _listed(body, start)
    return _above_heading(body, start)


def _listed(body: str, start: int) -> Points:
    last = _LIST_END.search(body, start)
    end = last.start() + 1 if last else len(body)
    if end - start > LONGEST:
        return _one(body, start, end)
    lines = lines_as_read(body[start:end])
    tokens = blocks("".join(lines))
    count = _lines_of_lists(tokens)
    found = [(item, span) for item, span in _items(lines, tokens, count) if item]
    spans = tuple((start + first, min(start + last, end)) for _, (first, last) in found)
    length = _length("".join(lines[:count]), end - start)
    return Points(tuple(item for item, _ in found), start, start + length, spans)


def _above_heading(body: str, start: int) -> Points:
    lines = lines_as_read(body[start : start + LONGEST])
    tokens = blocks("".join(lines))
    heading = next((i for i, token in enumerate(tokens) if token.type == "heading_open" and not token.level), None)
    if heading is None and len(body) - start > LONGEST:
        below = _HEADING.search(body, start + LONGEST)
        return _one(body, start, below.start() if below else len(body))
    shown = tokens[:heading]
    above = "".join(lines[: _first(tokens[heading])] if heading is not None else lines)
    text = "" if all(token.type == "hr" for token in shown) else _shown(above, shown)
    return Points((text,), start, start + _length(above, len(body) - start)) if text else Points((), 0, 0)


def _one(body: str, start: int, end: int) -> Points:
    return Points((folded(body[start:end]),), start, start + _length(body[start:end], end - start))


def _length(lines: str, most: int) -> int:
    """Return the length of the lines without blank ones at their end."""
    written = len(lines.rstrip(" \t\n"))
    return min(lines.find("\n", written) + 1 or len(lines), most)


def lines_as_read(text: str) -> list[str]:
    """Return the lines with their ends, in characters that Markdown leaves as they are."""
    return [f"{line}\n" for line in text.replace("\r", " ").replace("\0", " ").split("\n")]


@cache
def _markdown() -> "MarkdownIt":
    """Return the parser; link definitions count as text, since nobody may take a word for nothing."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable("table").disable("reference")


def blocks(text: str) -> "list[Token]":
    """Return the blocks of Markdown, their text unread; lines as `lines_as_read` gives them."""
    tokens: list[Token] = []
    _markdown().block.parse(text, _markdown(), {}, tokens)
    return tokens


def inline(markdown: str) -> "list[Token]":
    """Return what a paragraph's Markdown is made of."""
    tokens: list[Token] = []
    _markdown().inline.parse(markdown, _markdown(), {}, tokens)
    return tokens


def _first(token: "Token") -> int:
    return token.map[0] if token.map else -1


def _lines_of_lists(tokens: "list[Token]") -> int:
    """Return how many lines the bullet lists have that open the text, one right below the other."""
    count = 0
    for token in tokens:
        if token.level or token.type == "bullet_list_close":
            continue
        if token.type != "bullet_list_open" or not token.map:
            break
        count = token.map[1]
    return count


def _items(lines: list[str], tokens: "list[Token]", count: int) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield each item's text, and where it stands in the lines without its bullet."""
    places = [0, *accumulate(map(len, lines))]
    inside: list[Token] = []
    first, last = 0, 0
    for token in tokens:
        if token.type == "list_item_open" and token.level == 1 and token.map and token.map[0] < count:
            inside, (first, last) = [], token.map
        elif token.type == "list_item_close" and token.level == 1 and last:
            markdown = "".join(lines[first:last])
            bullet = _MARKER.match(markdown)
            begins = bullet.end() if bullet else 0
            yield _shown(markdown[begins:], inside), (places[first] + begins, places[last])
            last = 0
        else:
            inside.append(token)


def _shown(markdown: str, tokens: "list[Token]") -> str:
    if [token.type for token in tokens] != _PARAGRAPH:
        return folded(markdown)
    parts = inline(tokens[1].content)
    if any(part.type not in SHOWN for part in parts):
        return folded(markdown)
    return folded("".join(part.content or "\n" for part in parts if part.content or part.type == "softbreak"))


def folded(text: str) -> str:
    """Return a text with its white space folded, NFC."""
    return normalize("NFC", one_line(text))
