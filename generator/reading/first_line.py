"""The first line of a seed: a headline, even where the same words would be furniture further down."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from generator.model import Fragment
from generator.reading.block import is_closed, length
from generator.reading.credit import trailing_credit
from generator.reading.fold import cut
from generator.reading.furniture import Role
from generator.reading.names import are_names, has_picture_agency, is_person, words_of
from generator.reading.parts import Judged
from generator.reading.score import is_score
from generator.reading.words import listed, longest_first

_ABOVE = {Role.KICKER, Role.DATE, Role.DATELINE, Role.MARK, Role.AGENCY}
_FEWEST_WORDS = 2
_MOST_WORDS = 30
_SIGNATURE = re.compile(
    r"\s+(?:@\s)?-{2,}\s(?:@\s)?By\s(?P<names>[^-]{4,80}?)"
    r"(?:\s(?:@\s)?Staff (?:Reporter|Writer|Correspondent)s?\b.{0,60})?$"
)
_ARCHIVED = re.compile(r"[A-Z]{2,5} \d{1,2} [A-Z]{3} \d{2,4} / (?=\S)")  # as databases of papers put it before
_MOST_NAME_WORDS = 2  # four words in capitals are a headline as well
_PREFIXES = 3  # "CORRECTED-UPDATE 2-"
_LONGEST_FRAME = 50  # characters
_PLUS = re.compile(r"\+{2,4} ?(?P<inside>[^+]+?) ?\+{2,4}")
_LOWER = "(?=.*[a-zà-ÿ])"  # all of a headline in capitals may open with a word of the wire


@cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"(?:{longest_first('headline_labels')})\s?:\s+(?=\S)", re.IGNORECASE)


@cache
def _prefix() -> re.Pattern[str]:
    words, urgent = longest_first("wire_prefixes"), longest_first("urgent_words")
    joined = rf"(?:{words.upper()})(?:-\d{{1,2}} {_LOWER}|(?: \d{{1,2}})?(?:- ?(?=\S)| [-\u2013—] {_LOWER}))"
    parted = rf"(?:{urgent.upper()})(?: \d{{1,2}})?(?:: |/){_LOWER}|(?:UPDATE|WRAPUP) \d{{1,2}}: "
    return re.compile(rf"{joined}|{parted}|\((?i:{words}|{urgent})\) ?")


@cache
def _framed() -> re.Pattern[str]:
    words = f"{longest_first('wire_prefixes')}|{longest_first('urgent_words')}"
    marker = rf"(?:{words})(?: \d{{1,2}})?(?:,? \d{{1,2}}[:.]\d{{2}})?"
    return re.compile(rf"(?P<frame>\+{{2,4}}|\*{{2,4}}|={{2,4}}|/{{2,4}}) ?{marker} ?(?P=frame):? ?", re.IGNORECASE)


def labels_headline(text: str) -> bool:
    """Return whether a line opens with a label such as "Explainer:" and reads on as a headline does."""
    label = _label().match(text)
    if label is None:
        return False
    rest = text[label.end() :]
    if not _FEWEST_WORDS <= length(rest) <= _MOST_WORDS or rest.startswith(("http", "www.", "@")):
        return False
    return not _names_owner(rest) and not (is_closed(rest) and rest[-1] in ".)") and not trailing_credit(text)[1]


def _names_owner(rest: str) -> bool:
    """Return whether what stands behind "Photo:" or "Source:" is who it belongs to."""
    a_person = is_person(rest) and length(rest) <= _MOST_NAME_WORDS
    return has_picture_agency(rest) or a_person or ("/" in rest and are_names(words_of(rest), frozenset()))


def with_headline_first(judged: Sequence[Judged]) -> list[Judged]:
    """Return the blocks with the first line as one that may be the headline, though its label made it furniture."""
    for index, item in enumerate(judged):
        if item.role in {Role.NOISE, Role.CAPTION, Role.CREDIT, Role.SOURCE} and (
            labels_headline(item.text) or is_score(item.text)
        ):
            return [*judged[:index], replace(item, role=Role.SHORT), *judged[index + 1 :]]
        if item.role not in _ABOVE and any(character.isalnum() for character in item.text):
            break
    return list(judged)


def without_wire_prefix(headline: Fragment) -> Fragment:
    """Return a headline without what a wire or an archive puts before it: "UPDATE 2-", "(LEAD) ", "HP 01 MAR 93 / ".

    A marker between plus signs goes as well: "++ Update ++", "+++ EILMELDUNG +++".
    """
    if archived := _ARCHIVED.match(headline.text):
        headline = cut(headline, archived.end())
    for _ in range(_PREFIXES):
        prefix = _framed().match(headline.text) or _prefix().match(headline.text)
        if prefix is None or prefix.end() == len(headline.text):
            break
        headline = cut(headline, prefix.end())
    return _unframed(headline)


def _unframed(headline: Fragment) -> Fragment:
    """Return a headline without the marker behind it, "Port Opens +++ Update +++", and without plus signs around it."""
    last = max(0, len(headline.text) - _LONGEST_FRAME)
    behind = next((one for one in _framed().finditer(headline.text, last) if one.end() == len(headline.text)), None)
    if behind and behind.start():
        return cut(headline, 0, behind.start())
    whole = _PLUS.fullmatch(headline.text)
    return cut(headline, whole.start("inside"), whole.end("inside")) if whole else headline


def without_signature(headline: Fragment) -> tuple[Fragment, str]:
    """Return a headline without the writers behind dashes, and who they are: "Port Opens --- By Jane Doe"."""
    found = _SIGNATURE.search(headline.text)
    if not found or not found.start() or not are_names(words_of(found["names"]), listed("byline_words")):
        return headline, ""
    return cut(headline, 0, found.start()), found["names"]
