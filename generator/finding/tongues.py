"""Passages of an article in another language than its own, of which its model makes names of every noun."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.finding.foreign import known_mentions
from generator.finding.mention import Mention
from generator.finding.parts import Part
from generator.finding.stretches import Stretches
from generator.language import AUTO, detect
from generator.registry import Registry

if TYPE_CHECKING:
    from spacy.tokens import Doc

_SMALL = re.compile(r"\b[^\W\d_A-Z][^\W\d_]*\b")
_FEWEST_SMALL = 4  # words, beside names: lists of foreign names are no foreign sentences
_MOST_OWN = 0.25  # of the small words may be among the commonest of the article's language
_UNSURE = frozenset({AUTO, "en"})  # what `detect` answers, too, where it cannot tell


@dataclass(frozen=True, slots=True)
class Aside:
    """A sentence in another language at `part.text[start:end]`."""

    start: int
    end: int
    lang: str


def at_home(parts: Sequence[Part], seen: Iterable[Mention], lang: str, registry: Registry) -> Iterator[Mention]:
    """Yield the mentions outside of foreign passages, and of the names in those what the registry knows."""
    passages = {number: found for number, part in enumerate(parts) if (found := list(_foreign(part, lang)))}
    kept = {number: Stretches(found) for number, found in passages.items()}
    yield from (one for one in seen if one.part not in kept or not kept[one.part].meet(one.start, one.end))
    for number, found in passages.items():
        for passage in found:
            known = known_mentions(parts[number : number + 1], passage.lang, registry)
            inside = (replace(one, part=number) for one in known)
            yield from (one for one in inside if passage.start <= one.start and one.end <= passage.end)


def _foreign(part: Part, lang: str) -> Iterator[Aside]:
    """Yield the whole part, or else the sentences of it, that another language stands in."""
    whole = _told_in(part.doc, 0, len(part.doc), lang)
    spans = [(0, len(part.doc), whole)] if whole else []
    spans = spans or [(one.start, one.end, _told_in(part.doc, one.start, one.end, lang)) for one in part.doc.sents]
    for start, end, found in spans:
        if found:
            yield Aside(part.doc[start].idx, part.doc[end - 1].idx + len(part.doc[end - 1]), found)


def _told_in(doc: "Doc", start: int, end: int, lang: str) -> str:
    """Return which other language words are surely in, the empty string for none."""
    small = [word for word in doc[start:end] if _SMALL.fullmatch(word.text)]
    if len(small) < _FEWEST_SMALL or sum(word.is_stop for word in small) > _MOST_OWN * len(small):
        return ""
    found = detect(" ".join(word.text for word in small))
    return found if found not in _UNSURE | {lang} else ""
