"""Quotes behind "spoke of", which say what somebody called something: 'Berg spoke of a "step on a long road"'."""

import re
from typing import TYPE_CHECKING

from generator.finding.cast import Cast
from generator.finding.next_to import Said
from generator.finding.passages import Passage
from generator.finding.quoted import Quoted
from generator.finding.speakers import speaker_of
from generator.finding.speech import is_passive, listed
from generator.finding.things import is_thing

if TYPE_CHECKING:
    from spacy.tokens import Token

_OF = re.compile(r"\b(\w+) of(?: an?| the)? $")
_FAR = 40  # characters before a quote


def spoke_of(passage: Passage, quote: Quoted, cast: Cast) -> Said | None:
    """Return who speaks of what stands in a quote right behind."""
    found = _OF.search(passage.text, max(quote.before, quote.opens - _FAR), quote.opens)
    verb = next(iter(passage.words(found.start(1), found.end(1))), None) if found else None
    if verb is None or not _speaks(verb):
        return None
    subject, name = speaker_of(passage, verb, cast)
    if subject and (passage.is_medium(subject) or is_thing(subject)):
        return None
    return Said(name, "said") if name else None


def _speaks(verb: "Token") -> bool:
    """Tell whether somebody speaks: not "did not speak of", "was spoken of"."""
    denied = any(child.dep_ == "neg" for child in verb.children)
    return verb.lemma_.lower() in listed("speaking_of") and not denied and not is_passive(verb)
