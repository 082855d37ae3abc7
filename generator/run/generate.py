"""Seeds to pages and states: the machine's fields follow the article, what a person touched stays."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace

from generator import files, pages, reading
from generator.briefing import briefing_id
from generator.errors import StandfirstError
from generator.pages import DamagedError, State
from generator.run import planning
from generator.run.briefings import briefings, fault_in
from generator.run.catalogue import Catalogue
from generator.run.deskfiles import keep_desk_files
from generator.run.former import Former, as_taught, left_of, own_state
from generator.run.learning import finder
from generator.run.lessons import taught
from generator.run.making import can_judge, is_current, new_state
from generator.run.placing import free_path
from generator.run.project import Outcome, Project, Seed
from generator.run.remembered import remember
from generator.run.renaming import follow_renamed
from generator.run.reteaching import retaught


def generate(project: Project, seeds: Sequence[Seed], *, write: bool = True) -> Iterator[Outcome]:
    """Bring page and state of each seed up to date; what a person edited or deleted stays as it is.

    The project is locked for each write alone, so that a long run holds up no other command. Without `write` every
    article is read anew, and outcomes name the files that are not as they would be written.
    """
    if write:
        with suppress(StandfirstError):  # what is left over harms nothing, since git ignores it
            files.sweep(project.root, (project.root / "docs", project.states))
    project = taught(project)
    yield from (Outcome("", "failed", message=str(problem)) for problem in project.registries.problems)
    if seeds:
        yield from keep_desk_files(project, write=write)
    yield from remember(project, write=write)
    catalogue, changed = Catalogue.of(project), []
    for seed in seeds:
        settled = _settled(catalogue, seed, write=write)
        if settled:
            yield settled
        else:
            changed.append(seed)
    if changed:
        yield from _changed(catalogue, changed, write=write)


def _changed(catalogue: Catalogue, seeds: Sequence[Seed], *, write: bool) -> Iterator[Outcome]:
    """Yield the outcomes of seeds that are new, changed or renamed, or that another program briefed last."""
    renamed = follow_renamed(catalogue, seeds, write=write)
    yield from renamed.outcomes
    if renamed.former:
        catalogue = Catalogue.of(catalogue.project)
    done, changed = {outcome.seed for outcome in renamed.outcomes}, []
    for seed in (seed for seed in seeds if seed.name not in done):
        former = renamed.former.get(seed.name, "")
        settled = _settled(catalogue, seed, former, write=write) if former else None
        if settled:
            yield settled
        else:
            changed.append(seed)
    for made in _made(catalogue.project, changed, write=write):
        if isinstance(made, Outcome):
            yield made
        else:
            yield _briefed(catalogue, made, renamed.former.get(made.seed, ""), write=write)


def _made(project: Project, seeds: Sequence[Seed], *, write: bool) -> Iterator[State | Outcome]:
    """Yield what the machine says of each seed by now, first of those that need no new briefing for that."""
    find_topics, others = finder(project), []
    for seed in seeds:
        try:
            state = retaught(project, seed, find_topics, write=write)
        except Exception:  # noqa: BLE001 -- in one seed, it must not stop the others
            yield fault_in(seed)
            continue
        if state:
            yield state
        else:
            others.append(seed)
    for made in briefings(others, project, find_topics):
        yield made if isinstance(made, Outcome) else new_state(project, made)


def _settled(catalogue: Catalogue, seed: Seed, name: str = "", *, write: bool) -> Outcome | None:
    """Return the outcome of a seed that needs no new briefing, found without loading a model.

    `name` is the article's before this run, if it was renamed.

    Without `write` that is one that this run cannot judge, whose briefing another model made for one.
    """
    project = catalogue.project
    try:
        seed.refuse_odd_name()
        seed.refuse_hidden()
        state = own_state(project, briefing_id(seed.name), seed.name)
        content = reading.read_bytes(seed.path, project.settings.seed_bytes, seed.name)
    except DamagedError:
        return None
    except StandfirstError as error:
        return seed.failed(error)
    if state is None or not is_current(state, content, project) or catalogue.giver(state.seed):
        return None
    if not write and can_judge(state, project):
        return None
    if write and not name and state.form == pages.FORM and _is_as_written(catalogue, state):
        return Outcome(seed.name, "unchanged", state.page)
    return _brought(catalogue, state, Former(state, name), write=write)


def _is_as_written(catalogue: Catalogue, state: State) -> bool:
    """Whether nobody touched a page, told without taking it apart: most pages in most runs."""
    if catalogue.by_seed.get(state.seed) != [state.page] or state.tombstone or state.ownership.fields:
        return False
    page = catalogue.project.page(state.page)
    return pages.page_hash(page.read_bytes()) == pages.page_hash(pages.fresh_text(state).encode())


def _briefed(catalogue: Catalogue, fresh: State, name: str, *, write: bool) -> Outcome:
    try:
        former = left_of(catalogue, fresh, name)
    except StandfirstError as error:
        return Outcome(fresh.seed, "failed", message=str(error))
    if former.state is None:
        fresh = replace(fresh, ownership=as_taught(catalogue.project, fresh, fresh.ownership))
    return _brought(catalogue, fresh, former, write=write)


def _brought(catalogue: Catalogue, fresh: State, former: Former, *, write: bool) -> Outcome:
    try:
        done = planning.apply(
            catalogue.project,
            lambda: planning.plan(catalogue, fresh, former, lambda: free_path(catalogue, fresh)),
            write=write,
        )
        return replace(done, took=former.state.id if former.state and former.state.id != fresh.id else "")
    except StandfirstError as error:
        return Outcome(fresh.seed, "failed", message=str(error))
