"""How the pages stand: whose each field is, and what waits for a person."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from generator import files, pages, reading
from generator.errors import StandfirstError
from generator.pages import Concern, Ledger, Page, Severity, State
from generator.run.catalogue import Catalogue, read_page
from generator.run.project import Project, seeds_of
from generator.run.spellings import misspelt
from generator.run.states import load
from generator.run.stray import strays
from generator.run.unlearned import unlearned, untaught
from generator.run.unreadable import unreadable

Whole = Literal["machine", "edited", "signed off", "sign-off lapsed", "deleted", "retired", "stray", "error"]


@dataclass(frozen=True, slots=True)
class Status:
    """How one page stands; `page` is below docs/, `fields` are those that are a person's, wholly or in part."""

    page: str
    seed: str
    whole: Whole
    fields: tuple[str, ...] = ()
    ledgers: Mapping[str, Ledger] = field(default_factory=dict)
    queue: tuple[Concern, ...] = ()


def status(project: Project) -> Iterator[Status]:
    """Yield how each page of an article stands, in order of its state's path; last those that have none.

    First what is wrong with the desk's registries, which shape every page.
    """
    for problem in project.registries.problems:
        yield _error("", "", problem)
    catalogue, rare = Catalogue.of(project), unlearned(project)
    found = [_loaded(project, path.stem) for path in sorted(project.states.glob("*.yml"))]
    errors = {**unreadable(project, (state for state in found if isinstance(state, State)))}
    for state in found:
        if isinstance(state, StandfirstError):
            yield _error("", "", state)
        elif state and not catalogue.is_given_away(state):
            one = _status(catalogue, state, errors.pop(state.seed, None))
            added = one.ledgers.get("topics", Ledger()).added
            yield replace(one, queue=(*one.queue, *untaught(added, rare)))
    yield from (_error("", seed, error) for seed, error in errors.items())
    for stray in strays(catalogue, {seed.name for seed in seeds_of(project.seeds)}):
        severity: Severity = "review" if stray.is_lost else "info"
        yield Status(stray.page, stray.seed, "stray", queue=(Concern(severity, "", stray.message),))


def _loaded(project: Project, identifier: str) -> State | StandfirstError | None:
    try:
        return load(project, identifier)
    except StandfirstError as error:
        return error


def _error(page: str, seed: str, error: StandfirstError) -> Status:
    return Status(page, seed, "error", queue=(Concern("error", "", str(error)),))


def _status(catalogue: Catalogue, state: State, unread: StandfirstError | None) -> Status:
    try:
        path = catalogue.locate({state.seed}, state.page, buried=bool(state.tombstone))
        if not path:
            return Status(state.page, state.seed, "retired" if state.tombstone == "retired" else "deleted")
        page = read_page(catalogue.project, path)
        giver = catalogue.giver(state.seed)
    except StandfirstError as error:
        return _error(state.page, state.seed, error)
    if giver:
        message = f"it was the page of {giver.seed}, which is {state.seed} by now; run `standfirst generate`"
        return Status(path, state.seed, "edited", queue=(Concern("info", "", message),))
    return _of_page(catalogue.project, page, state, unread)


def _of_page(project: Project, page: Page, state: State, unread: StandfirstError | None) -> Status:
    ownership = pages.see(page, state)
    whole: Whole = "machine" if pages.is_untouched(page, state) else "edited"
    found = (*pages.concerns(page, state), *misspelt(page, state, project.desk))
    queue = (*found, *([Concern("error", "", str(unread))] if unread else _of_article(project, state, whole)))
    if pages.is_pinned(page):
        lapsed = any((concern.severity, concern.field) == ("review", "review") for concern in queue)
        whole = "sign-off lapsed" if lapsed else "signed off"
    return Status(page.path, state.seed, whole, ownership.fields, ownership.ledgers, queue)


def _of_article(project: Project, state: State, whole: Whole) -> Iterator[Concern]:
    seed = project.seeds / state.seed
    if not files.stands(seed):
        kept = "keep the page, or retire it; or put the name that the article has by now into its `seed` line"
        advice = "`standfirst generate` withdraws the page" if whole == "machine" else kept
        yield Concern("info" if whole == "machine" else "review", "", f"its article {state.seed} is gone; {advice}")
        return
    content = reading.read_bytes(seed, project.settings.seed_bytes, state.seed)
    if pages.sha256_of(content) != state.sha256:
        yield Concern("info", "", "its article changed since the last run; run `standfirst generate`")
