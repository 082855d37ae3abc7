"""What a person wrote, held against what the article says."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from generator.lint.countries import known, named
from generator.lint.days import days, held, relative_to
from generator.lint.names import names_of, strangers
from generator.lint.numbers import numbers
from generator.lint.quotations import holds, quotations
from generator.lint.source import SourceText
from generator.registry import Registry

Kind = Literal["quote", "number", "date", "name", "country"]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that the article does not hold; a reason to look, but no proof that it is wrong."""

    kind: Kind
    text: str  # as the person wrote it
    start: int  # in the text that was checked

    @property
    def severity(self) -> Literal["error", "warning"]:
        """An error for words put in quotation marks that nobody said, else a warning."""
        return "error" if self.kind == "quote" else "warning"


def lint(text: str, source: SourceText, registry: Registry, *, as_name: bool = False) -> list[Finding]:
    """Return what of a text the article does not hold, in the text's order, each stretch at most once.

    `as_name` is for a text that is a name as a whole, such as an actor's.
    """
    return [] if source.holds(text) else unheld(text, source, registry, as_name=as_name)


def unheld(text: str, source: SourceText, registry: Registry, *, as_name: bool = False) -> list[Finding]:
    """Return what `lint` does, also for a text that the article holds word for word."""
    taken = bytearray(len(text))
    found = []
    for kind, start, end, is_held in _candidates(text, source, registry, as_name=as_name):
        if any(taken[start:end]):
            continue
        if kind != "quote" or not is_held:  # what stands in a quotation that is held may still be a name
            taken[start:end] = b"\1" * (end - start)
        if not is_held:
            found.append(Finding(kind, text[start:end], start))
    return sorted(found, key=lambda finding: finding.start)


def _candidates(
    text: str, source: SourceText, registry: Registry, *, as_name: bool
) -> Iterator[tuple[Kind, int, int, bool]]:
    """Yield what may be missing and whether it is held; what comes first takes its stretch of the text."""
    for quotation in quotations(text):
        yield "quote", quotation.start, quotation.end, holds(source, quotation)
    known_days = source.days | (relative_to(source.date, source.words) if source.date else frozenset())
    for mention in days(text):
        yield "date", mention.start, mention.end, held(mention, known_days, source.numbers)
    for number in numbers(text):
        yield "number", number.start, number.end, number.held(source.numbers)
    entries = named(source, registry)
    for start, end, entry in known(text, registry):
        is_held = entry in entries or source.holds(text[start:end])
        if is_held or entry.kind == "country":
            yield "country", start, end, is_held
    for start, end in strangers(text, names_of(source.text), as_name=as_name):
        yield "name", start, end, False
