"""Who is named right beside a quote, without a verb of speaking that the parse joins to it."""

import re
from typing import TYPE_CHECKING, NamedTuple

from generator.finding.passages import Named, Passage
from generator.finding.quoted import Quoted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

_DASH = re.compile(r"['\"”]*\s*(?:[–—_-]|--)\s*(?=[A-Z])")
_LETTER = re.compile(r"[^\W\d_]")
_TITLE = 20  # characters before a name behind a dash: "President", "Foreign Minister"
_ENDS = (".", "!", "?")
_SO = re.compile(r",? so (?=[^\W\d_])")
_WORDS = re.compile(r"(?:[\w’'-]+ )*")  # "the minister "
_SO_ENDS = re.compile(r"[.;,](?=\s|$)|\s*$")
_APPOSED = re.compile(r"(?:\.(?=,))?\s*(?:(?:,[^,;:\"“”«»]{1,80}){1,3},)?\s*")  # ", D-Mass.,"


class Said(NamedTuple):
    """A speaker, an actor or the words for one, with the verb as it may stand behind the name."""

    speaker: str
    verb: str


def between(passage: Passage, quote: Quoted, verb: "Token") -> str:
    """Return who is named between a quote and a verb, but for what is apposed: '" Kennedy, D-Mass., said'."""
    named = passage.named.within(quote.closes, verb.idx)[:1] if verb.idx > quote.closes else []
    for one in named:
        alone = not _LETTER.search(passage.text[quote.closes : one.start])
        if alone and _APPOSED.fullmatch(passage.text, one.end, verb.idx) and not passage.channel(one.start, one.end):
            return one.actor.name
    return ""


def shot_back(passage: Passage, quote: Quoted) -> Said | None:
    """Return who is named right behind a quote with a comma and then does anything: '," Anna Berg shot back'.

    So is who is named behind that: '," reckoned Anna Berg'.
    """
    if not passage.text[: quote.closes].rstrip("\"”“»«'’").endswith(","):
        return None
    words = passage.words(quote.closes, quote.after)
    verbs = [word for word in words if word.tag_ in {"VBD", "VBZ"}]
    if verbs and words[0] == verbs[0] and (named := _behind(passage, verbs[0])):
        return Said(named, verbs[0].lower_)
    found = (between(passage, quote, verb) or _before(passage, quote, verb) for verb in verbs)
    return next((Said(name, "said") for name in found if name), None)


def so_named(passage: Passage, quote: Quoted) -> Said | None:
    """Return whose name ends the sentence behind a quote and "so", as machines translate German: '", so Berg.'."""
    found = _SO.match(passage.text, quote.closes)
    if not found:
        return None
    for one in passage.named.within(found.end(), found.end() + _TITLE)[:1]:
        if _SO_ENDS.match(passage.text, one.end) and _WORDS.fullmatch(passage.text, found.end(), one.start):
            return Said(one.actor.name, "said")
    return None


def _before(passage: Passage, quote: Quoted, verb: "Token") -> str:
    """Return the one person whose name stands between a quote and a verb: '," entomologist Anna Berg of Leeds told'."""
    named = passage.named.within(quote.closes, verb.idx)
    people = {one.actor.name for one in named if one.actor.kind == "person"}
    return next(iter(people)) if len(people) == 1 else ""


def _behind(passage: Passage, verb: "Token") -> str:
    """Return the person whose name stands right behind a verb."""
    after = verb.idx + len(verb) + 1
    named = passage.named.within(after, after + 1)[:1]
    return next((one.actor.name for one in named if one.start == after and one.actor.kind == "person"), "")


def signed_by(passage: Passage, quote: Quoted) -> Said | None:
    """Return whose name stands behind a dash behind a quote, or alone with a colon before it."""
    lead = passage.text[: quote.opens].rstrip()
    if lead.endswith(":"):
        before = passage.named.within(len(lead) - 2, len(lead))
        return _named(one for one in before if one.end == len(lead) - 1 and not _is_told(passage, quote, one))
    whole = quote.before == quote.opens or passage.text[: quote.end].endswith(_ENDS)
    match = _DASH.match(passage.text, quote.closes) if whole else None
    named = passage.named.within(match.end(), match.end() + _TITLE) if match else []
    return _named(one for one in named if not passage.text.startswith(":", one.end))


def _is_told(passage: Passage, quote: Quoted, one: Named) -> bool:
    """Tell whether a sentence does something before a name, so that the name is not all that stands before a colon."""
    return any(word.pos_ in {"VERB", "AUX"} for word in passage.words(quote.before, one.start))


def _named(found: "Iterable[Named]") -> Said | None:
    return next((Said(one.actor.name, "") for one in found), None)
