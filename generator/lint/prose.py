"""What a reader sees of a line of Markdown, each character with its place."""

import re
from html import unescape

from generator.model import Fragment

_SIGNS = re.compile(
    r"""\\(?P<escaped>[!-/:-@\[-`{-~])
      | (?P<entity>&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});)
      | (?P<image>!(?=\[))
      | (?P<link>\](?:\([^()\s]{0,2000}(?:[ ]"[^"]{0,500}")?\)|\[[^\[\]]{0,200}\]))
      | (?P<address><https?://[^<>\s]{0,2000}>)
      | (?P<marker>^[ \t>]{0,12}[0-9]{1,3}[.)](?=[ \t]))
      | (?P<mark>\*+|`+|~~|(?<![^\W_])_+|_+(?![^\W_]))
    """,
    re.VERBOSE | re.MULTILINE,
)
_OPEN = re.compile(r"\[")


def seen(text: str, start: int, end: int) -> Fragment:
    """Return the text of `text[start:end]` without Markdown's signs; offsets count characters of `text`."""
    chars: list[str] = []
    offsets: list[int] = []
    links = _links(text, start, end)
    at = start
    for sign in _SIGNS.finditer(text, start, end):
        _keep(text, at, sign.start(), links, chars, offsets)
        shown = sign["escaped"] or (unescape(sign["entity"]) if sign["entity"] else "")
        chars.extend(shown)
        offsets.extend([sign.end() - 1 if sign["escaped"] else sign.start()] * len(shown))
        at = sign.end()
    _keep(text, at, end, links, chars, offsets)
    return Fragment("".join(chars), tuple(offsets))


def _links(text: str, start: int, end: int) -> frozenset[int]:
    """Return where the brackets of links open: each the nearest before the bracket that closes it."""
    opened: list[int] = []
    found = set()
    marks = [(mark.start(), "") for mark in _OPEN.finditer(text, start, end)]
    marks += [(sign.start(), "link") for sign in _SIGNS.finditer(text, start, end) if sign["link"]]
    for at, kind in sorted(marks):
        if not kind:
            opened.append(at)
        elif opened:
            found.add(opened.pop())
    return frozenset(found)


def _keep(  # noqa: PLR0913, PLR0917
    text: str, start: int, end: int, links: frozenset[int], chars: list[str], offsets: list[int]
) -> None:
    for at in range(start, end):
        if at not in links:
            chars.append(text[at])
            offsets.append(at)
