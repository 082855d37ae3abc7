"""What a page says in the fields that the program writes, as values that can be compared."""

import json
import unicodedata
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from generator.pages.fields import NAMES
from generator.pages.oneline import one_line
from generator.pages.page import Page
from generator.pages.points import points

SCALARS = ("title", "description", "date", "source", "agency", "lang", "summary")
FIELDS = (*SCALARS, *NAMES)
MARKDOWN = "markdown"  # of the key points as they stand in a page; no field of its own

Value = str | tuple[str, ...]
Values = Mapping[str, Value]  # by field: "" or () where a page says nothing; the date as in 2026-11-24


def said(record: Mapping[str, Any]) -> Values:
    """Return what the machine says: the values of a briefing in the shape of `show --json`."""
    texts = {key: one_line(record[key] or "") for key in SCALARS if key != "summary"}
    names = {
        "actors": [actor["name"] for actor in record["actors"]],
        "topics": [tag["label"] for tag in record["topics"]],
    }
    lists = {key: tuple(line for name in found if (line := one_line(name))) for key, found in names.items()}
    return {**texts, "summary": tuple(line for text in record["summary"] if (line := one_line(text))), **lists}


def read_values(page: Page) -> Values:
    """Return what a page says."""
    day, found = page.date(), points(page.body)
    texts: dict[str, Value] = {key: page.line(key) for key in SCALARS if key not in {"date", "summary"}}
    texts |= {"date": day.isoformat() if day else "", "summary": found.items}
    return {**texts, **{key: page.names(key) for key in NAMES}, MARKDOWN: page.body[found.start : found.end]}


def normal(value: Value) -> Value:
    """Return the value as it is compared: composed characters (NFC), white space folded."""
    if isinstance(value, str):
        return unicodedata.normalize("NFC", " ".join(value.split()))
    return tuple(unicodedata.normalize("NFC", " ".join(item.split())) for item in value)


def digest(value: Value) -> str:
    """Return what a value is known by in a state: twelve hexadecimal digits of its SHA-256."""
    return sha256(json.dumps(normal(value), ensure_ascii=False).encode(errors="replace")).hexdigest()[:12]
