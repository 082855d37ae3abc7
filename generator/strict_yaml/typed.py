"""Single values, strictly read: a text, a day, a list, the fields of a mapping, or nothing."""

import difflib
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial
from typing import Any, TypeVar

from generator.errors import gathered
from generator.strict_yaml.tree import Branch, Leaf, Source, Table, Tree, parse

KINDS = {"bool": "a yes or no", "int": "a number", "float": "a number", "null": "nothing", "timestamp": "a date"}

Item = TypeVar("Item")

_JOINERS = "\u200c\u200d"  # belong to the spelling of Persian, Hindi and others
_NOTHING = frozenset({"", "null", "~"})  # as programs write it; `Null` may be somebody's name
# Tools that read a date as a point in time write it back as midnight of that day.
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:T00:00:00(?:\.0+)?Z)?", re.ASCII)


def is_nothing(tree: Tree) -> bool:
    """Whether a value is what forms write for a field left empty."""
    return isinstance(tree, Leaf) and (not tree.text or (tree.plain and tree.text in _NOTHING))


def text(source: Source, key: str, tree: Tree) -> str:
    """Return a text; raises StandfirstError for what is none or what YAML takes for another kind of value."""
    if not isinstance(tree, Leaf):
        raise source.error(tree.index, f"`{key}` must be one text, not a list or mapping")
    tag = tree.tag()
    if tag != "str":
        taken = KINDS.get(tag, "something else")
        raise source.error(tree.index, f'YAML takes `{tree.text}` for {taken}; put it in quotes: "{tree.text}"')
    return tree.text


def day(source: Source, key: str, tree: Tree, form: str = "2022-02-04") -> date:
    """Return the day of the calendar that a value names; raises StandfirstError, which tells the `form`."""
    found = _DAY.fullmatch(tree.text) if isinstance(tree, Leaf) else None
    if not found:
        raise source.error(tree.index, f"{_shown(tree)}`{key}` must be a day in the form {form}")
    try:
        return date.fromisoformat(found[1])
    except ValueError as error:
        raise source.error(tree.index, f"`{found[1]}` is no day of the calendar") from error


def fields(source: Source, key: str, tree: Tree, known: tuple[str, ...]) -> dict[str, Tree]:
    """Return those fields of a mapping that hold something; raises StandfirstError for those that are not known."""
    return said(source, key, tree, dict.fromkeys(known, lambda _source, _key, value: value))


def said(
    source: Source, key: str, tree: Tree, readers: Mapping[str, Callable[[Source, str, Tree], Any]]
) -> dict[str, Any]:
    """Return what those fields of a mapping say that hold something, each as its reader has it.

    Raises StandfirstError for all fields that are not known or that their readers refuse.
    """
    known = ", ".join(readers)
    if not isinstance(tree, Table):
        raise source.error(tree.index, f"`{key}` must have the fields {known}, one a line below it")

    def read(name: Leaf, value: Tree) -> tuple[str, Any]:
        if name.text not in readers:
            close = difflib.get_close_matches(name.text, readers, n=1)
            hint = f"did you mean `{close[0]}`? It has" if close else "it has"
            raise source.error(name.index, f"`{key}` has no field `{name.text}`; {hint} {known}")
        return name.text, None if is_nothing(value) else readers[name.text](source, name.text, value)

    found = gathered(partial(read, name, value) for name, value in tree.pairs)
    return {name: value for name, value in found if value is not None}


def line(source: Source, key: str, tree: Tree) -> str:
    """Return a text on one line that says something; raises StandfirstError."""
    found = " ".join(text(source, key, tree).split())
    if not found:
        raise source.error(tree.index, f"`{key}` must not be blank")
    if unseen := [character for character in found if not (character.isprintable() or character in _JOINERS)]:
        message = f"`{key}` holds a character that nobody sees (U+{ord(unseen[0]):04X}); delete it, or type it anew"
        raise source.error(tree.index, message)
    return found


def flag(source: Source, key: str, tree: Tree) -> bool:
    """Return whether a value says yes; raises StandfirstError for one that says neither yes nor no."""
    if not isinstance(tree, Leaf) or tree.tag() != "bool":
        raise source.error(tree.index, f"{_shown(tree)}`{key}` must be true or false")
    return bool(tree.value())


def _shown(tree: Tree) -> str:
    return f"`{tree.text}` does not fit; " if isinstance(tree, Leaf) and tree.text else ""


def listed_entries(source: Source, what: str, example: str) -> tuple[Tree, ...]:
    """Return the entries of a file that is one list, none for an empty one; raises StandfirstError for any other."""
    tree = parse(source)
    if tree is None:
        return ()
    if not isinstance(tree, Branch):
        raise source.error(tree.index, f"must be a list of {what}, each with {example}")
    return tree.items


def listed(
    source: Source, key: str, tree: Tree, read: Callable[[Source, str, Tree], Item | None], wanted: str
) -> Iterator[Item]:
    """Yield the items of a list that hold something; `wanted` says what an item has.

    Raises StandfirstError for all items that `read` refuses.
    """
    if is_nothing(tree):
        return
    if not isinstance(tree, Branch):
        raise source.error(tree.index, f"`{key}` must be a list, each item with {wanted}")
    for made in gathered(partial(read, source, key, item) for item in tree.items if not is_nothing(item)):
        if made:
            yield made
