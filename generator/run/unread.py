"""What a run over all seeds leaves aside: files that are no articles, and pages whose article is gone."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from generator import pages, reading
from generator.briefing import briefing_id
from generator.errors import StandfirstError
from generator.pages import DamagedError, State
from generator.run.catalogue import Catalogue, read_page
from generator.run.planning import Files, Plan, apply, without_page
from generator.run.project import Outcome, Project, Seed
from generator.run.states import load, refuse_lost_words
from generator.run.stray import strays


def unread(
    project: Project, seeds: Sequence[Seed], *, taken: Collection[str] = (), write: bool = True
) -> Iterator[Outcome]:
    """Tell of every file below the seeds folder that is no article; see to the pages whose article is gone.

    `seeds` are all there are; states that `generate` has `taken` for renamed articles are its own. An untouched page is
    withdrawn; one that a person edited stays and is named.
    """
    known = ", ".join(sorted(reading.SUFFIXES))
    for path in reading.find_others(project.seeds):
        seed = Seed(path, path.relative_to(project.seeds).as_posix())
        yield Outcome(seed.name, "ignored", message=f"{seed.shown}: not an article (those end in {known}), left out")
    catalogue = Catalogue.of(project)
    states = {path.stem for path in project.states.glob("*.yml")}
    for identifier in sorted(states - {briefing_id(seed.name) for seed in seeds} - {*taken}):
        outcome = _seen_to(catalogue, identifier, any_seeds=bool(seeds), write=write)
        if outcome.seed or outcome.pending:
            yield outcome
    for stray in strays(catalogue, {seed.name for seed in seeds}):
        if stray.is_lost:
            yield Outcome(stray.seed, "orphaned", stray.page, f"docs/{stray.page}: {stray.message}")


def _seen_to(catalogue: Catalogue, identifier: str, *, any_seeds: bool, write: bool) -> Outcome:
    try:
        return apply(catalogue.project, lambda: _planned(catalogue, identifier, any_seeds=any_seeds), write=write)
    except StandfirstError as error:
        return Outcome(identifier, "failed", message=str(error))


def _planned(catalogue: Catalogue, identifier: str, *, any_seeds: bool) -> Plan:
    try:
        state = load(catalogue.project, identifier)
    except DamagedError:
        return _swept(catalogue.project, identifier)
    if state and catalogue.is_double(state):
        return Plan(Outcome("", "unchanged"), {catalogue.project.state(state.id): None})
    return _plan(catalogue, state, any_seeds=any_seeds)


def _plan(catalogue: Catalogue, state: State | None, *, any_seeds: bool) -> Plan:
    if state is None or catalogue.is_given_away(state):  # another run was quicker; the other article's to tell
        return Plan(Outcome("", "unchanged"), {})
    project = catalogue.project
    path = catalogue.locate({state.seed}, state.page, buried=bool(state.tombstone))
    article = f"its article {project.settings.seeds}/{state.seed} is gone"
    if not any_seeds:
        message = f"docs/{path}: {article}, and so is every other; left as it is, in case they are only elsewhere"
        return Plan(Outcome(state.seed, "orphaned", path, message if path else ""), {})
    if not path and (state.tombstone or state.ownership.fields):
        return replace(without_page(project, state, state, state.page), outcome=Outcome(state.seed, "unchanged"))
    if not path:
        message = f"docs/{state.page}: {article} too, forgotten"
        return Plan(Outcome(state.seed, "withdrawn", state.page, message), {project.state(state.id): None})
    if pages.is_untouched(read_page(project, path), state):
        wanted: Files = {project.page(path): None, project.state(state.id): None}
        return Plan(Outcome(state.seed, "withdrawn", path, f"docs/{path}: {article}, withdrawn"), wanted)
    message = f"docs/{path}: {article}; edited by hand, left as it is (`standfirst retire docs/{path}` withdraws it)"
    return Plan(Outcome(state.seed, "orphaned", path, message), {})


def _swept(project: Project, identifier: str) -> Plan:
    refuse_lost_words(project, identifier)
    path = project.state(identifier)
    message = f"{path.relative_to(project.root)}: damaged, and its article is gone; deleted, its page is left as it is"
    return Plan(Outcome(identifier, "withdrawn", message=message), {path: None})
