"""What is to be looked at in a page that a person edited, with its place in the file."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from generator.errors import Place
from generator.lint.placing import placed
from generator.lint.prose import seen
from generator.lint.quotations import holds as holds_quotation
from generator.lint.quotations import quotations
from generator.lint.source import SourceText, folded
from generator.lint.standing import standing
from generator.lint.wording import Finding, Kind, lint
from generator.model import Fragment
from generator.pages.page import Page, cut_of, lines_of
from generator.pages.points import points as points_of
from generator.registry import Registry
from generator.strict_yaml import Branch, Leaf, Source, Table, Tree, parse
from generator.strict_yaml.typed import is_nothing

_EDGE = " '.,;:!?"
_MESSAGES = {
    "quote": '"{}" stands in quotation marks, but the article does not hold it word for word; quote what it says,',
    "number": '"{}" is a number that the article does not hold; correct it,',
    "date": '"{}" is a date that the article does not hold; correct it,',
    "name": '"{}" is a name that the article does not hold; correct it,',
    "country": '"{}" is a country that the article does not name; correct it,',
}
_ADVICE = "or add a waiver with its reason"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something to look at: an error for words that nobody said, else a warning."""

    place: Place
    severity: Literal["error", "warning"]
    kind: Kind | Literal["waiver", "page", "link", "review", "article"]
    message: str


@dataclass(frozen=True, slots=True)
class _File:
    """A page's lines as its places count them, and where its parts begin."""

    path: str
    lines: str
    pairs: tuple[tuple[Leaf, Tree], ...]  # of the front matter
    yaml: int  # where the front matter's YAML begins
    body: int

    def place(self, offset: int) -> Place:
        line = self.lines.count("\n", 0, offset)
        return Place(self.path, line + 1, offset - self.lines.rfind("\n", 0, offset))


def lint_page(page: Page, fields: Collection[str], source: SourceText, registry: Registry) -> list[Problem]:
    """Return the problems of a page in the order of its lines.

    Looks at those of "title", "description", "summary" and "actors" that are a person's own, as `fields` says; of a
    summary only at items that are not the article's words; in what a person adds below it only at quotations.
    Places are those of the words in the file as it stands: line ends and a byte order mark move none.
    """
    file = _file(page)
    checked = list(_checked(page, file, fields, source, registry))
    waived = {_key(waiver.text) for waiver in page.waivers() if waiver.reason}
    problems = [problem for finding, problem in checked if _key(finding.text) not in waived]
    found = {_key(finding.text) for finding, _ in checked}
    return sorted([*problems, *_bad_waivers(page, file, found)], key=_order)


def _order(problem: Problem) -> tuple[int, int, str]:
    return problem.place.line, problem.place.column, problem.kind


def _file(page: Page) -> _File:
    lines = lines_of(page.text)
    cut = cut_of(lines)
    tree = parse(Source(lines[cut.start : cut.end], page.path, 2)) if cut else None
    pairs = tree.pairs if isinstance(tree, Table) else ()
    return _File(page.path, lines, pairs, cut.start if cut else 0, len(lines) - len(page.body))


def _checked(
    page: Page, file: _File, fields: Collection[str], source: SourceText, registry: Registry
) -> Iterator[tuple[Finding, Problem]]:
    for key, leaf in _leaves(file.pairs, fields):
        text = placed(leaf, file.lines, file.yaml)
        yield from _problems(file, text, lint(text.text, source, registry, as_name=key == "actors"))
    points = points_of(page.body)
    spans = points.spans if points.is_list else ((points.start, points.end),)
    for start, end in spans if "summary" in fields else ():
        text = seen(file.lines, file.body + start, file.body + end)
        if standing(text.text, source) != "verbatim":
            yield from _problems(file, text, lint(text.text, source, registry))
    own = seen(file.lines, file.body + points.end, len(file.lines))
    yield from _problems(file, own, _misquoted(own.text, source), severity="warning")


def _leaves(pairs: Iterable[tuple[Leaf, Tree]], fields: Collection[str]) -> Iterator[tuple[str, Leaf]]:
    for key, value in pairs:
        if key.text in {"title", "description", "actors"} and key.text in fields:
            items: Iterable[Tree] = value.items if isinstance(value, Branch) else (value,)
            yield from ((key.text, item) for item in items if isinstance(item, Leaf))


def _misquoted(text: str, source: SourceText) -> list[Finding]:
    wrong = [quotation for quotation in quotations(text) if not holds_quotation(source, quotation)]
    return [Finding("quote", quotation.text, quotation.start) for quotation in wrong]


def _problems(
    file: _File, text: Fragment, findings: Iterable[Finding], severity: Literal["error", "warning"] | None = None
) -> Iterator[tuple[Finding, Problem]]:
    for finding in findings:
        message = f"{_MESSAGES[finding.kind].format(' '.join(finding.text.split()))} {_ADVICE}"
        place = file.place(text.offsets[finding.start])
        yield finding, Problem(place, severity or finding.severity, finding.kind, message)


def _bad_waivers(page: Page, file: _File, found: Collection[str]) -> Iterator[Problem]:
    for waiver, index in zip(page.waivers(), _waiver_places(file.pairs), strict=False):
        place = file.place(file.yaml + index)
        if not waiver.reason:
            message = f'the waiver of "{waiver.text}" has no reason; say in `reason` how it was confirmed'
            yield Problem(place, "warning", "waiver", message)
        elif _key(waiver.text) not in found:
            message = f'the waiver of "{waiver.text}" fits nothing that needs one in this page; delete it'
            yield Problem(place, "warning", "waiver", message)


def _waiver_places(pairs: Iterable[tuple[Leaf, Tree]]) -> list[int]:
    lists = [value for key, value in pairs if key.text == "waivers" and isinstance(value, Branch)]
    items = [item for value in lists for item in value.items if isinstance(item, Table)]
    return [value.index for item in items for key, value in item.pairs if key.text == "text" and not is_nothing(value)]


def _key(text: str) -> str:
    return folded(text).strip(_EDGE)
