"""Everything that a person should mend before it is published, or look at; nothing is written."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from generator import files, pages, registry, site
from generator.errors import Place, StandfirstError
from generator.lint import Problem, begins, lint_page
from generator.pages import Known, Page, State
from generator.registry import Registry
from generator.run.catalogue import Catalogue
from generator.run.editing import standing
from generator.run.project import Project, seeds_of
from generator.run.spellings import lookalikes, misspelt
from generator.run.stray import strays
from generator.run.unreadable import unreadable
from generator.site import Docs


def check(project: Project) -> Iterator[Problem]:
    """Yield the problems of docs/ and the states: errors, and what is worth a look; nothing is written.

    Errors are what stops a build and, which stop none, a slip in a registry of the desk, an article that cannot be read
    and words in quotation marks that an article does not hold.
    """
    docs = site.read_docs(project.root)
    errors = [
        *map(_error, (*project.registries.problems, *unreadable(project, docs.states).values(), *docs.problems)),
        *_identities(project, docs),
        *_links(project, docs),
    ]
    yield from dict.fromkeys(errors)  # an article with two pages is in the way of both
    yield from _strays(project)
    yield from _lookalikes(docs, project)
    known, names = Known.of(docs.states), registry.load(project.desk)
    for path, page in sorted(docs.pages.items()):
        if state := known.state(page):
            yield from _briefing(project, replace(page, path=f"docs/{path}"), state, names)


def check_page(project: Project, path: str) -> Iterator[Problem]:
    """Yield what is to be said of what a person wrote in the page at `path` below docs/."""
    found, names = standing(project, path), registry.load(project.desk)
    yield from _briefing(project, replace(found.page, path=f"docs/{path}"), found.state, names)


def _error(error: StandfirstError) -> Problem:
    return Problem(error.place or Place(""), "error", "page", error.message)


def _identities(project: Project, docs: Docs) -> Iterator[Problem]:
    catalogue = Catalogue.of(project)
    for state in docs.states:
        try:
            catalogue.locate({state.seed}, state.page, buried=bool(state.tombstone))
        except StandfirstError as error:
            yield _error(error)


def _strays(project: Project) -> Iterator[Problem]:
    for stray in strays(Catalogue.of(project), {seed.name for seed in seeds_of(project.seeds)}):
        yield Problem(Place(f"docs/{stray.page}"), "warning", "article", stray.message)


def _lookalikes(docs: Docs, project: Project) -> Iterator[Problem]:
    known = Known.of(docs.states)
    found = {str(path): page for path, page in docs.pages.items() if known.state(page)}
    for one in lookalikes(found.values(), project.desk):
        place = pages.place_of(replace(found[one.page], path=f"docs/{one.page}"), "actors")
        settle = "if they are one, say so in docs/actors.yml, else list both there"
        where = ", whom this page names too" if one.other_page == one.page else f" of docs/{one.other_page}"
        yield Problem(place, "warning", "name", f"“{one.name}” may be “{one.other}”{where}; {settle}")


def _links(project: Project, docs: Docs) -> Iterator[Problem]:
    """Yield links that lead nowhere, and what else keeps the site from being composed.

    A page that is in the way, or cannot be read, is there all the same for those that link to it.
    """
    standing = dict(docs.pages)
    there = {str(path.relative_to(project.root / "docs")) for path in docs.everything}
    while standing:
        try:
            composed = site.compose(
                standing, docs.assets, docs.states, site.Backing(desk=project.desk, subjects=project.subjects)
            )
            there |= {str(path) for path in composed.files}
            break
        except StandfirstError as error:
            yield _error(error)
            in_the_way = PurePosixPath(error.place.path.removeprefix("docs/")) if error.place else None
            if in_the_way not in standing:
                return
            del standing[in_the_way]
    for path, page in docs.pages.items():
        for line, address in site.dead_links(page, there):
            message = f"the link to {address} leads to no page or file of docs/; correct it or take it out"
            yield Problem(Place(f"docs/{path}", line), "error", "link", message)


def _briefing(project: Project, page: Page, state: State, names: Registry) -> Iterator[Problem]:
    for concern in (*pages.concerns(page, state), *misspelt(page, state, project.desk)):
        if concern.severity == "review":
            place = pages.place_of(page, concern.field)
            yield Problem(place, "warning", "review", f"{concern.field}: {concern.message}")
    yield from _misplaced(page, state)
    fields = pages.see(page, state).fields
    below = page.body[pages.points(page.body).end :].strip()
    if not fields and not below and not page.waivers():
        return
    if not files.stands(project.seeds / state.seed):
        message = f"its article {state.seed} is gone, so that nothing can be compared; keep the page, or retire it"
        yield Problem(Place(page.path), "warning", "article", message)
        return
    try:
        source = site.article_text(project.seeds, state, project.settings)
    except StandfirstError as error:
        yield Problem(Place(page.path), "warning", "article", f"cannot be compared with its article: {error}")
        return
    yield from lint_page(page, fields, source, names)


def _misplaced(page: Page, state: State) -> Iterator[Problem]:
    """Yield what a page says of quotes that its article has not."""
    texts = [quote["text"] for quote in state.briefing.get("quotes", ())]
    for one in page.quotes():
        if not any(begins(text, one.text) for text in texts):
            message = f'`quotes`: no quote of the article begins with "{one.text}"; correct the text, or delete it'
            yield Problem(pages.place_of(page, "quotes"), "warning", "quote", message)
