"""What the last run left of an article, under the names that everything has by now."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from generator import pages
from generator.errors import Place, StandfirstError
from generator.pages import DamagedError, Ledger, Ownership, State
from generator.run.catalogue import Catalogue
from generator.run.project import Project
from generator.run.states import last_page, load, refuse_lost_words


@dataclass(frozen=True, slots=True)
class Former:
    """What the last run left of an article: its state or, of one that is `damaged`, where its page was."""

    state: State | None = None
    name: str = ""  # the article's before this run, if it was renamed
    page: str = ""
    damaged: str = ""  # the state's file


def own_state(project: Project, identifier: str, seed: str) -> State | None:
    """Return the state of a seed; raises StandfirstError where another seed has the same id."""
    state = load(project, identifier)
    if state and state.seed != seed:
        raise StandfirstError(f"has the same id as {state.seed}; rename one of them", Place(seed))
    return state


def left_of(catalogue: Catalogue, fresh: State, name: str) -> Former:
    """Return what the last run left of an article; of one whose page a person gave to this one, what it left of that.

    Raises StandfirstError where that would cost what a person wrote in this one's own page.
    """
    project = catalogue.project
    try:
        state = own_state(project, fresh.id, fresh.seed)
    except DamagedError:
        refuse_lost_words(project, fresh.id)
        damaged = project.state(fresh.id).relative_to(project.root).as_posix()
        return Former(page=last_page(project, fresh.id), damaged=damaged)
    given = catalogue.giver(fresh.seed)
    if given and state and (state.kept or state.signed or state.ownership.fields):
        message = (
            f"its `seed` line names {fresh.seed}, whose own page docs/{state.page} holds what a person wrote; "
            f"put {given.seed} back there, then `standfirst restore docs/{state.page}`"
        )
        raise StandfirstError(message, Place(f"docs/{given.page}"))
    last = given or state
    if last:
        ownership = as_taught(project, fresh, last.ownership, last.id)
        # A person's word on an actor or topic holds under whatever name it has by now.
        last = replace(last, ownership=pages.renamed(ownership, _names_now(project, last, fresh)))
    return Former(last, name)


def _names_now(project: Project, last: State, fresh: State) -> dict[str, Callable[[str], Iterable[str]]]:
    """Return what gives the names that an actor or topic of the last run has by now."""
    spellings = {actor["name"]: actor["aliases"] for actor in last.briefing["actors"]}
    ids = {topic["label"]: topic["id"] for topic in last.briefing["topics"]}
    labels = {topic["id"]: topic["label"] for topic in fresh.briefing["topics"]}
    found = set(fresh.said.values["actors"])

    def actors(name: str) -> Iterator[str]:
        yield project.desk.name_of(name)
        yield from sorted(found.intersection(map(project.desk.name_of, spellings.get(name, ()))))

    def topics(label: str) -> Iterator[str]:
        yield project.subjects.name_of(label)
        if (now := labels.get(ids.get(label, ""))) is not None:
            yield now

    return {"actors": actors, "topics": topics}


def as_taught(project: Project, fresh: State, ownership: Ownership, former: str = "") -> Ownership:
    """Return what is a person's of a page, with what it teaches of topics, so that it keeps those that it lists.

    Else they would be the program's again once that says the same, and teach no more; or the page would list what was
    learned from it. `former` is the id that the article had in the last run, if another.
    """
    lessons = {key: lesson for lesson in project.lessons or () for key in (lesson.sha256, lesson.id)}
    lesson = lessons.get(former or fresh.id) or lessons.get(fresh.sha256)
    if lesson is None:
        return ownership
    listed, said = ({name.casefold(): name for name in names} for names in (lesson.labels, fresh.said.values["topics"]))
    added = (name for key, name in listed.items() if key not in said)
    removed = (name for key, name in said.items() if key not in listed)
    ledger = Ledger(
        tuple(dict.fromkeys((*lesson.ledger.added, *added))), tuple(dict.fromkeys((*lesson.ledger.removed, *removed)))
    )
    return replace(ownership, ledgers={**ownership.ledgers, "topics": ledger})
