"""A seed file to an article."""

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from importlib import import_module
from pathlib import Path, PurePosixPath

from generator.errors import Place, StandfirstError
from generator.language import AUTO, detect
from generator.model import Article
from generator.reading.dates import leading_iso_date
from generator.reading.decode import decode
from generator.reading.parts import Parts
from generator.reading.seeds import SUFFIXES, read_bytes

# Imported on use: markdown-it and trafilatura cost up to 0.6 s.
_READERS: Mapping[str, str] = {
    ".txt": "plain:read_plain",
    ".md": "markdown:read_markdown",
    ".html": "html:read_html",
    ".htm": "html:read_html",
}
_VISIBLE = re.compile(r"[^\W_]")
_DATED_NAME = re.compile(r"\d{4}-\d{2}-\d{2}-")


def read(path: Path, name: str, *, most_bytes: int, lang: str) -> Article | None:
    """Return the article in a seed, or None if the seed has no words in it.

    `lang` is the language of a seed that does not say, or "auto" to detect it. Raises StandfirstError, naming the
    seed, for another encoding, broken front matter or another suffix.
    """
    reader = _reader(name)
    content = read_bytes(path, most_bytes, name)
    text = decode(content, name)
    if not _VISIBLE.search(text):
        return None
    parts = _dated(reader(text, name), name)
    if parts.headline is None and not parts.paragraphs:
        return None
    sha256 = hashlib.sha256(content).hexdigest()
    return _article(name, sha256, text, replace(parts, lang=parts.lang or _lang(parts, lang)))


def _lang(parts: Parts, lang: str) -> str:
    if lang != AUTO:
        return lang
    return detect("\n".join(part.text for part in (parts.headline, parts.standfirst, *parts.paragraphs) if part))


def _reader(name: str) -> Callable[[str, str], Parts]:
    suffix = PurePosixPath(name).suffix.casefold()
    if suffix not in _READERS:
        known = ", ".join(sorted(SUFFIXES))
        raise StandfirstError(f"a seed's name ends in one of {known}; rename or move this file", Place(name))
    module, function = _READERS[suffix].split(":")
    found: Callable[[str, str], Parts] = getattr(import_module(f"generator.reading.{module}"), function)
    return found


def _dated(parts: Parts, name: str) -> Parts:
    """Return the parts with the date of a `YYYY-MM-DD-` file name, unless the seed's own metadata gave one."""
    file = PurePosixPath(name).name
    by_name = leading_iso_date(file) if _DATED_NAME.match(file) else None
    return replace(parts, date=parts.date or by_name or parts.found_date)


def _article(name: str, sha256: str, text: str, parts: Parts) -> Article:
    return Article(
        seed=name,
        sha256=sha256,
        text=text,
        headline=parts.headline,
        standfirst=parts.standfirst,
        paragraphs=parts.paragraphs,
        caption=parts.caption,
        credit=parts.credit,
        byline=parts.byline,
        agency=parts.agency,
        dateline=parts.dateline,
        source=parts.source,
        lang=parts.lang,
        date=parts.date,
    )
