"""Words in quotation marks with the one who said them."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from generator.finding.parts import Part, parts
from generator.finding.quoted import Quoted, quoted
from generator.finding.sources import Citation, citations
from generator.finding.speakers import Named, Paragraph, speaker
from generator.finding.stretches import Stretches
from generator.language import has_model
from generator.model import Actor, Article, Quote
from generator.registry import Registry

if TYPE_CHECKING:
    from generator.language import Parse

LEAST_WORDS = 4
MOST_QUOTES = 200
LONGEST = 2_000  # characters of a quote; what is longer is a document
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def find_quotes(article: Article, parse: "Parse", actors: Sequence[Actor], registry: Registry) -> tuple[Quote, ...]:
    """Return the quotes of at least four words whose speaker is an actor, in document order.

    There are none in languages that no model reads.
    """
    if not has_model(article.lang):
        return ()
    found = parts(article, parse)
    carriers: dict[int, list[Citation]] = defaultdict(list)
    for one in citations(found, registry):
        if one.cited:
            carriers[one.part].append(one)
    everyone = Stretches(Named(span.start, span.end, actor) for actor in actors for span in actor.mentions)
    person: Actor | None = None  # named last: who "he" or "she" is
    quotes: list[Quote] = []
    for number, part in enumerate(found):
        named = _named(part, everyone)
        quotes.extend(_in_part(part, named, person, Stretches(carriers[number])))
        person = Paragraph(part.doc, named).person_before(len(part.text)) or person
    return tuple(quotes[:MOST_QUOTES])


def _in_part(
    part: Part, named: Stretches[Named], person: Actor | None, carriers: Stretches[Citation]
) -> Iterator[Quote]:
    paragraph = Paragraph(part.doc, named)
    name = ""
    for said in quoted(part.text, part.doc):
        if not said.alone:
            name = speaker(paragraph, said, paragraph.person_before(said.opens) or person)
        text = part.text[said.start : said.end].rstrip(", ")  # the comma before the closing mark is the sentence's
        span = part.fragment.span(said.start, said.start + len(text))
        if name and span and len(text) <= LONGEST and len(_WORD.findall(text)) >= LEAST_WORDS:
            yield Quote(text, name, span.start, span.end, _channel(said, carriers))


def _channel(said: Quoted, carriers: Stretches[Citation]) -> str:
    """Return the source named in the quote's sentence, outside the quote."""
    around = (*carriers.within(said.before, said.opens), *carriers.within(said.closes, said.after))
    return next((one.entry.name for one in around), "")


def _named(part: Part, everyone: Stretches[Named]) -> Stretches[Named]:
    """Return the actors' names in a part, by offsets into its text."""
    offsets = part.fragment.offsets
    here = everyone.within(offsets[0], offsets[-1] + 1) if offsets else []
    return Stretches(Named(bisect_left(offsets, one.start), bisect_left(offsets, one.end), one.actor) for one in here)
