"""Python-Markdown's parsers with bounds, so that neither a line nor a page costs the square of its length."""

import re
from collections.abc import Sequence
from itertools import islice, pairwise
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor, OListProcessor, UListProcessor
from markdown.extensions.tables import TableProcessor
from markdown.inlinepatterns import (
    BACKTICK_RE,
    IMAGE_LINK_RE,
    IMAGE_REFERENCE_RE,
    LINK_RE,
    REFERENCE_RE,
    BacktickInlineProcessor,
    ImageInlineProcessor,
    ImageReferenceInlineProcessor,
    LinkInlineProcessor,
    ReferenceInlineProcessor,
    ShortImageReferenceInlineProcessor,
    ShortReferenceInlineProcessor,
)
from markdown.util import nearing_recursion_limit

DEEPEST = 10  # brackets inside the text of a link
LONGEST = 1_000  # characters of an address with its title, or of code inside a line
WIDEST = 20  # cells that a row is filled up to, where the table's head has more than the row
MOST = 100  # headings, rules and definitions that are looked for in one block of text

# Line ends before a heading or the definition of a link, and behind a rule or the line under a heading.
_CUT = re.compile(
    r"""\n(?=\#|[ ]{0,3}\[[^\[\]\n]*\]:)
      | (?:(?<=\n)|\A)[ ]{0,3}(?:=+|-[- ]*|(?:_[ ]*){3,}|(?:\*[ ]*){3,})(\n)""",
    re.VERBOSE,
)


class _Bounded(LinkInlineProcessor):
    def getText(self, data: str, index: int) -> tuple[str, int, bool]:  # noqa: N802
        """Return what stands between the brackets, as the parent does, unless they are nested too deep."""
        depth = 1
        for end in range(index, len(data)):
            depth += {"[": 1, "]": -1}.get(data[end], 0)
            if depth == 0:
                return data[index:end], end + 1, True
            if depth > DEEPEST:
                break
        return "", index, False

    def getLink(self, data: str, index: int) -> tuple[str, str | None, int, bool]:  # noqa: N802
        """Return address and title, as the parent does, unless they are too long."""
        return super().getLink(data[: index + LONGEST], index)


class _Link(_Bounded):
    pass


class _Image(_Bounded, ImageInlineProcessor):
    pass


class _Reference(_Bounded, ReferenceInlineProcessor):
    pass


class _ImageReference(_Bounded, ImageReferenceInlineProcessor):
    pass


class _ShortReference(_Bounded, ShortReferenceInlineProcessor):
    pass


class _ShortImageReference(_Bounded, ShortImageReferenceInlineProcessor):
    pass


class _Code(BacktickInlineProcessor):
    def find_code_spans(self, start: int, text: str) -> Any:  # noqa: ANN401 -- the types known to mypy are out of date
        """Return where the code stands, as the parent does, unless it is too long."""
        return super().find_code_spans(start, text[: start + LONGEST])


class _OrderedList(OListProcessor):
    def test(self, parent: Element, block: str) -> bool:
        """Whether a list begins, unless it is nested too deep."""
        return super().test(parent, block) and not nearing_recursion_limit()


class _UnorderedList(UListProcessor):
    def test(self, parent: Element, block: str) -> bool:
        """Whether a list begins, unless it is nested too deep."""
        return super().test(parent, block) and not nearing_recursion_limit()


class _Cut(BlockProcessor):
    """Cuts a long block at its headings, of which each would be found by a search through all that follow."""

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002
        """Whether the block has so many that they are to be parted."""
        return sum(1 for _ in islice(_CUT.finditer(block), MOST + 1)) > MOST

    def run(self, parent: Element, blocks: list[str]) -> None:  # noqa: ARG002
        """Put the parts, each with at most MOST, in the block's place."""
        block = blocks[0]
        ends = [found.end() for found in islice(_CUT.finditer(block), MOST - 1, None, MOST)]
        blocks[:1] = [block[start:end].rstrip("\n") for start, end in pairwise([0, *ends, len(block)])]


class _Table(TableProcessor):
    def test(self, parent: Element, block: str) -> bool:
        """Whether a table begins; without a search through the block where its first line has no cells."""
        return "|" in block[: block.find("\n")] and super().test(parent, block)

    def _build_row(self, row: str, parent: Element, align: Sequence[str | None]) -> None:
        """Build a row, as the parent does, but not with hundreds of cells that nobody wrote."""
        written = len(self._split_row(row))  # type: ignore[attr-defined]  # types out of date
        super()._build_row(row, parent, align[: max(WIDEST, written)])  # type: ignore[misc]


def bound(md: Markdown) -> None:
    """Put the bounded parsers in the place of Python-Markdown's own."""
    if "table" in md.parser.blockprocessors:
        config = md.parser.blockprocessors["table"].config  # type: ignore[attr-defined]
        md.parser.blockprocessors.register(_Table(md.parser, config), "table", 75)
    md.parser.blockprocessors.register(_Cut(md.parser), "standfirst_cut", 72)  # tables first, headings after
    md.inlinePatterns.register(_Code(BACKTICK_RE), "backtick", 190)
    md.inlinePatterns.register(_Reference(REFERENCE_RE, md), "reference", 170)
    md.inlinePatterns.register(_Link(LINK_RE, md), "link", 160)
    md.inlinePatterns.register(_Image(IMAGE_LINK_RE, md), "image_link", 150)
    md.inlinePatterns.register(_ImageReference(IMAGE_REFERENCE_RE, md), "image_reference", 140)
    md.inlinePatterns.register(_ShortReference(REFERENCE_RE, md), "short_reference", 130)
    md.inlinePatterns.register(_ShortImageReference(IMAGE_REFERENCE_RE, md), "short_image_ref", 125)
    md.parser.blockprocessors.register(_OrderedList(md.parser), "olist", 40)
    md.parser.blockprocessors.register(_UnorderedList(md.parser), "ulist", 30)
