"""The running text: its paragraphs, without what stands between, in front of and behind their sentences."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.model import Fragment
from generator.reading.agencies import trailing_mark
from generator.reading.block import Block, Kind, is_closed
from generator.reading.credit import trailing_credit
from generator.reading.dateline import Dateline, dateline
from generator.reading.fold import cut
from generator.reading.front import is_caption_beside_credit, median_length
from generator.reading.furniture import Role
from generator.reading.links import between_links
from generator.reading.monitored import header_end
from generator.reading.parts import Judged
from generator.reading.sign_off import trailing_sign_off
from generator.reading.source import is_site, source, trailing_source

_TIMESTAMP = re.compile(
    r"[(\[]?(?:\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\b\.?)?|\d{1,2}\s?[ap]\.?m\b\.?)(?:\s?(?:GMT|UTC|BST|CET|CEST|ET|EST|EDT|Uhr|local time)\b)?[)\]]?"  # noqa: E501 -- one pattern
    r"\s*(?:[-\u2013—:|]+\s+|(?<=\])\s+)(?=[\"“„«'\u2018]?[^\W\d_a-z])"
)
_END_SIGN = re.compile(
    r"(?:(?<=[.!?…。\"”»)\u2019])\s*(?:Enditem|\(?(?:END|ENDS|MORE|FIN)\)?|-30-|///|###)\.?|[(\uff08]完[)\uff09])$"
)
_LONGEST_END_SIGN = 20  # characters
_LONG_PARAGRAPH = 35  # words: where paragraphs are shorter, a short one above a credit may be running text
_MOST_DROPPED = {
    Role.CREDIT,
    Role.CAPTION,
    Role.NOISE,
    Role.MARK,
    Role.DATE,
    Role.BYLINE,
    Role.AGENCY,
    Role.DATELINE,
    Role.KICKER,
}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text, and what stood before and behind its sentences."""

    fragment: Fragment
    dateline: str = ""
    agency: str = ""
    source: str = ""
    credit: str = ""
    date: dt.date | None = None
    writers: str = ""
    is_lead: bool = False  # the first that is no list of what is known


@dataclass(frozen=True, slots=True)
class Body:
    """The paragraphs of the running text, and the captions that stood between them."""

    paragraphs: tuple[Paragraph, ...]
    captions: tuple[Block, ...]


def body(judged: Sequence[Judged]) -> Body:
    """Return the running text among the blocks from the lead on."""
    end = _end(judged)
    captions = _captions(judged)
    drops_short = _closes_its_sentences(judged)
    kept = [
        item.block
        for index, item in enumerate(judged)
        if index not in captions and _is_running(item, is_inside=index < end, drops_short=drops_short)
    ]
    lead = _lead(kept)
    paragraphs = (
        one for index, block in enumerate(kept) for one in _stretches(_paragraph(block, is_lead=index == lead))
    )
    return Body(
        tuple(p for p in paragraphs if p.fragment.text), tuple(judged[index].block for index in sorted(captions))
    )


def _lead(kept: Sequence[Block]) -> int:
    """Return the index of the first block that is neither an item of a list nor the line over one."""
    items = [block.kind == Kind.ITEM for block in kept]
    over = [block.text[-1] == ":" and any(items[i + 1 : i + 2]) for i, block in enumerate(kept)]
    return next((i for i in range(len(kept)) if not items[i] and not over[i]), 0)


def _end(judged: Sequence[Judged]) -> int:
    """Return the index behind the last block of running text."""
    return max((i + 1 for i, item in enumerate(judged) if item.role == Role.TEXT), default=len(judged))


def _is_running(item: Judged, *, is_inside: bool, drops_short: bool) -> bool:
    if item.role == Role.SOURCE:
        return is_inside and not is_site(source(item.text))
    if item.role == Role.SHORT:
        return not drops_short and item.block.kind != Kind.HEADING
    return item.role not in _MOST_DROPPED


def _closes_its_sentences(judged: Sequence[Judged]) -> bool:
    """Return whether most blocks of text end in closing signs, so that a short one without is a cross-head."""
    text = [item for item in judged if item.role == Role.TEXT]
    return bool(text) and 2 * sum(is_closed(item.text) for item in text) >= len(text)


def _captions(judged: Sequence[Judged]) -> set[int]:
    """Return the indexes of blocks that are captions because a credit stands beside them."""
    typical = median_length(judged)
    found: set[int] = set()
    for index, item in enumerate(judged):
        if item.role not in {Role.CREDIT, Role.AGENCY}:
            continue
        beside = (index - 1, index + 1) if index else (1,)
        for other in beside:
            if other < len(judged) and _may_be_caption(
                judged[other], typical if other < index and typical >= _LONG_PARAGRAPH else 0
            ):
                found.add(other)
                break
    return found


def _may_be_caption(item: Judged, typical: float) -> bool:
    return (
        item.role in {Role.TEXT, Role.SHORT}
        and item.block.kind != Kind.ITEM
        and is_caption_beside_credit(item, typical)
    )


def _paragraph(block: Block, *, is_lead: bool) -> Paragraph:
    fragment = cut(block.fragment, header_end(block.text))
    opening = _opening(fragment.text, is_lead=is_lead)
    fragment = cut(fragment, opening.end) if opening else fragment
    if stamp := _TIMESTAMP.match(fragment.text):
        fragment = cut(fragment, stamp.end())
    return replace(_without_tail(fragment, opening), is_lead=is_lead)


def _stretches(paragraph: Paragraph) -> Iterator[Paragraph]:
    """Yield a paragraph as often as links part its sentences; the first tells what stood before and behind it."""
    for at, one in enumerate(filter(lambda one: one.text, between_links(paragraph.fragment))):
        yield Paragraph(one) if at else replace(paragraph, fragment=one)


def _opening(text: str, *, is_lead: bool) -> Dateline | None:
    found = dateline(text, is_lead=is_lead)
    return found if found and found.end < len(text) else None


def _without_end_sign(text: str) -> str:
    """Return the text without the sign of its wire that the copy ends here: "Enditem", "(END)", "(完)"."""
    last = max(0, len(text) - _LONGEST_END_SIGN)
    found = _END_SIGN.search(text[last:])
    return text[: last + found.start()].rstrip() if found and last + found.start() else text


def _without_tail(fragment: Fragment, opening: Dateline | None) -> Paragraph:
    text = _without_end_sign(fragment.text)
    end, named = trailing_source(text)
    text = text[:end].rstrip()
    text = text[: trailing_sign_off(text)].rstrip()
    end, agency = trailing_mark(text)
    text = text[:end].rstrip()
    end, credit = trailing_credit(text)
    text = text[: trailing_sign_off(text[:end])].rstrip()
    opened = opening or Dateline(0, "", "", None)
    return Paragraph(
        cut(fragment, 0, len(text)), opened.text, opened.agency or agency, named, credit, opened.date, opened.writers
    )
