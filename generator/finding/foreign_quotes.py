"""Quotes in an article that no model reads: words in sure marks beside a verb of speaking and a name."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from generator.finding.foreign_hearers import is_no_speaker
from generator.finding.foreign_pronouns import (
    called_in,
    drops_pronoun,
    only_one_before,
    pronoun_beside,
    pronouns,
    right_before,
)
from generator.finding.foreign_titles import office
from generator.finding.passages import Passage
from generator.language import UNSPACED
from generator.lists import shipped

_PAIRS = r"„([^„“”]+)[“”]|“([^“”]+)”|「([^「」]+)」|『([^『』]+)』"
_GUILLEMETS = {"«": r"«([^«»]+)»", "»": r"»([^«»]+)«"}  # the second are of German and Danish books
_TYPED = r'(?<!\w)"([^"]+)"(?!\w)'
_ENDS = re.compile(r"(?<!\b[A-Z])(?<!\bDr)(?<!\bSt)[.!?…。！？](?=\s|$|[”“»«」])|[。！？]")
_NEAR = 90  # characters of the sentence beside a quote
_UPPER = "".join(filter(str.isupper, map(chr, range(0x530))))  # Latin, Greek, Cyrillic
_LOWER = "".join(filter(str.islower, map(chr, range(0x530))))
_CAPITAL = rf"(?:d['’])?[{_UPPER}][\w’'-]*\.?"
_PARTICLE = r"(?:(?:van|von)\s(?:der\s|den\s)?|(?:de|del|da|al|el|bin|ten)\s)"  # "der" alone goes on with another name
_NAME = rf"{_CAPITAL}(?:\s{_PARTICLE}*{_CAPITAL}){{0,4}}"
_TITLE = rf"(?:[{_LOWER}][\w’'-]*\s){{0,3}}"  # "der frühere Minister"
_OFFICE = rf"[{_LOWER}][^,:;]{{2,70}},\s"  # "la ministre du Travail, "
_FULL = rf"{_CAPITAL}(?:\s{_PARTICLE}*{_CAPITAL}){{1,4}}"
FULL_NAME = re.compile(rf"(?<!\w){_FULL}")
_OF_FIELD = re.compile(r"\b(?:des|du|de la|del|de los|de las|dos|das|do|da|degli|delle|della|dei)\s$")  # "ministre des"
_MARK = "\x00"
_HEARER = rf"(?:(?:[\w’'-]+\s){{0,2}}(?:\w['’])?[«\"„“]?{_MARK}+[»\"“”]?\s)?"  # "à l'AFP "
_ARTICLE = re.compile(r"\b(?:eine?|der|die|das)\s$")  # of a German noun, which has a capital as names do
_ADDRESS = re.compile(r"^(?:M\.|Mme|Mlle|Herrn?|Frau|Sr\.|Sra\.|Sig\.|Dhr\.|Mevr\.) (?=\S)")
_OF = re.compile(r"\w\s(?:d[aeiou]|del|des|dos|das|van|von|der|des|af|av|for|fra|di|of)\s(?:la\s|los\s|las\s|l['’])?$")


class Told(NamedTuple):
    """Words at `text[start:end]` of a passage, and who said them."""

    passage: Passage
    start: int
    end: int
    speaker: str
    channel: str


def foreign_quotes(told: Sequence[Passage], lang: str) -> Iterator[Told]:
    """Yield what stands in marks beside a name and a verb of the language; what nobody is named for is left out."""
    spoken = verbs(lang)
    full: dict[str, str] = {}  # names of those who spoke, by their last word
    named: dict[str, str] = {}  # and of those whom the passages before name in full
    for at, passage in enumerate(told):
        for found in _pattern(passage.text).finditer(passage.text) if spoken else ():
            start, end = found.span(found.lastindex or 0)
            speaker = _speaker(passage, found.start(), found.end(), lang)
            pronoun = "" if speaker else pronoun_beside(*_beside(passage.text, *found.span()), lang, spoken)
            dropped = (
                not speaker and not pronoun and drops_pronoun(_beside(passage.text, *found.span())[1], lang, spoken)
            )
            if pronoun or dropped:
                speaker = only_one_before(
                    right_before(told, at, found.start()), _people(passage), pronoun, FULL_NAME, named | full
                )
            inner = passage.text[start:end]
            if speaker:
                if " " in speaker and not (pronoun or dropped):
                    full.setdefault(speaker.rpartition(" ")[2], speaker)
                speaker = full.get(speaker, speaker)
                channel = _channel(passage, found.start(), found.end())
                first, last = start + len(inner) - len(inner.lstrip()), start + len(inner.rstrip())
                yield Told(passage, first, last, speaker, "" if channel == speaker else channel)
        for name in called_in(passage.text, FULL_NAME):
            surname = name.rpartition(" ")[2]
            named[surname] = name if named.get(surname, name) == name else ""  # of two of one surname nobody tells


def _people(passage: Passage) -> Iterator[str]:
    yield from (one.actor.name for one in passage.named.kept if one.actor.kind == "person")


def _pattern(text: str) -> "re.Pattern[str]":
    first = re.search("[«»]", text)
    marks = [_PAIRS, *([_GUILLEMETS[first.group()]] if first else []), *([_TYPED] if text.count('"') % 2 == 0 else [])]
    return re.compile("|".join(marks))


def _beside(text: str, opens: int, closes: int) -> tuple[str, str]:
    """Return what stands near before and behind a quote in its sentence."""
    before, after = text[max(0, opens - _NEAR) : opens], text[closes : closes + _NEAR]
    before = before[max((end.end() for end in _ENDS.finditer(before)), default=0) :]
    return before, after[: next((end.start() for end in _ENDS.finditer(after)), len(after))]


def _channel(passage: Passage, opens: int, closes: int) -> str:
    """Return the source that is named in a quote's sentence as its carrier."""
    before, after = _beside(passage.text, opens, closes)
    return passage.channel(opens - len(before), opens) or passage.channel(closes, closes + len(after))


def _masked(passage: Passage, start: int, text: str) -> str:
    """Return the text from `start` with marks in place of the letters of carriers, which are nobody's name."""
    for one in passage.carriers.within(start, start + len(text)):
        first, last = max(0, one.start - start), one.end - start
        text = text[:first] + _MARK * (min(last, len(text)) - first) + text[last:]
    return text


def _speaker(passage: Passage, opens: int, closes: int, lang: str) -> str:
    text = passage.text
    before, after = _beside(text, opens, closes)
    before, after = _masked(passage, opens - len(before), before), _masked(passage, closes, after)
    if lang in UNSPACED:
        if lang == "zh":
            return _chinese(passage, opens - len(before), before)
        return _known(passage, opens - len(before), opens) if re.search(verbs(lang), after) else ""
    said = rf"[\s,–—-]*(?:{verbs(lang)})\s{_HEARER}"
    behind = re.match(rf"{said}{_OFFICE}(?P<name>{_FULL})(?=,|\s*$)", after)
    behind = behind or re.match(rf"{said}(?P<title>{_TITLE})(?P<name>{_NAME})", after)
    if behind and is_no_speaker(behind.groupdict().get("title", ""), behind["name"], lang, pronouns(lang)):
        return ""
    if behind:
        return _called(passage, closes, behind)
    ahead = re.search(rf"(?P<name>{_NAME})(?:,[^,:]+,)?\s(?:{verbs(lang)})\b[^,:]{{0,40}}[:,]\s*$", before)
    if ahead and is_no_speaker(before[: ahead.start()], ahead["name"], lang, "(?!)"):  # "In Oslo sagte Anna Berg: "
        ahead = re.search(rf"(?:{verbs(lang)})\s(?P<title>{_TITLE})(?P<name>{_NAME})[^,:]{{0,40}}[:,]\s*$", before)
        if ahead and is_no_speaker(ahead["title"], ahead["name"], lang, pronouns(lang)):
            return ""
    return _called(passage, opens - len(before), ahead) if ahead else ""


def _chinese(passage: Passage, shift: int, before: str) -> str:
    """Return who stands right before the verb: an actor whose name ends there, else the words of the text."""
    found = re.search(
        rf"(?P<name>[^，。：；、“”「」\s{_MARK}]{{2,24}}?)(?:[对對向]{_MARK}+)?(?:{verbs('zh')})[^，。“”「」]{{0,4}}[：:，,]?\s*$",
        before,
    )
    if not found or re.search(rf"(?:{pronouns('zh')})$", found["name"]):
        return ""
    end = shift + found.end("name")
    known = next((one for one in passage.named.within(end - 1, end)), None)
    return known.actor.name if known else found["name"]


def _called(passage: Passage, shift: int, found: "re.Match[str]") -> str:
    """Return the known actor in a name, or else the name without the office before it; "" for an office alone."""
    held = office().match(found["name"])
    start = found.start("name") + (held.end() if held else 0)
    name, before = found.string[start : found.end("name")].rstrip("."), found.string[: found.start("name")]
    name = _ADDRESS.sub("", name)
    if name.count(" ") > 1 and _OF_FIELD.search(before):
        name = name.partition(" ")[2]
    elif " " not in name and not name.isupper() and _ARTICLE.search(before):
        return _known(passage, shift + start, shift + found.end("name"))
    elif _OF.search(before) or office().match(f"{name} x"):
        return ""
    return _known(passage, shift + start, shift + found.end("name")) or name


def _known(passage: Passage, start: int, end: int) -> str:
    return next((one.actor.name for one in passage.named.within(start, end)), "")


@cache
def verbs(lang: str) -> str:
    """Return the verbs of a language as alternatives, the longest first; none for one without a list."""
    listed = shipped("finding/foreign_speech.yml").get(lang, "").split(", ")
    return "|".join(map(re.escape, sorted(filter(None, listed), key=lambda verb: (-len(verb), verb))))
