"""A fingerprint of what a page says, whoever wrote it down in whatever style."""

import json
import unicodedata
from collections.abc import Mapping
from datetime import date
from hashlib import sha256

from generator.pages.page import Page
from generator.pages.signing import SHA

BESIDE = frozenset({"seed", "review", "corrections", "waivers"})  # what is said about the page; a seed may be renamed


def content_sha(page: Page) -> str:
    """Return 12 hex digits of the SHA-256 of the page's fields, but for those about the page, and of its body.

    Order of keys, quotes, wrapped lines, line ends, Unicode's composed and decomposed letters, white space at line
    ends and fields left empty make no difference; any change of a word or of a list's order does.
    """
    fields = {key: value for key, value in page.meta.items() if key not in BESIDE}
    said = [_canonical(fields), _lines(page.body)]
    return sha256(json.dumps(said).encode()).hexdigest()[:SHA]


def _canonical(value: object) -> object:
    if isinstance(value, str):
        return unicodedata.normalize("NFC", " ".join(value.split()))
    if isinstance(value, Mapping):
        pairs = ([_canonical(str(key)), _canonical(item)] for key, item in value.items())
        return sorted((pair for pair in pairs if not _is_empty(pair[1])), key=json.dumps)
    if isinstance(value, list | tuple):
        return [said for item in value if not _is_empty(said := _canonical(item))]
    if isinstance(value, date):  # and its heir, the point in time
        return value.isoformat()
    return value if isinstance(value, bool | int | float | None) else str(value)


def _is_empty(value: object) -> bool:
    return value is None or value in ("", [], {})


def _lines(body: str) -> str:
    lines = unicodedata.normalize("NFC", body).split("\n")
    return "\n".join(line.rstrip() for line in lines).strip("\n")
