"""The commands for editors: how pages stand, and what becomes of a field or a page."""

import json
import os
import sys
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

import click

from generator import run as story
from generator.cli.printing import complain, counted, safe, safe_lines
from generator.cli.problems import annotation, plain_problem
from generator.cli.tables import compared, status_json, status_lines
from generator.pages import FIELDS
from generator.run import Project

_page = click.argument("page", metavar="PAGE", callback=lambda _ctx, _parameter, value: _below_docs(value))
_field = click.argument("field", metavar="FIELD", type=click.Choice(FIELDS))


def _below_docs(given: str) -> str:
    """Return the path below docs/ of a page that a person names from the project's folder, or in whole."""
    path = PurePosixPath(given)
    docs = PurePosixPath(Path.cwd() / "docs")
    if path.is_absolute() and path.is_relative_to(docs):
        return str(path.relative_to(docs))
    path = path.relative_to("docs") if path.is_relative_to("docs") else path
    if path.is_absolute() or ".." in path.parts or path.suffix != ".md":
        raise click.BadParameter(f"{given} is not a page of docs/, such as docs/briefings/a-title.md")
    return str(path)


@click.command()
@click.option("--all", "everything", is_flag=True, help="Pages that nobody touched, too.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, for every page.")
def status(everything: bool, as_json: bool) -> None:  # noqa: FBT001 -- click's flags
    """Show whose each field of each page is, and what waits for a person.

    A field is the machine's, and follows its article, until a person changes it. What waits: "review" where the
    article changed below a person's text, "info" where only the program would say something else by now, or where
    too few pages have a topic of your own for it to be learned. What cannot be read is listed as an "error"; the
    exit status is then 1.
    """
    found = list(story.status(Project.at(Path.cwd())))
    lines = (
        [json.dumps(status_json(one), ensure_ascii=False) for one in found]
        if as_json
        else status_lines(found, everything=everything)
    )
    for line in lines:
        click.echo(line if as_json else safe(line))
    if any(concern.severity == "error" for one in found for concern in one.queue):
        sys.exit(1)


@click.command()
def check() -> None:
    """Look for what a person should mend before it is published; write nothing.

    Errors (exit status 1) are whatever stops a build, and, which stop none, a slip in docs/actors.yml or
    docs/topics.yml, an article that cannot be read, and words in quotation marks that the article does not hold.
    Warnings are what waits for a person, and what a person wrote and the article does not hold: a number, date, name
    or country. Under GitHub Actions each becomes an annotation of its line.
    """
    problems = sorted(story.check(Project.at(Path.cwd())), key=lambda problem: problem.severity != "error")
    for problem in problems:
        click.echo(annotation(problem) if os.environ.get("GITHUB_ACTIONS") == "true" else safe(plain_problem(problem)))
    errors = sum(problem.severity == "error" for problem in problems)
    click.echo(f"{counted(errors, 'error')}, {counted(len(problems) - errors, 'warning')}")
    if errors:
        sys.exit(1)


@click.command()
@_page
def diff(page: str) -> None:
    """Show what a person changed in PAGE against what the machine would now say."""
    found = story.compared(_project(), page)
    for line in compared(found):
        click.echo(safe(line))


@click.command()
@_page
@_field
def release(page: str, field: str) -> None:
    """Give FIELD of PAGE back to the machine.

    It then says again what the machine says. FIELD is title, description, date, source, agency, lang, summary,
    actors or topics.
    """
    click.echo(safe_lines(story.release(_project(), page, field)))


@click.command()
@_page
@_field
def accept(page: str, field: str) -> None:
    """Keep FIELD of PAGE as it stands there, whatever the machine says by now.

    Takes the field off the queue of `status`. A text of the machine's own becomes yours by it, and stays. The key
    points are the field `summary`.
    """
    click.echo(safe_lines(story.accept(_project(), page, field)))


@click.command()
@_page
def restore(page: str) -> None:
    """Bring back PAGE, which was deleted or retired.

    With what a person had said in its fields, and with sections, keys and comments as git last held them; a page that
    `retire` took off comes back as it was.
    """
    click.echo(safe_lines(story.restore(_project(), page)))


@click.command()
@_page
def retire(page: str) -> None:
    """Take PAGE off the site for good.

    `generate` does not write it again; `restore` brings it back.
    """
    click.echo(safe_lines(story.retire(_project(), page)))


@click.command()
@_page
@click.option("--by", required=True, metavar="NAME", help="Who signs.")
@click.option(
    "--date", "day", type=click.DateTime(["%Y-%m-%d"]), metavar="DAY", help="Such as 2026-11-24; today if left out."
)
def review(page: str, by: str, day: Any) -> None:  # noqa: ANN401 -- click gives a datetime
    """Sign PAGE off in a person's name.

    The machine then writes nothing there. A later change of the page or of its article drops the sign-off and puts
    the page into the queue of `status`. What `check` has to say of the page is told; it does not keep you from signing.
    """
    signed = day.date() if day else date.today()  # noqa: DTZ011 -- the day on the editor's calendar
    project = _project()
    click.echo(safe_lines(story.review(project, page, by, signed)))
    for problem in story.check_page(project, page):
        complain(plain_problem(problem))


def _project() -> Project:
    """Return the project here, once it is told what is wrong with the desk's registries, which every page hangs on."""
    project = Project.at(Path.cwd())
    for problem in project.registries.problems:
        complain(str(problem))
    return project


COMMANDS: tuple[click.Command, ...] = (status, check, diff, release, accept, restore, retire, review)
