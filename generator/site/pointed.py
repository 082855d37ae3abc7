"""The built text of a briefing in pieces, each key point followed by its mark and its place in the article."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.pages import key_of_html, lines_without_signs
from generator.site.staged import Meta

_TAG = re.compile(r"<(?P<slash>/?)(?P<name>[a-z][a-z0-9-]*)\b[^<>]*?(?P<closed>/?)>", re.IGNORECASE)
_VOID = {"area", "br", "col", "hr", "img", "input", "link", "wbr"}
_HOLDERS = {"p", "li"}  # what has a text of its own
_INLINE = {"a", "abbr", "b", "br", "code", "del", "em", "i", "img", "ins", "kbd", "mark", "s", "small"} | {
    *("span", "strong", "sub", "sup", "u", "wbr")
}


@dataclass(frozen=True, slots=True)
class _Text:
    """Where a paragraph's or an item's own text stands, and from where something may follow it."""

    start: int
    end: int
    behind: int


def pieces(html: str, points: Meta) -> list[Meta]:
    """Return the HTML in pieces: `html`, and what follows it: `mark`, the mark of a key point, or `places`, or `line`.

    `points` is what the page says of its key points; `line` is what is to be said of all, behind the last of them.
    Key points that the HTML does not show as Markdown does are told by `line` alone.
    """
    marks: Sequence[Mapping[str, object]] = points.get("marks") or ()  # type: ignore[assignment]
    by_key = {str(mark["key"]): mark for mark in marks}
    texts, ends = _read(html)
    found = [one for text in texts for one in _found(html, text, by_key)]
    cuts: list[tuple[int, Meta]] = [(at, {"mark": mark}) for at, _, mark in found if mark.get("label")]
    behind = {at: [mark["place"] for _, to, mark in found if to == at and mark.get("place")] for _, at, _ in found}
    cuts += [(at, {"places": places}) for at, places in behind.items() if places]
    if points.get("line"):
        are_all = by_key.keys() == {mark["key"] for _, _, mark in found}
        last = max((at for _, at, _ in found), default=len(html))
        at = next((end for end in ends if end >= last), len(html))
        cuts.append((at, {"line": points["line"] if are_all else points.get("unmarked") or points["line"]}))
    cuts.sort(key=lambda cut: cut[0])
    starts = [0, *(at for at, _ in cuts)]
    made: list[Meta] = [{"html": html[start:at], **more} for start, (at, more) in zip(starts, cuts, strict=False)]
    return [*made, {"html": html[starts[-1] :]}]


def _found(
    html: str, text: _Text, by_key: Mapping[str, Mapping[str, object]]
) -> Iterator[tuple[int, int, Mapping[str, object]]]:
    """Yield the key points in a text: where each ends, from where something may follow, and its mark."""
    written = html[text.start : text.end]
    if mark := by_key.get(key_of_html(written)):
        yield text.end, text.behind, mark
        return
    at = text.start
    for line, signless in zip(written.split("\n"), lines_without_signs(written), strict=False):
        at += len(line)
        if mark := by_key.get(key_of_html(signless)):
            yield at, text.behind, mark
        at += 1


def _read(html: str) -> tuple[list[_Text], list[int]]:
    """Return the texts of paragraphs and items, and where what stands on the top level ends."""
    texts: list[_Text] = []
    ends: list[int] = []
    depth, start, holder = 0, -1, ""
    for tag in _TAG.finditer(html):
        name, is_end = tag["name"].lower(), bool(tag["slash"])
        if name not in _VOID and not tag["closed"]:
            depth += -1 if is_end else 1
        if name not in _INLINE:
            if start >= 0 and html[start : tag.start()].strip():
                end = start + len(html[start : tag.start()].rstrip())
                texts.append(_Text(start, end, tag.end() if holder == "p" else end))
            start, holder = (tag.end(), name) if name in _HOLDERS and not is_end else (-1, "")
        if is_end and depth == 0:
            ends.append(tag.end())
    return texts, ends
