"""Finds a browser for the tests, or gets one; run as a script it says which, and fails where there is none."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking")
NONE_FOUND = (
    "no browser starts here: install Chromium or Chrome, or set STANDFIRST_BROWSER to the path of one "
    "(tried the system's, Playwright's own and, as root on Debian, apt-get)"
)


class NoBrowserError(Exception):
    """No browser can be had."""


@cache
def browser() -> str:
    """Return the path of a browser that starts.

    Raises NoBrowserError.
    """
    for path in _candidates():
        if _starts(path):
            return path
        print(f"{path} does not start", file=sys.stderr)
    chosen = os.environ.get("STANDFIRST_BROWSER")
    raise NoBrowserError(f"STANDFIRST_BROWSER={chosen} names no browser that starts" if chosen else NONE_FOUND)


def _candidates() -> Iterator[str]:
    """Yield what may be a browser; each step is tried only when those before it have failed."""
    if chosen := os.environ.get("STANDFIRST_BROWSER"):
        yield shutil.which(chosen) or chosen
        return
    yield from _installed()
    if _run(sys.executable, "-m", "playwright", "install", "chromium"):
        yield _playwrights_own()
    if shutil.which("apt-get") and os.geteuid() == 0 and _run("apt-get", "update"):
        _run("apt-get", "install", "-y", "--no-install-recommends", "chromium")
        yield from _installed()


def _installed() -> Iterator[str]:
    yield from filter(None, map(shutil.which, NAMES))
    own = _playwrights_own()
    if Path(own).exists():
        yield own


def _playwrights_own() -> str:
    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def _starts(path: str) -> bool:
    try:
        with sync_playwright() as playwright:
            playwright.chromium.launch(executable_path=path, args=list(FLAGS)).close()
    except Error:
        return False
    return True


def _run(*command: str) -> bool:
    """Run a command, its output on stderr; return whether it succeeded."""
    print(f"$ {' '.join(command)}", file=sys.stderr)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(command, check=False, stdout=sys.stderr, env=environment).returncode == 0


if __name__ == "__main__":
    try:
        print(f"browser: {browser()}")
    except NoBrowserError as error:
        sys.exit(str(error))
