"""Seeds to pages and states: what is new or changed is written, what a person touched stays."""

import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import chain, count
from pathlib import Path

from generator import __version__, files, language, pages, reading, slugs
from generator.briefing import briefing_id
from generator.errors import Place, StandfirstError
from generator.model import Briefing
from generator.pages import LARGEST_PAGE, Page, State
from generator.run.briefings import briefings
from generator.run.project import Outcome, Project, Result, Seed
from generator.settings import Settings
from generator.site.safe import PAGE_SUFFIXES

_ENDINGS = ("", ".html", *PAGE_SUFFIXES)  # of a folder or file with one address


def generate(project: Project, seeds: Sequence[Seed]) -> Iterator[Outcome]:
    """Bring page and state of each seed up to date; what a person edited or deleted stays as it is.

    The project is locked for each write alone, so that a long run holds up no other command.
    """
    with suppress(StandfirstError):  # what is left over harms nothing, since git ignores it
        files.sweep(project.root, (project.root / "docs", project.states))
    changed = []
    for seed in seeds:
        settled = _settled(project, seed)
        if settled:
            yield settled
        else:
            changed.append(seed)
    if changed:
        claimed = _claimed(project)
        for made in briefings(changed, project.settings):
            yield made if isinstance(made, Outcome) else _written(project, made, claimed)


def _claimed(project: Project) -> frozenset[str]:
    """Return the paths of all pages ever made: one that a person deleted must not give its place to another article."""
    names = project.states.glob("*.yml")
    return frozenset(pages.page_named(path.read_bytes()) for path in names if path.is_file() and not path.is_symlink())


def _written(project: Project, briefing: Briefing, claimed: frozenset[str]) -> Outcome:
    try:
        with files.locked(project.root):
            return _write(project, briefing, claimed)
    except StandfirstError as error:
        return Outcome(briefing.seed, "failed", message=str(error))


def unread(project: Project, seeds: Iterable[Seed]) -> Iterator[Outcome]:
    """Yield what a run over all `seeds` leaves aside: files that are no articles, and pages whose article is gone."""
    known = ", ".join(sorted(reading.SUFFIXES))
    for path in reading.find_others(project.seeds):
        seed = Seed(path, path.relative_to(project.seeds).as_posix())
        yield Outcome(seed.name, "ignored", message=f"{seed.shown}: not an article (those end in {known}), left out")
    states = {path.stem: path for path in project.states.glob("*.yml")}
    for identifier in sorted(states.keys() - {briefing_id(seed.name) for seed in seeds}):
        yield from _orphan(project, identifier)


def _orphan(project: Project, identifier: str) -> Iterator[Outcome]:
    try:
        state = _state(project, identifier)
        stands = state and files.stands(project.page(state.page))
    except StandfirstError as error:
        yield Outcome(identifier, "failed", message=str(error))
        return
    if state and stands:
        remark = "left as it is; delete the page to withdraw it"
        message = f"docs/{state.page}: its article {project.settings.seeds}/{state.seed} is gone, {remark}"
        yield Outcome(state.seed, "orphaned", state.page, message)


def _settled(project: Project, seed: Seed) -> Outcome | None:
    """Return the outcome of a seed that needs no briefing, found without loading a model."""
    try:
        seed.refuse_odd_name()
        seed.refuse_hidden()
        state = _own_state(project, briefing_id(seed.name), seed.name)
        content = reading.read_bytes(seed.path, project.settings.seed_bytes, seed.name)
        if state is None or not _current(state, content, project.settings):
            return None
        standing = _standing(project, state.page)
        result = "deleted" if standing is None else _compared(standing, state)
        if result == "edited":
            _page(project, state.page)
    except StandfirstError as error:
        return seed.failed(error)
    return Outcome(seed.name, result, state.page, _remark(result, state.page))


def _compared(standing: bytes, state: State) -> Result:
    return "unchanged" if pages.page_hash(standing) == state.written else "edited"


def _own_state(project: Project, identifier: str, seed: str) -> State | None:
    """Return the state of a seed; raises StandfirstError where another seed has the same id."""
    state = _state(project, identifier)
    if state and state.seed != seed:
        raise StandfirstError(f"has the same id as {state.seed}; rename one of them", Place(seed))
    return state


def _current(state: State, content: bytes, settings: Settings) -> bool:
    made = (state.sha256, state.program, state.settings)
    return made == (_digest(content), __version__, _fingerprint(settings))


def _fingerprint(settings: Settings) -> str:
    """Return the settings that shape a briefing.

    The model is not among them: else a page would change with every Python that it is generated under.
    """
    return f"summariser={settings.summariser} sentences={settings.sentences} language={settings.language}"


def _write(project: Project, briefing: Briefing, claimed: frozenset[str]) -> Outcome:
    """Write page and state of one briefing.

    The page goes first: a page without state is found again, a state without page means deleted by hand.
    """
    state = _own_state(project, briefing.id, briefing.seed)
    path = state.page if state else _free_path(project, briefing, claimed)
    text = pages.render(briefing).encode()
    result = _result(_standing(project, path), text, state)
    if result == "edited":
        _page(project, path)
    if result in {"new", "updated"}:
        files.write(project.page(path), text)
    written = state.written if state and result in {"edited", "deleted"} else pages.page_hash(text)
    content = pages.write_state(_new_state(project, briefing, path, written)).encode()
    files.write(project.state(briefing.id), content)
    return Outcome(briefing.seed, result, path, _remark(result, path))


def _standing(project: Project, path: str) -> bytes | None:
    """Return what a page holds, None where there is none."""
    page = project.page(path)
    return files.read_capped(page, LARGEST_PAGE, f"docs/{path}") if files.stands(page) else None


def _result(current: bytes | None, text: bytes, state: State | None) -> Result:
    if current is None:
        return "deleted" if state else "new"
    if pages.page_hash(current) == pages.page_hash(text):
        return "unchanged"
    return "updated" if state and pages.page_hash(current) == state.written else "edited"


def _remark(result: Result, path: str) -> str:
    remarks = {
        "edited": f"docs/{path}: edited by hand, left as it is",
        "deleted": f"docs/{path}: deleted by hand, not written again",
    }
    return remarks.get(result, "")


def _free_path(project: Project, briefing: Briefing, claimed: frozenset[str]) -> str:
    """Return where a new page goes: the slug of its title, with id and number behind where that is another's."""
    folder = f"briefings/{briefing.date:%Y/%m}" if briefing.date else "briefings"
    slug = slugs.slug(briefing.title) or briefing.id
    names = chain((slug, f"{slug}-{briefing.id}"), (f"{slug}-{briefing.id}-{number}" for number in count(2)))
    there = _names(project.page(folder))
    paths = ((f"{folder}/{name}.md", {name + ending for ending in _ENDINGS} & there) for name in names)
    return next(
        path for path, takers in paths if path not in claimed and (not takers or _is_of(project, path, briefing))
    )


def _is_of(project: Project, path: str, briefing: Briefing) -> bool:
    try:
        return project.page(path).is_file() and _page(project, path).line("seed") == briefing.seed
    except StandfirstError:
        return False


def _names(folder: Path) -> set[str]:
    """Return what stands in a folder, in small letters, since some disks take `A.md` and `a.md` for one file."""
    return {name.casefold() for name in os.listdir(folder)} if folder.is_dir() else set()  # noqa: PTH208 -- quickest


def _page(project: Project, path: str) -> Page:
    """Return a page of docs/; raises StandfirstError with the place of what would be read wrongly."""
    name = f"docs/{path}"
    return pages.read_page(files.read_text(project.page(path), LARGEST_PAGE, name), name)


def _state(project: Project, identifier: str) -> State | None:
    path = project.state(identifier)
    if not files.stands(path):
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
