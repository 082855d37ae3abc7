"""What is to become of one article's page and state, before anything is written."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from generator import files, pages
from generator.errors import StandfirstError
from generator.pages import Page, State, Update
from generator.run.catalogue import Catalogue, read_page
from generator.run.former import Former
from generator.run.project import Outcome, Project, Result

Files = Mapping[Path, bytes | None]  # to write or, for None, to delete


@dataclass(frozen=True, slots=True)
class Plan:
    """The outcome of a seed, and the files to write for it."""

    outcome: Outcome
    files: Files


def plan(catalogue: Catalogue, fresh: State, former: Former, free_path: Callable[[], str]) -> Plan:
    """Return what is to become of the page and state of one seed; `fresh` holds what the machine says by now.

    Raises StandfirstError for a page that cannot be told from another, read or changed.
    """
    state = former.state
    home = state.page if state else former.page
    path = catalogue.locate(
        {fresh.seed, state.seed if state else fresh.seed}, home, buried=bool(state and state.tombstone)
    )
    if path:
        return _kept(catalogue.project, fresh, former, path)
    if home and not catalogue.is_taken(home):
        return without_page(catalogue.project, fresh, state, home)
    new = replace(fresh, page=free_path(), ownership=state.ownership if state else fresh.ownership)
    alive = pages.revive(new)
    return Plan(Outcome(fresh.seed, "new", new.page), _files(catalogue.project, alive.state, state, alive.text))


def without_page(project: Project, fresh: State, state: State | None, home: str) -> Plan:
    """Return the plan of an article whose page, last known at `home`, a person deleted or retired."""
    last = state or fresh
    ownership = pages.vanish(last.ownership, last.said.values, fresh.said.values)
    new = replace(
        fresh,
        page=home,
        tombstone=last.tombstone or "deleted",
        kept=last.kept,
        ownership=ownership,
        signed=last.signed,
        reported=last.reported,
    )
    how = "retired" if new.tombstone == "retired" else "deleted by hand"
    message = f"docs/{new.page}: {how}, not written again"
    return Plan(Outcome(new.seed, "deleted", new.page, message), _files(project, new, state, None))


def _kept(project: Project, fresh: State, former: Former, path: str) -> Plan:
    page, state = read_page(project, path), former.state
    done = pages.update(page, state, fresh.said, fresh.seed, fresh.ownership)
    new = replace(
        fresh,
        page=path,
        tombstone="",
        ownership=done.ownership,
        signed=state.signed if state else None,
        reported=pages.still_reported(done.page, state, fresh),
    )
    written = done.page.text if done.page.text != page.text else None
    result: Result = "updated" if written is not None or former.name else _result(new, done, state)
    remark = _remark(new, done, former, lost_seed=bool(state) and not page.line("seed"))
    return Plan(Outcome(fresh.seed, result, path, remark), _files(project, new, state, written))


def _result(new: State, done: Update, state: State | None) -> Result:
    if state and new.page != state.page:
        return "moved"
    return "unchanged" if pages.is_untouched(done.page, new) else "edited"


def _remark(new: State, done: Update, former: Former, *, lost_seed: bool) -> str:
    told = []
    if former.damaged:
        told.append(
            f"{former.damaged} was damaged and is made anew; what differs from the article's counts as a person's"
        )
    state = former.state
    if not state and not former.damaged and new.ownership.fields:
        told.append("had no state; what differs from the article's counts as a person's")
    if former.name or (state and new.seed != state.seed):
        told.append(follows(new.seed))
    if state and new.page != state.page:
        told.append(f"moved by hand from docs/{state.page}, followed")
    if lost_seed:
        told.append(f"lost its `seed` line; put back{', with ' if done.restored else ''}{', '.join(done.restored)}")
    changed = () if pages.is_pinned(done.page) else done.stale
    covered = [key for key in changed if key in new.ownership.hands]
    if older := [key for key in changed if key not in covered]:
        told.append(f"held an older text of the program in {', '.join(older)}; brought up to date")
    if covered:
        told.append(f"an old draft had covered a person's text in {', '.join(covered)}; put back")
    if not pages.is_untouched(done.page, new):
        told.append(_by_hand(done.page, new))
    return f"docs/{new.page}: {'; '.join(told)}" if told else ""


def follows(seed: str) -> str:
    """Return what is told of a page whose article has this name by now."""
    return f"follows its article, which is {seed} by now"


def _by_hand(page: Page, new: State) -> str:
    waiting = ", ".join(concern.field for concern in pages.concerns(page, new) if concern.severity == "review")
    if pages.is_pinned(page):
        look = "; something changed since, look at it (`standfirst status`)" if waiting else ""
        return f"signed off by a person, left as it is{look}"
    kept = ", ".join(new.ownership.fields)
    is_known = all(hand.against for hand in new.ownership.hands.values())
    reason = "the article changed, " if is_known else ""
    look = f"; {reason}look at {waiting} (`standfirst status`)" if waiting else ""
    return f"edited by hand and kept{f': {kept}' if kept else ''}{look}"


def _files(project: Project, new: State, state: State | None, page: str | None) -> Files:
    found: dict[Path, bytes | None] = {} if page is None else {project.page(new.page): page.encode()}
    found[project.state(new.id)] = pages.write_state(new).encode()
    if state and state.id != new.id:
        found[project.state(state.id)] = None
    return found


def apply(project: Project, again: Callable[[], Plan], *, write: bool = True) -> Outcome:
    """Carry out a plan, made `again` under the lock where there is anything to write; without `write` only say what.

    The page goes first: a page without state is found again, a state without page means deleted by hand.
    """
    made = again()
    wanted = [path.relative_to(project.root).as_posix() for path in pending(made.files)]
    if not write:
        return replace(made.outcome, pending=tuple(wanted))
    if wanted:
        with files.locked(project.root):
            made = again()
            for path, content in made.files.items():
                files.delete(path) if content is None else files.write(path, content)
    return made.outcome


def keep(project: Project, again: Callable[[], Files], *, write: bool) -> Iterator[Outcome]:
    """Write files that are no page's; yield an outcome where that fails or, without `write`, is to be done."""
    try:
        outcome = apply(project, lambda: Plan(Outcome("", "updated"), again()), write=write)
        yield from [outcome] if outcome.pending else []
    except StandfirstError as error:
        yield Outcome("", "failed", message=str(error))


def pending(wanted: Files) -> list[Path]:
    """Return the files that are not yet as wanted."""
    return [path for path, content in wanted.items() if _holds(path) != content]


def _holds(path: Path) -> bytes | None:
    with files.explained(path, "read"):
        return path.read_bytes() if path.is_file() and not path.is_symlink() else None
