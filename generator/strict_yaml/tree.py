"""Strict YAML: a tree of values that know where they stand and how they were written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from generator.errors import Place, StandfirstError

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # PyYAML built without libyaml
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

DEEPEST = 20
_LINE_END = re.compile(r"\r\n?|\n")
_CONFLICT = re.compile(r"^<{7} ", re.MULTILINE)
_RESOLVER: Any = yaml.resolver.Resolver()  # untyped
_CONSTRUCTOR = yaml.constructor.SafeConstructor()


@dataclass(frozen=True, slots=True)
class Leaf:
    """A scalar as written: `plain` without quotes, so that YAML 1.1 may take it for something else."""

    text: str
    plain: bool
    index: int
    end: int

    def tag(self) -> str:
        """Return what YAML 1.1 takes the scalar for: "str", "bool", "int", "null", ..."""
        if not self.plain:
            return "str"
        return str(_RESOLVER.resolve(yaml.ScalarNode, self.text, (True, False))).rpartition(":")[2]

    def value(self) -> object:
        """Return the value that YAML 1.1 reads; raises ValueError for one that does not exist (2022-02-30)."""
        node = yaml.ScalarNode(f"tag:yaml.org,2002:{self.tag()}", self.text)
        return _CONSTRUCTOR.construct_document(node)


@dataclass(frozen=True, slots=True)
class Branch:
    """A list."""

    items: "tuple[Tree, ...]"
    index: int
    end: int
    flow: bool  # in brackets

    def value(self) -> object:
        """Return the list's values."""
        return [item.value() for item in self.items]


@dataclass(frozen=True, slots=True)
class Table:
    """A mapping, in the order written."""

    pairs: "tuple[tuple[Leaf, Tree], ...]"
    index: int
    end: int
    flow: bool  # in braces

    def value(self) -> object:
        """Return the mapping's values by key."""
        return {key.text: tree.value() for key, tree in self.pairs}


Tree = Leaf | Branch | Table


@dataclass(frozen=True, slots=True)
class Source:
    """A piece of YAML inside a file, for errors that say where."""

    text: str
    path: str
    line: int = 1  # of the file, where `text` begins

    def error(self, index: int, message: str) -> StandfirstError:
        """Return an error at the character `index` of the text."""
        lines = _LINE_END.split(self.text[:index])
        place = Place(self.path, self.line + len(lines) - 1, len(lines[-1]) + 1)
        return StandfirstError(message, place)


def parse(source: Source) -> Tree | None:
    """Return the one value that the YAML holds, None for none.

    Raises StandfirstError for broken YAML and for what a page never needs: anchors, aliases, tags,
    a key that stands twice or is no text, a second document, nesting deeper than DEEPEST.
    """
    try:
        return _document(source, yaml.parse(source.text, Loader=_Loader))
    except yaml.reader.ReaderError as error:
        raise source.error(_position(source, error), "a control character stands here; delete it") from error
    except yaml.MarkedYAMLError as error:
        if conflict := _CONFLICT.search(source.text):
            message = "git left its marks of a conflict here; keep one side, and delete the marks"
            raise source.error(conflict.start(), message) from error
        mark = (_is_unclosed(error) and error.context_mark) or error.problem_mark or error.context_mark
        raise source.error(mark.index if mark else 0, _explain(source, error)) from error


def _position(source: Source, error: yaml.reader.ReaderError) -> int:
    match = yaml.reader.Reader.NON_PRINTABLE.search(source.text)
    return match.start() if match else int(error.position)


def _is_unclosed(error: yaml.MarkedYAMLError) -> bool:
    """Whether a quotation mark, bracket or brace is the fault, which YAML tells only where all ends."""
    return "unexpected end of stream" in str(error.problem) or str(error.context).startswith("while parsing a flow")


def _explain(source: Source, error: yaml.MarkedYAMLError) -> str:
    mark = error.problem_mark
    if _is_unclosed(error):
        return "not valid YAML: what opens here is not closed; put a text that begins with this sign in quotes"
    if mark and source.text[mark.index : mark.index + 1] == "\t":
        return "not valid YAML: indent with spaces, not with tabs"
    hint = "; a text with `: ` or ` #` in it, or that begins with a sign, needs quotes around it"
    return f"not valid YAML: {error.problem}{hint}"


def _document(source: Source, events: Iterator[yaml.Event]) -> Tree | None:
    tree: Tree | None = None
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent) and tree is not None:
            raise source.error(_index(event), "a second YAML document begins here; keep one")
        if isinstance(event, yaml.NodeEvent):
            tree = _tree(source, event, events, 0)
    return None if isinstance(tree, Leaf) and tree.plain and not tree.text else tree


def _index(event: yaml.Event) -> int:
    return event.start_mark.index if event.start_mark else 0


def _tree(source: Source, event: yaml.NodeEvent, events: Iterator[yaml.Event], depth: int) -> Tree:
    index = _index(event)
    _refuse(source, event, depth)
    if isinstance(event, yaml.ScalarEvent):
        return Leaf(event.value, bool(event.implicit[0]), index, event.end_mark.index if event.end_mark else index)
    children, end = _children(source, events, depth)
    flow = isinstance(event, yaml.CollectionStartEvent) and bool(event.flow_style)
    if not flow and children:  # YAML tells the end of a block where the next key begins
        end = children[-1].end
    if isinstance(event, yaml.SequenceStartEvent):
        return Branch(tuple(children), index, end, flow)
    return Table(tuple(_pairs(source, children)), index, end, flow)


def _refuse(source: Source, event: yaml.NodeEvent, depth: int) -> None:
    index = _index(event)
    if isinstance(event, yaml.AliasEvent) or event.anchor:
        raise source.error(index, "YAML anchors and aliases (`&x`, `*x`) are not read; put the text in quotes")
    if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag:
        raise source.error(index, "YAML tags (`!x`) are not read; put the text in quotes")
    if depth > DEEPEST:
        raise source.error(index, f"nested more than {DEEPEST} deep")


def _children(source: Source, events: Iterator[yaml.Event], depth: int) -> tuple[list[Tree], int]:
    """Return what a list or mapping holds, keys and values alike, and where it ends."""
    children: list[Tree] = []
    for event in events:
        if isinstance(event, yaml.SequenceEndEvent | yaml.MappingEndEvent):
            return children, event.end_mark.index if event.end_mark else 0
        if isinstance(event, yaml.NodeEvent):
            children.append(_tree(source, event, events, depth + 1))
    return children, len(source.text)


def _pairs(source: Source, children: list[Tree]) -> Iterator[tuple[Leaf, Tree]]:
    seen = set()
    for key, tree in zip(children[::2], children[1::2], strict=True):
        if not isinstance(key, Leaf):
            raise source.error(key.index, "a key must be text")
        if key.tag() != "str":
            raise source.error(key.index, f'YAML takes the key `{key.text}` for something else; write "{key.text}"')
        if key.text in seen:
            raise source.error(key.index, f"`{key.text}` stands twice; keep one")
        seen.add(key.text)
        yield key, tree
