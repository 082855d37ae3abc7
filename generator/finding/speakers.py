"""Who said a quote: the subject of a verb of speaking beside it."""

import re
from functools import partial
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from generator.finding.according import according, according_to_medium
from generator.finding.cast import Cast
from generator.finding.passages import Named, Passage
from generator.finding.quoted import Quoted
from generator.finding.ranked import ends_in_rank
from generator.finding.speech import addressed, humans, listed, speaks, subjects, worded
from generator.finding.stances import takes_stance
from generator.finding.things import shows
from generator.finding.utterances import authors, is_utterance

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Token

_DASH = re.compile(r"['\"”]*\s*(?:[–—_-]|--)\s*(?=[A-Z])")
_LETTER = re.compile(r"[^\W\d_]")
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_TITLE = 20  # characters before a name behind a dash: "President", "Foreign Minister"
_ENDS_SPEECH = (",", "!", "?", "-", "–", "—")
_ENDS = (".", "!", "?")
_REACH = 4  # words between a verb and a name that the parse did not join
_APPOSED = re.compile(r"(?:\.(?=,))?\s*(?:(?:,[^,;:\"“”«»]{1,80}){1,3},)?\s*")  # ", D-Mass.,"


class Said(NamedTuple):
    """A speaker, an actor or the words for one, with the verb as it may stand behind the name."""

    speaker: str
    verb: str


def said_by(passage: Passage, quote: Quoted, cast: Cast) -> Said | None:
    """Return who said a quote, by the words of its own sentence; a medium only where nobody else is named."""
    second = None
    for verb in _verbs(passage, quote):
        subject, speaker = _between(passage, quote, verb) or speaker_of(passage, verb, cast)
        if subject and shows(subject, verb):
            continue
        if speaker and not (subject and (passage.is_medium(subject) or _is_thing(subject, verb))):
            return Said(speaker, _worded(passage, verb))
        if speaker and not second:
            second = Said(speaker, _worded(passage, verb))
    return _according(passage, quote, cast) or second or _sent(passage, quote, cast) or _shot_back(passage, quote)


def _between(passage: Passage, quote: Quoted, verb: "Token") -> "tuple[None, str] | None":
    """Return who is named between a quote and a verb, but for what is apposed: '" Kennedy, D-Mass., said'."""
    named = passage.named.within(quote.closes, verb.idx)[:1] if verb.idx > quote.closes else []
    for one in named:
        alone = not _LETTER.search(passage.text[quote.closes : one.start])
        if alone and _APPOSED.fullmatch(passage.text, one.end, verb.idx) and not passage.channel(one.start, one.end):
            return None, one.actor.name
    return None


def _shot_back(passage: Passage, quote: Quoted) -> Said | None:
    """Return who is named right behind a quote with a comma and then does anything: '," Anna Berg shot back'."""
    if not passage.text[: quote.closes].rstrip("\"”“»«'’").endswith(","):
        return None
    verbs = (word for word in passage.words(quote.closes, quote.after) if word.tag_ in {"VBD", "VBZ"})
    found = (_between(passage, quote, verb) for verb in verbs)
    return next((Said(one[1], "said") for one in found if one), None)


def _is_thing(subject: "Token", verb: "Token") -> bool:
    """Tell whether somebody else says what a thing says: "she maintains that fear explains"."""
    held = subject.tag_ == "NN" and subject.lemma_.lower() not in humans() and not is_utterance(subject)
    return held and verb.dep_ == "ccomp" and speaks(verb.head)


def _sent(passage: Passage, quote: Quoted, cast: Cast) -> Said | None:
    """Return whose words a colon opens where no verb says so: "paid his respects in a message to Anna Berg:"."""
    if not passage.text[: quote.opens].rstrip().endswith(":"):
        return None
    held = (word for word in reversed(passage.words(quote.before, quote.opens)) if is_utterance(word))
    found = (cast.who(passage, author) for word in held for author in authors(word))
    return next((Said(name, "said") for name in found if name), None)


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
    before.sort(key=lambda verb: not _reaches(passage, verb, quote))
    behind = [word for word in passage.words(quote.closes, quote.after) if speaks(word)]
    asides = [word for word in behind if _is_aside(word)]
    behind = [word for word in behind if word not in asides]
    ended = passage.text[: quote.closes].rstrip("\"”“»«'’ ").endswith(_ENDS_SPEECH)
    ended = ended or passage.text[quote.closes :].lstrip("'\"”").startswith(",")
    announced = bool(before) and passage.text[: quote.opens].rstrip().endswith((",", ":"))
    ended = ended and not (announced and passage.text[: quote.end].endswith(_ENDS))  # 'She said, "Oh?" He left.'
    yield from (*behind, *before, *asides) if ended else (*before, *behind, *asides)


def _reaches(passage: Passage, verb: "Token", quote: Quoted) -> bool:
    """Tell whether a quote hangs on a verb before it: not on that of "those who argue are"."""
    first = passage.words(quote.start, quote.end)[:1]
    return any(verb in word.ancestors for word in first)


def _is_aside(verb: "Token") -> bool:
    """Tell whether a verb speaks of something else than a quote before it: "the hearing, which he called in May"."""
    relative = {child.dep_ for child in verb.children if child.lower_ in listed("relative")}
    judges = verb.lemma_.lower() in listed("judging")
    return (
        judges
        or takes_stance(verb)
        or (verb.dep_ == "relcl" and bool(relative) and not relative & {"nsubj", "nsubjpass"})
    )


def speaker_of(passage: Passage, verb: "Token", cast: Cast) -> "tuple[Token | None, str]":
    """Return the subject that tells who speaks, if the parse found one, and who that is."""
    if name := _turned_round(passage, verb):
        return None, name
    found = [subject for subject in subjects(verb) if not passage.quotes_at(subject.idx)]
    if not found:
        return None, _beside(passage, verb)
    named = [(subject, name) for subject in found if (name := cast.who(passage, subject))]
    first = [one for one in named if one[0].head == named[0][0].head]  # of several subjects, as of one verb
    return next((one for one in first if passage.actor_at(one[0].idx)), named[0] if named else (None, ""))


def _turned_round(passage: Passage, verb: "Token") -> str:
    """Return the person named right behind a verb that a comma parts from what comes before: ", says Anna Berg"."""
    if verb.i == 0 or verb.nbor(-1).text != "," or verb.i + 1 == len(passage.doc) or takes_stance(verb):
        return ""
    named = next(iter(passage.named.within(verb.nbor().idx, verb.nbor().idx + 1)), None)
    if not named or named.actor.kind != "person" or passage.text[named.end : named.end + 2] in {"'s", "’s"}:
        return ""
    does = any(word.dep_ in _SUBJECTS and word.head != verb for word in passage.words(named.start, named.end))
    return "" if does else named.actor.name  # ", said Anna Berg would come"


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


def _according(passage: Passage, quote: Quoted, cast: Cast) -> Said | None:
    places = ((quote.closes, quote.after), (quote.before, quote.opens))
    heads = (according(passage, *place) for place in places)
    found = [cast.who(passage, head) for head in heads if head is not None]
    media = (according_to_medium(passage, *place) for place in places)
    return next((Said(name, "said") for name in (*found, *media) if name), None)


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
