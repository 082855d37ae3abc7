"""The states of a project, on disk."""

from generator import files, pages
from generator.pages import LARGEST_PAGE, State
from generator.run.project import Project


def load(project: Project, identifier: str) -> State | None:
    """Return the state with this id, None where there is none.

    Raises DamagedError for a file that holds none, StandfirstError for one that cannot be read.
    """
    path = project.state(identifier)
    if not files.stands(path):
        return None
    name = path.relative_to(project.root).as_posix()
    return pages.read_state(files.read_text(path, LARGEST_PAGE, name), name)


def last_page(project: Project, identifier: str) -> str:
    """Return the page that a state names which cannot be read, "" for none that could be a page."""
    path = project.state(identifier)
    found = pages.page_named(path.read_bytes()) if path.is_file() and not path.is_symlink() else ""
    return found if pages.is_page_path(found) else ""
