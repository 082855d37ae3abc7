"""What an HTML page states about itself; nothing is guessed from its text."""

import datetime as dt
import json
from collections.abc import Iterator
from functools import cache
from typing import Any

import trafilatura

from generator.lists import shipped
from generator.model import Fragment
from generator.reading.dates import leading_iso_date
from generator.reading.fold import unplaced
from generator.reading.names import are_names, words_of
from generator.reading.parts import Parts
from generator.reading.words import listed

_LEAST_DESCRIPTION_WORDS = 4
_MOST_PLAIN_AUTHOR_WORDS = 5
_MOST_STATEMENTS = 10_000


@cache
def _date_names() -> tuple[str, ...]:
    return tuple(shipped("reading/lists/metadata.yml")["dates"])


def metadata(text: str) -> Parts:
    """Return headline, standfirst, byline, source, language and date as a page's metadata state them."""
    tree: Any = trafilatura.load_html(text)
    if tree is None:
        return Parts()
    try:
        stated = trafilatura.extract_metadata(tree, extensive=False)
    except Exception:  # noqa: BLE001 - a page that confuses it has no metadata
        return Parts(date=_date(tree), lang=_lang(tree))
    return Parts(
        headline=_text(stated.title),
        standfirst=_description(stated.description, stated.title),
        byline=_author(stated.author or ""),
        source=stated.sitename or "",
        lang=_lang(tree),
        date=_date(tree),
    )


def _author(stated: str) -> str:
    """Return the authors unless what is stated is more than names: a page's box about its author."""
    names = stated.replace("; ", ", ")
    words = words_of(names)
    return names if len(words) <= _MOST_PLAIN_AUTHOR_WORDS or are_names(words, listed("byline_words")) else ""


def _text(text: str | None) -> Fragment | None:
    fragment = unplaced(text or "")
    return fragment if fragment.text else None


def _description(description: str | None, title: str | None) -> Fragment | None:
    """Return the description unless it is cut off, a slogan of a few words, or the title again."""
    fragment = _text(description)
    if fragment is None or fragment.text == title or fragment.text.endswith(("…", "...")):
        return None
    return fragment if len(fragment.text.split()) >= _LEAST_DESCRIPTION_WORDS else None


def _lang(tree: Any) -> str:  # noqa: ANN401 - lxml has no types
    stated = str(next(iter(tree.xpath("/html/@lang | /html/@xml:lang")), "")).strip()
    code = stated.replace("_", "-").split("-")[0].casefold()
    return code if code.isascii() and code.isalpha() and len(code) in {2, 3} else ""


def _date(tree: Any) -> dt.date | None:  # noqa: ANN401
    """Return the day of publication from meta tags, JSON-LD or a marked-up `time`, in this order."""
    stated: dict[str, str] = {}
    for tag in tree.xpath("//meta[@content]"):
        for name in ("property", "name", "itemprop"):
            stated.setdefault(str(tag.get(name, "")).casefold(), str(tag.get("content")))
    values = [stated.get(name, "") for name in _date_names()]
    values += [
        str(value)
        for script in tree.xpath("//script[contains(@type, 'ld+json')]/text()")
        for value in _published(script)
    ]
    values += [str(value) for value in tree.xpath("//time[contains(@itemprop, 'datePublished') or @pubdate]/@datetime")]
    return next(filter(None, (leading_iso_date(value.strip()) for value in values)), None)


def _published(script: str) -> Iterator[str]:
    """Yield every `datePublished` in JSON-LD."""
    try:
        waiting = [json.loads(script)]
    except (ValueError, RecursionError):
        return
    for _ in range(_MOST_STATEMENTS):
        if not waiting:
            return
        statement = waiting.pop(0)
        if isinstance(statement, dict):
            if isinstance(value := statement.get("datePublished"), str):
                yield value
            waiting.extend(statement.values())
        elif isinstance(statement, list):
            waiting.extend(statement)
