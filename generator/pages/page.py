"""A page of docs/: text to front matter fields with their types checked, body kept as it stands."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from yaml import YAMLError

from generator.errors import Place, StandfirstError
from generator.pages.conflict import conflict_mark
from generator.pages.fields import NAMES, TEXTS
from generator.pages.signing import Attribution, Correction, Review, Waiver, attributions, corrections, review, waivers
from generator.pages.stray import stray
from generator.strict_yaml import Branch, Leaf, Source, Table, Tree, parse
from generator.strict_yaml.typed import day, is_nothing, text

LARGEST_PAGE = 10_000_000  # bytes of a page or state
MOST_BOOST = 1000  # Material multiplies it by a million; beyond, a score is no number any more

_FENCE = re.compile(r"---[ \t]*\n")
_END = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
_INSTEAD = "(for a rule write `***`, for an example a fenced block)"


@dataclass(frozen=True, slots=True)
class Cut:
    """Where a page's front matter stands in its lines: its fields from `start` to `end`, below it the text."""

    start: int
    end: int
    below: int


@dataclass(frozen=True, slots=True)
class Page:
    """A Markdown page: `meta` holds the front matter's fields, `text` the file as it stands.

    Of the known fields, texts are str, actors and topics tuples of str, the date a datetime.date, the review
    a Review, corrections, waivers and quotes tuples of Correction, Waiver and Attribution; the others are what
    YAML 1.1 reads.
    """

    path: str  # below docs/, with forward slashes
    meta: Mapping[str, object]
    body: str  # line ends are "\\n"
    text: str = field(default="", repr=False)

    def line(self, key: str) -> str:
        """Return a text field on one line, "" where the page has none."""
        value = self.meta.get(key)
        return " ".join(value.split()) if isinstance(value, str) else ""

    def names(self, key: str) -> tuple[str, ...]:
        """Return actors or topics, each once, in the page's order."""
        value = self.meta.get(key)
        found = value if isinstance(value, tuple) else ()
        return tuple(dict.fromkeys(name for item in found if (name := " ".join(str(item).split()))))

    def review(self) -> Review | None:
        """Return the review that the page holds, whether or not the page still is what was reviewed."""
        value = self.meta.get("review")
        return value if isinstance(value, Review) else None

    def corrections(self) -> tuple[Correction, ...]:
        """Return the corrections that the page lists, in its order."""
        value = self.meta.get("corrections")
        found = value if isinstance(value, tuple) else ()
        return tuple(item for item in found if isinstance(item, Correction))

    def waivers(self) -> tuple[Waiver, ...]:
        """Return what a person vouches for though the article does not hold it."""
        value = self.meta.get("waivers")
        found = value if isinstance(value, tuple) else ()
        return tuple(item for item in found if isinstance(item, Waiver))

    def quotes(self) -> tuple[Attribution, ...]:
        """Return whose quotes are, as a person put it right."""
        value = self.meta.get("quotes")
        found = value if isinstance(value, tuple) else ()
        return tuple(item for item in found if isinstance(item, Attribution))

    def date(self) -> date | None:
        """Return the briefing's date."""
        value = self.meta.get("date")
        return value if isinstance(value, date) else None


def read_page(text: str, path: str) -> Page:
    """Take a page's text apart; a byte order mark and any line ends are fine.

    Raises StandfirstError with file, line and column for front matter that MkDocs would swallow or
    read differently from what the page seems to say.
    """
    lines = lines_of(text)
    _refuse_conflicts(lines, path)
    cut = cut_of(lines)
    if not cut:
        if _FENCE.match(lines):
            advice = "put `---` on a line of its own below it (for a rule write `***`)"
            message = f"the front matter that begins here has no end; {advice}"
            raise StandfirstError(message, Place(path, 1, 1))
        _refuse_stray(lines, 0, path)
        return Page(path, {}, lines, text)
    _refuse_stray(lines, cut.below, path)
    return Page(path, _fields(Source(lines[cut.start : cut.end], path, 2)), lines[cut.below :].lstrip("\n"), text)


def lines_of(text: str) -> str:
    """Return the text without a byte order mark, its line ends newlines."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def cut_of(lines: str) -> Cut | None:
    """Return where the front matter stands, None for a page without or one whose front matter has no end."""
    start = _FENCE.match(lines)
    end = _END.search(lines, start.end()) if start else None
    return Cut(start.end(), end.start(), end.end()) if start and end else None


def _refuse_stray(lines: str, start: int, path: str) -> None:
    number = stray(lines[start:])
    if number is not None:
        advice = "it begins with `---` alone on line 1, has its fields below and `---` alone below them"
        message = f"front matter stands here, where it is read as text; {advice} {_INSTEAD}"
        raise StandfirstError(message, Place(path, lines.count("\n", 0, start) + number + 1, 1))


def _refuse_conflicts(lines: str, path: str) -> None:
    if conflict := conflict_mark(lines):
        line = lines.count("\n", 0, conflict) + 1
        raise StandfirstError(
            "git left a conflict here; choose one side and delete the marks (indent those of an example)",
            Place(path, line, 1),
        )


def _fields(source: Source) -> Mapping[str, object]:
    tree = parse(source)
    if tree is None:
        return {}
    if not isinstance(tree, Table):
        raise source.error(tree.index, "front matter must be lines of the form `key: value`")
    return {key.text: _CHECKS.get(key.text, _any)(source, key.text, value) for key, value in tree.pairs}


def _any(source: Source, _key: str, tree: Tree) -> object:
    try:
        return tree.value()
    except (ValueError, OverflowError, ArithmeticError, YAMLError) as error:
        raise source.error(tree.index, f"not a value that YAML can read: {error}; put it in quotes") from error


def _text(source: Source, key: str, tree: Tree) -> str:
    return "" if is_nothing(tree) else text(source, key, tree)


def _names(source: Source, key: str, tree: Tree) -> tuple[str, ...]:
    if is_nothing(tree):
        return ()
    if not isinstance(tree, Branch):
        raise source.error(tree.index, f"`{key}` must be a list, one name a line after `- `")
    return tuple(_text(source, key, item) for item in tree.items)


def _date(source: Source, key: str, tree: Tree) -> date | None:
    return None if is_nothing(tree) else day(source, key, tree)


def _search(source: Source, _key: str, tree: Tree) -> object:
    if isinstance(tree, Leaf) and tree.tag() == "null":
        return None
    if not isinstance(tree, Table):
        raise source.error(tree.index, "`search` must be a mapping such as {exclude: true} or {boost: 2}")
    for key, item in tree.pairs:
        value = _any(source, key.text, item)
        if key.text == "exclude" and not isinstance(value, bool):
            raise source.error(item.index, "`exclude` must be true or false")
        if key.text == "boost" and not _is_boost(value):
            raise source.error(item.index, f"`boost` must be a number above 0, at most {MOST_BOOST}")
    return tree.value()


def _is_boost(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 < value <= MOST_BOOST


def _hide(source: Source, key: str, tree: Tree) -> object:
    return list(_names(source, key, tree))


_CHECKS: Mapping[str, Callable[[Source, str, Tree], object]] = {
    **dict.fromkeys(TEXTS, _text),
    **dict.fromkeys(NAMES, _names),
    "date": _date,
    "review": review,
    "corrections": corrections,
    "search": _search,
    "hide": _hide,
    "waivers": waivers,
    "quotes": attributions,
}


def place_of(page: Page, key: str) -> Place:
    """Return where a field's key stands in a page's file, else the file's first line."""
    lines = lines_of(page.text)
    if key == "summary":
        return Place(page.path, lines.count("\n", 0, len(lines) - len(page.body)) + 1)
    cut = cut_of(lines)
    tree = parse(Source(lines[cut.start : cut.end], page.path, 2)) if cut else None
    pairs = tree.pairs if isinstance(tree, Table) and cut else ()
    found = next((name.index for name, _ in pairs if name.text == key), None)
    return (
        Place(page.path, lines.count("\n", 0, (cut.start if cut else 0) + found) + 1)
        if found is not None
        else Place(page.path, 1)
    )
