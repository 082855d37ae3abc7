"""What git holds of a page that is gone."""

import subprocess
from collections.abc import Iterator
from dataclasses import replace

from generator import pages
from generator.errors import StandfirstError
from generator.pages import LARGEST_PAGE, Page
from generator.run.project import Project

_SECONDS = 30  # that git may take for one answer


def last_page(project: Project, path: str, seed: str) -> Page | None:
    """Return the page of a seed as git last knew it at `path` below docs/: staged, else committed; None for none.

    There is none without git, in a clone that is too shallow, and where another article's page stood there.
    """
    name = f"docs/{path}"
    for revision in _revisions(project, name):
        content = _git(project, "cat-file", "blob", f"{revision}:./{name}")
        if not content or len(content) > LARGEST_PAGE:
            continue
        try:
            page = replace(pages.read_page(content.decode(), name), path=path)
        except (StandfirstError, UnicodeDecodeError):
            continue
        if page.line("seed") in {seed, ""}:
            return page
    return None


def _revisions(project: Project, name: str) -> Iterator[str]:
    yield ""  # what is staged
    committed = ("log", "-1", "--format=%H", "--diff-merges=first-parent", "--no-patch", "--diff-filter=AM", "--", name)
    commit = _git(project, "--literal-pathspecs", *committed)
    if commit:
        yield commit.decode().strip()


def _git(project: Project, *arguments: str) -> bytes:
    """Return what git prints, nothing where it fails or is not there."""
    try:
        done = subprocess.run(
            ["git", "-C", str(project.root), *arguments],  # noqa: S607 -- the git that the person uses
            check=False,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_SECONDS,
        )
    except (OSError, subprocess.TimeoutExpired):
        return b""
    return b"" if done.returncode else done.stdout
