"""Agencies and media in an article that no model reads, by their names and the words of its language beside them."""

import re
from collections.abc import Iterator
from functools import cache

from generator.language import UNSPACED
from generator.lists import shipped
from generator.registry import Entry, Match, Registry

_NEAR = 70  # characters before a source, and behind it
_ENDINGS = r"(?:а|у|ом|е|и|ы|ой)?"  # "Интерфаксом"
_LATIN = re.compile(r"[^\W\d_]", re.ASCII)


def native_sources(text: str, lang: str, registry: Registry) -> Iterator[Match[Entry]]:
    """Yield the agencies that a text names in its own script or form: "ТАСС", "Deutschen Presse-Agentur"."""
    pattern, known = _names(lang)
    for found in pattern.finditer(text):
        entry = registry.get(known[found[1]])
        if entry and entry.kind == "source":
            yield Match(found.start(), found.end(), entry)


def carries(text: str, match: Match[Entry], lang: str) -> bool:
    """Tell whether words of the language beside a source say that it carries what is reported: "selon l'AFP"."""
    before, after = text[max(0, match.start - _NEAR) : match.start], text[match.end : match.end + _NEAR]
    ahead, behind = _cues(lang)
    return bool(ahead.search(before) or behind.match(after))


@cache
def _names(lang: str) -> tuple[re.Pattern[str], dict[str, str]]:
    listed = shipped("reading/lists/agencies.yml")["news"]
    own = shipped("finding/foreign_carrying.yml").get(lang, {}).get("names", {})
    native = {form: name for name, forms in listed.items() for form in forms if not _LATIN.search(form)}
    known = native | {form: name for name, forms in own.items() for form in forms}
    longest = "|".join(map(re.escape, sorted(known, key=lambda form: (-len(form), form)))) or "(?!)"
    if lang in UNSPACED:
        return re.compile(f"({longest})"), known
    return re.compile(rf"(?<!\w)({longest}){_ENDINGS}(?!\w)"), known


@cache
def _cues(lang: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    row = shipped("finding/foreign_carrying.yml").get(lang, {})
    ahead, behind, told, to = (_either(row.get(side, "")) for side in ("before", "after", "told", "to"))
    if lang in UNSPACED:
        return re.compile(rf"(?:{ahead})\s?$"), re.compile(rf"[社通信\s]{{0,3}}(?:{behind})")
    return (
        re.compile(
            rf"(?<!\w)(?:(?:{ahead})\s+(?:[\w-]+\s+){{0,4}}|(?:{told})\s+(?:[\w-]+\s+){{0,6}}(?:{to})\s+)"
            r"(?:\w{1,2}['’])?[«\"„“]?\s?$",
            re.IGNORECASE,
        ),
        re.compile(rf"[»\"“”]?,?\s+(?:[\w-]+\s+){{0,2}}(?:{behind})(?!\w)"),
    )


def _either(words: str) -> str:
    return "|".join(re.escape(word.strip()) for word in words.split(",") if word.strip()) or "(?!)"
