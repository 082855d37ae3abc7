"""Pages to the site, with MkDocs."""

import os
import re
import socket
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from generator import files, site
from generator.errors import StandfirstError
from generator.run.project import Project


@dataclass(frozen=True, slots=True)
class Built:
    """A site: its folder, and what a person should know of it, a line each."""

    folder: Path
    remarks: tuple[str, ...]


def compose(project: Project) -> site.Staging:
    """Bring build/docs/ up to date with docs/ and the states."""
    with files.locked(project.root):
        return site.stage(project.root, project.settings, project.registries)


def build(project: Project) -> Built:
    """Build the site with MkDocs, whose plugin composes first.

    Raises StandfirstError with what MkDocs said.
    """
    command = [*_MKDOCS, "build", "--strict"]
    output, errors = subprocess.PIPE, subprocess.STDOUT
    done = subprocess.run(command, cwd=project.root, env=_quiet(), check=False, text=True, stdout=output, stderr=errors)
    if done.returncode:
        raise StandfirstError(done.stdout.strip())
    named = _TO_FOLDER.search(done.stdout)
    remarks = [line.removeprefix(_REMARK) for line in done.stdout.splitlines() if line.startswith(_REMARK)]
    return Built(Path(named[1]) if named else project.root / "site", tuple(remarks))


def serve(project: Project, address: str) -> NoReturn:
    """Become `mkdocs serve` at `address` ("HOST:PORT"), which rebuilds as docs/ changes until it is interrupted.

    Raises StandfirstError for an address that cannot be listened on.
    """
    _refuse_taken(address)
    os.chdir(project.root)
    os.execve(sys.executable, [*_MKDOCS, "serve", "--dev-addr", address], _quiet())  # noqa: S606 -- signals reach it


def _refuse_taken(address: str) -> None:
    host, _, port = address.rpartition(":")
    try:
        family = socket.getaddrinfo(host, int(port), type=socket.SOCK_STREAM)[0][0]
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, int(port)))
    except (OSError, OverflowError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "not of the form HOST:PORT"
        message = f"cannot serve at {address}: {reason}; name another address with --address"
        raise StandfirstError(message) from error


_TO_FOLDER = re.compile("Building documentation to directory: (.+)")
_REMARK = "INFO    -  standfirst: "  # as MkDocs prints what our plugin logs
_MKDOCS = (sys.executable, "-m", "mkdocs")


def _quiet() -> dict[str, str]:
    """Return the environment, without Material's notice about its end of life."""
    return os.environ | {"NO_MKDOCS_2_WARNING": "1"}
