"""What stands behind the pages of a site, besides their states."""

from dataclasses import dataclass

from generator.registry import Desk
from generator.site.sources import Sources, no_sources


@dataclass(frozen=True, slots=True)
class Backing:
    """The articles, how much of them is shown (the setting `source_text`), and what the desk says of actors."""

    sources: Sources = no_sources
    source_text: str = "cited"
    desk: Desk = Desk()  # noqa: RUF009 -- frozen
