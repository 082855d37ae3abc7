"""Sentences that lean on one before them for their meaning."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from generator.language import UNSPACED
from generator.lists import shipped

_QUOTED = frozenset("\"“„«‘'`")
QUOTATION = re.compile(r"“[^”]*(?:”|$)|„[^“”]*(?:[“”]|$)|«[^»]*(?:»|$)|\"[^\"]*(?:\"|$)|``.*?(?:''|$)")
_CAPITALISED = re.compile(r"\b[^\W\d_a-z][\w'-]+(?: [^\W\d_a-z][\w'-]+)*")
_NUMERAL = re.compile(
    r"(?<=\.)I\b|\bI(?=\.\w)|(?<=[A-Z][a-z]{2} )I(?=[,.;:)]|$)|(?<=\bPhase )I\b|(?<=\bWar )I\b"
)  # "T.I."
_LETTER = re.compile(r"[^\W\d_]")
_NUMBER = r"\d[\d,.]*"
_NEVER = re.compile(r"(?!)")
REACH = 4  # sentences among which the two are looked for that "both sides" stands for


@dataclass(frozen=True, slots=True)
class _Patterns:
    """What anaphora.yml holds for one language."""

    openings: re.Pattern[str]
    standing: re.Pattern[str]
    pairs: re.Pattern[str]
    first_person: re.Pattern[str]
    calendar: frozenset[str]


def is_unresolved(text: str, lang: str) -> bool:
    """Whether the sentence leans on the one before it: "But ...", "He ...", "That is why ...".

    A pronoun inside quotation marks speaks for its speaker, who is named behind it. "There are ..." leans on nothing.
    """
    patterns, straight = _patterns(lang), _straight(text)
    leaning, standing = patterns.openings.match(straight), patterns.standing.match(straight)
    return text[:1] not in _QUOTED and leaning is not None and not (standing and standing.end() > leaning.end())


def antecedent(texts: Sequence[str], number: int, lang: str) -> int | None:
    """Return which of the sentences before it the one at `number` leans on, None if it stands on its own.

    So does one that is nothing but somebody's words, since it does not say whose. "Both sides agreed ..." leans on the
    nearest sentence that names two, one that stands on its own before others, unless it names the two itself.
    """
    if number == 0:
        return None
    if is_unresolved(texts[number], lang) or _is_quotation(texts[number]):
        return number - 1
    pair = _patterns(lang).pairs.search(_straight(texts[number]))
    if pair is None or _names_two(texts[number][: pair.start()], lang):
        return None
    near = range(number - 1, max(-1, number - 1 - REACH), -1)
    naming = [before for before in near if _names_two(texts[before], lang)] or [number - 1]
    return next((before for before in naming if not is_unresolved(texts[before], lang)), naming[0])


def is_first_person(text: str, lang: str) -> bool:
    """Whether "I" or "we" speaks outside quotation marks."""
    plain = _NUMERAL.sub(" ", QUOTATION.sub(" ", text))
    return bool(_patterns(lang).first_person.search(_straight(plain)))


def _is_quotation(text: str) -> bool:
    return opens_with_quotation(text) and not _LETTER.search(QUOTATION.sub(" ", text))


def opens_with_quotation(text: str) -> bool:
    """Whether the sentence begins with somebody's words, before it says whose."""
    return text[:1] in _QUOTED


def _names_two(text: str, lang: str) -> bool:
    """Whether two names stand in the text: runs of capitalised words that are not "The", "On" or "Monday"."""
    from generator.summarising.document import stop_words  # sumy is slow to import

    plain = stop_words(lang) | _patterns(lang).calendar
    runs = (run.lower().split() for run in _CAPITALISED.findall(_straight(text)))
    names = {" ".join(word for word in run if word not in plain) for run in runs}
    return len(names - {""}) > 1


def _straight(text: str) -> str:
    return text.replace("’", "'")


@cache
def _patterns(lang: str) -> _Patterns:
    lists = shipped("summarising/anaphora.yml")
    words = {name: _entries(lists[name].get(lang, ())) for name in lists}
    two = (f"{word} {noun}" for word in words["pair_words"] for noun in words["pair_nouns"])
    return _Patterns(
        openings=_any_of(words["openings"], parted=lang not in UNSPACED),
        standing=_any_of(words["standing"]),
        pairs=_any_of((*two, *words["pairs"])),
        first_person=_any_of((*words["first_person"], *map(str.capitalize, words["first_person"])), flags=0),
        calendar=frozenset(words["calendar"]),
    )


def _entries(listed: str | Sequence[str]) -> Sequence[str]:
    """Return the entries of a list, or of a text that parts them with bars."""
    return [" ".join(entry.split()) for entry in listed.split("|")] if isinstance(listed, str) else listed


def _any_of(entries: Iterable[str], flags: int = re.IGNORECASE, *, parted: bool = True) -> re.Pattern[str]:
    """Return a pattern that finds any of the entries, as whole words where words are parted, the longest first."""
    longest_first = "|".join(
        re.escape(entry).replace(r"\#", _NUMBER) for entry in sorted(entries, key=len, reverse=True)
    )
    start, end = (r"(?<![\w'-])", r"(?![\w'-])") if parted else ("", "")
    return re.compile(f"{start}(?:{longest_first}){end}", flags) if longest_first else _NEVER
