"""Sentences: the model's boundaries, corrected by rules for quotations, brackets and abbreviations."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.language.parsing import Parse
from generator.language.quotation import Enclosures, Stretch, enclosures
from generator.language.rules import Rules, rules
from generator.model import Article, Fragment, Sentence, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

_LAST_WORD = re.compile(r"[\w.&\u2019'-]*$")
_FIRST_WORD = re.compile(r"[^\w\s]{0,3}(\w+)")
_QUOTATION = re.compile(r"[\"“«„](?:[^\"”»“\s]+\s+){2}[^\"”»“\s]")
_INITIALS = re.compile(r"(?:^|[^\w\s])[^\W\d_]$")
_LETTERS = re.compile(r"[^\W\d_]{2}")
_LONGEST_WORD = 40
LONGEST = 2_000  # characters of a sentence; on news one in 30,000 is longer, and that is a list
_LONGEST_ORDINAL = 2  # "the 1. FC Köln", "am 4. Februar"
_ATTRIBUTION = 40  # characters behind a quotation among which a verb of saying goes on with its sentence
_SHORT_NAME = 4  # up to so many letters it may be an abbreviation that no list knows


@dataclass(frozen=True, slots=True)
class _Gap:
    """A place where a sentence might end: its punctuation, the end of it with closing marks, and what follows."""

    punctuation: str
    word: str  # before the punctuation
    quoted: bool  # a mark closes right behind the punctuation
    start: int  # of the punctuation
    end: int
    next: int  # first character that is not white space
    voted: bool  # the model begins a sentence here
    begins: str  # the word that follows


def sentences(article: Article, parse: Parse) -> tuple[Sentence, ...]:
    """Return the sentences of the running text, in order; quotations and brackets stay whole.

    One longer than LONGEST comes in pieces. A sentence of a paragraph that does not stand in the seed as such gets
    the empty span 0, 0.
    """
    return tuple(
        _sentence(paragraph, stretch, number)
        for number, (paragraph, doc) in enumerate(zip(article.paragraphs, parse.paragraphs, strict=True))
        for stretch in _bounded(paragraph.text, doc)
    )


def first_sentence(fragment: Fragment, doc: "Doc") -> str:
    """Return the first sentence of a fragment, "" for a blank one."""
    return next((fragment.text[stretch.start : stretch.end] for stretch in _bounded(fragment.text, doc)), "")


def _sentence(paragraph: Fragment, stretch: Stretch, number: int) -> Sentence:
    span = paragraph.span(*stretch) or Span(0, 0)
    return Sentence(paragraph.text[stretch.start : stretch.end], span.start, span.end, number)


def _bounded(text: str, doc: "Doc") -> Iterator[Stretch]:
    """Yield the sentences, those longer than LONGEST in pieces, so that no page grows beyond all reading."""
    for stretch in split(text, _starts(doc)):
        start = stretch.start
        while stretch.end - start > LONGEST:
            space = text.rfind(" ", start + LONGEST // 2, start + LONGEST + 1)
            cut = space if space > 0 else start + LONGEST
            yield Stretch(start, cut)
            start = _skip_space(text, cut)
        yield Stretch(start, stretch.end)


def _starts(doc: "Doc") -> list[int]:
    return [token.idx for token in doc if token.is_sent_start]


def split(text: str, starts: Sequence[int]) -> Iterator[Stretch]:
    """Split a paragraph into sentences; `starts` are the offsets at which the model begins one, rising."""
    known = rules()
    enclosed = enclosures(text, known)
    caseless = text == text.lower()
    start = _skip_space(text, 0)
    worded = _first_word_end(text, start)
    for gap in _gaps(text, starts, enclosed, known):
        if gap.next >= len(text) or gap.end < worded or _is_inside(gap.end, enclosed):
            continue
        if _is_boundary(text, gap, known, caseless=caseless):
            yield Stretch(start, gap.end)
            start = gap.next
            worded = _first_word_end(text, start)
    end = len(text.rstrip())
    if start < end:
        yield Stretch(start, end)


def _gaps(text: str, starts: Sequence[int], enclosed: Enclosures, known: Rules) -> Iterator[_Gap]:
    for match in known.terminal.finditer(text):
        end = match.end()
        while end < len(text) and _closes(text, end, enclosed, known):
            end += 1
            end += text[end : end + 1] == " " and end + 1 in enclosed.closing  # 'Enough!' "
        following = _skip_space(text, end)
        begins = _FIRST_WORD.match(text, following, following + _LONGEST_WORD)
        before = _LAST_WORD.search(text, max(0, match.start() - _LONGEST_WORD), match.start())
        yield _Gap(
            punctuation=match.group(),
            word=before.group() if before else "",
            quoted=end > match.end(),
            start=match.start(),
            end=end,
            next=following,
            voted=bisect_right(starts, following) > bisect_right(starts, match.start()),
            begins=begins.group(1) if begins else "",
        )


def _closes(text: str, here: int, enclosed: Enclosures, known: Rules) -> bool:
    if here in enclosed.closing:
        return True
    return text[here] in known.closing and here not in enclosed.opening


def _is_inside(here: int, enclosed: Enclosures) -> bool:
    index = bisect_right(enclosed.stretches, (here, 0)) - 1
    return index >= 0 and enclosed.stretches[index].start < here < enclosed.stretches[index].end


def _is_boundary(text: str, gap: _Gap, known: Rules, *, caseless: bool) -> bool:
    first = text[gap.next]
    if first in known.never_first:
        return False
    if gap.next == gap.end:
        return _is_boundary_without_space(text, gap, known)
    if first.islower() or gap.begins[:1].islower():
        return gap.voted and (caseless or _is_lowercase_name(text, gap))
    if gap.punctuation == ".":
        return _ends_with_full_stop(gap, known) or _says_next(text, gap, known)
    if gap.quoted:
        return gap.voted and not _is_attribution(text, gap, known)
    return gap.voted or gap.begins in known.starters or gap.word[:1].islower()


def _is_attribution(text: str, gap: _Gap, known: Rules) -> bool:
    """Tell `“Why now?” Putin asked` from a quotation that a new sentence follows."""
    words = text[gap.next : gap.next + _ATTRIBUTION].split()
    return gap.begins not in known.starters and any(word.rstrip(".,:") in known.saying for word in words)


def _ends_with_full_stop(gap: _Gap, known: Rules) -> bool:
    word, starter = gap.word.lstrip("\u2019'"), gap.begins in known.starters
    is_time = word in known.times_of_day and gap.begins in known.zones
    if gap.quoted or word in known.never_end or is_time:
        return gap.quoted
    if word in known.before_numbers:
        return not gap.begins[:1].isdigit() and (starter or gap.voted)
    if word.isdigit() and len(word) <= _LONGEST_ORDINAL:
        return starter or gap.voted
    if _INITIALS.search(word) and word not in known.may_end:
        return starter
    if word in known.may_end or (word[:1].isupper() and len(word) <= _SHORT_NAME):
        return starter or gap.voted
    return True


def _says_next(text: str, gap: _Gap, known: Rules) -> bool:
    """Tell whether a quotation begins behind a short name that is more than a nickname: 'EFE. "No vamos a ceder"'."""
    plain = gap.word.isalpha() and gap.word not in known.never_end | known.before_numbers
    return plain and len(gap.word) > 1 and _QUOTATION.match(text, gap.next) is not None


def _is_boundary_without_space(text: str, gap: _Gap, known: Rules) -> bool:
    """Tell a space forgotten ("further.The two") from an address or a name ("Booking.Com", "Yahoo!News")."""
    if gap.punctuation[-1] in known.wide:
        return True
    before, behind = text[max(0, gap.start - 2) : gap.start], text[gap.next : gap.next + 1]
    if not (before.isalpha() and before.islower() and (behind.isupper() or behind in known.closers)):
        return False
    return "." not in gap.word and gap.begins.lower() not in known.domains


def _is_lowercase_name(text: str, gap: _Gap) -> bool:
    """Tell a name such as "iPhone", "eBay" or "al-Shabab" from a sentence that goes on."""
    word = text[gap.next : gap.next + _LONGEST_WORD].split(maxsplit=1)[0]
    return not gap.quoted and not (word.islower() or word.istitle()) and word[1:].lower() != word[1:]


def _first_word_end(text: str, start: int) -> int:
    """Return where the first two letters in a row end: what has none, such as "1.", is no sentence."""
    match = _LETTERS.search(text, start)
    return match.end() if match else len(text)


def _skip_space(text: str, here: int) -> int:
    while here < len(text) and text[here].isspace():
        here += 1
    return here
