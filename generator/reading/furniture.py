"""What a block is, judged by its own words alone."""

import re
from enum import StrEnum
from functools import cache

from generator.reading.agencies import agency, bare_agency, trailing_mark, whole_mark
from generator.reading.block import Block, Kind, is_closed, length
from generator.reading.byline import byline
from generator.reading.credit import credit, is_caption, trailing_credit
from generator.reading.dateline import standing_dateline
from generator.reading.dates import find_date, is_only_a_date
from generator.reading.desk_note import is_desk_note
from generator.reading.page_note import is_page_note
from generator.reading.rights import is_rights
from generator.reading.score import is_score
from generator.reading.sign_off import is_sign_off
from generator.reading.source import source
from generator.reading.words import listed, longest_first

_MOST_SHORT_WORDS = 10
_MOST_HEADING_WORDS = 20  # more, with a full stop, is a paragraph marked up as a heading
_QUOTATION_MARKS = '"“”„\u201a\u2018«»\u2039\u203a`「『'
_MOST_LINK_WORDS = 25
_MOST_NOTICE_WORDS = 16
_MOST_DATE_CHARACTERS = 120
_AGENCY_JOINT = re.compile(r"\s[-\u2013—|]\s")
_MOST_JOB_WORDS = 4
_MOST_CAPTION_WORDS = 60
_ADDRESS = re.compile(
    r"https?://\S+|www\.\S+|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+|@\w{2,30}"
    r"|\S{3,80}\.(?:com|org|net|de|ch|co\.uk|int)(?:/\S*)?",
    re.IGNORECASE,
)
_ADVANCE = re.compile(r"[$&]?adv ?\d{1,2}", re.IGNORECASE)  # the day a wire's text is for
_ADDRESS_LABEL = re.compile(r"[\w ]{1,20}:\s+")
_BETWEEN_ADDRESSES = re.compile(r"[\s,;|]+")


class Role(StrEnum):
    """The part a block plays."""

    TEXT = "text"
    SHORT = "short"  # a line without a closing sign: a headline, a cross-head, a table cell
    CREDIT = "credit"
    CAPTION = "caption"
    BYLINE = "byline"
    DATELINE = "dateline"
    SOURCE = "source"
    MARK = "mark"
    AGENCY = "agency"  # a bare "Reuters" or "© dpa": a credit beside a picture, a mark at the end
    DATE = "date"
    NOISE = "noise"
    KICKER = "kicker"


@cache
def _lead_in() -> re.Pattern[str]:
    return re.compile(rf"[-\u2013—>»►▶→*•|\s]{{0,4}}(?:{longest_first('lead_ins')})\s?(?::|>|»|\|)", re.IGNORECASE)


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(rf"[-\u2013—>»►▶→*•\s]{{0,4}}(?:{longest_first('openings')})(?!\w)", re.IGNORECASE)


@cache
def _notice() -> re.Pattern[str]:
    return re.compile(rf"[-\u2013—+*=#\s]{{0,6}}(?:{longest_first('notices')})(?!\w)", re.IGNORECASE)


def role(block: Block) -> Role:
    """Return what a block is by its words and its markup; where it stands is judged later."""
    text = block.text
    reads_on = is_closed(text) and length(text) > _MOST_SHORT_WORDS
    if block.kind == Kind.TITLE or (
        block.kind == Kind.HEADING and not (reads_on and length(text) > _MOST_HEADING_WORDS)
    ):
        return Role.SHORT
    if (block.kind == Kind.TABLE and not reads_on) or is_noise(text):
        return Role.NOISE
    if _is_job(text):
        return Role.NOISE
    if text.casefold().strip(" :.|+*=#!-\u2013—") in listed("kickers") or _ADVANCE.fullmatch(text) or _is_notice(text):
        return Role.KICKER
    return _signed(text) or _pictured(block) or _plain(text)


def _is_job(text: str) -> bool:
    """Return whether a line is what a writer is: "Health correspondent", "Staff Writer"."""
    words = text.casefold().split()
    return len(words) <= _MOST_JOB_WORDS and words[-1] in listed("jobs") and (len(words) == 1 or text[0].isupper())


def _is_notice(text: str) -> bool:
    """Return whether a line says when the text may be used: "EMBARGOED UNTIL 0001 GMT"."""
    return length(text) <= _MOST_NOTICE_WORDS and text[-1] not in '?"”' and _notice().match(text) is not None


def _signed(text: str) -> Role | None:
    """Return the role of a line that says who, when or where from."""
    if source(text):
        return Role.SOURCE
    if is_only_a_date(_behind_agency(text)):
        return Role.DATE if find_date(text) else Role.NOISE
    if bare_agency(text):
        return Role.AGENCY
    if whole_mark(text):
        return Role.MARK
    if byline(text):
        return Role.BYLINE
    return Role.DATELINE if standing_dateline(text) else None


def _behind_agency(text: str) -> str:
    """Return what stands behind an agency and a dash or stroke, before a stroke: "KYODO NEWS - Mar 5, 2024 | World"."""
    name, *rest = _AGENCY_JOINT.split(text[:_MOST_DATE_CHARACTERS], maxsplit=1)
    return rest[0].partition("|")[0] if rest and agency(name) else text


def _pictured(block: Block) -> Role | None:
    if credit(block.text):
        return Role.CREDIT
    if block.kind == Kind.CAPTION or is_caption(block.text):
        return Role.CAPTION
    ends_in_credit = length(block.text) <= _MOST_CAPTION_WORDS and trailing_credit(block.text)[1]
    return Role.CAPTION if ends_in_credit else None


def _plain(text: str) -> Role:
    is_open = not is_closed(text) and trailing_mark(text)[0] == len(text)
    is_short = is_open and length(text) <= _MOST_SHORT_WORDS and text[0] not in _QUOTATION_MARKS
    return Role.SHORT if is_short else Role.TEXT


def is_noise(text: str) -> bool:
    """Return whether a block is an advertisement, a link, a rule, a copyright line or a sign-off."""
    if not any(character.isalnum() for character in text):
        return True
    words = length(text)
    if len(text) <= 60 and text.casefold().strip(" :.!|[]") in listed("alone") | {"-30"}:  # noqa: PLR2004
        return True
    if words <= _MOST_LINK_WORDS and (_lead_in().match(text) or _opening().match(text) or _are_addresses(text)):
        return True
    return is_rights(text) or is_sign_off(text) or is_desk_note(text) or is_page_note(text) or is_score(text)


def _are_addresses(text: str) -> bool:
    """Return whether a block is nothing but addresses, behind a label perhaps."""
    label = _ADDRESS_LABEL.match(text)
    listed = _BETWEEN_ADDRESSES.split(text[label.end() if label else 0 :].rstrip("."))
    return all(_ADDRESS.fullmatch(one) for one in listed)
