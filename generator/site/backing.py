"""What stands behind the pages of a site, besides their states."""

from dataclasses import dataclass, field

from generator.registry import Desk, Subjects, shipped_subjects
from generator.site.sources import Sources, no_sources


@dataclass(frozen=True, slots=True)
class Backing:
    """The articles, how much of them is shown (`source_text`), and what the desk says of actors and topics."""

    sources: Sources = no_sources
    source_text: str = "cited"
    desk: Desk = Desk()  # noqa: RUF009 -- frozen
    subjects: Subjects = field(default_factory=shipped_subjects)
