"""Plain text to blocks: which line goes on in the next, and where a paragraph ends."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.reading.block import Block, Kind, is_closed
from generator.reading.dateline import dateline
from generator.reading.entities import fold_decoded
from generator.reading.first_line import labels_headline
from generator.reading.fold import INVISIBLE, cut, fold_part
from generator.reading.furniture import Role, role

_INVISIBLE = re.compile(f"[{INVISIBLE}]")
_ITEM = re.compile(r"(?:[-*+•‣·▪●■◦►▶\u2013—]|\(?\d{1,2}[.)])[ \t\xa0]+(?=\S)")
_BULLET = re.compile(r"(?:[*•‣·▪●■◦►▶]|[-+\u2013—](?=\s))\s*")
_WIDE_GAP = re.compile(r"\S(?:[ ]{3,}|\t[\s]*)(?=\S)")
_LOWER_WORD = re.compile(r"[a-zß-öø-ÿ]{2,}(?:[\s,;]|$)")
_JOINT = re.compile(r"(?:(?<=[.!?])|(?<=[.!?][\"”’'])); (?=[\"“‘'`]*[A-Z])")
_PARTED = re.compile(r"[^\W\d_]-$")
_SHORTEST_JOINED = 40  # characters; what is shorter is an item of a list ("Acme Inc.; Bolt Corp.; Nut Ltd.")
_LEAST_BROKEN_WORDS = 3
_WIDEST = 120  # no hard-wrapped text is wider
_MOST_WIDE_LINES = 0.1  # of the lines in groups, in text that is hard-wrapped nevertheless
_NEAR = 0.8  # of the width: most lines that another follows are at least so long in hard-wrapped text
_NEAR_SHARE = 0.4
_LEAST_NEAR = 3
_LONG_LINE = 0.6  # of the width: a longer line without a closing sign goes on
_LONG_PROSE = 80  # characters; the same where the width is not known
_MOST_CELL_CHARACTERS = 30
_LEAST_DOUBLE_SPACED = 6
_DOUBLE_SPACED_SHARE = 0.35


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: where its visible text stands, and how far it is indented."""

    start: int
    end: int
    text: str
    indent: int


def blocks(text: str) -> tuple[Block, ...]:
    """Return the blocks of plain text, folded."""
    groups = _undouble(_groups(text))
    width = _wrap_width(groups)
    runs = [run for index, group in enumerate(groups) for run in _runs(group, width, first=index == 0)]
    return tuple(_block(text, run) for run in _mended(runs))


def _groups(text: str) -> list[list[Line]]:
    """Return the lines between blank lines, page breaks and paragraph separators."""
    groups: list[list[Line]] = [[]]
    start = 0
    for raw in text.splitlines(keepends=True):
        pieces = _pieces(raw, start)
        for number, line in enumerate(pieces, 1):
            if line:
                groups[-1].append(line)
            if line is None or number < len(pieces) or raw[-1] in "\f\u2029":
                groups.append([])
        start += len(raw)
    return [group for group in groups if group]


def _pieces(raw: str, start: int) -> list[Line | None]:
    """Return a line taken apart where a feed has joined paragraphs with a semicolon behind the full stop."""
    pieces = []
    done = 0
    for joint in _JOINT.finditer(raw):
        if joint.start() - done >= _SHORTEST_JOINED:
            pieces.append(_line(raw[done : joint.start()], start + done))
            done = joint.end()
    return [*pieces, _line(raw[done:], start + done)]


def _line(raw: str, start: int) -> Line | None:
    visible = _INVISIBLE.sub("", raw)
    stripped = visible.strip()
    if not stripped:
        return None
    indent = len(visible.expandtabs(4)) - len(visible.expandtabs(4).lstrip()) if raw[0].isspace() else 0
    return Line(start, start + len(raw), stripped, indent)


def _undouble(groups: list[list[Line]]) -> list[list[Line]]:
    """Return one group if blank lines stand inside sentences throughout, as in double-spaced copy."""
    if len(groups) < _LEAST_DOUBLE_SPACED or any(len(group) > 1 for group in groups):
        return groups
    lines = [group[0] for group in groups]
    goes_on = sum(not is_closed(a.text) and b.text[0].islower() for a, b in pairwise(lines))
    return [lines] if goes_on > _DOUBLE_SPACED_SHARE * len(lines) else groups


def _wrap_width(groups: Sequence[Sequence[Line]]) -> int:
    """Return the width at which the text is hard-wrapped, 0 if it is not."""
    lengths = [len(line.text) for group in groups if len(group) > 1 for line in group]
    narrow = [length for length in lengths if length <= _WIDEST]
    if not narrow or len(lengths) - len(narrow) > _MOST_WIDE_LINES * len(lengths):
        return 0
    width = max(narrow)
    followed = [len(line.text) for group in groups for line in group[:-1]]
    near = sum(_NEAR * width <= length <= width for length in followed)
    return width if near >= max(_LEAST_NEAR, _NEAR_SHARE * len(followed)) else 0


def _runs(group: Sequence[Line], width: int, *, first: bool) -> Iterator[list[Line]]:
    """Yield the lines of each paragraph of a group."""
    run = [group[0]]
    for index, line in enumerate(group[1:]):
        if _goes_on(run, line, width, may_be_headline=first and index == 0):
            run.append(line)
        else:
            yield run
            run = [line]
    yield run


def _goes_on(  # noqa: PLR0911 -- one for each reason
    run: Sequence[Line], after: Line, width: int, *, may_be_headline: bool
) -> bool:
    before = run[-1]
    if _is_row(before.text) or _is_row(after.text) or _opens_report(after.text):
        return False
    if _PARTED.search(before.text) and after.text[0].islower():
        return True
    closed = is_closed(before.text)
    indented = after.indent > before.indent + 1 and not _ITEM.match(before.text)
    full = _is_full(before, after, width)
    if indented and (closed or not full):
        return False
    if full:
        return not (closed and _ITEM.match(after.text))
    if _ITEM.match(after.text) or _is_furniture(after):
        return False
    if _is_furniture(before) and not (may_be_headline and labels_headline(before.text)):
        return False
    if may_be_headline and before.text.isupper() and after.text.isupper():
        return not _is_kicker(before)
    if closed:
        return bool(width) and after.text[0].islower()
    return after.text[0].islower() or (not may_be_headline and _is_long(before, width))


def _mended(runs: Sequence[list[Line]]) -> Iterator[list[Line]]:
    """Yield the paragraphs, those joined that a blank line breaks inside a sentence; never the first, a headline."""
    run: list[Line] = []
    for index, after in enumerate(runs):
        if index > 1 and _breaks_sentence(run[-1], after[0]):
            run.extend(after)
            continue
        if run:
            yield run
        run = after
    if run:
        yield run


def _breaks_sentence(before: Line, after: Line) -> bool:
    if is_closed(before.text) or not _LOWER_WORD.match(after.text) or len(before.text.split()) < _LEAST_BROKEN_WORDS:
        return False
    return not (_is_row(before.text) or _is_row(after.text) or _is_furniture(before) or _is_furniture(after))


def _is_full(before: Line, after: Line, width: int) -> bool:
    """Return whether the next line's first word would not have fitted."""
    return 0 < width < before.indent + len(before.text) + 1 + len(after.text.split(maxsplit=1)[0])


def _is_long(line: Line, width: int) -> bool:
    """Return whether a line is so long that without a closing sign it goes on; a `width` of 0 is not known."""
    return len(line.text) >= _LONG_LINE * width if width else _LONG_PROSE <= len(line.text) <= _WIDEST


def _is_furniture(line: Line) -> bool:
    return len(line.text) <= _WIDEST and _role(line) not in {Role.TEXT, Role.SHORT, Role.KICKER}


def _is_kicker(line: Line) -> bool:
    return len(line.text) <= _WIDEST and _role(line) == Role.KICKER


def _role(line: Line) -> Role:
    return role(Block(fold_part(line.text, 0, len(line.text))))


def _opens_report(text: str) -> bool:
    found = dateline(text, is_lead=False)
    return found is not None and bool(found.text) and found.end < len(text)


def _is_row(text: str) -> bool:
    """Return whether a line is a row of a table: three or more short cells."""
    if text.count("|") < 2 and text.count("\t") < 2 and len(_WIDE_GAP.findall(text[:400])) < 2:  # noqa: PLR2004
        return False
    cells = [cell for cell in re.split(r"[ ]{3,}|[\t|]+", text) if cell.strip()]
    return bool(cells) and sum(map(len, cells)) <= _MOST_CELL_CHARACTERS * len(cells) and not is_closed(text.strip("|"))


def _block(text: str, run: Sequence[Line]) -> Block:
    fragment = fold_decoded(text, run[0].start, run[-1].end)
    if all(_is_row(line.text) for line in run):
        return Block(fragment, Kind.TABLE)
    bullet = _BULLET.match(fragment.text)
    if bullet and bullet.end() < len(fragment.text) and _ITEM.match(fragment.text):
        return Block(cut(fragment, bullet.end()), Kind.ITEM)
    return Block(fragment)
