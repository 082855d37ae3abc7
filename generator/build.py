"""The story of a run: seeds become pages and states, pages become the site."""

import hashlib
import os
import socket
import subprocess
import sys
import traceback
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, NoReturn

from generator import __version__, files, language, pages, reading, registry, site, slugs, summarising
from generator.briefing import brief, briefing_id
from generator.errors import StandfirstError
from generator.model import Briefing
from generator.pages import Page, State
from generator.registry import Registry
from generator.settings import Settings, load_settings, place_of

Result = Literal["new", "updated", "unchanged", "edited", "deleted", "blank", "failed", "ignored", "orphaned"]

LARGEST_PAGE = 10_000_000  # bytes of a page or state that is read


@dataclass(frozen=True, slots=True)
class Project:
    """A folder with mkdocs.yml, seeds/, docs/ and .standfirst/state/."""

    root: Path
    settings: Settings

    @classmethod
    def at(cls, root: Path) -> "Project":
        """Return the project at `root`; raises StandfirstError for missing or wrong settings."""
        file = root / "mkdocs.yml"
        settings = load_settings(file)
        try:
            summarising.check(settings.summariser)
        except StandfirstError as error:
            raise StandfirstError(error.message, place_of(file, "summariser")) from error
        return cls(root, settings)

    @property
    def seeds(self) -> Path:
        """The folder of the articles."""
        return self.root / self.settings.seeds

    def page(self, path: str) -> Path:
        """Where the page at `path` below docs/ stands."""
        return self.root / "docs" / path

    def state(self, identifier: str) -> Path:
        """Where the state of the page with this id stands."""
        return self.root / ".standfirst" / "state" / f"{identifier}.yml"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one seed: `page` is below docs/, `message` says what a person should know."""

    seed: str
    result: Result
    page: str = ""
    message: str = ""


@dataclass(frozen=True, slots=True)
class Seed:
    """A file to brief: `name` is its path below the folder of the articles."""

    path: Path
    name: str

    @property
    def shown(self) -> str:
        """The path as a person would type it."""
        absolute = self.path.absolute()
        return str(absolute.relative_to(Path.cwd()) if absolute.is_relative_to(Path.cwd()) else self.path)

    def failed(self, error: StandfirstError) -> "Outcome":
        """Return the outcome of a seed that cannot be briefed."""
        if error.place and error.place.path == self.name:
            error = StandfirstError(error.message, replace(error.place, path=self.shown))
        return Outcome(self.name, "failed", message=str(error))


def seeds_of(folder: Path) -> list[Seed]:
    """Return every seed below `folder`, in order of path."""
    return [Seed(path, path.relative_to(folder).as_posix()) for path in reading.find_seeds(folder)]


def briefings(seeds: Iterable[Seed], settings: Settings) -> Iterator[Briefing | Outcome]:
    """Brief each seed in turn, models loaded once; a seed that cannot be briefed gives an Outcome.

    Raises StandfirstError for settings under which no seed can be briefed.
    """
    summarising.check(settings.summariser)
    known = registry.load()
    for seed in seeds:
        try:
            yield _briefed(seed, known, settings)
        except StandfirstError as error:
            yield seed.failed(error)
        except Exception:  # noqa: BLE001 -- a fault of ours in one seed must not stop the others
            fault = f"{seed.shown}: a fault in Standfirst, please report it with the seed\n{traceback.format_exc()}"
            yield Outcome(seed.name, "failed", message=fault.strip())


def _briefed(seed: Seed, known: Registry, settings: Settings) -> Briefing | Outcome:
    article = reading.read(seed.path, seed.name, most_bytes=settings.seed_bytes, lang=settings.language)
    if article is None:
        return Outcome(seed.name, "blank", message=f"{seed.shown}: holds no text, skipped")
    ((_, parse),) = language.parse([article])
    return brief(article, parse, known, settings)


def generate(project: Project, seeds: Sequence[Seed]) -> Iterator[Outcome]:
    """Bring page and state of each seed up to date; what a person edited or deleted stays as it is."""
    with files.locked(project.root):
        changed = []
        for seed in seeds:
            settled = _settled(project, seed)
            if settled:
                yield settled
            else:
                changed.append(seed)
        if changed:
            for made in briefings(changed, project.settings):
                yield made if isinstance(made, Outcome) else _write(project, made)


def unread(project: Project, seeds: Iterable[Seed]) -> Iterator[Outcome]:
    """Yield what a run over all `seeds` leaves aside: files that are no articles, and pages whose article is gone."""
    known = ", ".join(sorted(reading.SUFFIXES))
    for path in reading.find_others(project.seeds):
        seed = Seed(path, path.relative_to(project.seeds).as_posix())
        yield Outcome(seed.name, "ignored", message=f"{seed.shown}: not an article (those end in {known}), left out")
    states = {path.stem: path for path in project.state("").parent.glob("*.yml")}
    for identifier in sorted(states.keys() - {briefing_id(seed.name) for seed in seeds}):
        yield from _orphan(project, identifier)


def _orphan(project: Project, identifier: str) -> Iterator[Outcome]:
    try:
        state = _state(project, identifier)
    except StandfirstError as error:
        yield Outcome(identifier, "failed", message=str(error))
        return
    if state and project.page(state.page).exists():
        remark = "left as it is; delete the page to withdraw it"
        message = f"docs/{state.page}: its article {project.settings.seeds}/{state.seed} is gone, {remark}"
        yield Outcome(state.seed, "orphaned", state.page, message)


def _settled(project: Project, seed: Seed) -> Outcome | None:
    """Return the outcome of a seed that needs no briefing, found without loading a model."""
    try:
        state = _state(project, briefing_id(seed.name))
        content = files.read_capped(seed.path, project.settings.seed_bytes, seed.name)
    except StandfirstError as error:
        return seed.failed(error)
    if state is None or not _current(state, content, project.settings):
        return None
    page = project.page(state.page)
    result: Result = "deleted"
    if page.is_file():
        result = "unchanged" if _digest(page.read_bytes()) == state.written else "edited"
    return Outcome(seed.name, result, state.page, _remark(result, state.page))


def _current(state: State, content: bytes, settings: Settings) -> bool:
    made = (state.sha256, state.program, state.settings)
    return made == (_digest(content), __version__, _fingerprint(settings))


def _fingerprint(settings: Settings) -> str:
    """Return the settings that shape a briefing.

    The model is not among them: else a page would change with every Python that it is generated under.
    """
    return f"summariser={settings.summariser} sentences={settings.sentences} language={settings.language}"


def _write(project: Project, briefing: Briefing) -> Outcome:
    """Write page and state of one briefing.

    The page goes first: a page without state is found again, a state without page means deleted by hand.
    """
    try:
        state = _state(project, briefing.id)
        path = state.page if state else _free_path(project, briefing)
        page, text = project.page(path), pages.render(briefing).encode()
        result = _result(page, text, state)
        if result in {"new", "updated"}:
            files.write(page, text)
        written = state.written if state and result in {"edited", "deleted"} else _digest(text)
        files.write(
            project.state(briefing.id), pages.write_state(_new_state(project, briefing, path, written)).encode()
        )
    except StandfirstError as error:
        return Outcome(briefing.seed, "failed", message=str(error))
    return Outcome(briefing.seed, result, path, _remark(result, path))


def _result(page: Path, text: bytes, state: State | None) -> Result:
    if not page.is_file():
        return "deleted" if state else "new"
    current = page.read_bytes()
    if current == text:
        return "unchanged"
    return "updated" if state and _digest(current) == state.written else "edited"


def _remark(result: Result, path: str) -> str:
    remarks = {
        "edited": f"docs/{path}: edited by hand, left as it is",
        "deleted": f"docs/{path}: deleted by hand, not written again",
    }
    return remarks.get(result, "")


def _free_path(project: Project, briefing: Briefing) -> str:
    """Return where a new page goes: the slug of its title, with the id behind where another page has that."""
    folder = f"briefings/{briefing.date:%Y/%m}" if briefing.date else "briefings"
    slug = slugs.slug(briefing.title) or briefing.id
    first = f"{folder}/{slug}.md"
    if not project.page(first).exists() or _seed_of(project.page(first)) == briefing.seed:
        return first
    return f"{folder}/{slug}-{briefing.id}.md"


def _seed_of(page: Path) -> str:
    try:
        return str(_page(page).meta.get("seed", ""))
    except StandfirstError:
        return ""


def _page(page: Path) -> Page:
    return pages.read_page(files.read_text(page, LARGEST_PAGE, page.name), page.name)


def _state(project: Project, identifier: str) -> State | None:
    path = project.state(identifier)
    if not path.exists():
        return None
    name = path.relative_to(project.root).as_posix()
    return pages.read_state(files.read_text(path, LARGEST_PAGE, name), name)


def _new_state(project: Project, briefing: Briefing, page: str, written: str) -> State:
    return State(
        id=briefing.id,
        seed=briefing.seed,
        sha256=briefing.sha256,
        page=page,
        written=written,
        settings=_fingerprint(project.settings),
        program=__version__,
        model=language.model_name(briefing.lang),
        briefing=pages.as_json(briefing),
    )


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def compose(project: Project) -> bool:
    """Bring build/docs/ up to date with docs/ and the states; return whether anything changed."""
    with files.locked(project.root):
        return site.stage(project.root)


def build(project: Project) -> None:
    """Build the site into site/ with MkDocs, whose plugin composes first.

    Raises StandfirstError with what MkDocs said.
    """
    command = [*_MKDOCS, "build", "--strict"]
    output, errors = subprocess.PIPE, subprocess.STDOUT
    done = subprocess.run(command, cwd=project.root, env=_quiet(), check=False, text=True, stdout=output, stderr=errors)
    if done.returncode:
        raise StandfirstError(done.stdout.strip())


def serve(project: Project, address: str) -> NoReturn:
    """Become `mkdocs serve` at `address` ("HOST:PORT"), which rebuilds as docs/ changes until it is interrupted.

    Raises StandfirstError for an address that cannot be listened on.
    """
    _refuse_taken(address)
    os.chdir(project.root)
    os.execve(sys.executable, [*_MKDOCS, "serve", "--dev-addr", address], _quiet())  # noqa: S606 -- signals reach it


def _refuse_taken(address: str) -> None:
    host, _, port = address.rpartition(":")
    try:
        family = socket.getaddrinfo(host, int(port), type=socket.SOCK_STREAM)[0][0]
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, int(port)))
    except (OSError, OverflowError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "not of the form HOST:PORT"
        message = f"cannot serve at {address}: {reason}; name another address with --address"
        raise StandfirstError(message) from error


_MKDOCS = (sys.executable, "-m", "mkdocs")


def _quiet() -> dict[str, str]:
    """Return the environment, without Material's notice about its end of life."""
    return os.environ | {"NO_MKDOCS_2_WARNING": "1"}
