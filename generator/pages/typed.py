"""Single values of front matter, strictly read: a text, a day, or nothing."""

import re
from datetime import date

from generator.pages.frontmatter import Leaf, Source, Table, Tree

KINDS = {"bool": "a yes or no", "int": "a number", "float": "a number", "null": "nothing", "timestamp": "a date"}

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


def day(source: Source, key: str, tree: Tree) -> date:
    """Return the day of the calendar that a value names; raises StandfirstError."""
    found = _DAY.fullmatch(tree.text) if isinstance(tree, Leaf) else None
    if not found:
        raise source.error(tree.index, f"`{key}` must be a day in the form 2022-02-04")
    try:
        return date.fromisoformat(found[1])
    except ValueError as error:
        raise source.error(tree.index, f"`{found[1]}` is no day of the calendar") from error


def fields(source: Source, key: str, tree: Tree, known: tuple[str, ...]) -> dict[str, Tree]:
    """Return those fields of a mapping that hold something; raises StandfirstError for any that is not known."""
    if not isinstance(tree, Table):
        raise source.error(tree.index, f"`{key}` must have the fields {', '.join(known)}, one a line below it")
    for name, _ in tree.pairs:
        if name.text not in known:
            raise source.error(name.index, f"`{key}` has no field `{name.text}`; it has {', '.join(known)}")
    return {name.text: value for name, value in tree.pairs if not is_nothing(value)}
