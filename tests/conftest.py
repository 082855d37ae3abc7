"""A project to work on: a copy of this repository's settings and docs, without its pages."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import settings

from generator.cli import main

HOME = Path(__file__).parent.parent
REAL_SEED = HOME / "seeds" / "000_726d4f89b42f5d81.txt"

# The same examples in every run, so that a push is never refused for what another run would have found;
# `pytest --hypothesis-profile explore` looks for new ones.
settings.register_profile("same", derandomize=True, database=None, deadline=None)
settings.register_profile("explore", max_examples=2000, deadline=None)
settings.load_profile("same")

Run = Callable[..., Result]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty project, the working directory of the test."""
    shutil.copy(HOME / "mkdocs.yml", tmp_path)
    shutil.copytree(HOME / "docs", tmp_path / "docs", ignore=shutil.ignore_patterns("briefings"))
    (tmp_path / "seeds").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def standfirst() -> Run:
    """The command line, called in this process."""

    def run(*arguments: str) -> Result:
        return CliRunner().invoke(main, arguments, catch_exceptions=False)

    return run
