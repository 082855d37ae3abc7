"""Words in quotation marks with the one who said them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from generator.finding.parts import Part, parts
from generator.finding.sources import citations
from generator.finding.words import shipped
from generator.model import Actor, Article, Quote, Span
from generator.registry import Registry

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from generator.language import Parse

LEAST_WORDS = 4
MOST_CHARACTERS = 2_000
MOST_QUOTES = 200
_PAIRS = re.compile(r"“([^“”]+)(?:”|$)|„([^„“”]+)[“”]|«([^«»]+)»|``(.+?)(?:''|$)|(?<!\w)\"([^\"]+)(?:\"|$)")
_END = re.compile(r"[.!?]['\"”’)]*\s+(?=[^\W\d_a-z]|[\"“„«`])")
_ATTRIBUTED = re.compile(r"\baccording to\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Said:
    """Quoted words at `text[start:end]`, between marks that reach from `opens` to `closes`."""

    start: int
    end: int
    opens: int
    closes: int


@dataclass(frozen=True, slots=True)
class _Named:
    """An actor's name at `text[start:end]` of a part."""

    start: int
    end: int
    actor: Actor


def find_quotes(article: Article, parse: "Parse", actors: Sequence[Actor], registry: Registry) -> tuple[Quote, ...]:
    """Return the quotes that someone is said to have spoken, in document order."""
    found = parts(article, parse)
    seen = citations(found, registry)
    last: Actor | None = None
    quotes: list[Quote] = []
    for number, part in enumerate(found):
        named = _named(part, actors)
        sources = [one for one in seen if one.part == number and one.cited]
        for said in _said(part):
            before = [one.actor for one in named if one.end <= said.opens and one.actor.kind == "person"]
            speaker = _speaker(part, said, named, before[-1] if before else last)
            span = part.fragment.span(said.start, said.end)
            if speaker is not None and span is not None:
                start, end = _sentence(part.text, said)
                channel = next((one.entry.name for one in sources if start <= one.start < end), "")
                quotes.append(Quote(part.text[said.start : said.end], speaker, *span, channel))
        last = next((one.actor for one in reversed(named) if one.actor.kind == "person"), last)
    return tuple(quotes[:MOST_QUOTES])
