"""One key of a page's front matter changed: which characters go, and what takes their place.

All else stays as a person wrote it. A round trip through a library keeps comments, but moves indentation, wraps
long lines and changes quotation marks of keys that nobody wanted changed.
"""

import re
from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from generator.pages.fields import WRITTEN
from generator.pages.writing import Value, block, entry, flow, folded, inline, item
from generator.strict_yaml import Branch, Leaf, Table, Tree

_BREAK = re.compile("[\n\x85\u2028\u2029]")  # what ends a line, and a comment, for YAML 1.1
_COMMENT = re.compile("#[^\n\x85\u2028\u2029]*")
_HEADER = re.compile(r"[|>][-+0-9]*")  # of a block scalar
_DASH = re.compile(r"^[ \t]*-(?:[ \t]+|$)", re.MULTILINE)
_SIMPLE = re.compile(r"\w[\w .'’-]*", re.UNICODE)

Pair = tuple[Leaf, Tree]


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters that go, and the text that takes their place."""

    start: int
    end: int
    text: str

    def moved(self, by: int) -> "Edit":
        """Return the edit for a text in which this one begins at `by`."""
        return Edit(self.start + by, self.end + by, self.text)


def splice(text: str, tree: Table | None, key: str, value: Value) -> list[Edit]:
    """Return the edits that give a key of the YAML `text` this value; an empty one takes the key out.

    Lists in block style are changed item by item. Comments stay, if need be on a line of their own.
    """
    pair = _pair(tree, key)
    if tree and tree.flow:
        return _in_braces(text, tree, key, value)
    if pair is None:
        return [_put_in(text, tree, key, value)] if value else []
    if not value:
        return [_without(text, pair)]
    return _replaced(text, pair, value)


def anew(text: str, tree: Table | None, key: str, value: Value) -> list[Edit]:
    """Return the edits that write a key and its value from its start, its comments above it."""
    pair = _pair(tree, key)
    if pair is None or not value or (tree and tree.flow):
        return splice(text, tree, key, value)
    return [_again(text, pair, value)]


def comments(text: str, tree: Tree | None) -> list[str]:
    """Return the comments of the YAML `text`, in their order."""
    return _comments(text, 0, len(text), _leaves(tree) if tree else [])


def _pair(tree: Table | None, key: str) -> Pair | None:
    return next((pair for pair in tree.pairs if pair[0].text == key), None) if tree else None


def _leaves(tree: Tree) -> Iterator[Leaf]:
    if isinstance(tree, Leaf):
        yield tree
    elif isinstance(tree, Branch):
        yield from chain.from_iterable(map(_leaves, tree.items))
    else:
        for key, value in tree.pairs:
            yield key
            yield from _leaves(value)


def _comments(text: str, start: int, end: int, leaves: Iterable[Leaf]) -> list[str]:
    """Return the comments between the leaves, where no other sign is a number sign."""
    found: list[str] = []
    for leaf in leaves:
        found += _COMMENT.findall(text, start, leaf.index)
        if header := _header(text, leaf):
            found += _COMMENT.findall(text, header.end(), min(_line_end(text, leaf.index), leaf.end))
        start = leaf.end
    return [comment.rstrip() for comment in [*found, *_COMMENT.findall(text, start, end)]]


def _header(text: str, leaf: Leaf) -> re.Match[str] | None:
    """Return the sign that opens a block scalar, None for any other scalar."""
    return _HEADER.match(text, leaf.index, leaf.end) if leaf.end > leaf.index else None


def _line_start(text: str, index: int) -> int:
    return max(text.rfind(sign, 0, index) for sign in "\n\x85\u2028\u2029") + 1


def _line_end(text: str, index: int) -> int:
    found = _BREAK.search(text, index)
    return found.end() if found else len(text)


def _last_line_end(text: str, tree: Tree) -> int:
    """Return the end of the line on which a value ends; blank lines below a block scalar are none of it."""
    if isinstance(tree, Branch | Table) and not tree.flow:
        return _last_line_end(text, tree.items[-1] if isinstance(tree, Branch) else tree.pairs[-1][1])
    header = _header(text, tree) if isinstance(tree, Leaf) else None
    if header and "+" in header.group():
        return tree.end
    end = tree.end
    if header or tree.index == end:  # what is missing behind `? key` is told to stand on the next line
        while end and text[end - 1].isspace():
            end -= 1
    return _line_end(text, end)


def _indent(text: str, pair: Pair) -> str:
    line = text[_line_start(text, pair[0].index) : pair[0].index]
    return line[: len(line) - len(line.lstrip())]


def _source(text: str, leaf: Leaf) -> str:
    return text[leaf.index : leaf.end]


def _put_in(text: str, tree: Table | None, key: str, value: Value) -> Edit:
    if not tree or not tree.pairs:
        return Edit(len(text), len(text), entry(key, value, ""))
    above = _above(tree, key)
    at = _last_line_end(text, tree.pairs[above - 1][1]) if above else 0
    return Edit(at, at, entry(key, value, _indent(text, tree.pairs[0])))


def _above(tree: Table, key: str) -> int:
    """Return how many keys stand above where this one belongs."""
    keys = [found.text for found, _ in tree.pairs]
    known = sorted((found for found in keys if found in WRITTEN), key=WRITTEN.index)
    if key not in WRITTEN or not known:
        return len(keys)
    lower = [found for found in known if WRITTEN.index(found) < WRITTEN.index(key)]
    return keys.index(lower[-1]) + 1 if lower else min(map(keys.index, known))


def _without(text: str, pair: Pair) -> Edit:
    key, value = pair
    start, end = _line_start(text, key.index), _last_line_end(text, value)
    kept = _comments(text, start, end, [key, *_leaves(value)])
    return Edit(start, end, _as_lines(kept, _indent(text, pair)))


def _as_lines(kept: Sequence[str], indent: str) -> str:
    return "".join(f"{indent}{comment}\n" for comment in kept)


def _replaced(text: str, pair: Pair, value: Value) -> list[Edit]:
    key, tree = pair
    if isinstance(tree, Leaf) and isinstance(value, str | date):
        return _new_scalar(text, tree, inline(value))
    if isinstance(tree, Branch) and isinstance(value, tuple):
        return _in_brackets(text, pair, tree, value) if tree.flow else _items(text, key, tree, value)
    is_empty = isinstance(tree, Leaf) and tree.index == tree.end
    if is_empty and not isinstance(value, str | date):
        at = _line_end(text, tree.index)
        return [Edit(at, at, block(value, f"{_indent(text, pair)}  "))]
    return [_again(text, pair, value)]


def _again(text: str, pair: Pair, value: Value) -> Edit:
    gone = _without(text, pair)
    return Edit(gone.start, gone.end, gone.text + entry(_source(text, pair[0]), value, _indent(text, pair)))


def _new_scalar(text: str, leaf: Leaf, written: str) -> list[Edit]:
    if leaf.index == leaf.end:
        return [Edit(leaf.index, leaf.index, f" {written}")]
    header = _header(text, leaf)
    if not header:
        return [Edit(leaf.index, leaf.end, written)]
    below = _line_end(text, leaf.index)
    return [Edit(leaf.index, header.end(), written), Edit(below, max(below, _last_line_end(text, leaf)), "")]


def _in_brackets(text: str, pair: Pair, tree: Branch, value: Sequence[str | Mapping[str, str]]) -> list[Edit]:
    kept = _comments(text, tree.index, tree.end, _leaves(tree))
    above = _line_start(text, pair[0].index)
    written = {repr(folded(found.value())): _source(text, found) for found in tree.items if isinstance(found, Leaf)}
    members = [_member(text, written.get(repr(folded(text)), "")) for text in value]
    return [
        Edit(above, above, _as_lines(kept, _indent(text, pair))),
        Edit(tree.index, tree.end, f"[{', '.join(members)}]"),
    ]


def _member(value: str | Mapping[str, str], written: str) -> str:
    """Return an item of a list in brackets, as it is `written` already if it stays."""
    if written and not _BREAK.search(written):
        return written
    if isinstance(value, str) and _SIMPLE.fullmatch(value) and inline(value) == value:
        return value
    return flow(value)


@dataclass(frozen=True, slots=True)
class _Item:
    start: int  # of the line with its dash
    end: int  # of its last line
    prefix: str  # up to its text


def _items(text: str, key: Leaf, tree: Branch, value: Sequence[str | Mapping[str, str]]) -> list[Edit]:
    found = list(_found(text, key.end, tree.items))
    if len(found) != len(tree.items):
        return []
    stays = _staying([repr(folded(old.value())) for old in tree.items], [repr(folded(new)) for new in value])
    gone = sorted(set(range(len(found))) - set(stays.values()))
    edits = [_without_item(text, found[number], tree.items[number]) for number in gone]
    at, prefix = _line_end(text, key.end), found[0].prefix
    for number, new in enumerate(value):
        if number in stays:
            at, prefix = found[stays[number]].end, found[stays[number]].prefix
        else:
            edits.append(Edit(at, at, item(new, prefix)))
    return edits


def _found(text: str, start: int, items: Sequence[Tree]) -> Iterator[_Item]:
    """Yield where the items stand whose dashes open a line."""
    for tree in items:
        if dash := _DASH.search(text, start, tree.index):
            prefix = dash.group() if dash.end() == tree.index != start else dash.group().partition("-")[0]
            yield _Item(dash.start(), _last_line_end(text, tree), prefix if prefix.strip() else f"{prefix}- ")
        start = tree.end


def _without_item(text: str, found: _Item, tree: Tree) -> Edit:
    kept = _comments(text, found.start, found.end, _leaves(tree))
    return Edit(found.start, found.end, _as_lines(kept, found.prefix.partition("-")[0]))


def _staying(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Return the places of new items to those of old ones, as many as stay without changing their order."""
    places = defaultdict[str, deque[int]](deque)
    for number, value in enumerate(old):
        places[value].append(number)
    pairs = [(number, places[value].popleft()) for number, value in enumerate(new) if places[value]]
    ends: list[int] = []  # the lowest old place at which a run of each length ends
    runs: list[tuple[int, int]] = []
    below: dict[tuple[int, int], tuple[int, int] | None] = {}
    for pair in pairs:
        length = bisect_left(ends, pair[1])
        ends[length : length + 1] = [pair[1]]
        runs[length : length + 1] = [pair]
        below[pair] = runs[length - 1] if length else None
    last: tuple[int, int] | None = runs[-1] if runs else None
    stays = {}
    while last:
        stays[last[0]] = last[1]
        last = below[last]
    return stays


def _in_braces(text: str, tree: Table, key: str, value: Value) -> list[Edit]:
    """Return the edits of front matter that is one mapping in braces, such as JSON."""
    keys = [found.text for found, _ in tree.pairs]
    if key not in keys:
        return [_put_in_braces(text, tree, f"{flow(key)}: {flow(value)}", _above(tree, key))] if value else []
    place = keys.index(key)
    old = tree.pairs[place][1]
    if value:
        return [Edit(old.index, old.end, flow(value) if old.end > old.index else f" {flow(value)}")]
    if place + 1 < len(keys):
        return [Edit(tree.pairs[place][0].index, tree.pairs[place + 1][0].index, "")]
    return [Edit(tree.pairs[place - 1][1].end if place else tree.pairs[0][0].index, old.end, "")]


def _put_in_braces(text: str, tree: Table, written: str, above: int) -> Edit:
    if not tree.pairs:
        return Edit(tree.index + 1, tree.index + 1, written)
    first = tree.pairs[0][0].index
    gap = text[tree.index + 1 : first]
    between = f",{gap}" if gap.isspace() and _BREAK.search(gap) else ", "
    if above:
        at = tree.pairs[above - 1][1].end
        return Edit(at, at, between + written)
    return Edit(first, first, f"{written}{between}")
