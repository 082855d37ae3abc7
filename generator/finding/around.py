"""The verbs of speaking around a quote."""

from typing import TYPE_CHECKING

from generator.finding.passages import Passage
from generator.finding.quoted import Quoted
from generator.finding.speech import listed, speaks
from generator.finding.stances import takes_stance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

_ENDS_SPEECH = (",", "!", "?", "-", "–", "—")
_ENDS = (".", "!", "?")


def verbs_around(passage: Passage, quote: Quoted) -> "Iterator[Token]":
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
