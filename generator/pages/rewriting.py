"""A page that a person has edited, with other values: all that did not have to change stays byte for byte."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from unicodedata import normalize

from generator.errors import Place, StandfirstError
from generator.pages.fields import WRITTEN
from generator.pages.oneline import one_line
from generator.pages.page import Page, cut_of, lines_of, read_page
from generator.pages.points import Points, points, render_points
from generator.pages.splicing import Edit, anew, comments, splice
from generator.pages.writing import Value, folded
from generator.strict_yaml import Source, Table, parse

_END_OF_LINE = re.compile(r"\r\n|\r|\n")


def rewrite(text: str, path: str, fields: Mapping[str, Value], summary: Sequence[str] | str | None = None) -> str:
    """Return a page's text with these fields, and with these sentences as its key points if a summary is given.

    A summary that is one text is the Markdown of key points that a person wrote.

    An empty value takes a key out, an empty summary the key points. A value that means what is there already
    changes nothing. Raises StandfirstError for a page that cannot be read, or not be changed without loss.
    """
    read_page(text, path)
    for key in sorted(fields, key=lambda key: WRITTEN.index(key) if key in WRITTEN else len(WRITTEN)):
        text = _with_field(text, path, key, fields[key])
    return text if summary is None else _with_points(text, path, summary)


def rewritten(page: Page, fields: Mapping[str, Value], summary: Sequence[str] | str | None = None) -> Page:
    """Return a page of docs/ as `rewrite` changes it; raises StandfirstError as that does."""
    name = f"docs/{page.path}"
    return replace(read_page(rewrite(page.text, name, fields, summary), name), path=page.path)


def _with_field(text: str, path: str, key: str, value: Value) -> str:
    before = read_page(text, path)
    if folded(value) == folded(before.meta.get(key)) if key in before.meta else not value:
        return text
    lines = lines_of(text)
    tree, start = _front_matter(lines, path)
    for edits_of in (splice, anew):
        if cut := cut_of(lines):
            edits = [edit.moved(start) for edit in edits_of(lines[start : cut.end], tree, key, value)]
        else:
            (put_in,) = edits_of("", None, key, value)
            edits = [Edit(0, 0, f"---\n{put_in.text}---\n")]
        after = _edited(text, edits)
        if _is_only_changed(before, after, key, value):
            return after
    raise _refusal(path, f"`{key}`", _told(value))


def _front_matter(lines: str, path: str) -> tuple[Table | None, int]:
    cut = cut_of(lines)
    tree = parse(Source(lines[cut.start : cut.end], path, 2)) if cut else None
    return tree if isinstance(tree, Table) else None, cut.start if cut else 0


def _is_only_changed(before: Page, text: str, key: str, value: Value) -> bool:
    """Whether the text reads as the page before with this one value, and has every comment."""
    try:
        after = read_page(text, before.path)
    except StandfirstError:
        return False
    is_as_wanted = folded(after.meta.get(key)) == folded(value) if value else key not in after.meta
    return is_as_wanted and _rest(before, key) == _rest(after, key) and _below(before) == _below(after)


def _rest(page: Page, key: str = "") -> tuple[Mapping[str, str], Counter[str]]:
    """Return all fields but one, by their spelling since not-a-number does not equal itself, and all comments."""
    return {name: repr(value) for name, value in page.meta.items() if name != key}, comments_of(page)


def comments_of(page: Page) -> Counter[str]:
    """Return how often each comment stands in a page's front matter."""
    lines = lines_of(page.text)
    tree, start = _front_matter(lines, page.path)
    cut = cut_of(lines)
    return Counter(comments(lines[start : cut.end], tree)) if cut else Counter()


def _below(page: Page) -> str:
    return page.body.lstrip("\n")


def _with_points(text: str, path: str, summary: Sequence[str] | str) -> str:
    before = read_page(text, path)
    found = points(before.body)
    written = summary if isinstance(summary, str) else render_points(summary)
    wanted = (
        points(written).items
        if written is summary
        else tuple(normalize("NFC", line) for sentence in summary if (line := one_line(sentence)))
    )
    if found.items == wanted:
        return text
    after = _edited(text, [_new_points(before, found, written)])
    if _has_points(before, after, found, wanted):
        return after
    raise _refusal(path, "the key points", _told(written))


def _new_points(page: Page, found: Points, written: str) -> Edit:
    """Return the edit of the lines that puts a list where the key points are, or else at the top of the body."""
    lines = lines_of(page.text)
    body = len(lines) - len(page.body)
    cut = cut_of(lines)
    start, end = body + found.start, body + found.end
    if found.start == found.end:
        start = end = cut.below if cut else 0
    is_list = start < end and lines[start:end].lstrip(" ").startswith(("-", "*", "+"))
    gap = "\n" if written and not is_list and lines[end:].partition("\n")[0].strip() else ""
    lead = "\n" if written and start and lines[start - 1] != "\n" else ""
    return Edit(start, end, f"{lead}{written}{gap}")


def _has_points(before: Page, text: str, found: Points, wanted: tuple[str, ...]) -> bool:
    """Whether the text reads as the page before with these key points."""
    try:
        after = read_page(text, before.path)
    except StandfirstError:
        return False
    new = points(after.body)
    below = after.body[new.end :] if wanted else after.body
    is_rest_kept = below.lstrip("\n") == before.body[found.end :].lstrip("\n")
    return is_rest_kept and (not wanted or new.items == wanted) and _rest(before) == _rest(after)


def _edited(text: str, edits: Sequence[Edit]) -> str:
    """Return the text with edits of its lines, as `lines_of` counts them; new lines end as the first one does."""
    first = _END_OF_LINE.search(text)
    mark = len(text) - len(text.removeprefix("\ufeff"))
    pairs = [match.start() - number - mark for number, match in enumerate(re.finditer("\r\n", text))]
    parts, done = [], 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        start, end = (mark + index + bisect_left(pairs, index) for index in (edit.start, edit.end))
        parts += [text[done:start], edit.text.replace("\n", first.group() if first else "\n")]
        done = end
    return "".join([*parts, text[done:]])


def _told(value: Value) -> str:
    if isinstance(value, tuple):
        return "; ".join(map(_told, value))
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {text}" for key, text in value.items())
    return str(value)


def _refusal(path: str, what: str, value: str) -> StandfirstError:
    advice = f"change {what} to {value} by hand" if value else f"take {what} out by hand"
    return StandfirstError(f"cannot be changed without touching what a person wrote; {advice}", Place(path))
