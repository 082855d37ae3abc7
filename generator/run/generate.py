"""Seeds to pages and states: the machine's fields follow the article, what a person touched stays."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import chain, count
from pathlib import Path

from generator import __version__, files, language, pages, reading, slugs
from generator.briefing import briefing_id
from generator.errors import Place, StandfirstError
from generator.model import Briefing
from generator.pages import DamagedError, State
from generator.pages.fields import SUFFIXES
from generator.run import planning
from generator.run.briefings import briefings
from generator.run.catalogue import Catalogue
from generator.run.lessons import taught
from generator.run.planning import Former
from generator.run.project import Outcome, Project, Seed
from generator.run.renaming import follow_renamed
from generator.run.states import last_page, load, refuse_lost_words

_ENDINGS = ("", ".html", *SUFFIXES)  # of a folder or file with one address


def generate(project: Project, seeds: Sequence[Seed], *, write: bool = True) -> Iterator[Outcome]:
    """Bring page and state of each seed up to date; what a person edited or deleted stays as it is.

    The project is locked for each write alone, so that a long run holds up no other command. Without `write` every
    article is read anew, and outcomes name the files that are not as they would be written.
    """
    if write:
        with suppress(StandfirstError):  # what is left over harms nothing, since git ignores it
            files.sweep(project.root, (project.root / "docs", project.states))
    project = taught(project)
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
    for made in briefings(changed, catalogue.project):
        if isinstance(made, Outcome):
            yield made
        else:
            yield _briefed(catalogue, made, renamed.former.get(made.seed, ""), write=write)


def _settled(catalogue: Catalogue, seed: Seed, name: str = "", *, write: bool) -> Outcome | None:
    """Return the outcome of a seed that needs no new briefing, found without loading a model.

    `name` is the article's before this run, if it was renamed.

    Without `write` that is one whose briefing another model made, which ours cannot judge.
    """
    project = catalogue.project
    try:
        seed.refuse_odd_name()
        seed.refuse_hidden()
        state = _own_state(project, briefing_id(seed.name), seed.name)
        content = reading.read_bytes(seed.path, project.settings.seed_bytes, seed.name)
    except DamagedError:
        return None
    except StandfirstError as error:
        return seed.failed(error)
    if state is None or not is_current(state, content, project) or catalogue.giver(state.seed):
        return None
    if not write and state.model == language.model_name(str(state.briefing["lang"])):
        return None
    if write and not name and _is_as_written(catalogue, state):
        return Outcome(seed.name, "unchanged", state.page)
    return _brought(catalogue, state, Former(state, name), write=write)


def _is_as_written(catalogue: Catalogue, state: State) -> bool:
    """Whether nobody touched a page, told without taking it apart: most pages in most runs."""
    if catalogue.by_seed.get(state.seed) != [state.page] or state.tombstone or state.ownership.fields:
        return False
    page = catalogue.project.page(state.page)
    return pages.page_hash(page.read_bytes()) == pages.page_hash(pages.fresh_text(state).encode())


def _own_state(project: Project, identifier: str, seed: str) -> State | None:
    """Return the state of a seed; raises StandfirstError where another seed has the same id."""
    state = load(project, identifier)
    if state and state.seed != seed:
        raise StandfirstError(f"has the same id as {state.seed}; rename one of them", Place(seed))
    return state


def is_current(state: State, content: bytes, project: Project) -> bool:
    """Whether a state holds what this program says of a seed's bytes in this project."""
    made = (state.sha256, state.program, state.settings)
    return made == (pages.sha256_of(content), __version__, _fingerprint(project))


def _fingerprint(project: Project) -> str:
    """Return the settings that shape a briefing, and what stands for the desk's own registries.

    The model is not among them: else a page would change with every Python that it is generated under.
    """
    settings = project.settings
    desks = {"actors": project.desk.digest, "topics": project.subjects.digest, "learned": project.learned}
    own = "".join(f" {name}={digest}" for name, digest in desks.items() if digest)
    sentences = settings.sentences or "by article"
    return f"summariser={settings.summariser} sentences={sentences} language={settings.language}{own}"


def _briefed(catalogue: Catalogue, briefing: Briefing, name: str, *, write: bool) -> Outcome:
    fresh = _new_state(catalogue.project, briefing)
    try:
        former = _former(catalogue, fresh, name)
    except StandfirstError as error:
        return Outcome(briefing.seed, "failed", message=str(error))
    return _brought(catalogue, fresh, former, write=write)


def _former(catalogue: Catalogue, fresh: State, name: str) -> Former:
    """Return what the last run left of an article; of one whose page a person gave to this one, what it left of that.

    Raises StandfirstError where that would cost what a person wrote in this one's own page.
    """
    project = catalogue.project
    try:
        state = _own_state(project, fresh.id, fresh.seed)
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
        last = _as_taught(project, last, fresh)
    if last:  # a person's word on an actor or topic holds under whatever name it has by now
        last = replace(last, ownership=pages.renamed(last.ownership, _names_now(project, last, fresh)))
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


def _as_taught(project: Project, state: State, fresh: State) -> State:
    """Return the state of a page that teaches topics with what a person did there, so that it keeps what it lists.

    Else it would be the program's again once that says the same, and teach no more; or list what was learned from it.
    """
    lessons = {key: lesson for lesson in project.lessons or () for key in (lesson.sha256, lesson.id)}
    lesson = lessons.get(state.id) or lessons.get(fresh.sha256)
    if lesson is None:
        return state
    listed = {label.casefold() for label in lesson.labels}
    others = (topic for topic in fresh.said.values["topics"] if topic.casefold() not in listed)
    ledger = replace(lesson.ledger, removed=tuple(dict.fromkeys((*lesson.ledger.removed, *others))))
    return replace(state, ownership=replace(state.ownership, ledgers={**state.ownership.ledgers, "topics": ledger}))


def _brought(catalogue: Catalogue, fresh: State, former: Former, *, write: bool) -> Outcome:
    try:
        done = planning.apply(
            catalogue.project,
            lambda: planning.plan(catalogue, fresh, former, lambda: _free_path(catalogue, fresh)),
            write=write,
        )
        return replace(done, took=former.state.id if former.state and former.state.id != fresh.id else "")
    except StandfirstError as error:
        return Outcome(fresh.seed, "failed", message=str(error))


def _free_path(catalogue: Catalogue, fresh: State) -> str:
    """Return where a new page goes: the slug of its title, with id and number behind where that is another's."""
    day = str(fresh.said.values["date"])
    folder = f"briefings/{day[:4]}/{day[5:7]}" if day else "briefings"
    slug = slugs.slug(str(fresh.briefing["title"])) or fresh.id
    names = chain((slug, f"{slug}-{fresh.id}"), (f"{slug}-{fresh.id}-{number}" for number in count(2)))
    there = _names(catalogue.project.page(folder))
    paths = ((f"{folder}/{name}.md", {name + ending for ending in _ENDINGS} & there) for name in names)
    return next(path for path, takers in paths if path not in catalogue.homes and not takers)


def _names(folder: Path) -> set[str]:
    """Return what stands in a folder, in small letters, since some disks take `A.md` and `a.md` for one file."""
    return {name.casefold() for name in os.listdir(folder)} if folder.is_dir() else set()  # noqa: PTH208 -- quickest


def _new_state(project: Project, briefing: Briefing) -> State:
    return State(
        id=briefing.id,
        seed=briefing.seed,
        sha256=briefing.sha256,
        page="",
        settings=_fingerprint(project),
        program=__version__,
        model=language.model_name(briefing.lang),
        briefing=pages.as_json(briefing),
    )
