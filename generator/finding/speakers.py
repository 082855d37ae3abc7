"""Who said a quote: the subject of a verb of speaking beside it."""

import re
from functools import partial
from itertools import takewhile
from typing import TYPE_CHECKING

from generator.finding.according import according, according_to_medium
from generator.finding.around import verbs_around
from generator.finding.cast import Cast
from generator.finding.cut_off import cut_off
from generator.finding.next_to import Said, between, shot_back, so_named
from generator.finding.passages import Passage
from generator.finding.quoted import Quoted
from generator.finding.ranked import ends_in_rank
from generator.finding.speech import addressed, humans, listed, speaks, subjects, worded
from generator.finding.stances import takes_stance
from generator.finding.things import is_thing, shows
from generator.finding.utterances import authors, is_utterance

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_ENDS = (".", "!", "?")
_HEARD = frozenset({"tell", "ask"})  # verbs behind which the hearer is named
_ASKED = re.compile(r"\?['\"”’]+ $")
_REACH = 4  # words between a verb and a name that the parse did not join


def said_by(passage: Passage, quote: Quoted, cast: Cast) -> Said | None:
    """Return who said a quote, by the words of its own sentence; a medium only where nobody else is named."""
    second = None
    for verb in verbs_around(passage, quote):
        subject, speaker = _speaks(passage, quote, verb, cast)
        if subject and shows(subject, verb):
            continue
        if speaker and not (subject and (passage.is_medium(subject) or _is_thing(subject, verb))):
            return Said(speaker, _worded(passage, verb))
        if speaker and not second:
            second = Said(speaker, _worded(passage, verb))
    beside = shot_back(passage, quote) or so_named(passage, quote)
    return _according(passage, quote, cast) or second or _sent(passage, quote, cast) or beside


def _speaks(passage: Passage, quote: Quoted, verb: "Token", cast: Cast) -> "tuple[Token | None, str]":
    name = between(passage, quote, verb)
    return (None, name) if name else speaker_of(passage, verb, cast)


def _is_thing(subject: "Token", verb: "Token") -> bool:
    """Tell whether somebody else says what a thing says: "she maintains that fear explains", "the study reveals"."""
    tells = is_utterance(subject) and verb.lemma_.lower() not in listed("showing")
    held = subject.tag_ == "NN" and subject.lemma_.lower() not in humans() and not tells
    return held and verb.dep_ == "ccomp" and speaks(verb.head)


def _sent(passage: Passage, quote: Quoted, cast: Cast) -> Said | None:
    """Return whose words a colon opens where no verb says so: "paid his respects in a message to Anna Berg:"."""
    if not passage.text[: quote.opens].rstrip().endswith(":"):
        return None
    held = (word for word in reversed(passage.words(quote.before, quote.opens)) if is_utterance(word))
    found = (cast.who(passage, author) for word in held for author in authors(word))
    return next((Said(name, "said") for name in found if name), None)


def _worded(passage: Passage, verb: "Token") -> str:
    """Return the verb with those to whom it was said; "told" alone for a medium with too long a name."""
    told = addressed(verb)
    to_medium = told and passage.channel(told[0].idx, told[-1].idx + len(told[-1]) + 2)  # "the daily Le Monde"
    said = worded(verb)
    return "told" if to_medium and said == "said" else said


def speaker_of(passage: Passage, verb: "Token", cast: Cast) -> "tuple[Token | None, str]":
    """Return the subject that tells who speaks, if the parse found one, and who that is."""
    if name := _turned_round(passage, verb):
        return None, name
    found = [subject for subject in subjects(verb) if not passage.quotes_at(subject.idx)]
    if not found:
        before = passage.actor_at(verb.nbor(-1).idx) if verb.i else None
        head = None if before and before.kind == "person" else cut_off(verb)  # "the harbour spokesman Jon Berg said"
        name = cast.who(passage, head) if head is not None and not passage.quotes_at(head.idx) else ""
        return (head, name) if name else (None, _beside(passage, verb, cast))
    named = [(subject, name) for subject in found if (name := cast.who(passage, subject))]
    first = [one for one in named if one[0].head == named[0][0].head]  # of several subjects, as of one verb
    first.sort(key=lambda one: (passage.actor_at(one[0].idx) is None, is_thing(one[0])))
    return first[0] if first else (None, "")


def _turned_round(passage: Passage, verb: "Token") -> str:
    """Return the person named right behind a verb that a comma parts from what comes before: ", says Anna Berg"."""
    if verb.i == 0 or verb.nbor(-1).text != "," or verb.i + 1 == len(passage.doc) or takes_stance(verb):
        return ""
    named = next(iter(passage.named.within(verb.nbor().idx, verb.nbor().idx + 1)), None)
    if not named or named.actor.kind != "person" or passage.text[named.end : named.end + 2] in {"'s", "’s"}:
        return ""
    does = any(word.dep_ in _SUBJECTS and word.head != verb for word in passage.words(named.start, named.end))
    return "" if does else named.actor.name  # ", said Anna Berg would come"


def _beside(passage: Passage, verb: "Token", cast: Cast) -> str:
    """Return the name that stands right behind or before a verb whose subject the parse did not find.

    Behind "told" stands who heard it; behind '?" asked' who asks.
    """
    if verb.i > verb.sent.start and verb.nbor(-1).dep_ == "cc":  # "said … and accused"
        earlier = [
            word for word in verb.doc[verb.sent.start : verb.i] if speaks(word) and not passage.quotes_at(word.idx)
        ]
        return speaker_of(passage, earlier[0], cast)[1] if earlier else ""
    heard = verb.lemma_.lower() in _HEARD and not _ASKED.search(passage.text, max(0, verb.idx - _REACH), verb.idx)
    after = () if heard else passage.doc[verb.i + 1 : verb.i + 1 + _REACH]
    behind = list(takewhile(lambda word: word.pos_ != "ADP", after))  # "said in Geneva"
    if called := next((word for word in behind if word.lemma_.lower() in humans() and word.head == verb), None):
        return _apposed(passage, called) or cast.who(passage, called)
    before = reversed(list(passage.doc[max(0, verb.i - _REACH) : verb.i]))
    order = (word for words in (behind, before) for word in takewhile(partial(_goes_on, passage), words))
    found = (passage.actor_at(word.idx) for word in order)
    return next((actor.name for actor in found if actor), "")


def _apposed(passage: Passage, noun: "Token") -> str:
    """Return the person named behind a noun and a comma: "the mayor of Oslo, Anna Berg"."""
    behind = passage.doc[noun.i + 2 : noun.i + 2 + _REACH]
    named = (passage.actor_at(word.idx) for word in behind if word.nbor(-1).text == ",")
    return next((actor.name for actor in named if actor and actor.kind == "person"), "")


def _goes_on(passage: Passage, word: "Token") -> bool:
    """Tell whether a sentence does not end with a word."""
    return not word.text.endswith(_ENDS) or ends_in_rank(passage.text, word.idx + len(word))


def _according(passage: Passage, quote: Quoted, cast: Cast) -> Said | None:
    places = ((quote.closes, quote.after), (quote.before, quote.opens))
    heads = (according(passage, *place) for place in places)
    found = [cast.who(passage, head) for head in heads if head is not None]
    media = (according_to_medium(passage, *place) for place in places)
    return next((Said(name, "said") for name in (*found, *media) if name), None)
