"""Who said a quote: the subject of a verb of speaking beside it."""

import re
from functools import partial
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from generator.finding.cast import Cast
from generator.finding.passages import Named, Passage
from generator.finding.quoted import Quoted
from generator.finding.ranked import ends_in_rank
from generator.finding.speech import addressed, speaks, subjects, worded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Token

_ACCORDING = re.compile(r"\baccording to\s+(?:the\s+)?", re.IGNORECASE)
_DASH = re.compile(r"['\"”]*\s*(?:[–—_-]|--)\s*(?=[A-Z])")
_TITLE = 20  # characters before a name behind a dash: "President", "Foreign Minister"
_ENDS_SPEECH = (",", "!", "?", "-", "–", "—")
_ENDS = (".", "!", "?")
_REACH = 4  # words between a verb and a name that the parse did not join


class Said(NamedTuple):
    """A speaker, an actor or the words for one, with the verb as it may stand behind the name."""

    speaker: str
    verb: str


def said_by(passage: Passage, quote: Quoted, cast: Cast) -> Said | None:
    """Return who said a quote, by the words of its own sentence; a medium only where nobody else is named."""
    medium = None
    for verb in _verbs(passage, quote):
        subject, speaker = speaker_of(passage, verb, cast)
        if speaker and not (subject and passage.is_medium(subject)):
            return Said(speaker, _worded(passage, verb))
        if speaker and not medium:
            medium = Said(speaker, _worded(passage, verb))
    return _according(passage, quote) or medium


def _worded(passage: Passage, verb: "Token") -> str:
    """Return the verb with those to whom it was said; a medium is named as the channel."""
    told = addressed(verb)
    to_medium = told and passage.channel(told[0].idx, told[-1].idx + len(told[-1]) + 2)  # "the daily Le Monde"
    return "told" if to_medium else worded(verb)


def _verbs(passage: Passage, quote: Quoted) -> "Iterator[Token]":
    """Yield the verbs of speaking around a quote, the likeliest first.

    Behind a quote that ends like a sentence stands who said it; before one that is a part of the sentence.
    """
    before = [word for word in reversed(passage.words(quote.before, quote.opens)) if speaks(word)]
    behind = [word for word in passage.words(quote.closes, quote.after) if speaks(word)]
    ended = passage.text[: quote.closes].rstrip("\"”“»«'’ ").endswith(_ENDS_SPEECH)
    ended = ended or passage.text[quote.closes :].lstrip("'\"”").startswith(",")
    yield from (*behind, *before) if ended else (*before, *behind)


def speaker_of(passage: Passage, verb: "Token", cast: Cast) -> "tuple[Token | None, str]":
    """Return the subject that tells who speaks, if the parse found one, and who that is."""
    if name := _turned_round(passage, verb):
        return None, name
    found = [subject for subject in subjects(verb) if not passage.quotes_at(subject.idx)]
    if not found:
        return None, _beside(passage, verb)
    named = ((subject, cast.who(passage, subject)) for subject in found)
    return next((one for one in named if one[1]), (None, ""))


def _turned_round(passage: Passage, verb: "Token") -> str:
    """Return the person named right behind a verb that a comma parts from what comes before: ", says Anna Berg"."""
    if verb.i == 0 or verb.nbor(-1).text != "," or verb.i + 1 == len(passage.doc):
        return ""
    named = next(iter(passage.named.within(verb.nbor().idx, verb.nbor().idx + 1)), None)
    owns = named and passage.text[named.end : named.end + 2] in {"'s", "’s"}
    return named.actor.name if named and named.actor.kind == "person" and not owns else ""


def _beside(passage: Passage, verb: "Token") -> str:
    """Return the name that stands right behind or before a verb whose subject the parse did not find."""
    behind = passage.doc[verb.i + 1 : verb.i + 1 + _REACH]
    before = reversed(list(passage.doc[max(0, verb.i - _REACH) : verb.i]))
    order = (word for words in (behind, before) for word in takewhile(partial(_goes_on, passage), words))
    found = (passage.actor_at(word.idx) for word in order)
    return next((actor.name for actor in found if actor), "")


def _goes_on(passage: Passage, word: "Token") -> bool:
    """Tell whether a sentence does not end with a word."""
    return not word.text.endswith(_ENDS) or ends_in_rank(passage.text, word.idx + len(word))


def _according(passage: Passage, quote: Quoted) -> Said | None:
    for start, end in ((quote.closes, quote.after), (quote.before, quote.opens)):
        match = _ACCORDING.search(passage.text, start, end)
        actor = passage.actor_at(match.end()) if match else None
        if actor:
            return Said(actor.name, "said")
    return None


def signed_by(passage: Passage, quote: Quoted) -> Said | None:
    """Return whose name stands behind a dash behind a quote, or alone with a colon before it."""
    lead = passage.text[: quote.opens].rstrip()
    if lead.endswith(":"):
        return _named(one for one in passage.named.within(len(lead) - 2, len(lead)) if one.end == len(lead) - 1)
    match = _DASH.match(passage.text, quote.closes)
    named = passage.named.within(match.end(), match.end() + _TITLE) if match else []
    return _named(one for one in named if not passage.text.startswith(":", one.end))


def _named(found: "Iterable[Named]") -> Said | None:
    return next((Said(one.actor.name, "") for one in found), None)
