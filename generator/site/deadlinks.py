"""Links of a page that lead nowhere in the site."""

import posixpath
from collections.abc import Collection, Iterator
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from generator.pages import Page
from generator.pages.fields import SUFFIXES

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token


def dead_links(page: Page, files: Collection[str]) -> Iterator[tuple[int, str]]:
    """Yield line, counted from 1 in the page's file, and address of each link to a file that is not there.

    `files` are the paths below docs/ of all pages and other files, those that are made for the site included. As
    MkDocs does, this follows relative addresses of files, not of folders.
    """
    if "](" not in page.body and "]:" not in page.body:
        return
    above = _lines(page.text) - page.body.count("\n")
    for block in _markdown().parse(page.body):
        for address in _addresses(block):
            if _is_dead(address, page.path, files):
                yield above + 1 + _line(block, page.body, address), address


def _lines(text: str) -> int:
    return text.replace("\r\n", "\n").replace("\r", "\n").count("\n")


@cache
def _markdown() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False})


def _addresses(block: "Token") -> Iterator[str]:
    for token in block.children or ():
        if address := token.attrs.get("href") or token.attrs.get("src"):
            yield str(address)


def _is_dead(address: str, path: str, files: Collection[str]) -> bool:
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
        return False
    wanted = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path)))
    is_file = wanted.endswith(SUFFIXES) or bool(posixpath.splitext(wanted)[1])
    return is_file and not parts.path.endswith("/") and wanted not in files


def _line(block: "Token", body: str, address: str) -> int:
    """Return the line of the body that holds the address, else the first of its paragraph."""
    first, last = block.map or [0, 0]
    lines = body.split("\n")[first:last]
    return first + next((number for number, line in enumerate(lines) if address in line or unquote(address) in line), 0)
