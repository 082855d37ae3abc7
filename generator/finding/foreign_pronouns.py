"""Whom "he" or "she" means beside a quote in an article that no model reads: the only one named right before."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from generator.finding.foreign_titles import office
from generator.finding.genders import Genders
from generator.finding.passages import Passage
from generator.finding.words import words
from generator.language import UNSPACED
from generator.lists import shipped
from generator.registry import fold

_ENDS = re.compile(r"(?<!\b[A-Z])(?<!\bDr)(?<!\bSt)[.!?…](?=\s|$|[”“»«])|[。！？]")
_DROPPING = {
    "es": "en|al?|durante|tras|ante|este|ayer|hoy",
    "it": "in|a|al|alla|durante|dopo|oggi|ieri|nel|nella",
    "pt": "em|no|na|ao|à|durante|após|hoje|ontem",
}
_SENTENCES = 2  # the quote's and the one before
_FAR = 400  # characters


def pronoun_beside(before: str, after: str, lang: str, verbs: str) -> str:
    """Return "he" or "she" where that is who says a quote with these words before and behind it; else ""."""
    pattern = _pattern(lang, verbs)
    found = pattern.search(before) if lang == "zh" else pattern.match(after)
    listed = shipped("finding/foreign_pronouns.yml").get(lang, {})
    said = next(filter(None, found.groups()), "") if found else ""
    return next((name for name, forms in listed.items() if said and said in forms.split()), "")


def drops_pronoun(after: str, lang: str, verbs: str) -> bool:
    """Tell whether nobody is named behind a verb, in a language that needs no pronoun: "afirmó en Sevilla"."""
    places = _DROPPING.get(lang)
    return places is not None and re.match(rf"[\s,–—-]*(?:{verbs})(?=\s(?:{places})\s|\s*$)", after) is not None


def only_one_before(
    text: str, known: Iterable[str], pronoun: str, names: "re.Pattern[str]", speakers: Mapping[str, str]
) -> str:
    """Return the only person named in the text right before a quote; "" for none, or several.

    `known` are the people of its paragraph, `names` matches full names, and `speakers` are those who spoke before, by
    their last words.
    """
    people = {name for name in known if name in text}
    for found in names.finditer(text):
        name = found.group().rstrip(".")
        spoke = next((full for full in speakers.values() if name.endswith(full)), "")
        if called := spoke or _from_given(name):
            people.add(called)
        elif not name.isascii() and not re.match("[A-Z]", name):
            people.add("")  # may be a person whom nothing tells
    people |= {full for last, full in speakers.items() if re.search(rf"(?<!\w){re.escape(last)}(?!\w)", text)}
    only = next(iter(people)) if len(people) == 1 else ""
    return only if only and _fits(pronoun, only) else ""


def _from_given(name: str) -> str:
    """Return a full name from its given name on, without what somebody is: "Ministerin Anna Berg"."""
    held = office().match(name)
    parts = name[held.end() if held else 0 :].split()
    if held and len(parts) > 1:
        return " ".join(parts)
    at = next((at for at, part in enumerate(parts[:-1]) if fold(part) in words().given), len(parts))
    return " ".join(parts[at:])


def _fits(pronoun: str, name: str) -> bool:
    if not pronoun:
        return True
    known = Genders()
    known.learn_given(name)
    return known.fits(pronoun, name)


def called_in(text: str, names: "re.Pattern[str]") -> Iterator[str]:
    """Yield the full names in a text that begin with a given name."""
    yield from filter(None, (_from_given(found.group().rstrip(".")) for found in names.finditer(text)))


def right_before(told: Sequence[Passage], at: int, opens: int) -> str:
    """Return the text from the sentence before a quote's to the quote; that of the paragraph before counts."""
    text = told[at].text[max(0, opens - _FAR) : opens]
    if not text.strip() and at and not told[at - 1].part.headline:
        text = told[at - 1].text[-_FAR:]
    ends = [end.end() for end in _ENDS.finditer(text)]
    kept = [end for end in ends if text[end:].strip()]
    within = _SENTENCES if kept and kept == ends else _SENTENCES - 1
    return text[kept[-within] :] if len(kept) >= within else text


@cache
def pronouns(lang: str) -> str:
    """Return the pronouns of a language as alternatives, the longest first."""
    listed = shipped("finding/foreign_pronouns.yml").get(lang, {})
    return "|".join(sorted((form for row in listed.values() for form in row.split()), key=len, reverse=True)) or "(?!)"


@cache
def _pattern(lang: str, verbs: str) -> "re.Pattern[str]":
    forms = pronouns(lang)
    spoken = verbs.replace("\\ ", " ").split("|")
    if lang == "fr":
        past = "|".join(verb[2:] for verb in spoken if verb.startswith("a "))
        now = "|".join(verb for verb in spoken if not verb.startswith("a "))
        return re.compile(rf"[\s,–—-]*(?:a-t-({forms})\s(?:{past})|(?:{now})-(?:t-)?({forms}))(?!\w)")
    if lang == "ja":
        return re.compile(rf"\s*と({forms})[はも](?:{'|'.join(verb.removeprefix('と') for verb in spoken)})")
    if lang in UNSPACED:
        return re.compile(rf"({forms})[^，。、「」“”]{{0,8}}(?:{verbs})[^，。]{{0,4}}[：:，,]?\s*$")
    return re.compile(rf"[\s,–—-]*(?:{verbs})\s({forms})(?!\w)")
