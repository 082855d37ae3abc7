"""Whose account a sentence is in an article that no model reads, by the words for "according to", "said that"."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from generator.finding.foreign_hearers import is_outlet, opens_elsewhere
from generator.finding.foreign_pronouns import called_in, pronouns
from generator.finding.foreign_quotes import FULL_NAME, Told, verbs
from generator.finding.passages import Passage
from generator.language import UNSPACED
from generator.lists import shipped

_MOST_WORDS = 12
_MOST_LETTERS = 24  # of a party in a language without spaces
_PARTY = r"(?P<party>[^,;:()«»\"“”„]{2,100}?)"
_LONG = r"(?P<party>[^;:()«»\"“”„]{2,140}?)"  # with somebody's name between commas
_STOP = r"(?=\s?(?:,|;|\s[–—-]\s|[.!?…]*$))"
_AFTER = r"(?:(?<=['’])|\s|$)"
_DAY = (
    r"(?:\s(?:auf|sur|via|am|im|in|le|el|este|il|op|på|в|во|w|v|a|à|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
    r"\b[^,;:]{0,40})?"
)
# A German noun has a capital, so that it tells where the phrase ends.
_GERMAN = (
    r"(?P<party>(?:[a-zäöüß][\w-]*\s){0,3}[A-ZÄÖÜ][\w-]*"
    r"(?:\s(?:der|des|von|vom|für|im|in|aus|und)\s(?:[a-zäöüß][\w-]*\s){0,2}[A-ZÄÖÜ][\w-]*|\s[A-ZÄÖÜ][\w-]*){0,4})"
)
_ARTICLES = frozenset(
    ["a", "as", "das", "de", "den", "der", "det", "die", "ein", "eine", "el", "en", "et", "ett", "gli"]
)
_ARTICLES |= {"het", "i", "il", "la", "las", "le", "les", "lo", "los", "o", "os", "um", "uma", "un", "una", "une"}
# What follows "according to" at once: "secondo" and "segundo" are also the second; in some languages a verb comes next.
_NEXT = {
    "it": r"(?=(?:il|lo|la|i|gli|le|un[oa]?)\s|(?:l|un)['’]|[A-Z])",
    "pt": r"(?=(?:o|a|os|as|um|uma)\s|[A-Z])",
}
_UNTIL_VERB = {
    "nl": r"(?P<party>(?:(?:de|het|een)\s)?[\w-]+(?:\svan\s(?:(?:de|het)\s)?[\w-]+)?(?:\s[A-Z][\w-]*)*)",
    **dict.fromkeys(("sv", "da", "no"), r"(?P<party>(?:(?:en|ett|et|den|det|de)\s)?[\w-]+(?:\s[A-ZÅÄÖÆØ][\w-]*)*)"),
}
_DAYS = r"(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier)(?:\s(?:matin|soir|après-midi))?)"
# With what whoever speaks begins behind the verb, where nouns have articles.
_START = {
    "de": r"(?=(?:der|die|das|ein|eine|sein|seine|ihr|ihre)\s|[A-ZÄÖÜ])",
    "fr": r"(?=(?:le|la|les|un|une|des|son|sa|ses|leur)\s|[ld]['’]|[A-ZÉÈÀ]|M\.\s)",
    "es": r"(?=(?:el|la|los|las|un|una|su|sus|fuentes)\s|[A-ZÁÉÍÓÚÑ])",
    "it": r"(?=(?:il|lo|la|i|gli|le|un|uno|una|fonti)\s|(?:l|un)['’]|[A-Z])",
    "pt": r"(?=(?:o|a|os|as|um|uma|fontes)\s|[A-ZÁÉÍÓÚ])",
}
_NAMES = re.compile(r"(?:[^\W\d_a-zß-ÿ][\w.’'-]*\s?){1,4}")
_CHINESE = r"^(?:[^，。：；“”「」]{1,14}，)?(?P<party>[^，。：；“”「」据據]{2,30}?)"


class Account(NamedTuple):
    """Whose account a sentence is; `again` where it says so of whoever the sentence before is of."""

    party: str
    again: bool = False


def foreign_account(passage: Passage, start: int, end: int, lang: str, quoted: Iterable[Told]) -> Account | None:
    """Return whose account the sentence at `text[start:end]` of a passage is, None where nobody is told.

    `quoted` is what stands in the passage.
    """
    said = next((one.speaker for one in quoted if start <= one.start < end), "")
    if said:
        return Account(said)
    text = passage.text[start:end].strip()
    if lang in UNSPACED:
        return _unspaced(text, lang)
    if _his(lang).search(text):
        return Account("", again=True)
    for found in (match for pattern in _patterns(lang) if (match := pattern.search(text))):
        words, at = found["party"].strip(), found.start("party")
        shift = start + len(passage.text[start:end]) - len(passage.text[start:end].lstrip())
        place = (shift + at, shift + found.end("party"))
        if party := _named(
            passage, words, place, lang, whole=found.group("cue") if "cue" in found.re.groupindex else ""
        ):
            return Account(party)
    return None


def _named(passage: Passage, words: str, place: tuple[int, int], lang: str, whole: str) -> str:
    """Return what a party is called: by its full name or as an actor, else in the article's words."""
    if passage.channel(*place) or is_outlet(words, lang) or len(words.split()) > _MOST_WORDS or re.search(r"\d", words):
        return ""
    if opens_elsewhere(words, lang) or re.match(rf"(?:{pronouns(lang)})(?!\w)", words, re.IGNORECASE):
        return ""
    people = [one.actor.name for one in passage.named.within(*place) if one.actor.kind == "person"]
    if full := people or list(dict.fromkeys(called_in(words, FULL_NAME))):
        return full[-1] if len(full) == 1 else ""
    known = [one for one in passage.named.within(*place) if one.actor.kind == "organisation"]
    if len(known) == 1 and len(words.split()) <= len(passage.text[known[0].start : known[0].end].split()) + 1:
        return known[0].actor.name
    told = f"{whole} {words}" if whole else _chief([part.strip(" ,") for part in words.split(", ") if part.strip(" ,")])
    first = told.split(" ")[0]
    return told[0].lower() + told[1:] if whole or first.casefold() in _ARTICLES else told


def _chief(parts: Sequence[str]) -> str:
    """Return of parts between commas what names somebody: the name before what it is, else the last."""
    if len(parts) > 1 and _NAMES.fullmatch(parts[0]) and parts[-1].split(" ")[0].casefold() in _ARTICLES:
        return parts[0]
    return parts[-1] if parts else ""


def _unspaced(text: str, lang: str) -> Account | None:
    found = re.match(rf"{_CHINESE}(?:{verbs(lang)})(?:[，：:“「])", text) if lang == "zh" else None
    party = found["party"] if found else ""
    party = re.sub("(?:对|對|向)[^，]{2,10}$", "", party)
    told = (
        party
        and len(party) <= _MOST_LETTERS
        and not re.search("援引|引述", party)
        and not re.search(rf"(?:{pronouns(lang)})$", party)
    )
    return Account(party) if told else None


@cache
def _his(lang: str) -> re.Pattern[str]:
    return re.compile(rf"^(?:{_either(_row(lang).get('his', ''))})(?!\w)", re.IGNORECASE)


@cache
def _patterns(lang: str) -> Sequence[re.Pattern[str]]:
    """Return what shows whose account a sentence is, the surest first."""
    row = _row(lang)
    return tuple(_made(row, lang)) if row else ()


def _made(row: dict[str, str], lang: str) -> Iterator[re.Pattern[str]]:
    spoken = "|".join(filter(None, [_without(verbs(lang), row), _either(row.get("also", ""))]))
    that = _either(row["that"])
    if lang == "de":
        yield re.compile(rf"(?<!\w)(?P<cue>(?i:{_either(row['whole'])}))\s(?!Hilfe\b){_GERMAN}")
        yield re.compile(r"(?<!\w)(?P<party>(?:(?i:dem|der|den)\s)?(?:[a-zäöüß]+en\s)?[A-ZÄÖÜ][\w-]+\szufolge)(?!\w)")
        yield re.compile(rf",\s(?:wie\s)?teilten?\s{_PARTY}{_DAY}\smit[.!?…]*$")
        yield re.compile(
            rf"(?<!\w)[Ww]ie\s{_GERMAN}(?:\s\([^()]{{1,20}}\))?{_DAY}\s(?:{_either(row['last'])})(?=,|[.!?…]*$)"
        )
    elif "whole" in row:
        yield re.compile(rf"(?:^|,\s|\s[–—-]\s)(?P<cue>(?i:{_either(row['whole'])}))\s{_PARTY}{_STOP}")
    elif lang in _UNTIL_VERB:
        yield re.compile(rf"(?<!\w)(?i:{_either(row['bare'])})\s{_UNTIL_VERB[lang]}")
    else:
        yield re.compile(rf"(?:^|,\s|\s[–—-]\s)(?i:{_either(row['bare'])})\s?{_NEXT.get(lang, '')}{_PARTY}{_STOP}")
    if lang in {"ru", "uk"}:
        yield re.compile(
            r",\s(?P<party>(?:сообщили|заявили|отметили|повідомили|заявили)\s(?:в|во|у)\s[^,;:]{2,60}?)[.!?…]*$"
        )
    yield re.compile(rf"^{_LONG},?\s(?:{spoken})(?:\s[\w’']+){{0,3}},?\s(?:{that}){_AFTER}")
    spoken = rf"(?:{spoken})\s(?:{_DAYS}\s)?{_START.get(lang, '')}"
    yield re.compile(rf"(?<!\w){spoken}(?!(?:{that}){_AFTER}){_PARTY}{_DAY},?\s(?:{that}){_AFTER}")
    yield re.compile(rf",\s{spoken}{_LONG}{_DAY}[.!?…]*$")


def _without(spoken: str, row: dict[str, str]) -> str:
    """Return the verbs without what is none: "selon" stands among them."""
    cues = {re.escape(cue.strip()) for key in ("bare", "whole") for cue in row.get(key, "").split(",")}
    return "|".join(verb for verb in spoken.split("|") if verb not in cues | {"so", "aldus"})


def _row(lang: str) -> dict[str, str]:
    found: dict[str, str] = shipped("finding/foreign_claims.yml").get(lang, {})
    return found


def _either(words: str) -> str:
    listed = sorted((word.strip() for word in words.split(",") if word.strip()), key=len, reverse=True)
    return "|".join(map(re.escape, listed)) or "(?!)"
