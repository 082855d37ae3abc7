"""The texts that a page shows as its key points, in whatever shape a person gave them."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING

from generator.pages.comments import without_comments
from generator.pages.points import LONGEST, SHOWN, blocks, folded, inline, lines_as_read

if TYPE_CHECKING:
    from markdown_it.token import Token

_LISTS = {"bullet_list_open", "ordered_list_open"}
_ABOVE = {"heading_open", "hr"}  # what may stand above the points
_AS_WRITTEN = {"fence", "code_block", "html_block"}
_SIGN = re.compile(r"\s*(?:[-*+•·‣▪◦●–—→➔➤✓]|\d{1,3}[.):]|[A-Za-z]\))\s+")  # before a point that is no item to Markdown
_PLAIN = {"softbreak": "\n", "hardbreak": "\n", "html_inline": "", "image": ""}  # what is no text, by kind
# What is made of words alone: emphasis and links leave a text word for word.
_WITH_WORDS = {*SHOWN, "hardbreak", "code_inline"} | {
    f"{kind}_{side}" for kind in ("em", "strong", "s", "link") for side in ("open", "close")
}
_LETTERS = re.compile(r"[^\W_]+")
_TAG = re.compile(r"<[^<>]*>")


@dataclass(frozen=True, slots=True)
class Shown:
    """The text of a paragraph, of a list's item, or of a line that a sign sets apart.

    `text` is what Markdown shows, white space folded, NFC; where that is more than words it is its Markdown, alike.
    `key` is what of it stands in the built page too, however that is spelt there.
    """

    text: str
    key: str


@dataclass(frozen=True, slots=True)
class _Element:
    kind: str  # the first token's type
    texts: tuple[Shown, ...]


def shown(body: str, is_known: Callable[[str], bool]) -> tuple[Shown, ...]:
    """Return the key points of a body as a reader sees them, `is_known` telling what the machine says or once said.

    That is the lists that open it and all that stands from there to the last text that is known; where something
    else opens it, all texts above the next heading; headings that open the body aside. Of what stands below a heading:
    the lists that hold something known, and paragraphs that are known.
    """
    elements = list(_elements(blocks("".join(lines_as_read(without_comments(body[:LONGEST]))))))
    start = next((i for i, one in enumerate(elements) if one.kind not in _ABOVE), len(elements))
    rest = range(start, len(elements))
    heading = next((i for i in rest if elements[i].kind == "heading_open"), len(elements))
    end = heading
    if start < heading and elements[start].kind in _LISTS:
        behind = next((i for i in rest if elements[i].kind not in _LISTS), len(elements))
        end = max([behind, *(i + 1 for i in range(start, heading) if _known(elements[i], is_known))])
    below = (text for one in elements[heading:] for text in _known(one, is_known))
    return (*(text for one in elements[start:end] for text in one.texts), *below)


def key(text: str) -> str:
    """Return what of a text stands in Markdown and in the page that is built from it: its letters and digits."""
    return " ".join(_LETTERS.findall(text.casefold()))


def key_of_html(html: str) -> str:
    """Return the key of what a piece of HTML shows."""
    return key(unescape(_TAG.sub("", html)))


def lines_without_signs(text: str) -> Sequence[str]:
    """Return the lines of a text without their signs where one has any, else the whole text as one."""
    lines = text.split("\n")
    return [_SIGN.sub("", line, count=1) for line in lines] if any(map(_SIGN.match, lines)) else (text,)


def _known(element: _Element, is_known: Callable[[str], bool]) -> Sequence[Shown]:
    known = [one for one in element.texts if is_known(one.text)]
    return element.texts if known and element.kind in _LISTS else known


def _elements(tokens: "Sequence[Token]") -> Iterator[_Element]:
    """Yield what stands on the top level, with the texts in it."""
    kind, texts, is_paragraph, lists = "", list[Shown](), False, 0
    for token in tokens:
        if not token.level and token.nesting >= 0:
            kind, texts = token.type, []
        if token.type in _AS_WRITTEN:
            texts.append(Shown(folded(token.content), key(token.content)))
        elif is_paragraph:  # this is its text
            texts += _texts(token.content, is_item=lists > 0)
        is_paragraph = token.type == "paragraph_open"
        lists += token.nesting if token.type.endswith("_list_open") or token.type.endswith("_list_close") else 0
        if not token.level and token.nesting <= 0:
            yield _Element(kind, tuple(texts))


def _texts(markdown: str, *, is_item: bool) -> Iterator[Shown]:
    parts = inline(markdown)
    plain = "".join(_PLAIN.get(part.type, part.content) for part in parts)
    if any(part.type not in _WITH_WORDS for part in parts):
        yield Shown(folded(markdown), key(plain))
        return
    for line in (plain,) if is_item else lines_without_signs(plain):
        if text := folded(line):
            yield Shown(text, key(text))
