"""Sentences that report what a party says: whose account it is."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from generator.finding.cast import Cast
from generator.finding.offices import Offices
from generator.finding.parts import parts
from generator.finding.passages import Passage, passages
from generator.finding.speakers import speaker_of
from generator.finding.speech import speaks
from generator.language import has_model
from generator.model import Actor, Article, Claim, Sentence
from generator.registry import Registry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from generator.language import Parse

_ACCORDING = re.compile(r"\baccording to\s+", re.IGNORECASE)
_CHIEF = frozenset({"ROOT", "parataxis"})
_DEEPEST = 4  # "was quoted as saying that": how far below the verb what is said may hang


def find_claims(
    article: Article, parse: "Parse", actors: Sequence[Actor], registry: Registry, said: Sequence[Sentence]
) -> tuple[Claim, ...]:
    """Return a claim for each of these sentences that says no more than what a party says.

    There are none in languages that no model reads.
    """
    if not has_model(article.lang):
        return ()
    told = list(passages(parts(article, parse), actors, registry))
    cast = Cast(told, actors, Offices(registry, article.date))
    found = ((sentence, _placed(sentence, told)) for sentence in said)
    claims = (_claim(sentence, *place, cast) for sentence, place in found if place)
    return tuple(claim for claim in claims if claim)


def _placed(sentence: Sentence, told: Sequence[Passage]) -> tuple[Passage, int, int] | None:
    """Return where a sentence stands: a passage, with start and end in its text."""
    for passage in told:
        place = passage.place(sentence.start, sentence.end)
        if place and not passage.part.headline:
            return (passage, *place)
    return None


def _claim(sentence: Sentence, passage: Passage, start: int, end: int, cast: Cast) -> Claim | None:
    channel = passage.channel(start, end)
    for verb in _verbs(passage, start, end):
        subject, party = speaker_of(passage, verb, cast)
        if party and not (subject and passage.is_medium(subject)):
            return Claim(sentence.start, sentence.end, party, "" if channel == party else channel)
    party = _according(passage, start, end, cast)
    return Claim(sentence.start, sentence.end, party, "" if channel == party else channel) if party else None


def _verbs(passage: Passage, start: int, end: int) -> "Iterator[Token]":
    """Yield the main verbs of a sentence that say something: "said" but not "said a prayer"."""
    for word in passage.words(start, end):
        if (
            word.dep_ in _CHIEF
            and speaks(word)
            and not passage.quotes_at(word.idx)
            and _says(passage, word, start, end)
        ):
            yield word


def _says(passage: Passage, verb: "Token", start: int, end: int) -> bool:
    """Tell whether a clause or words in quotation marks hang on a verb."""
    below = [verb]
    for _ in range(_DEEPEST):
        below = [child for word in below for child in word.children]
        if any(word.dep_ == "ccomp" for word in below):
            return True
    return verb.dep_ == "parataxis" or any(start <= quote.opens < end for quote in passage.quoted)


def _according(passage: Passage, start: int, end: int, cast: Cast) -> str:
    """Return the party, no medium, that a sentence is according to."""
    match = _ACCORDING.search(passage.text, start, end)
    if not match or passage.quotes_at(match.start()):
        return ""
    heads = [word for word in passage.words(match.end(), end) if word.dep_ == "pobj" and word.head.lower_ == "to"]
    return cast.who(passage, heads[0]) if heads and not passage.is_medium(heads[0]) else ""
