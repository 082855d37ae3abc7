"""What editors ask for by name: a field given back or kept, a page brought back, taken off or signed off."""

from dataclasses import dataclass, replace
from datetime import date

from generator import files, pages, reading
from generator.briefing import briefing_id
from generator.errors import Place, StandfirstError
from generator.pages import Ownership, Page, Revival, State
from generator.run.catalogue import Catalogue, read_page
from generator.run.history import last_page, last_state, why_none
from generator.run.project import Project
from generator.run.states import load


@dataclass(frozen=True, slots=True)
class Standing:
    """A briefing's page as it stands, with its state."""

    page: Page
    state: State


def standing(project: Project, path: str) -> Standing:
    """Return the page at `path` below docs/ with its state; raises StandfirstError for a page that has none."""
    if not files.stands(project.page(path)):
        raise StandfirstError("no such page; `standfirst status` lists them", Place(f"docs/{path}"))
    page, catalogue = read_page(project, path), Catalogue.of(project)
    seed = page.line("seed")
    ids = [briefing_id(seed)] if seed else catalogue.homes.get(path, [])
    state = load(project, ids[0]) if len(ids) == 1 else None
    if state is None or catalogue.locate({state.seed}, state.page, buried=bool(state.tombstone)) != path:
        message = "not the page of an article that `standfirst generate` knows; run that first"
        raise StandfirstError(message, Place(f"docs/{path}"))
    return Standing(page, state)


def release(project: Project, path: str, field: str) -> str:
    """Give a field back to the machine, so that it says again what the machine says; return what was done."""
    with files.locked(project.root):
        found = standing(project, path)
        if pages.is_pinned(found.page):
            message = f"signed off, so that nothing is written there; take `review` out, then release {field}"
            raise StandfirstError(message, Place(f"docs/{path}"))
        page, ownership = pages.release(found.page, found.state, field)
        if page.text == found.page.text and ownership == found.state.ownership:
            return f"docs/{path}: {field} is the machine's already"
        _write(project, {path: page.text}, replace(found.state, page=path, ownership=ownership))
        return f"docs/{path}: {field} follows the article again{_had(pages.see(found.page, found.state), field)}"


def _had(ownership: Ownership, field: str) -> str:
    """Return what was a person's in a field."""
    hand, ledger = ownership.hands.get(field), ownership.ledgers.get(field)
    if hand and hand.text:
        return f"; a person had written:\n{str(hand.text).strip()}"
    both = {"put in": ledger.added, "taken off": ledger.removed} if ledger else {}
    told = " and ".join(f"{done} {', '.join(names)}" for done, names in both.items() if names)
    return f"; a person had {told}" if told else ""


def accept(project: Project, path: str, field: str) -> str:
    """Keep a field as it stands in the page, whatever the machine says by now; return what was done."""
    with files.locked(project.root):
        found = standing(project, path)
        ownership = pages.accept(found.page, found.state, field)
        _write(project, {}, replace(found.state, page=path, ownership=ownership))
        return f"docs/{path}: {field} stays as it stands there"


def restore(project: Project, path: str) -> str:
    """Bring back a page that was deleted or retired, as far as its state knows it; return what was done."""
    with files.locked(project.root):
        catalogue = Catalogue.of(project)
        states = [state for identifier in catalogue.homes.get(path, ()) if (state := load(project, identifier))]
        if not states:
            raise StandfirstError(
                "no page of an article was ever here; `standfirst status` lists them", Place(f"docs/{path}")
            )
        lost = [state for state in states if not catalogue.locate({state.seed}, state.page, buried=False)]
        if not lost or files.stands(project.page(path)):
            raise StandfirstError(
                "is there, so there is nothing to restore; `release` gives a field back", Place(f"docs/{path}")
            )
        last = None if lost[0].tombstone == "retired" else last_page(project, lost[0])
        former = last_state(project, lost[0]) if last else None
        alive = pages.revive(lost[0], last, former.ownership if former else None)
        _write(project, {path: alive.text}, alive.state)
        return f"docs/{path}: restored{_still_in_git(project, lost[0], last, alive)}"


def _still_in_git(project: Project, lost: State, last: Page | None, alive: Revival) -> str:
    """Return what `restore` could not bring back, and where it may be."""
    if alive.superseded:
        return f"; git holds another text of {', '.join(alive.superseded)} (git log --patch -- docs/{lost.page})"
    if last or lost.tombstone == "retired":
        return ""
    return f"; {why_none(project)}, so what a person had added outside the fields is not there"


def retire(project: Project, path: str) -> str:
    """Take a page off the site for good, its text kept in the state; return what was done."""
    with files.locked(project.root):
        found = standing(project, path)
        kept = "" if pages.is_untouched(found.page, found.state) else found.page.text
        said = found.state.said.values
        ownership = pages.vanish(pages.see(found.page, found.state), said, said)
        state = replace(found.state, page=path, tombstone="retired", ownership=ownership, kept=kept)
        _write(project, {path: None}, state)
        return f"docs/{path}: retired; `standfirst restore docs/{path}` brings it back as it was"


def review(project: Project, path: str, by: str, day: date) -> str:
    """Sign a page off in a person's name; return what was done."""
    name = " ".join(by.split())
    if not name:
        raise StandfirstError("--by needs the name of who signs")
    with files.locked(project.root):
        found = standing(project, path)
        _refuse_changed_article(project, found)
        page, signed = pages.sign_off(found.page, found.state.signed, found.state.said.seed, name, day)
        ownership = pages.accept_all(found.page, found.state)
        _write(project, {path: page.text}, replace(found.state, page=path, ownership=ownership, signed=signed))
        return f"docs/{path}: signed off by {name}; it stays as it is, and any change drops the sign-off"


def _refuse_changed_article(project: Project, found: Standing) -> None:
    seed = project.seeds / found.state.seed
    if not files.stands(seed):
        message = f"its article {found.state.seed} is gone, so that there is nothing to sign it off against"
        raise StandfirstError(message, Place(f"docs/{found.page.path}"))
    content = reading.read_bytes(seed, project.settings.seed_bytes, found.state.seed)
    if pages.sha256_of(content) != found.state.sha256:
        message = "its article changed; run `standfirst generate`, look at the page, then sign it off"
        raise StandfirstError(message, Place(f"docs/{found.page.path}"))


def _write(project: Project, texts: dict[str, str | None], state: State) -> None:
    """Write pages, then the state, which may hold the only copy of a page that is deleted last of all."""
    for path, text in texts.items():
        if text is not None:
            files.write(project.page(path), text.encode())
    files.write(project.state(state.id), pages.write_state(state).encode())
    for path, text in texts.items():
        if text is None:
            files.delete(project.page(path))
