"""The visible characters of a Markdown block, with their places in its source."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from markdown_it.helpers import parseLinkDestination, parseLinkTitle
from markdown_it.token import Token

from generator.reading.fold import entity_offset

_BREAK = re.compile(r"[ \t]*\\?\n[ \t]*")
_SPACE = re.compile(r"[ \t\n]*")
_FOOTNOTE = re.compile(r"\^[\w-]{1,30}")  # the text of a link where a footnote is but an address
_HIDDEN = re.compile(r"<(/?)(script|style|template|noscript|iframe)\b", re.IGNORECASE)


@dataclass(slots=True)
class Part:
    """Visible text of a block: its characters, each with its place in the block's source."""

    is_image: bool = False
    characters: list[str] = field(default_factory=list)
    places: list[int] = field(default_factory=list)

    def add(self, text: str, first: int) -> None:
        """Append text whose characters stand at `first` and on."""
        self.characters.append(text)
        self.places.extend(range(first, first + len(text)))

    def add_entity(self, text: str, start: int, end: int) -> None:
        """Append a character that is written as the several from `start` to `end`."""
        opens_word = not self.characters or self.characters[-1][-1:].isspace()
        self.characters.append(text)
        self.places.extend([entity_offset(start, end, opens_word=opens_word)] * len(text))


def parts(token: Token) -> Iterator[Part]:
    """Yield the text of an inline token, and the description of each image in it as a part of its own."""
    text = Part()
    hidden = 0
    before = ""
    for child, start, end in _placed(token):
        if before == "link_open" and _FOOTNOTE.fullmatch(child.content):
            continue
        before = child.type
        if child.type == "image":
            image = Part(is_image=True)
            image.add(child.content, start + 2)
            yield image
        elif child.type == "html_inline":
            if hides := _HIDDEN.match(child.content):
                hidden = max(0, hidden + (-1 if hides[1] else 1))
            if child.content.lower().startswith("<br"):
                text.add("\n", start)
        elif not hidden:
            _add(text, child, start, end)
    yield text


def _add(text: Part, child: Token, start: int, end: int) -> None:
    if child.type in {"softbreak", "hardbreak"}:
        text.add("\n", start)
    elif child.type == "text_special" and child.content != child.markup:
        text.add_entity(child.content, start, end)
    elif child.type == "code_inline":
        width = len(child.markup)
        inner = end - start - 2 * width
        text.add(child.content, start + width + (inner - len(child.content)) // 2)
    elif child.type in {"text", "text_special"}:
        text.add(child.content, start)


def _placed(token: Token) -> Iterator[tuple[Token, int, int]]:
    """Yield the children with their start and end in the source."""
    source = token.content
    at = 0
    links: list[str] = []
    for child in token.children or ():
        if child.type == "link_open":
            links.append(child.markup)
        end = _end(child, source, at, links)
        yield child, at, end
        at = end


def _end(child: Token, source: str, at: int, links: list[str]) -> int:  # noqa: PLR0911 -- one for each kind
    match child.type:
        case "text":
            return at + len(child.content)
        case "softbreak" | "hardbreak":
            found = _BREAK.match(source, at)
            return found.end() if found else at
        case "code_inline":
            return source.index(child.markup, at + len(child.markup) + len(child.content)) + len(child.markup)
        case "html_inline":
            return at + len(child.content)
        case "image":
            return _behind_target(source, at + len("![") + len(child.content) + 1)
        case "link_close":
            return at + 1 if links.pop() == "autolink" else _behind_target(source, at + 1)
        case "link_open":
            return at + 1
        case _:
            return at + len(child.markup)


def _behind_target(source: str, at: int) -> int:
    """Return where a link's or image's target ends: `at` stands behind the closing bracket of its text."""
    if source[at : at + 1] == "(" and (end := _behind_destination(source, at + 1)):
        return end
    if source[at : at + 1] == "[":
        return source.find("]", at) + 1
    return at


def _behind_destination(source: str, at: int) -> int:
    """Return where `(address "title")` ends, or 0 if that is not what stands there."""
    last = len(source)
    at = _behind_space(source, at)
    destination = parseLinkDestination(source, at, last)
    if destination.ok:
        at = _behind_space(source, destination.pos)
    title = parseLinkTitle(source, at, last)
    if at < last and title.ok:
        at = _behind_space(source, title.pos)
    return at + 1 if source[at : at + 1] == ")" else 0


def _behind_space(source: str, at: int) -> int:
    found = _SPACE.match(source, at)
    return found.end() if found else at
