"""Markdown seeds to the parts of an article."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.reading import front_matter
from generator.reading.assemble import assemble
from generator.reading.block import Block, Kind
from generator.reading.fold import fold, without
from generator.reading.inline import parts
from generator.reading.markup import blocks
from generator.reading.parts import Parts

_LINE_END = re.compile(r"\r\n?|\n")
_CLOSING_HASHES = re.compile(r"[ \t]+#+[ \t]*$")
_FOOTNOTE_MARK = re.compile(r" ?\[\^[\w-]{1,30}\](?!:)")
_FOOTNOTE = re.compile(r"\[\^[\w-]{1,30}\]:")
_CONTAINERS = ("heading", "list_item", "table")


@cache
def _parser() -> MarkdownIt:
    # Indented text is text: newspapers indent paragraphs. Characters written as entities stay tokens of their own.
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable(["code", "text_join"])


def read_markdown(text: str, name: str) -> Parts:
    """Take the text of a `.md` seed apart; its front matter goes before what is found.

    Raises StandfirstError for front matter that cannot be meant.
    """
    known, start = front_matter.split(text, name)
    return assemble(_blocks(text, start), known)


def _blocks(text: str, start: int) -> Iterator[Block]:
    lines = [start, *(match.end() for match in _LINE_END.finditer(text, start)), len(text)]
    within: list[str] = []
    for token in _parser().parse(text[start:]):
        if token.type.removesuffix("_open") in _CONTAINERS:
            within.append(token.tag)
        elif token.type.removesuffix("_close") in _CONTAINERS:
            within.pop()
        elif token.type == "inline":
            yield from _block(token, _kind(within), text, lines)
        elif token.type == "html_block" and token.map:
            yield from blocks(text, lines[token.map[0]], lines[token.map[1]])


def _kind(within: Sequence[str]) -> Kind:
    if "table" in within:
        return Kind.TABLE
    innermost = within[-1] if within else ""
    if innermost.startswith("h"):
        return Kind.TITLE if innermost == "h1" else Kind.HEADING
    return Kind.ITEM if innermost == "li" else Kind.TEXT


def _block(token: Token, kind: Kind, text: str, lines: Sequence[int]) -> Iterator[Block]:
    """Yield the block of a paragraph, heading or cell, and one for each image in it."""
    offsets = _offsets(token, text, lines, is_heading=kind in {Kind.TITLE, Kind.HEADING})
    for part in parts(token):
        fragment = fold("".join(part.characters), [offsets[place] for place in part.places])
        if _FOOTNOTE.match(fragment.text):
            continue
        fragment = without(fragment, _FOOTNOTE_MARK)
        if fragment.text:
            yield Block(fragment, Kind.CAPTION if part.is_image else kind)


def _offsets(token: Token, text: str, lines: Sequence[int], *, is_heading: bool) -> list[int]:
    """Return where in the seed each character of a block's source stands: its lines without markers and indents."""
    first = token.map[0] if token.map else 0
    offsets: list[int] = []
    for number, content in enumerate(token.content.split("\n"), first):
        line = text[lines[number] : lines[number + 1]].rstrip()
        line = _CLOSING_HASHES.sub("", line) if is_heading else line
        visible = content.strip()
        start = lines[number] + max(0, line.rfind(visible))
        indent = len(content) - len(content.lstrip())
        offsets.extend([start] * indent)
        offsets.extend(range(start, start + len(content) - indent + 1))
    return offsets
