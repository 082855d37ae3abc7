"""What git holds of a page that is gone."""

import subprocess
from collections.abc import Iterator
from dataclasses import replace

from generator import pages
from generator.errors import StandfirstError
from generator.pages import LARGEST_PAGE, Page, State
from generator.run.catalogue import Catalogue
from generator.run.project import Project

_SECONDS = 30  # that git may take for one answer
_MOST_COMMITS = 50  # of a page's latest that are looked through
_PLAIN = ("-c", "log.showSignature=false", "-c", "log.follow=false", "-c", "color.ui=false")  # whoever's git it is
_COMMITS = ("log", f"-{_MOST_COMMITS}", "--format=%H", "--diff-merges=first-parent", "--no-patch", "--diff-filter=AM")


def last_page(project: Project, state: State) -> Page | None:
    """Return the page of a state as git last knew it, staged or committed, where it stood then; None for none.

    What cannot be read, and another page that stood there, is passed over for what stood there before.
    """
    for path in _homes(project, state):
        for revision in _revisions(project, f"docs/{path}"):
            page = _page(project, revision, path)
            if page and _is_of(project, page, state):
                return replace(page, path=state.page)
    return None


def why_none(project: Project) -> str:
    """Return why git holds no copy of a page."""
    if _git(project, "rev-parse", "--git-dir") == b"":
        return "there is no git here"
    if _git(project, "rev-parse", "--is-shallow-repository").strip() == b"true":
        return (
            "this is a shallow clone, and what git has of it here (`git fetch --unshallow` brings the rest) is no copy"
        )
    return "git holds no copy of it"


def _homes(project: Project, state: State) -> Iterator[str]:
    """Yield where a page stood, as its state knows it by now, then as git knows its state."""
    yield state.page
    name = project.state(state.id).relative_to(project.root).as_posix()
    committed = pages.page_named(_git(project, "cat-file", "blob", f"HEAD:./{name}"))
    if committed != state.page and pages.is_page_path(committed):
        yield committed


def _revisions(project: Project, name: str) -> Iterator[str]:
    yield ""  # what is staged
    yield from _git(project, "--literal-pathspecs", *_COMMITS, "--", name).decode().split()


def _page(project: Project, revision: str, path: str) -> Page | None:
    content = _git(project, "cat-file", "blob", f"{revision}:./docs/{path}")
    if not content or len(content) > LARGEST_PAGE:
        return None
    try:
        return replace(pages.read_page(content.decode(), f"docs/{path}"), path=path)
    except (StandfirstError, UnicodeDecodeError):
        return None


def _is_of(project: Project, page: Page, state: State) -> bool:
    """Whether a page is that of a state: it names the article, or it names none and says what the state knows.

    So may one that names an article that is not there, which was this one's name before it was renamed.
    """
    seed = page.line("seed")
    if seed == state.seed:
        return True
    is_anothers = bool(seed) and Catalogue(project).is_article(seed)
    return not is_anothers and pages.is_known(page, state)


def _git(project: Project, *arguments: str) -> bytes:
    """Return what git prints, nothing where it fails or is not there."""
    try:
        done = subprocess.run(
            ["git", *_PLAIN, "-C", str(project.root), *arguments],  # noqa: S607 -- the git that the person uses
            check=False,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_SECONDS,
        )
    except (OSError, subprocess.TimeoutExpired):
        return b""
    return b"" if done.returncode else done.stdout
