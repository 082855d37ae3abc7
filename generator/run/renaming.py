"""Articles that have another name by now, known by their bytes: their pages and states follow them."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from generator import files, pages, reading
from generator.briefing import briefing_id
from generator.errors import Place, StandfirstError
from generator.pages import SEED_DIGITS, DamagedError, State
from generator.run.catalogue import Catalogue, misnamed, read_page
from generator.run.planning import Files, Plan, apply, follows
from generator.run.project import Outcome, Project, Seed
from generator.run.states import load

Failed = dict[str, StandfirstError]
Moves = dict[str, State]  # what the last run left of an article, by the name that the article has by now


@dataclass(frozen=True, slots=True)
class Renamed:
    """What became of the articles that were renamed."""

    former: Mapping[str, str]  # the former name by the name now, of those whose page and state followed
    outcomes: tuple[Outcome, ...]  # of those that failed and, of a run that writes nothing, of all


@dataclass(frozen=True, slots=True)
class _Found:
    """What moves, by the name by now; the plans of those that can, and what keeps the others."""

    moves: Moves
    plans: Mapping[str, Plan]
    failed: Failed


def follow_renamed(catalogue: Catalogue, seeds: Sequence[Seed], *, write: bool) -> Renamed:
    """Give page and state of each article among `seeds` that was renamed to the name that it has by now.

    An article was renamed if its bytes are those that another one had in the last run, which by now is gone or has
    other bytes; so articles may swap names, or all move on by one. Where the name was another's, and its bytes are
    nowhere, that one is gone, and is known from then on by a name that no article has.
    """
    found = _found(catalogue, seeds)
    moves, names = found.moves, {seed.name for seed in seeds}
    # Nor can an article go on whose state is that of one that cannot move.
    stuck = {moves[name].seed: error for name, error in found.failed.items() if moves[name].seed not in moves}
    took = {name: moves[name].id for name in found.failed}
    outcomes = [
        Outcome(name, "failed", message=str(error), took=took.get(name, ""))
        for name, error in {**stuck, **found.failed}.items()
        if name in names
    ]
    if not write:
        return Renamed({}, (*outcomes, *(_pending(catalogue, plan) for plan in found.plans.values())))
    if found.plans:
        project = catalogue.project
        apply(project, lambda: Plan(Outcome("", "updated"), _together(project, _found(Catalogue.of(project), seeds))))
    return Renamed({name: moves[name].seed for name in found.plans}, tuple(outcomes))


def _found(catalogue: Catalogue, seeds: Sequence[Seed]) -> "_Found":
    moves, damaged = _moves(catalogue, seeds)
    return _Found(moves, *_plans(catalogue, moves, damaged))


def _moves(catalogue: Catalogue, seeds: Sequence[Seed]) -> tuple[Moves, Failed]:
    """Return what moves, and what cannot since a damaged state is in its way."""
    moves: Moves = {}
    damaged: Failed = {}
    for seed in seeds:
        with suppress(StandfirstError):  # told by whoever briefs it
            content = reading.read_bytes(seed.path, catalogue.project.settings.seed_bytes, seed.name)
            if state := _before(catalogue, seed, pages.sha256_of(content), moves.values()):
                moves[seed.name] = state
    going = {state.id for state in moves.values()}
    for name in list(moves):
        try:
            state = None if briefing_id(name) in going else load(catalogue.project, briefing_id(name))
        except StandfirstError as error:
            advice = f"bring it back from git, or call {moves[name].seed}, which is {name} by now, something else"
            is_damaged = isinstance(error, DamagedError)
            damaged[name] = StandfirstError(f"damaged; {advice}", error.place) if is_damaged else error
            continue
        if state and not catalogue.is_double(state):
            moves[_nowhere(state)] = state
    return moves, damaged


def _nowhere(state: State) -> str:
    """Return the name by which an article is known that is gone, and whose name another took."""
    return f"{state.seed}@{state.sha256[:SEED_DIGITS]}"


def _before(catalogue: Catalogue, seed: Seed, sha256: str, taken: Iterable[State]) -> State | None:
    """Return the state of the article that these bytes were in the last run, under another name; None for none."""
    known = catalogue.by_bytes.get(sha256, ())
    if briefing_id(seed.name) in known:
        return None
    others = [load(catalogue.project, identifier) for identifier in known]
    gone = [state for state in others if state and state not in taken and _is_without_article(catalogue, state)]
    name = PurePosixPath(seed.name).name
    return min(gone, key=lambda state: (PurePosixPath(state.seed).name != name, state.seed), default=None)


def _is_without_article(catalogue: Catalogue, state: State) -> bool:
    """Whether the article of a state is gone, or another has its name; one that has its headline was only changed."""
    path = catalogue.project.seeds / state.seed
    if not files.stands(path):
        return True
    settings = catalogue.project.settings
    article = reading.read(path, state.seed, most_bytes=settings.seed_bytes, lang=settings.language)
    if article is None or article.sha256 in catalogue.by_bytes:
        return article is None or article.sha256 != state.sha256
    headline = article.headline.text if article.headline else ""
    return str(pages.normal(str(state.briefing["title"]))) not in str(pages.normal(f"{headline} {article.text}"))


def _plans(catalogue: Catalogue, moves: Moves, damaged: Failed) -> tuple[dict[str, Plan], Failed]:
    """Return the plans of those that can move, and what keeps the others; who needs the place of one waits with it."""
    plans: dict[str, Plan] = {}
    failed = dict(damaged)
    for name, state in moves.items():
        if name in failed:
            continue
        try:
            plans[name] = _plan(catalogue, name, state, moves)
        except StandfirstError as error:
            failed[name] = error
    while waiting := {name: error for name in plans for other, error in failed.items() if _needs(name, moves[other])}:
        for name, reason in waiting.items():
            failed[name] = StandfirstError(f"{name} waits for another: {reason}")
            del plans[name]
    stays = {name for name in plans if name == _nowhere(moves[name]) and moves[name].seed in failed}
    return {name: plan for name, plan in plans.items() if name not in stays}, failed


def _needs(name: str, state: State) -> bool:
    return briefing_id(name) == state.id


def _plan(catalogue: Catalogue, name: str, state: State, moves: Moves) -> Plan:
    project, moved = catalogue.project, _moved(state, name)
    path = _page(catalogue, name, state, moves)
    wanted = {} if not path else {project.page(path): pages.with_fields(read_page(project, path), {}, name).text}
    wanted |= {project.state(moved.id): pages.write_state(moved)}
    message = f"docs/{path}: {follows(name)}" if path else ""
    written = {path: text.encode() for path, text in wanted.items()}
    outcome = Outcome(name, "updated", path or state.page, message, took=state.id)
    return Plan(outcome, {**written, project.state(state.id): None})


def _page(catalogue: Catalogue, name: str, state: State, moves: Moves) -> str:
    """Return the page of an article that is to be called `name`, "" for none; raises StandfirstError as `locate` does.

    It may name that already, by a person or a run that was broken off; then so may another its own former name.
    """
    home, early = state.page, moves[state.seed].page if state.seed in moves else ""
    if name not in {one.seed for one in moves.values()}:
        _refuse_unknown(catalogue, name, home)
    named = {*catalogue.by_seed.get(state.seed, ())} - {early}
    if home in catalogue.by_seed.get(name, ()):
        if _shows(catalogue, home, state):
            return home
        raise misnamed(home, name, state.seed)
    if home in named and not any(_shows(catalogue, path, state) for path in named - {home}):
        return home
    if early and not named and catalogue.by_seed.get(state.seed):
        return ""
    return catalogue.locate({state.seed}, home, buried=bool(state.tombstone))


def _shows(catalogue: Catalogue, path: str, state: State) -> bool:
    return pages.is_known(read_page(catalogue.project, path), state)


def _refuse_unknown(catalogue: Catalogue, name: str, home: str) -> None:
    """Raise StandfirstError for a page that names the article already, while no state tells whose it is."""
    for path in catalogue.by_seed.get(name, ()):
        if path != home and not catalogue.homes.get(path):
            message = (
                f"its `seed` line names {name}, which is another article by now; name its own there, or delete the line"
            )
            raise StandfirstError(message, Place(f"docs/{path}"))


def _pending(catalogue: Catalogue, plan: Plan) -> Outcome:
    return apply(catalogue.project, lambda: plan, write=False)


def _together(project: Project, found: _Found) -> Files:
    """Return all files of the plans in an order in which a run may be broken off.

    No state is written over before it stands elsewhere. Of a ring of states one is put aside first; `unread` deletes
    what is there twice.
    """
    moves = {name: found.moves[name] for name in found.plans}
    files_of = [(path, content) for plan in found.plans.values() for path, content in plan.files.items()]
    ordered: dict[Path, bytes | None] = {path: content for path, content in files_of if path.parent != project.states}
    waiting = {path: content for path, content in files_of if path.parent == project.states and content is not None}
    before = {project.state(state.id): state for state in moves.values()}
    source = {project.state(briefing_id(name)): project.state(state.id) for name, state in moves.items()}
    while waiting:
        needed = {source[path] for path in waiting}
        path = next((path for path in waiting if path not in needed), next(iter(waiting)))
        if path in needed:
            copy = _moved(before[path], _nowhere(before[path]))
            ordered[project.state(copy.id)] = pages.write_state(copy).encode()
        ordered[path] = waiting.pop(path)
    return ordered | {path: None for path in before if path not in ordered}


def _moved(state: State, name: str) -> State:
    """Return the state under the article's name by now."""
    identifier = briefing_id(name)
    return replace(state, id=identifier, seed=name, briefing={**state.briefing, "id": identifier, "seed": name})
