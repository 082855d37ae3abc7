"""A text as the program reads it from a file."""

import tempfile
from functools import cache
from pathlib import Path

from generator.language import Parse, parse
from generator.model import Article
from generator.reading import read

_NAME = "case.txt"
_LARGEST = 2_000_000  # bytes


def as_read(text: str, lang: str = "en") -> Article | None:
    """Return the article in a text, None where there is none."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / _NAME
        path.write_text(text, encoding="utf-8")
        return read(path, _NAME, most_bytes=_LARGEST, lang=lang)


@cache
def parsed(text: str, lang: str = "en") -> tuple[Article, Parse]:
    """Return the article in a text with its parse, read but once."""
    article = as_read(text, lang)
    assert article is not None
    return next(iter(parse([article])))
