"""The README's commands run as written, and its table of settings is the program's."""

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest
from conftest import HOME

from generator.settings import Settings

README = (HOME / "README.md").read_text(encoding="utf-8")
NEWCOMERS = ["make site", "make test"]  # these two run this very test, in `.ci/run`
BLOCKS = [block.strip().splitlines() for block in re.findall(r"```sh\n(.*?)```", README, re.DOTALL)]


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a fresh clone of the working tree would hold."""
    folder = tmp_path_factory.mktemp("clone")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=HOME, capture_output=True, check=True, text=True).stdout
    for name in filter(None, listed.split("\0")):
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(HOME / name, target)
    return folder


def test_the_first_block_is_the_newcomers() -> None:
    assert BLOCKS[0] == NEWCOMERS
    makefile = (HOME / "Makefile").read_text(encoding="utf-8")
    assert all(f"\n{command.split()[1]}: " in makefile for command in [*NEWCOMERS, "make serve", "make bench"])


@pytest.mark.parametrize("command", [command for block in BLOCKS[1:] for command in block])
def test_a_command_of_the_readme_runs_as_written(copy: Path, command: str) -> None:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-c", command], cwd=copy, capture_output=True, check=False, text=True, env=os.environ | {"PATH": path}
    )
    assert (done.returncode, done.stderr) == (0, "")
    if "--json" in command:
        assert [json.loads(line)["seed"] for line in done.stdout.splitlines()] == ["000_726d4f89b42f5d81.txt"]


def test_the_table_of_settings_is_complete_and_right() -> None:
    rows = re.findall(r"^\| `(\w+)` \| (`[^`]+`|by article) \|", README, re.MULTILINE)
    defaults = ((field.name, field.default) for field in fields(Settings))
    assert rows == [(name, "by article" if value is None else f"`{value}`") for name, value in defaults]


def test_every_file_that_the_readme_links_to_exists() -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)]+)\)", README)
    assert links
    assert [link for link in links if not (HOME / link).exists()] == []
