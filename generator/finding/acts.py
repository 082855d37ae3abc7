"""Countries whose government speaks or decides: "the British government said", not "British engineers said"."""

import re
from collections.abc import Collection, Iterator
from functools import cache
from typing import TYPE_CHECKING

from generator.finding.mention import Mention
from generator.finding.parts import Part
from generator.finding.speech import speaks
from generator.finding.words import words
from generator.lists import shipped
from generator.registry import Entry, Registry, fold

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECT = "nsubj"
_EVENTS = frozenset({"EVENT", "WORK_OF_ART", "LAW"})
_CAPITAL_AFTER = re.compile(r" ([A-Z][\w’-]+)")
_BEFORE_NOUNS = frozenset({"compound", "amod", "nmod"})
_LONGEST_DEMONYM = 2  # words: "South Korean"


def acts(number: int, part: Part, registry: Registry) -> Iterator[Mention]:
    """Yield as a country's name what its government is called where that is the subject of such a verb."""
    for word in part.doc:
        if word.dep_ == _SUBJECT and word.lower_ in _listed("governments") and _acts(word.head):
            start, country = _owner(word, registry)
            if country:
                end = word.idx + len(word)
                yield Mention(number, start, end, part.text[start:end], entry=country)


def governed(part: Part, start: int, end: int, seat: Entry, registry: Registry) -> Entry | None:
    """Return the country whose capital speaks or decides at `text[start:end]`: "Beijing said it respected that".

    In Brussels that is the European Union, unless the article tells of Belgium.
    """
    span = part.doc.char_span(start, end) if seat.kind == "place" and seat.code else None
    if span is None or span.root.ent_type_ == "PERSON" or fold(span.text) in words().given:
        return None
    word = span.root.head if span.root.dep_ == "conj" and span.root.head.pos_ == "PROPN" else span.root
    told = any(child.dep_ in {"amod", "compound", "det", "poss"} for child in span.root.children if child not in span)
    states = word.dep_ == _SUBJECT and not told and (speaks(word.head) or _lemma_in(word.head, "governing"))
    union = registry.get("European Union") if seat.code == "BE" and "Belg" not in part.text else None
    return (union or registry.country(seat.code)) if states else None


def is_private(part: Part, start: int, end: int) -> bool:
    """Tell whether a country's acronym only says whence somebody is, or opens an event's: "US funds", "U.S. Open"."""
    span = part.doc.char_span(start, end)
    if span is None or not part.text[start:end].isupper() or part.text.startswith(("'", "’"), end):
        return False
    events = (one for one in part.doc.ents if one.label_ in _EVENTS and one.start <= span.start < span.end <= one.end)
    behind = _CAPITAL_AFTER.match(part.text, end)
    named = any(len(one) > len(span) for one in events) or (behind and fold(behind[1]) in words().not_actor_words)
    return bool(named) or (span.root.dep_ in _BEFORE_NOUNS and span.root.head.lower_ in _listed("private"))


def is_towns(said: Collection[str]) -> bool:
    """Tell whether an article with these words tells of what towns do, so that its capitals are but such."""
    return not _listed("towns").isdisjoint(said)


def _lemma_in(verb: "Token", name: str) -> bool:
    return verb.pos_ == "VERB" and verb.lemma_.lower() in _listed(name)


def _acts(verb: "Token") -> bool:
    return speaks(verb) or _lemma_in(verb, "deciding")


def _owner(noun: "Token", registry: Registry) -> tuple[int, Entry | None]:
    """Return the country whose adjective stands right before, and where that starts."""
    for count in range(_LONGEST_DEMONYM, 0, -1):
        before = noun.doc[max(0, noun.i - count) : noun.i]
        country = registry.demonym(before.text) if len(before) == count and before.text[:1].isupper() else None
        if country:
            return before.start_char, country
    return noun.idx, None


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(shipped("finding/acts.yml")[name].split())
