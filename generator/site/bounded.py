"""Python-Markdown's inline and list parsers with bounds, so that no line costs the square of its length."""

from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import OListProcessor, UListProcessor
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


def bound(md: Markdown) -> None:
    """Put the bounded parsers in the place of Python-Markdown's own."""
    md.inlinePatterns.register(_Code(BACKTICK_RE), "backtick", 190)
    md.inlinePatterns.register(_Reference(REFERENCE_RE, md), "reference", 170)
    md.inlinePatterns.register(_Link(LINK_RE, md), "link", 160)
    md.inlinePatterns.register(_Image(IMAGE_LINK_RE, md), "image_link", 150)
    md.inlinePatterns.register(_ImageReference(IMAGE_REFERENCE_RE, md), "image_reference", 140)
    md.inlinePatterns.register(_ShortReference(REFERENCE_RE, md), "short_reference", 130)
    md.inlinePatterns.register(_ShortImageReference(IMAGE_REFERENCE_RE, md), "short_image_ref", 125)
    md.parser.blockprocessors.register(_OrderedList(md.parser), "olist", 40)
    md.parser.blockprocessors.register(_UnorderedList(md.parser), "ulist", 30)
