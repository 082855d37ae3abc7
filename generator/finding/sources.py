"""Which news agencies and media an article leans on."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from generator.finding.agencies import agencies
from generator.finding.foreign_sources import carries, native_sources
from generator.finding.papers import papers
from generator.finding.parts import Part, parts
from generator.finding.stretches import Stretches
from generator.finding.words import words
from generator.language import has_model
from generator.lists import shipped
from generator.model import Article
from generator.registry import ACRONYM_LETTERS, Entry, Match, Registry, fold

if TYPE_CHECKING:
    from generator.language import Parse

_NEAR = 70
_MOST_WORDS = 5
_WORK = re.compile(r"[A-Z][\w’'-]+ of $")  # "The Ocean of" before "Time"
_SENTENCE = re.compile(r"(?<=[a-z]{2})[.!?][\"”)]*\s|\n\s*\n")
_BRACKET = 40
_CREDITS = re.compile(r"[^\W_][\w .+-]*")
_CREDIT_MARKS = (":", "-", "–", "—", "(", ",")
_CAPITALISED = re.compile(r" ([A-Z][\w’'-]+)")
_REPORTS = re.compile(r"\s+(?:reports|reported|report)\b")
_TAIL = 2_000  # characters below the text
_LONGEST_ROW = 120
_CREDIT_ROW = re.compile(
    r"[^\w©]{0,4}(?:©|\(c\)|copyright\b|by\b|with\b|(?:additional )?reporting\b|sources?\b|quellen?\b|material\b|mit\b|"
    r"avec\b|con\b|from\b|compiled\b|produced\b|this (?:article|story|report)\b)"
    r"(?!.*\b(?:photos?|pictures?|images?|fotos?|bild)\b)",
    re.IGNORECASE,
)


class Citation(NamedTuple):
    """A source at `parts[part].text[start:end]`; `cited` if something there is carried by it."""

    part: int
    start: int
    end: int
    entry: Entry
    cited: bool


def find_sources(article: Article, parse: "Parse", registry: Registry) -> tuple[str, ...]:
    """Return the sources: the agency whose copy it is first, then those cited, in order of appearance."""
    found = parts(article, parse)
    credited = [*_credited(article, registry)] or [*_unlisted(article.agency)]
    seen = citations(found, registry, article.lang)
    subjects = story_subjects(found, seen)
    carried = [
        one.entry.name for one in seen if one.cited and (one.entry not in subjects or not found[one.part].headline)
    ]
    return tuple(dict.fromkeys([*credited, *carried, *_thanked(article.text, registry), *_at_end(article, registry)]))


def _credited(article: Article, registry: Registry) -> Iterator[str]:
    yield from _signed(article.agency, registry)
    for text in (article.dateline, article.byline):
        yield from (match.value.name for match in registry.find(text) if match.value.kind == "source")


def signed(agency: str, registry: Registry) -> str:
    """Return the agencies that sign an article by their names in the registry: "RIA" is "RIA Novosti"."""
    return "/".join(dict.fromkeys(_called(part, registry) for part in agency.split("/")))


def _called(agency: str, registry: Registry) -> str:
    entry = registry.get(agency)
    return entry.name if entry and entry.kind == "source" else agency


def _signed(agency: str, registry: Registry) -> Iterator[str]:
    """Yield each source that an article is signed by, however it is spelt there: "sda/AFP"."""
    matches = [match for match in registry.find(agency) if match.value.kind == "source"]
    for name in _CREDITS.finditer(agency):
        meeting = [match for match in matches if match.start < name.end() and name.start() < match.end]
        entry = None if meeting else registry.get(name.group())
        yield from (match.value.name for match in meeting)
        if entry and entry.kind == "source":
            yield entry.name


def _unlisted(agency: str) -> Iterator[str]:
    """Yield an outlet that signs the copy by its name and that no list has."""
    if agency[:1].isupper() and len(agency.split()) <= _MOST_WORDS and "/" not in agency:
        yield agency


def _thanked(text: str, registry: Registry) -> Iterator[str]:
    """Yield the agencies that a line of thanks names: "The Associated Press contributed to this report"."""
    for found in _contributed().finditer(text):
        named = registry.find(_SENTENCE.split(text[max(0, found.start() - _NEAR) : found.start()])[-1])
        yield from (match.value.name for match in named if match.value.medium == "agency" and not match.value.vague)


def _at_end(article: Article, registry: Registry) -> Iterator[str]:
    """Yield the agencies that lines below the text say it is by or made with: "With material from dpa", "© AFP"."""
    text = article.paragraphs[-1] if article.paragraphs else article.headline
    below = article.text[text.offsets[-1] + 1 :] if text and text.offsets else ""
    for row in below[:_TAIL].splitlines():
        if len(row) <= _LONGEST_ROW and _CREDIT_ROW.match(row):
            named = registry.find(row)
            yield from (match.value.name for match in named if match.value.medium == "agency" and not match.value.vague)


def citations(found: Sequence[Part], registry: Registry, lang: str) -> list[Citation]:
    """Return every mention of a source, in order."""
    unlisted = agencies([part.text for part in found])
    if not has_model(lang):
        numbered = zip(range(len(found)), found, unlisted, strict=True)
        return [one for number, part, others in numbered for one in _foreign(number, part, others, registry, lang)]
    return [
        Citation(number, match.start, match.end, match.value, cited(part.text, match, headline=part.headline))
        for number, (part, others) in enumerate(zip(found, unlisted, strict=True))
        for match in _named(part.text, others, registry)
    ]


def _foreign(
    number: int, part: Part, others: Sequence[Match[Entry]], registry: Registry, lang: str
) -> Iterator[Citation]:
    native = native_sources(part.text, lang, registry)
    for match in _named(part.text, [*native, *others], registry):
        is_cited = cited(part.text, match, headline=part.headline) or carries(part.text, match, lang)
        yield Citation(number, match.start, match.end, match.value, is_cited)


def _named(text: str, others: Sequence[Match[Entry]], registry: Registry) -> list[Match[Entry]]:
    known = registry.find(text)
    unlisted = Stretches(match for match in papers(text) if not _holds(known, match) and cited(text, match))
    named = [match for match in known if match.value.kind == "source" and not in_longer(text, match)]
    named = [match for match in named if not unlisted.meet(match.start, match.end)]
    taken = Stretches([*named, *unlisted.kept])
    free = [match for match in others if not taken.meet(match.start, match.end)]
    return sorted([*named, *unlisted.kept, *free], key=lambda match: match.start)


def _holds(known: Sequence[Match[Entry]], paper: Match[Entry]) -> bool:
    """Tell whether a known name reaches to the end of a paper's, with more than its last word: "Los Angeles Times"."""
    last = len(paper.value.name.rpartition(" ")[2])
    return any(match.start < paper.end <= match.end and match.end - match.start > last for match in known)


def story_subjects(found: Sequence[Part], seen: Sequence[Citation]) -> frozenset[Entry]:
    """Return the sources the story is about: named by headline and text, or media never cited as carriers."""
    told = {one.entry for one in seen if not found[one.part].headline or len(found) == 1}
    titled = {one.entry for one in seen if found[one.part].headline and not one.cited}
    leaned = {one.entry for one in seen if one.cited}
    media = {one.entry for one in seen if one.entry.medium != "agency" and not one.entry.vague}
    return frozenset((titled & told) | ((media & told) - leaned))


def cited(text: str, match: Match[Entry], *, headline: bool = False) -> bool:
    """Tell whether a source is named as the carrier of what is reported."""
    before, after = text[max(0, match.start - _NEAR) : match.start], text[match.end : match.end + _NEAR]
    if headline:
        credit = before.rstrip().endswith(_CREDIT_MARKS) and not after.strip(" )")
        return credit or bool(_REPORTS.match(after))
    if _before().search(before) or (_after().match(after) and (not after.startswith(")") or _opens(before))):
        return True
    named = bool(_noun_before().search(before) or _noun_after().match(after))
    return named or (match.value.medium == "agency" and not match.value.vague and not _acronym(match.value))


def _opens(before: str) -> bool:
    """Tell whether a bracket opens before a source, with hardly more than other names between."""
    _, bracket, between = before[-_BRACKET:].rpartition("(")
    return bool(bracket) and sum(word[0].islower() for word in between.split()) <= 1


def in_longer(text: str, match: Match[Entry]) -> bool:
    """Tell whether a source's name is part of another's, "Liberation Front", or lacks the accents that make it one."""
    name = text[match.start : match.end]
    if match.value.kind != "source" or _acronym(match.value) or " " in name:
        return False
    if _WORK.search(text[max(0, match.start - _NEAR) : match.start]) and match.value.medium != "agency":
        return True
    after = _CAPITALISED.match(text, match.end)
    longer = after is not None and fold(after.group(1)) in words().organisation_words - words().publishing
    return longer or (match.value.accented and name.isascii())


def _acronym(entry: Entry) -> bool:
    return entry.name.isupper() and len(entry.name) <= ACRONYM_LETTERS


@cache
def _alternatives(name: str) -> str:
    text = shipped("finding/reporting.yml")[name]
    return "|".join(part.strip() for part in (text.split("|") if "|" in text else text.split()))


@cache
def _contributed() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{_alternatives('contributing')})\b", re.IGNORECASE)


@cache
def _before() -> re.Pattern[str]:
    said = _alternatives("before").replace(" ", r"\s+")
    return re.compile(rf"\b(?:{said})\s+(?:(?:the|a|an)\s+)?(?:[\w’'-]+\s+){{0,5}}(?<![,.])$", re.IGNORECASE)


@cache
def _after() -> re.Pattern[str]:
    nouns, verbs = _alternatives("media_nouns"), _alternatives("carrying")
    between = r"(?:\w+ly\s+|has\s+|had\s+|also\s+|on\s+\w+day\s+|later\s+|first\s+)?"
    return re.compile(rf"(?:['’]s)?(?:\s+(?:state|news|official|{nouns}))*,?\s+{between}(?:{verbs})\b|\)")


@cache
def _noun_before() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_alternatives('media_nouns')})\s+$", re.IGNORECASE)


@cache
def _noun_after() -> re.Pattern[str]:
    nouns = _alternatives("media_nouns")
    return re.compile(rf"(?:['’]s)?(?:\s+(?:state|news|sister|official))?\s+(?:{nouns})\b", re.IGNORECASE)
