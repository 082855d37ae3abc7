"""Text as templates may print it: HTML-safe, without what could reorder or cover its neighbours."""

import html
import re
from urllib.parse import quote

from generator.pages.fields import SUFFIXES

# Control characters, lone surrogates and the signs that turn the direction of all that follows.
_UNSEEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
# More marks on one letter than any script writes (four in pointed Hebrew): they would paint over the lines around.
_MARK = (
    r"[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0e31-\u0e3a\u0e47-\u0e4e"
    r"\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
)
_STACKED = re.compile(f"({_MARK}{{4}}){_MARK}+")
_NAMES = re.compile(r"(?:(?<=/)|^)(?:index|README)$")


def safe(text: str) -> str:
    """Return the text on one line, its signs as HTML entities."""
    return html.escape(" ".join(_STACKED.sub(r"\1", _UNSEEN.sub("", text)).split()))


def body_text(markdown: str) -> str:
    """Return a page's body without control characters and heaps of marks; the extension sees to its Markdown."""
    return _STACKED.sub(r"\1", _CONTROL.sub("", markdown)).strip("\n")


def url(path: str) -> str:
    """Return the address, relative to the site's root, that MkDocs gives the page at `path`."""
    return quote(built(path).removesuffix("index.html"))


def built(path: str) -> str:
    """Return the path below site/ where MkDocs puts the page or other file at `path` below docs/."""
    stem = next((path.removesuffix(suffix) for suffix in SUFFIXES if path.endswith(suffix)), None)
    if stem is None:
        return path
    folder = _NAMES.sub("", stem)
    return f"{folder}index.html" if folder.endswith("/") or not folder else f"{folder}/index.html"
