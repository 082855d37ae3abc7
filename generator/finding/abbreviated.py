"""Names that an article writes in full or in short before it goes on with the other: "Bank of England (BOE)"."""

import re
from collections.abc import Iterable, Iterator

from generator.finding.acronyms import bracketed, expansions
from generator.finding.joint import joint
from generator.finding.mention import Mention
from generator.finding.names import LONGEST, bounds, is_name
from generator.finding.parts import Part
from generator.finding.stretches import Stretches
from generator.finding.words import words
from generator.registry import Entry, Match, Registry, fold

# Up to six words with capitals, with "of" and the like between.
_BODY = re.compile(
    r"(?<![\w’'-])(?:[A-Z][\w’'-]{,30} (?:(?:of|for|and|the) ){,2}){1,6}([A-Z][\w-]{,30})(?= \([A-Z]{2,6}\))"
)


def spelt_out(number: int, part: Part, registry: Registry) -> list[Mention]:
    """Return as mentions what a bracket right behind it abbreviates, and bodies whose ampersand tears them apart."""
    written = list(expansions(part.text))
    taken = Stretches(Match(start, end, "") for start, end in written)
    joined = () if part.unreliable else joint(part.text, registry)
    found = [*written, *(span for span in joined if not taken.meet(*span) and not _is_read(part, *span))]
    return [Mention(number, start, end, part.text[start:end], "ORG") for start, end in found if end - start <= LONGEST]


def foreign_short(number: int, part: Part, registry: Registry) -> Iterator[Mention]:
    """Yield bodies by their last word where capitals in brackets follow, and these: they may be of another language.

    "Panhellenic Seamen's Federation (PNO)".
    """
    if part.unreliable:
        return
    for found in _BODY.finditer(part.text):
        short = bracketed(part.text, found.end())
        if short is None or fold(found.group(1)) not in words().organisation_words:
            continue
        start, end = bounds(part.text, found.start(), found.end(), registry, person=False)
        name = part.text[start:end]
        if end == found.end() and " " in name and is_name(name, registry, person=False) and not registry.get(name):
            called = part.text[slice(*short)]
            yield Mention(number, start, end, name, "ORG", hint="organisation", short=called)
            yield Mention(number, *short, called, "ORG")


def abbreviated(number: int, part: Part, known: Iterable[Match[Entry]]) -> list[Mention]:
    """Return the acronyms in brackets behind known bodies as mentions of these."""
    bodies = (match for match in known if match.value.kind == "organisation")
    found = ((match, span) for match in bodies if (span := bracketed(part.text, match.end)))
    return [Mention(number, start, end, part.text[start:end], entry=match.value) for match, (start, end) in found]


def _is_read(part: Part, start: int, end: int) -> bool:
    """Tell whether the parser has found a body that holds all of a name."""
    return any(
        one.start_char <= start and end <= one.end_char and one.label_ in {"ORG", "FAC"} for one in part.doc.ents
    )
