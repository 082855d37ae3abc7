"""The states of a project, on disk."""

import re

from generator import files, pages
from generator.errors import Place, StandfirstError
from generator.pages import LARGEST_PAGE, State
from generator.run.project import Project

_KEPT = re.compile(rb"""^[ ]*["']?kept["']?[ ]*:""", re.MULTILINE)


def load(project: Project, identifier: str) -> State | None:
    """Return the state with this id, None where there is none.

    Raises DamagedError for a file that holds none, StandfirstError for one that cannot be read.
    """
    path = project.state(identifier)
    if not files.stands(path):
        return None
    name = path.relative_to(project.root).as_posix()
    return pages.read_state(files.read_text(path, LARGEST_PAGE, name), name)


def refuse_lost_words(project: Project, identifier: str) -> None:
    """Raise StandfirstError for a damaged state that may hold the only copy of a retired page's text."""
    path = project.state(identifier)
    if path.is_file() and not path.is_symlink() and _KEPT.search(path.read_bytes()):
        message = "damaged, and it may hold what a person wrote in a retired page; mend it, or bring it back from git"
        raise StandfirstError(message, Place(path.relative_to(project.root).as_posix()))


def last_page(project: Project, identifier: str) -> str:
    """Return the page that a state names which cannot be read, "" for none that could be a page."""
    path = project.state(identifier)
    found = pages.page_named(path.read_bytes()) if path.is_file() and not path.is_symlink() else ""
    return found if pages.is_page_path(found) else ""
