"""A block: what stands between two breaks of a seed, before it is known what it is."""

import re
import unicodedata
from dataclasses import dataclass, replace
from enum import StrEnum

from generator.model import Fragment

_IDEOGRAMS = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_IDEOGRAMS_A_WORD = 2
_OPEN_ENDS = frozenset("%‰&#*@_/\\§†‡")  # punctuation to Unicode that ends no sentence
_TITLES = ("Mr", "Mrs", "Ms", "Dr", "St", "Prof", "Gen", "Gov", "Sen", "Rep", "Col", "Lt", "vs")
_NO_TITLE = "".join(rf"(?<!\b{title})" for title in _TITLES)
_SENTENCE_END = re.compile(
    _NO_TITLE + r"(?<![\s.][A-Z])[.!?…]['\"”\u2019»)\]]*\s+(?=[\"“\u2018«(]?[^\W\d_a-z])|[。\uff01\uff1f]"
)


class Kind(StrEnum):
    """What markup says of a block."""

    TEXT = "text"
    TITLE = "title"
    HEADING = "heading"
    ITEM = "item"
    CAPTION = "caption"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the seed, and what its markup says of it."""

    fragment: Fragment
    kind: Kind = Kind.TEXT

    @property
    def text(self) -> str:
        """The folded text."""
        return self.fragment.text

    def with_fragment(self, fragment: Fragment) -> "Block":
        """Return this block with other text."""
        return replace(self, fragment=fragment)


def length(text: str) -> int:
    """Return the number of words; two ideograms count as one."""
    return len(text.split()) + len(_IDEOGRAMS.findall(text)) // _IDEOGRAMS_A_WORD


def is_closed(text: str) -> bool:
    """Return whether the text ends in a closing sign: a full stop, a colon, a quotation mark, a bracket."""
    last = text[-1:] or "a"
    return last not in _OPEN_ENDS and unicodedata.category(last).startswith("P")


def sentences(text: str) -> int:
    """Return roughly how many sentences the text has."""
    return 1 + sum(1 for match in _SENTENCE_END.finditer(text) if match.end() < len(text))
