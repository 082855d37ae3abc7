"""What git holds of a page that is gone."""

import subprocess
from collections.abc import Iterator
from dataclasses import replace

from generator import pages
from generator.errors import StandfirstError
from generator.pages import LARGEST_PAGE, Page, State
from generator.run.project import Project

_SECONDS = 30  # that git may take for one answer
_MOST_COMMITS = 50  # of a page's latest that are looked through
_PLAIN = ("-c", "log.showSignature=false", "-c", "log.follow=false", "-c", "color.ui=false")  # whoever's git it is
_COMMITS = ("log", f"-{_MOST_COMMITS}", "--format=%H", "--diff-merges=first-parent", "--no-patch", "--diff-filter=AM")


def last_page(project: Project, state: State) -> Page | None:
    """Return the page of a state as git last knew it, staged or committed, where it stood then; None for none.

    It is the latest that says what the state knows, else the latest at the state's own place that names its article:
    names of articles may have been dealt anew since. What cannot be read is passed over for what stood there before.
    """
    own = list(_pages(project, state.page))
    others = [page for path in _former_homes(project, state) for page in _pages(project, path)]
    known = (page for page in (*own, *others) if pages.is_known(page, state))
    named = (page for page in own if page.line("seed") == state.seed)
    found = next(known, None) or next(named, None)
    return replace(found, path=state.page) if found else None


def last_state(project: Project, state: State) -> State | None:
    """Return the state as it was last committed; None for none, and for one that cannot be read."""
    name = _state_name(project, state)
    try:
        content = _git(project, "cat-file", "blob", f"HEAD:./{name}")
        return pages.read_state(content.decode(), name) if content else None
    except (StandfirstError, UnicodeDecodeError):
        return None


def _state_name(project: Project, state: State) -> str:
    return project.state(state.id).relative_to(project.root).as_posix()


def why_none(project: Project) -> str:
    """Return why git holds no copy of a page."""
    if _git(project, "rev-parse", "--git-dir") == b"":
        return "there is no git here"
    if _git(project, "rev-parse", "--is-shallow-repository").strip() == b"true":
        return (
            "this is a shallow clone, and what git has of it here (`git fetch --unshallow` brings the rest) is no copy"
        )
    return "git holds no copy of it"


def _former_homes(project: Project, state: State) -> Iterator[str]:
    """Yield where a page stood before it moved, as git knows its state."""
    committed = pages.page_named(_git(project, "cat-file", "blob", f"HEAD:./{_state_name(project, state)}"))
    if committed != state.page and pages.is_page_path(committed):
        yield committed


def _pages(project: Project, path: str) -> Iterator[Page]:
    """Yield the page at `path` below docs/ as git knew it, the latest first."""
    found = (_page(project, revision, path) for revision in _revisions(project, f"docs/{path}"))
    yield from (page for page in found if page)


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
