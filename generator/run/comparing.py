"""A page against what the machine would now say of its article."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import ndiff

from generator import files, pages, reading
from generator.errors import StandfirstError
from generator.pages import Values
from generator.run.briefings import briefings
from generator.run.editing import Standing, standing
from generator.run.lessons import taught
from generator.run.making import is_current
from generator.run.project import Outcome, Project, Seed


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that differs: "- " before the machine's lines, "+ " before the page's, "  " before those of both."""

    field: str
    whose: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """A page against its article; `page` is below docs/."""

    page: str
    seed: str
    differences: tuple[Difference, ...]


def compared(project: Project, path: str) -> Compared:
    """Return in what the page at `path` differs from what the machine says; its article is read anew if it changed.

    Of an article that is gone the machine says what it said last.

    Raises StandfirstError for a page without an article, and for an article that cannot be read.
    """
    project = taught(project)
    found = standing(project, path)
    return Compared(path, found.state.seed, tuple(_differences(found, _said_now(project, found))))


def _said_now(project: Project, found: Standing) -> Values:
    seed = Seed(project.seeds / found.state.seed, found.state.seed)
    if not files.stands(seed.path):
        return found.state.said.values
    content = reading.read_bytes(seed.path, project.settings.seed_bytes, seed.name)
    if is_current(found.state, content, project):
        return found.state.said.values
    made = next(briefings([seed], project))
    if isinstance(made, Outcome):
        raise StandfirstError(made.message)
    return pages.said(pages.as_json(made))


def _differences(found: Standing, now: Values) -> Iterator[Difference]:
    here, ownership = pages.read_values(found.page), pages.see(found.page, found.state)
    for key in pages.FIELDS:
        machine, page = pages.normal(now[key]), pages.normal(here[key])
        if machine != page:
            whose = (
                "a person's"
                if key in ownership.fields
                else "the machine's, brought up to date by the next `standfirst generate`"
            )
            lines = (line.rstrip("\n") for line in ndiff(_lines(machine), _lines(page)) if not line.startswith("?"))
            yield Difference(key, whose, tuple(lines))


def _lines(value: str | tuple[str, ...]) -> list[str]:
    lines = [value] if isinstance(value, str) else list(value)
    return [f"{line}\n" for line in lines if line]
