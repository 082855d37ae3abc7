"""Labels by which copy names its parts: "STANDFIRST: ...", "Image caption, ..."."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from generator.reading.block import Block, Kind
from generator.reading.fold import cut
from generator.reading.words import listed, longest_first

_NEAR_TOP = 8  # blocks in which headline and standfirst are labelled
_PARTS = ("title", "standfirst", "body", "picture")
_SOURCE_AND_CAPTION = re.compile(r"image source,?[^,]{0,80}?(?=image caption\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A block without its label, and whether that said that it is the standfirst."""

    block: Block
    is_standfirst: bool = False


@cache
def _label() -> re.Pattern[str]:
    words = "|".join(f"(?P<{part}>{longest_first(f'{part}_labels')})" for part in _PARTS)
    return re.compile(rf"(?:{words})\s?(?P<sign>[:\uff1a,])\s*", re.IGNORECASE)


def unlabelled(blocks: Iterable[Block]) -> Iterator[Labelled]:
    """Yield the blocks without labels; a label that is a line of its own is that of the next block."""
    waiting = ""
    for index, block in enumerate(blocks):
        for piece in _pieces(block):
            part, bare = _part(piece, is_near_top=index < _NEAR_TOP)
            if part and not bare.text:
                waiting = part
                continue
            yield _as(part or waiting, bare)
            waiting = ""


def _pieces(block: Block) -> list[Block]:
    """Return a credit and a caption that stand in one line as two blocks."""
    found = _SOURCE_AND_CAPTION.match(block.text)
    if found is None:
        return [block]
    fragment = block.fragment
    return [block.with_fragment(cut(fragment, 0, found.end())), block.with_fragment(cut(fragment, found.end()))]


def _part(block: Block, *, is_near_top: bool) -> tuple[str, Block]:
    """Return the part that a block's label names and the block without it; "" and the block without a label."""
    found = _label().match(block.text)
    if found is None:
        return "", block
    part = next(name for name in _PARTS if found[name])
    shouts = found[part].isupper() or found[part].casefold() not in listed("shouted_labels")
    stands = is_near_top or part not in {"title", "standfirst"}
    if (part == "picture") != (found["sign"] == ",") or not shouts or not stands:
        return "", block
    return part, block.with_fragment(cut(block.fragment, found.end()))


def _as(part: str, block: Block) -> Labelled:
    kinds = {"title": Kind.TITLE, "picture": Kind.CAPTION}
    return Labelled(replace(block, kind=kinds.get(part, block.kind)), is_standfirst=part == "standfirst")
