"""Python-Markdown without raw HTML, and with links that stay harmless."""

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, STX

from generator.pages import without_comments
from generator.site.bounded import bound
from generator.site.links import is_safe_link, is_safe_picture

ADDRESSES = ("href", "src", "action", "formaction", "data", "poster", "srcset", "background", "xlink:href")

_FENCE_ATTRIBUTES = re.compile(r"^([ ]*(?:`{3,}|~{3,})[^{`]*)\{.*$")
_HIDDEN = f"{STX}lt{ETX}"  # cannot stand in a page: Markdown takes these control characters out


class SafeMarkdown(Extension):
    """Shows raw HTML as text, links and pictures that could do harm as plain text, and no comments."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Take what makes raw HTML out of the parser; check what any other extension made, last of all."""
        bound(md)
        md.preprocessors.deregister("html_block", strict=False)
        md.inlinePatterns.deregister("html", strict=False)
        md.preprocessors.register(_PlainFences(), "standfirst_fences", 26)
        md.preprocessors.register(_NoComments(), "standfirst_comments", 24)
        md.preprocessors.register(_Replace("<", _HIDDEN), "standfirst_hide", 22)
        md.preprocessors.register(_Replace(_HIDDEN, "<"), "standfirst_show", 20)
        md.treeprocessors.register(_Harmless(md), "standfirst", -100)


class _Replace(Preprocessor):
    """Keeps `<` from MkDocs, which looks for anchors in raw HTML (at 21): it is slow and fails on `<![`."""

    def __init__(self, old: str, new: str) -> None:
        super().__init__()
        self.old, self.new = old, new

    def run(self, lines: list[str]) -> list[str]:
        return [line.replace(self.old, self.new) for line in lines]


class _NoComments(Preprocessor):
    """Takes out the desk's comments, behind fenced code (at 25), in which they are text."""

    def run(self, lines: list[str]) -> list[str]:
        return without_comments("\n".join(lines)).split("\n")


class _PlainFences(Preprocessor):
    """Takes ids and classes off fenced code (at 25), which Material's scripts would act on."""

    def run(self, lines: list[str]) -> list[str]:
        return [_FENCE_ATTRIBUTES.sub(r"\1", line) for line in lines]


class _Harmless(Treeprocessor):
    def run(self, root: Element) -> None:
        for element in root.iter():
            _check(element)


def _check(element: Element) -> None:
    for name in [name for name in element.attrib if name.lower().startswith("on")]:
        del element.attrib[name]
    for name in ADDRESSES:
        address = element.get(name)
        allowed = is_safe_link if (element.tag, name) == ("a", "href") else is_safe_picture
        if address is not None and not allowed(address):
            _make_plain(element)


def _make_plain(element: Element) -> None:
    alternative = element.get("alt")
    element.tag = "span"
    element.attrib.clear()
    if alternative:
        element.text = alternative
