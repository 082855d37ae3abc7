"""The commands, their arguments and exit statuses."""

import errno
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from generator import __version__, files, reading, starting, summarising
from generator import run as story
from generator.cli.editing import COMMANDS
from generator.cli.printing import complain, counted, json_line, plain, safe, safe_lines, tally
from generator.cli.progress import Progress, progress
from generator.errors import StandfirstError
from generator.registry import load_registries
from generator.run import Outcome, Project, Seed
from generator.settings import Settings, load_settings

NEEDS_A_PERSON = 1
WRONG_USE = 2
LAST_PORT = 65_535


def _known(_ctx: click.Context, _option: click.Parameter, name: str | None) -> str | None:
    """Refuse an unknown summariser as wrong use."""
    try:
        summarising.check(name or "standfirst")
    except StandfirstError as error:
        raise click.BadParameter(error.message) from error
    return name


def _address(_ctx: click.Context, _option: click.Parameter, address: str) -> str:
    host, _, port = address.rpartition(":")
    if not host or not port.isdecimal() or int(port) > LAST_PORT:
        raise click.BadParameter(f"{address} is not of the form HOST:PORT, such as 127.0.0.1:8000")
    return address


summariser_option = click.option(
    "--summariser",
    metavar="NAME",
    callback=_known,
    help="standfirst, centrality, lead, or one of sumy's; overrides the setting.",
)
sentences_option = click.option(
    "--sentences", type=click.IntRange(1, 20), help="Number of key sentences (setting; else by article)."
)


class Commands(click.Group):
    """The one place where an error that the user can mend becomes a message."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 -- as click has it
        """Run the command; a StandfirstError and what the system refuses become a message and exit status 1."""
        try:
            return super().invoke(ctx)
        except StandfirstError as error:
            problem = error
        except OSError as error:
            if error.errno == errno.EPIPE:  # the reader of our output has left: click's to handle
                raise
            problem = files.explain(error, Path(error.filename) if error.filename else "output", "used")
        complain(str(problem))
        sys.exit(NEEDS_A_PERSON)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="standfirst", message="%(prog)s %(version)s")
def main() -> None:
    """Turn a folder of news articles into a searchable briefing site.

    Exit status: 0 done, 1 something needs a person, 2 wrong use.
    """


@main.command()
@click.argument("seeds", nargs=-1, type=click.Path(exists=True, path_type=Path))
@summariser_option
@sentences_option
@click.option("--check", "check_only", is_flag=True, help="Write nothing; exit with 1 if anything would be written.")
def generate(seeds: tuple[Path, ...], summariser: str | None, sentences: int | None, check_only: bool) -> None:  # noqa: FBT001 -- click's flag
    """Write a page for each article in seeds/.

    With SEEDs, files or folders below seeds/, only for those. What a person changed in a page stays, field by field;
    the rest follows the article. A page that a person deleted does not come back.
    """
    project = _project(summariser, sentences)
    if not project.seeds.is_dir():
        complain(f"{project.settings.seeds}/: no such folder; make it, or set `seeds` in mkdocs.yml")
    outside = [path for path in seeds if not _is_inside(project, path)]
    for path in outside:
        complain(f"{path}: not below {project.settings.seeds}/, where this project's seeds are; left out")
    named = {seed.name: seed for path in seeds if path not in outside for seed in _below(project, path)}
    chosen = list(named.values()) if seeds else story.seeds_of(project.seeds)
    outcomes = []
    project = story.taught(project)
    if project.teaching:
        click.echo(f"topics are learned from {counted(len(project.teaching), 'page')} whose topics a person set")
    with progress("Briefing", len(chosen)) as shown:
        for outcome in story.generate(project, chosen, write=not check_only):
            _tell(outcome, shown, check_only=check_only)
            outcomes.append(outcome)
            shown.advance()
    taken = {outcome.took for outcome in outcomes}
    for outcome in () if seeds else story.unread(project, chosen, taken=taken, write=not check_only):
        _tell(outcome, Progress(), check_only=check_only)
        outcomes.append(outcome)
    pending = sum(len(outcome.pending) for outcome in outcomes)
    click.echo(f"{counted(pending, 'file')} would be written" if check_only else tally(outcomes))
    if outside or pending or any(outcome.result == "failed" for outcome in outcomes):
        sys.exit(WRONG_USE if outside else NEEDS_A_PERSON)


@main.command()
def compose() -> None:
    """Make build/docs/ from docs/.

    That is what MkDocs, or another site builder, reads; `build` and `serve` do it first.
    """
    project = _project()
    with progress("Composing"):
        staging = story.compose(project)
    _complain_of(staging.remarks)
    click.echo("build/docs is up to date" if staging.changed else "nothing to do")


@main.command()
def build() -> None:
    """Build the site into site/.

    The same as `mkdocs build --strict`.
    """
    project = _project()
    with progress("Building"):
        built = story.build(project)
    _complain_of(built.remarks)
    click.echo(f"built {built.folder / 'index.html'}")


@main.command()
@click.option(
    "--address",
    default="127.0.0.1:8000",
    show_default=True,
    metavar="HOST:PORT",
    callback=_address,
    help="Where to listen.",
)
def serve(address: str) -> None:
    """Serve the site and rebuild it as docs/ changes."""
    story.serve(_project(), address)


@main.command()
@click.argument("seeds", nargs=-1, required=True, metavar="SEED...|DIR", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help="One JSON object a line (see the README).",
)
@summariser_option
@sentences_option
def show(seeds: tuple[Path, ...], as_json: bool, summariser: str | None, sentences: int | None) -> None:  # noqa: FBT001 -- click's flag
    """Print briefings; write nothing.

    Of each SEED, or of every seed in DIR.
    """
    settings = _overridden(_settings_here(), summariser, sentences)
    project = story.taught(Project(Path(), settings, load_registries(Path())))
    failed = bool(project.registries.problems)
    _complain_of(map(str, project.registries.problems))
    for made in story.briefings(_shown(seeds, settings), project):
        if isinstance(made, Outcome):
            complain(made.message)
            failed = failed or made.result == "failed"
        else:
            click.echo(json_line(made) if as_json else plain(made))
            sys.stdout.flush()
    if failed:
        sys.exit(NEEDS_A_PERSON)


@main.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def new(folder: Path) -> None:
    """Make a ready repository of your own in DIR."""
    for path in starting.start(folder):
        click.echo(f"wrote {safe(str(path))}")
    click.echo(f"Next: cd {safe(str(folder))}, then standfirst generate and standfirst serve")


for _command in COMMANDS:
    main.add_command(_command)


def _project(summariser: str | None = None, sentences: int | None = None) -> Project:
    project = Project.at(Path.cwd())
    return replace(project, settings=_overridden(project.settings, summariser, sentences))


def _settings_here() -> Settings:
    here = Path("mkdocs.yml")
    return load_settings(here) if here.exists() else Settings()


def _overridden(settings: Settings, summariser: str | None, sentences: int | None) -> Settings:
    settings = replace(settings, summariser=summariser or settings.summariser)
    return replace(settings, sentences=sentences, words=None) if sentences else settings


def _real(path: Path) -> Path:
    """Return the path without links to folders and without `..`; a file that is itself a link stays one."""
    return path.resolve() if path.is_dir() else path.parent.resolve() / path.name


def _is_inside(project: Project, path: Path) -> bool:
    return _real(path).is_relative_to(project.seeds.resolve())


def _below(project: Project, path: Path) -> list[Seed]:
    """Return the seeds at `path`, a file or folder below the project's seeds folder."""
    below = project.seeds / _real(path).relative_to(project.seeds.resolve())
    found = reading.find_seeds(below) if below.is_dir() else [below]
    return [Seed(seed, seed.relative_to(project.seeds).as_posix()) for seed in found]


def _shown(paths: Iterable[Path], settings: Settings) -> Iterator[Seed]:
    """Yield the seeds at `paths`, named below the seeds folder they are in, else below the folder given."""
    home = Path(settings.seeds).absolute()
    for path in paths:
        found = story.seeds_of(path) if path.is_dir() else [Seed(path, path.name)]
        for seed in found:
            absolute = seed.path.absolute()
            yield Seed(absolute, absolute.relative_to(home).as_posix()) if absolute.is_relative_to(home) else seed


def _complain_of(remarks: Iterable[str]) -> None:
    for remark in remarks:
        complain(remark)


def _tell(outcome: Outcome, progress: Progress, *, check_only: bool) -> None:
    for name in outcome.pending:
        progress.echo(safe_lines(f"{name}: not what would be written ({outcome.result})"))
    if outcome.result in {"new", "updated"} and not check_only:
        progress.echo(f"{outcome.result}: docs/{outcome.page}")
    if outcome.message:
        progress.echo(safe_lines(outcome.message), err=True)
