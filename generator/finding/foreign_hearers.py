"""To whom or where somebody speaks in an article that no model reads, which no speaker's name tells: "auf X"."""

import re
from functools import cache

from generator.lists import shipped

_COMPOUNDING = frozenset({"da", "de", "nl", "no", "sv"})  # "Fernsehsender"


def is_no_speaker(between: str, name: str, lang: str, pronouns: str) -> bool:
    """Tell whether a name behind a verb of speaking is of somebody or something else than the speaker.

    So it is where a pronoun that speaks, a word for a place or a hearer or one for a medium stands between the two:
    "sagte er", "dijo en Madrid", "sagte dem Sender NRK". `name` may begin with such a word: "Auf X", "Die Zeitung".
    """
    return bool(_between(lang, pronouns).search(between) or _opens(lang).match(name))


def is_outlet(words: str, lang: str) -> bool:
    """Tell whether words name a medium: "la agencia estatal"."""
    return _medium(lang).search(f"{words} ") is not None


def opens_elsewhere(words: str, lang: str) -> bool:
    """Tell whether words begin with one for a place or a hearer: "En Madrid"."""
    return _opens(lang).match(words) is not None


@cache
def _between(lang: str, pronouns: str) -> "re.Pattern[str]":
    beside, articles = (_listed(part, lang) for part in ("beside", "articles"))
    medium = _medium(lang).pattern
    return re.compile(rf"^(?:{pronouns})\s|(?<!\w)(?:(?:{beside})\s(?:(?:{articles})\s)?|{medium})$", re.IGNORECASE)


@cache
def _opens(lang: str) -> "re.Pattern[str]":
    given = _listed("given", lang)
    beside = rf"(?!(?:{given})\s)(?:{_listed('beside', lang)})\s"
    return re.compile(rf"(?:{beside}|(?:(?:{_listed('nominative', lang)})\s)?{_medium(lang).pattern})", re.IGNORECASE)


@cache
def _medium(lang: str) -> "re.Pattern[str]":
    start = r"(?<!\w)[\w-]*" if lang in _COMPOUNDING else r"(?<!\w)"
    return re.compile(rf"{start}(?:{_listed('media', lang)})(?:\s|$)", re.IGNORECASE)


def _listed(part: str, lang: str) -> str:
    listed = shipped("finding/foreign_hearers.yml")[part]
    words = (listed if isinstance(listed, str) else listed.get(lang, "")).split()
    return "|".join(map(re.escape, words)) or "(?!)"
