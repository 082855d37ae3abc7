"""A composed page as the site builder reads it: front matter on one line of JSON, then Markdown."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.pages import Page
from generator.site.safe import body_text, safe

Meta = dict[str, object]

HIDEABLE = ("navigation", "toc", "path", "footer", "feedback", "tags")  # what Material's `hide` knows
# JSON is YAML 1.1 but for these, which YAML would fold or refuse.
_ODD = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A composed page but for what a person wrote; all texts are HTML-safe."""

    path: str  # below build/docs/
    title: str
    description: str
    standfirst: Meta  # what our templates read
    template: str = ""
    tags: tuple[str, ...] = field(default=())  # found by search besides the body
    lede: str = ""  # Markdown, the first paragraph of the staged body, for search to find; our templates set it apart
    boost: float = 1  # of its place among the results of a search
    body: str = ""  # Markdown for search to find; our templates show a body only where a person wrote it


def staged(sheet: Sheet, page: Page | None) -> bytes:
    """Return the file's bytes: the sheet with the title, description and body of the hand-written page, if any."""
    meta: Meta = {"title": sheet.title, "description": sheet.description}
    if sheet.template:
        meta |= {"template": sheet.template, "hide": ["toc"]}
    if sheet.tags:
        meta["tags"] = list(sheet.tags)
    if sheet.boost != 1:
        meta["search"] = {"boost": sheet.boost}
    if page:
        meta |= _by_hand(page)
    meta["standfirst"] = sheet.standfirst | {"derived": page is None}
    body = body_text(page.body) if page else sheet.body
    return _file(meta, f"{sheet.lede}\n\n{body}" if sheet.lede else body)


def _by_hand(page: Page) -> Meta:
    """Return the fields of a hand-written page that may reach the site builder; `template` and the like may not."""
    meta: Meta = {key: text for key in ("title", "description") if (text := safe(page.line(key)))}
    hide, search = page.meta.get("hide"), page.meta.get("search")
    if isinstance(hide, list):
        meta["hide"] = [part for part in HIDEABLE if part in hide]
    if isinstance(search, Mapping):
        meta["search"] = {key: search[key] for key in ("exclude", "boost") if key in search}
    return meta


def _file(meta: Meta, body: str) -> bytes:
    line = _ODD.sub(lambda match: f"\\u{ord(match.group()):04x}", json.dumps(meta, ensure_ascii=False))
    text = f"---\n{line}\n---\n\n{body}\n" if body else f"---\n{line}\n---\n"
    return text.encode()
