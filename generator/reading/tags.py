"""HTML to a stream of tags and visible characters, each with its place, in one pass over the text."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

_TOKEN = re.compile(r"[<&]")
_TAG = re.compile(r"<(?P<closing>/?)(?P<name>[a-zA-Z][\w:-]*)(?:[^>\"']++|\"[^\"]{0,99999}\"|'[^']{0,99999}')*+>")
_TAG_NAME = re.compile(r"<(?P<closing>/?)(?P<name>[a-zA-Z][\w:-]*)")
_ENTITY = re.compile(r"&(?:#\d{1,8}|#[xX][0-9a-fA-F]{1,7}|[a-zA-Z][a-zA-Z0-9]{1,31});?")
_LONGEST_CHARACTER = 2  # code points one entity may stand for
_RAW = frozenset({"script", "style", "template", "iframe", "svg", "math", "object", "noembed", "noframes", "xmp"})


@dataclass(frozen=True, slots=True)
class Tag:
    """An opening or closing tag."""

    name: str
    is_closing: bool


@dataclass(frozen=True, slots=True)
class Characters:
    """Visible text: `text` stands at `start` as it is, or is the one character an entity up to `end` stands for."""

    text: str
    start: int
    end: int
    is_entity: bool = False


class Scanner:
    """Scans `text[start:end]`; linear for any text, which is why it keeps note of quotes that never close."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text = text
        self._at = start
        self._end = end
        self._trusts_quotes = True

    def __iter__(self) -> Iterator[Tag | Characters]:
        while self._at < self._end:
            found = _TOKEN.search(self._text, self._at, self._end)
            start = found.start() if found else self._end
            if start > self._at:
                yield Characters(self._text[self._at : start], self._at, start)
            self._at = start
            if start < self._end:
                yield from self._entity() if self._text[start] == "&" else self._markup()

    def _entity(self) -> Iterator[Characters]:
        start = self._at
        found = _ENTITY.match(self._text, start, self._end)
        character = html.unescape(found[0]) if found else ""
        if found and character != found[0] and len(character) <= _LONGEST_CHARACTER:
            self._at = found.end()
            yield Characters(character, start, found.end(), is_entity=True)
        else:
            self._at = start + 1
            yield Characters("&", start, start + 1)

    def _markup(self) -> Iterator[Tag | Characters]:
        start = self._at
        if self._text.startswith("<!--", start):
            self._at = self._behind("-->", start + len("<!--"))
        elif self._text.startswith(("<!", "<?"), start):
            self._at = self._behind(">", start)
        elif found := _TAG_NAME.match(self._text, start, self._end):
            self._at = self._tag_end(start)
            name = found["name"].lower()
            yield Tag(name, bool(found["closing"]))
            if name in _RAW and not found["closing"]:
                yield from self._skip_raw(name)
        else:
            self._at = start + 1
            yield Characters("<", start, start + 1)

    def _tag_end(self, start: int) -> int:
        found = _TAG.match(self._text, start, self._end) if self._trusts_quotes else None
        if found:
            return found.end()
        self._trusts_quotes = False
        return self._behind(">", start)

    def _skip_raw(self, name: str) -> Iterator[Tag]:
        found = re.compile(rf"</{name}\b", re.IGNORECASE).search(self._text, self._at, self._end)
        self._at = self._behind(">", found.start()) if found else self._end
        yield Tag(name, is_closing=True)

    def _behind(self, sign: str, start: int) -> int:
        found = self._text.find(sign, start, self._end)
        return found + len(sign) if found >= 0 else self._end
