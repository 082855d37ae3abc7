"""Quotes whose own sentence does not tell who speaks: whoever spoke before goes on."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.finding.cast import Cast
from generator.finding.next_to import Said, signed_by
from generator.finding.passages import Passage
from generator.finding.quoted import Quoted
from generator.finding.speakers import said_by
from generator.finding.spoken_of import spoke_of
from generator.finding.unsaid import is_unsaid

_LETTER = re.compile(r"[^\W\d_]")
_SENTENCE_END = re.compile(r"[a-z]{4,}[.!?;]['\"”’)]*\s+\S")
_FEWEST_WORDS = 6  # of a quote that opens a sentence and is not the whole of it


class Spoken(NamedTuple):
    """A quote in a passage, and who said it."""

    passage: Passage
    quote: Quoted
    said: Said


def spoken(told: Sequence[Passage], cast: Cast) -> Iterator[Spoken]:
    """Yield the quotes of an article whose speaker is told, in order."""
    named = [_named(passage, cast) for passage in told]
    for at in reversed(range(len(told) - 1)):
        if _runs_on(told[at], told[at + 1]) and named[at] == [None]:
            named[at] = named[at + 1][:1]
    last: Said | None = None  # who speaks in the passage before, if it ends with a quote
    for passage, own in zip(told, named, strict=True):
        found = _filled(passage, own, cast, last)
        pairs = zip(passage.quoted, found, strict=True)
        yield from (Spoken(passage, quote, said) for quote, said in pairs if said and not is_unsaid(passage, quote))
        last = _announced(passage, cast) or (found[-1] if found and not _is_left(passage) else None)


def _announced(passage: Passage, cast: Cast) -> Said | None:
    """Return who speaks next by a passage that ends with a colon."""
    end = len(passage.text.rstrip())
    if not passage.text[:end].endswith(":"):
        return None
    sentence = max(sentence.start_char for sentence in passage.doc.sents)
    return said_by(passage, Quoted(end, end, end, end, sentence, end, alone=False), cast)


def _is_left(passage: Passage) -> bool:
    """Tell whether a passage goes on to something else behind its last quote."""
    return bool(_SENTENCE_END.search(passage.text, passage.quoted[-1].closes))


def _runs_on(passage: Passage, after: Passage) -> bool:
    """Tell whether a passage is one quote that goes on in the next, which opens with a mark too."""
    first, second = passage.quoted[:1], after.quoted[:1]
    opened = bool(first and second) and not any(
        _LETTER.search(one.text[: quote.opens]) for one, quote in ((passage, first[0]), (after, second[0]))
    )
    return opened and not first[0].closed and not passage.text[first[0].closes :].strip()


def _named(passage: Passage, cast: Cast) -> list[Said | None]:
    """Return who said each quote of a passage by the words of its own sentence."""
    quotes = passage.quoted
    found = [(None if quote.alone else _told(passage, quote, cast)) or signed_by(passage, quote) for quote in quotes]
    for at in reversed(range(len(quotes) - 1)):
        if found[at] is None and _are_one(passage, quotes[at], quotes[at + 1]):
            found[at] = found[at + 1]
    return found


def _told(passage: Passage, quote: Quoted, cast: Cast) -> Said | None:
    return spoke_of(passage, quote, cast) or said_by(passage, quote, cast)


def _filled(passage: Passage, named: Sequence[Said | None], cast: Cast, last: Said | None) -> list[Said | None]:
    """Return who said each quote, for those of nobody named whoever spoke before."""
    found, quotes = list(named), passage.quoted
    for at, quote in enumerate(quotes):
        before = quotes[at - 1] if at else None
        if found[at] is None and before and (_are_one(passage, before, quote) or _follows(passage, before, quote)):
            found[at] = found[at - 1]
        elif found[at] is None and quote.alone:
            found[at] = (None if _LETTER.search(passage.text[: quote.opens]) else last) or _in_turn(
                passage, quote, cast
            )
    return found


def _are_one(passage: Passage, first: Quoted, second: Quoted) -> bool:
    """Tell whether two quotes stand in one sentence: "A" and "B", she said."""
    between = passage.text[first.closes : second.opens]
    ended = passage.text[: first.end].endswith(".")
    return not ended and not re.search(r"[.!?;:]", between) and _LETTER.search(between) is not None


def _follows(passage: Passage, first: Quoted, second: Quoted) -> bool:
    """Tell whether a quote that opens a sentence goes on with what the one before it says."""
    attributed = passage.text[: second.end].endswith(",") and second.closes < second.after
    named = passage.named.within(second.closes, second.after) if attributed else ()
    opens = second.alone or (
        second.before == second.opens
        and len(passage.words(second.start, second.end)) >= _FEWEST_WORDS
        and not any(one.actor.kind == "person" for one in named)
    )
    return opens and len(_SENTENCE_END.findall(passage.text[first.closes : second.opens + 1])) <= 1


def _in_turn(passage: Passage, quote: Quoted, cast: Cast) -> Said | None:
    """Return whom the sentence before a quote is about."""
    name = cast.about((passage.number, quote.opens))
    return Said(name, "said") if name else None
