"""Where the running text begins, and what stands before it."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import Fragment
from generator.reading.block import Block, Kind, is_closed, length, sentences
from generator.reading.byline import bare_byline
from generator.reading.credit import has_caption_cue
from generator.reading.dateline import dateline
from generator.reading.dates import is_only_a_date
from generator.reading.furniture import Role
from generator.reading.parts import Judged

_REACH = 14  # blocks in which the running text must have begun
_MOST_HEADLINE_WORDS = 45
_MOST_CAPITAL_WORDS = 60
_LEAST_DECK_WORDS = 4
_MOST_CLOSED_HEADLINE_WORDS = 14
_MOST_CLOSED_WORDS_ABOVE_DATELINE = 20
_MOST_HEADLINE_SENTENCES = 2
_MOST_STANDFIRST_WORDS = 70
_MOST_BEFORE_DATELINE = 4
_MOST_BEFORE_BYLINE_WORDS = 50
_MOST_CAPTION_WORDS = 45
_CAPTION_SHARE = 0.6  # of the median paragraph: longer is no caption without further signs
_BODY = {Role.TEXT, Role.SHORT, Role.KICKER}
_WRITERS = {Role.BYLINE, Role.DATE}
_DECKS = {Role.SHORT, Role.KICKER, Role.NOISE, Role.MARK, *_WRITERS}


@dataclass(frozen=True, slots=True)
class Front:
    """What stands before the running text, and the index of the block at which that begins."""

    headline: Block | None
    standfirst: Block | None
    captions: tuple[Block, ...]
    bylines: tuple[str, ...]
    lead: int


def front(judged: Sequence[Judged], known: Fragment | None) -> Front:
    """Return the front of an article whose headline may be known already."""
    start, headline = _headline(judged, known)
    lead = _lead(judged, start)
    standfirst, captions = _above(judged, start, lead)
    bylines = tuple(filter(None, (bare_byline(item.text) for item in judged[start:lead] if item.role == Role.SHORT)))
    return Front(headline, standfirst, captions, bylines, lead)


def _headline(judged: Sequence[Judged], known: Fragment | None) -> tuple[int, Block | None]:
    """Return the index behind the headline, and the headline's block if there is one."""
    start = next((i for i, item in enumerate(judged[:_REACH]) if item.role in {Role.TEXT, Role.SHORT}), None)
    titled = next((i for i, item in enumerate(judged[:_REACH]) if item.block.kind == Kind.TITLE), start)
    if start is None or titled is None:
        return 0, None
    if known is not None:
        same = next((i for i, item in enumerate(judged[:_REACH]) if same_words(item.text, known.text)), None)
        return (same + 1, judged[same].block) if same is not None else (0, None)
    if judged[titled].block.kind == Kind.TITLE or _reads_as_headline(judged, start):
        return titled + 1, judged[titled].block
    return 0, None


def same_words(one: str, other: str) -> bool:
    """Return whether two texts have the same letters and digits."""
    return _letters(one) == _letters(other) != ""


def _letters(text: str) -> str:
    return "".join(character for character in text[:2000].casefold() if character.isalnum())


def _reads_as_headline(judged: Sequence[Judged], index: int) -> bool:
    text = judged[index].text
    words = length(text)
    if dateline(text, is_lead=False) or judged[index].block.kind == Kind.ITEM:
        return False
    follows = any(item.role in _BODY for item in judged[index + 1 :])
    if text.isupper() and words <= _MOST_CAPITAL_WORDS:
        return follows or not is_closed(text)
    if words > _MOST_HEADLINE_WORDS:
        return False
    if not is_closed(text) or (text[-1] in "”\"\u2019'»)]" and not _ends_sentence(text)):
        return follows or words <= _MOST_CLOSED_HEADLINE_WORDS
    if text[-1] in "?!\uff1f\uff01":
        return follows
    return text[-1] in ".…。”\"\u2019'»)" and _stands_above_text(judged, index)


def _ends_sentence(text: str) -> bool:
    return text.rstrip("”\"\u2019'»)]")[-1:] in ".!?…。"


def _stands_above_text(judged: Sequence[Judged], index: int) -> bool:
    """Return whether a closed first line is short, and a dateline or a longer paragraph follows."""
    text, after = judged[index].text, judged[index + 1 :]
    words = length(text)
    if sentences(text) > _MOST_HEADLINE_SENTENCES:
        return False
    if words <= _MOST_CLOSED_HEADLINE_WORDS and any(i.role == Role.TEXT and length(i.text) > words for i in after):
        return True
    dated = any(i.role == Role.DATELINE or dateline(i.text, is_lead=False) for i in after[:_MOST_BEFORE_DATELINE])
    return dated and words <= _MOST_CLOSED_WORDS_ABOVE_DATELINE


def _lead(judged: Sequence[Judged], start: int) -> int:
    """Return the index of the first block of running text."""
    dated = _dated_lead(judged, start)
    return dated if dated is not None else _undated_lead(judged, start)


def _dated_lead(judged: Sequence[Judged], start: int) -> int | None:
    """Return the index of the block with a dateline or behind one, unless running text stands before it."""
    before = 0
    for index, item in enumerate(judged[start : start + _REACH], start):
        if item.role == Role.DATELINE:
            return index + 1
        if item.role == Role.TEXT:
            if dateline(item.text, is_lead=False):
                return index
            before += item.block.kind != Kind.ITEM
            if length(item.text) > _MOST_STANDFIRST_WORDS or before > _MOST_BEFORE_DATELINE:
                return None
    return None


def _undated_lead(judged: Sequence[Judged], start: int) -> int:
    """Return the index behind the last byline, date or credit that stands above the running text."""
    lead, content = start, 0
    last = max((i for i, item in enumerate(judged) if item.role == Role.TEXT), default=len(judged))
    for index, item in enumerate(judged[start : min(start + _REACH, last)], start):
        if item.role in _WRITERS or _is_bare_byline(judged, index, start, content):
            if content > 1 or _words_between(judged, lead, index) > _MOST_BEFORE_BYLINE_WORDS:
                break
            lead = index + 1
        elif item.role in {Role.CREDIT, Role.AGENCY}:
            if not _closes_front(judged, start, index, content):
                break
            lead, content = index + 1, max(0, content - 1)
        elif item.role == Role.TEXT:
            content += 1
            if content > 2 or length(item.text) > _MOST_STANDFIRST_WORDS:  # noqa: PLR2004
                break
    return _past_decks(judged, lead)


def _words_between(judged: Sequence[Judged], start: int, end: int) -> int:
    return sum(length(item.text) for item in judged[start:end] if item.role == Role.TEXT)


def _closes_front(judged: Sequence[Judged], start: int, index: int, content: int) -> bool:
    """Return whether a credit stands above the running text, not in it."""
    if content == 0:
        return True
    typical = median_length(judged[index:])
    texts = [item for item in judged[start:index] if item.role in _BODY]
    above = texts[-1]
    if above is not judged[index - 1] or length(texts[0].text) >= typical:
        return False
    deck = content == 1 and sentences(above.text) > 1 and length(above.text) < typical
    return deck or is_caption_beside_credit(above, typical)


def is_caption_beside_credit(item: Judged, typical: float) -> bool:
    """Return whether a block next to a credit is its caption: a cue, or one sentence, short for this article."""
    if item.block.kind == Kind.HEADING or length(item.text) > _MOST_CAPTION_WORDS:
        return False
    if has_caption_cue(item.text) or item.role == Role.SHORT:
        return True
    return sentences(item.text) == 1 and length(item.text) < _CAPTION_SHARE * typical


def median_length(judged: Sequence[Judged]) -> float:
    """Return the median number of words of the blocks of running text."""
    lengths = sorted(length(item.text) for item in judged if item.role == Role.TEXT)
    return lengths[len(lengths) // 2] if lengths else 0


def _is_bare_byline(judged: Sequence[Judged], index: int, start: int, content: int) -> bool:
    item = judged[index]
    if item.role != Role.SHORT or item.block.kind == Kind.HEADING or content > 1 or not bare_byline(item.text):
        return False
    follows = next((after for after in judged[index + 1 :] if after.role == Role.TEXT), None)
    above = _words_between(judged, start, index)
    return follows is not None and above < length(follows.text)


def _past_decks(judged: Sequence[Judged], lead: int) -> int:
    """Return the index behind the lines without a closing sign that stand directly above the running text."""
    first = next(
        (i for i, item in enumerate(judged[lead:], lead) if item.role not in _DECKS or _is_time(item)), len(judged)
    )
    return first if first < len(judged) and judged[first].role == Role.TEXT else lead


def _is_time(item: Judged) -> bool:
    """Return whether a block is the time of an entry, below which a line is a cross-head."""
    return item.role == Role.NOISE and is_only_a_date(item.text)


def _above(judged: Sequence[Judged], start: int, lead: int) -> tuple[Block | None, tuple[Block, ...]]:
    """Return the standfirst, and the captions, among the blocks above the running text."""
    above = list(judged[start:lead])
    credited = {i - 1 for i, item in enumerate(above) if item.role in {Role.CREDIT, Role.AGENCY}}
    content = [
        i
        for i, item in enumerate(above)
        if item.role in {Role.TEXT, Role.SHORT}
        and item.block.kind != Kind.ITEM
        and not (item.role == Role.SHORT and bare_byline(item.text))
    ]
    captions = [i for i in content if i in credited and not _is_deck_beside_credit(above[i], content)]
    decks = [i for i in content if i not in captions and not has_caption_cue(above[i].text)]
    decks = [i for i in decks if above[i].role == Role.TEXT] or [i for i in decks if _reads_as_deck(above[i].text)]
    standfirst = decks[0] if decks else None
    return (
        above[standfirst].block if standfirst is not None else None,
        tuple(above[i].block for i in content if i != standfirst and (above[i].role == Role.TEXT or i in captions)),
    )


def _reads_as_deck(text: str) -> bool:
    return length(text) >= _LEAST_DECK_WORDS and ":" not in text


def _is_deck_beside_credit(item: Judged, content: Sequence[int]) -> bool:
    return len(content) == 1 and sentences(item.text) > 1 and not has_caption_cue(item.text)
