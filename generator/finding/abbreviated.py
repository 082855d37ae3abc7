"""Names that an article writes in full or in short before it goes on with the other: "Bank of England (BOE)"."""

from collections.abc import Iterable

from generator.finding.acronyms import bracketed, expansions
from generator.finding.joint import joint
from generator.finding.mention import Mention
from generator.finding.names import LONGEST
from generator.finding.parts import Part
from generator.finding.stretches import Stretches
from generator.registry import Entry, Match, Registry


def spelt_out(number: int, part: Part, registry: Registry) -> list[Mention]:
    """Return as mentions what a bracket right behind it abbreviates, and bodies whose ampersand tears them apart."""
    written = list(expansions(part.text))
    taken = Stretches(Match(start, end, "") for start, end in written)
    joined = () if part.unreliable else joint(part.text, registry)
    found = [*written, *(span for span in joined if not taken.meet(*span) and not _is_read(part, *span))]
    return [Mention(number, start, end, part.text[start:end], "ORG") for start, end in found if end - start <= LONGEST]


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
