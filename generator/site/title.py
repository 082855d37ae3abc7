"""The title of a page: what it says, else its first heading, else its file name."""

import re
from pathlib import PurePosixPath

from generator.pages import Page

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r"#{1,6}(?P<text>.*)")
_UNDERLINE = re.compile(r"(?:=+|-+) *")
_ADDRESS = re.compile(r"\]\([^)]{0,1000}\)")
_MARKS = re.compile(r"[*_`\[\]\\]")


def title_of(page: Page) -> str:
    """Return the page's title on one line; not HTML-safe yet."""
    return page.line("title") or _heading(page.body) or _named(PurePosixPath(page.path))


def _heading(body: str) -> str:
    fence = above = ""
    for line in body.split("\n"):
        mark = _FENCE.match(line)
        if fence:
            fence = "" if mark and mark[1].startswith(fence) else fence
        elif mark:
            fence = mark[1]
        elif heading := _HEADING.match(line):
            if text := _plain(heading["text"].strip("# \t")):
                return text
        elif _UNDERLINE.fullmatch(line) and (text := _plain(above)):
            return text
        above = "" if mark or fence else line
    return ""


def _plain(markdown: str) -> str:
    return " ".join(_MARKS.sub("", _ADDRESS.sub("", markdown)).split())


def _named(path: PurePosixPath) -> str:
    stem = path.parent.name if path.stem in {"index", "README"} else path.stem
    words = " ".join(stem.replace("-", " ").replace("_", " ").split())
    return words[:1].upper() + words[1:] or "Home"
