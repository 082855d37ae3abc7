"""The parts of an article, as they are collected."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from generator.model import Fragment
from generator.reading.block import Block
from generator.reading.furniture import Role


@dataclass(frozen=True, slots=True)
class Judged:
    """A block with the part it plays."""

    block: Block
    role: Role

    @property
    def text(self) -> str:
        """The folded text."""
        return self.block.text


@dataclass(frozen=True, slots=True)
class Parts:
    """What is known of an article; absent parts are None or the empty string."""

    headline: Fragment | None = None
    standfirst: Fragment | None = None
    paragraphs: tuple[Fragment, ...] = ()
    caption: str = ""
    credit: str = ""
    byline: str = ""
    agency: str = ""
    dateline: str = ""
    source: str = ""
    lang: str = ""
    date: dt.date | None = None  # from front matter or metadata
    found_date: dt.date | None = None  # from a line of its own or the dateline


def joined(texts: Iterable[str]) -> str:
    """Return the different texts, one a line, in the order of first appearance."""
    return "\n".join(dict.fromkeys(filter(None, texts)))
