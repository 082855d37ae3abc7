"""An article's parts with the actors named in them, for telling who speaks."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.finding.marks import uses_single
from generator.finding.outlets import is_office, is_outlet
from generator.finding.parts import Part
from generator.finding.quoted import Quoted, quoted
from generator.finding.sources import Citation, citations
from generator.finding.stretches import Stretches
from generator.model import Actor
from generator.registry import Registry

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Named:
    """An actor's name at `text[start:end]`."""

    start: int
    end: int
    actor: Actor


class Passage:
    """A parsed part with the actors named in it and what stands in quotation marks."""

    def __init__(  # noqa: PLR0913 -- a part with all that was found in it
        self,
        number: int,
        part: Part,
        named: Stretches[Named],
        carriers: Stretches[Citation],
        *,
        singly: bool,
        of_office: bool = False,
    ) -> None:
        """All offsets count in the text of the part.

        `singly` tells that its quotes stand in single marks, `of_office` that "the agency" is none of news.
        """
        self.number = number
        self.part = part
        self.doc = part.doc
        self.text = part.text
        self.quoted: list[Quoted] = list(quoted(part.text, part.doc, singly=singly))
        self.named = named
        self.carriers = carriers
        self._of_office = of_office
        self._inside = Stretches(self.quoted)
        self._starts = [word.idx for word in part.doc]

    def words(self, start: int, end: int) -> "list[Token]":
        """Return the words that start in `text[start:end]`."""
        return list(self.doc[bisect_left(self._starts, start) : bisect_left(self._starts, end)])

    def place(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where a stretch of the seed stands in the text, None for one that stands elsewhere."""
        offsets = self.part.fragment.offsets
        if start >= end or not offsets or not offsets[0] <= start < end <= offsets[-1] + 1:
            return None
        return bisect_left(offsets, start), bisect_left(offsets, end)

    def actor_at(self, offset: int) -> Actor | None:
        """Return the actor named at an offset."""
        return next((one.actor for one in self.named.within(offset, offset + 1)), None)

    def quotes_at(self, offset: int) -> bool:
        """Tell whether an offset stands in quotation marks."""
        return self._inside.meet(offset, offset + 1)

    def channel(self, start: int, end: int) -> str:
        """Return the source named first in `text[start:end]` as the carrier of what is reported there."""
        return next((one.entry.name for one in self.carriers.within(start, end)), "")

    def is_medium(self, word: "Token") -> bool:
        """Tell whether a word is what carries what others say: "Tass", "the news agency"."""
        if self.channel(word.idx, word.idx + 1):
            return True
        return is_outlet(word) and not (self._of_office and word.lemma_.lower() == "agency")


def passages(found: Sequence[Part], actors: Sequence[Actor], registry: Registry, lang: str = "en") -> Iterator[Passage]:
    """Yield the parts of an article in a language as passages."""
    carriers: dict[int, list[Citation]] = defaultdict(list)
    for one in citations(found, registry, lang):
        if one.cited:
            carriers[one.part].append(one)
    everyone = Stretches(Named(span.start, span.end, actor) for actor in actors for span in actor.mentions)
    singly = uses_single([part.text for part in found if not part.headline])
    cited = [Stretches(carriers[number]) for number in range(len(found))]
    office = any(_has_office(part, here) for part, here in zip(found, cited, strict=True))
    for number, part in enumerate(found):
        yield Passage(number, part, _named(part, everyone), cited[number], singly=singly, of_office=office)


def _has_office(part: Part, carriers: Stretches[Citation]) -> bool:
    """Tell whether an agency of something else than news is named."""
    return any(
        word.lemma_.lower() == "agency" and is_office(word) and not carriers.meet(word.idx, word.idx + len(word))
        for word in part.doc
    )


def _named(part: Part, everyone: Stretches[Named]) -> Stretches[Named]:
    offsets = part.fragment.offsets
    here = everyone.within(offsets[0], offsets[-1] + 1) if offsets else []
    return Stretches(Named(bisect_left(offsets, one.start), bisect_left(offsets, one.end), one.actor) for one in here)
