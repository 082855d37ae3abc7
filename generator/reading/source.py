"""Source lines: where the text was taken from."""

import re
from functools import cache

from generator.reading.names import are_names
from generator.reading.words import listed, longest_first

_MOST_CHARACTERS = 120
_MOST_WORDS = 8
_MOST_UNMARKED_WORDS = 4
_SITE = re.compile(
    r"[\"'(\[]?(?:site[-_ ]?\d+|https?://\S+|www\.\S+|[\w-]+(?:\.[\w-]+)+(?:/\S*)?)[\"')\].]*", re.IGNORECASE
)
_TRAILING = re.compile(
    r"[.!?…\"”\u2019»)\]]\s*(?P<line>[(\[]?(?:source|quelle)\s*:?\s*site[-_ ]?\d+[)\].]*)$", re.IGNORECASE
)


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(
        rf"[(\[\u2013—-]{{0,2}}\s*(?:{longest_first('sources')})(?P<colon>\s*[:=]|\s+[-\u2013—])?(?:\s+|(?<=[:=]))",
        re.IGNORECASE,
    )


def source(text: str) -> str:
    """Return what a block such as "source site-111" or "Source: Reuters" names, or the empty string."""
    if len(text) > _MOST_CHARACTERS:
        return ""
    opening = _opening().match(text)
    if opening is None:
        return ""
    name = text[opening.end() :].strip(" .)]")
    if _SITE.fullmatch(name):
        return name
    words = name.split()
    named = are_names(words, listed("byline_words")) and len(words) <= _MOST_UNMARKED_WORDS
    return name if words and (len(words) <= _MOST_WORDS if opening["colon"] else named) else ""


def is_site(name: str) -> bool:
    """Return whether a source is the name or address of a site, which no sentence would give so."""
    return _SITE.fullmatch(name) is not None


def trailing_source(text: str) -> tuple[int, str]:
    """Return where a source line behind the last sentence starts, and its name; (len(text), "") without one."""
    base = max(0, len(text) - _MOST_CHARACTERS)
    match = _TRAILING.search(text, base)
    return (match.start("line"), source(match["line"])) if match else (len(text), "")
