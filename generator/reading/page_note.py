"""Lines that a site puts before a text for its readers: how long it takes, where to hear it, that it was updated."""

import re
from functools import cache

from generator.reading.block import length
from generator.reading.words import longest_first

_MOST_TIMED_WORDS = 10
_MOST_WORDS = 30
_TIME = (
    r"(?:(?:ca\.?|approx\.?|about|env\.?|~) ?)?"
    r"(?:\d{1,3}(?:[ -]?(?:minutes?|mins?|minuten|minutos?|minuti|h)\b\.?)?|\d{1,2}:\d{2})"
)
_SENTENCE_END = re.compile(r"[.!?…]\s+")
_CHANGED = re.compile(
    r"(?:dieser (?:artikel|beitrag|text)|diese meldung) wurde (?:\w+ )?(?:aktualisiert|ergänzt|korrigiert)\b.*"
    r"|(?:cet article|cette dépêche) a été (?:mise? à jour|actualisée?|corrigée?|complétée?)\b.*"
    r"|(?:este artículo|esta noticia|esta nota) (?:ha sido|fue) (?:actualizad|corregid|ampliad)[oa]\b.*"
    r"|(?:article|artikel|artículo|noticia) (?:mis à jour|aktualisiert|actualizad[oa]) (?:le|am|el|la|a)\b.*"
    r"|(?:this is an? )?(?:developing|breaking)(?: news)? story"
    r"(?:,? (?:and|that) (?:will|may) be updated.*|, (?:please )?check back .*)?"
    r"|this (?:story|article|report) is developing(?: and (?:will|may) be updated.*)?"
    r"|this (?:story|article|report|page) (?:will|may) be updated.*",
    re.IGNORECASE,
)
_FOLLOWS = re.compile(
    r"(?:it|we) (?:will|may) (?:be )?updated?\b.*|(?:please )?(?:check|come) back .*"
    r"|more (?:details )?(?:to|will) (?:follow|come)|more details soon",
    re.IGNORECASE,
)


@cache
def _timed() -> re.Pattern[str]:
    before, behind = longest_first("listened"), longest_first("read_behind")
    return re.compile(
        rf"(?:{before})(?: ?[:·•|,\u2013—-])? ?[(\[]?(?:{_TIME})?[)\]]?\.?|{_TIME} (?:{behind})\.?", re.IGNORECASE
    )


def is_page_note(text: str) -> bool:
    """Return whether a block is a site's word on the text, and nothing of the text."""
    words = length(text)
    if words <= _MOST_TIMED_WORDS and _timed().fullmatch(text):
        return True
    if words > _MOST_WORDS:
        return False
    first, *others = _SENTENCE_END.split(text.rstrip(" .!…"))
    changed = _CHANGED.fullmatch(first) is not None
    return changed and all(_CHANGED.fullmatch(one) or _FOLLOWS.fullmatch(one) for one in others)
