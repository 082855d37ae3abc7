"""`standfirst new DIR`: a repository of one's own that builds at once, and nothing of anybody's overwritten."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from conftest import Run

from generator import __version__

HOME = Path(__file__).parent.parent
STARTER = HOME / "generator" / "starter"
WRITTEN = {
    ".github/dependabot.yml",
    ".github/workflows/publish.yml",
    ".gitattributes",
    ".gitignore",
    ".pages.yml",
    "Makefile",
    "README.md",
    "docs/about.md",
    "docs/actors.yml",
    "docs/index.md",
    "docs/topics.yml",
    "mkdocs.yml",
    "requirements.txt",
    "seeds/2024-03-08-night-ferry.txt",
}
PAGE = "briefings/2024/03/example-norway-and-denmark-bring-back-the-night-ferry"


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_folder_that_holds_something_is_refused_and_left_as_it_is(tmp_path: Path, standfirst: Run) -> None:
    (tmp_path / "letter.txt").write_text("Dear all")
    result = standfirst("new", str(tmp_path))
    assert (result.exit_code, result.stdout) == (1, "")
    assert "is not empty; name a new or an empty folder" in result.stderr
    assert contents(tmp_path) == {"letter.txt": b"Dear all"}


def test_a_second_new_is_refused_and_changes_nothing(tmp_path: Path, standfirst: Run) -> None:
    folder = tmp_path / "mine"
    assert standfirst("new", str(folder)).exit_code == 0
    (folder / "README.md").write_text("Mine")
    before = contents(folder)
    assert standfirst("new", str(folder)).exit_code == 1
    assert contents(folder) == before


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path, standfirst: Run) -> None:
    (tmp_path / "mine").write_text("A file")
    result = standfirst("new", str(tmp_path / "mine"))
    assert result.exit_code == 1
    assert "is a file; name a new or an empty folder" in result.stderr


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path, standfirst: Run) -> None:
    (tmp_path / "file").write_text("A file")
    result = standfirst("new", str(tmp_path / "file" / "mine"))
    assert result.exit_code == 1
    assert "cannot be written: " in result.stderr


def test_the_clone_of_an_empty_repository_may_be_started_in(tmp_path: Path, standfirst: Run) -> None:
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    result = standfirst("new", str(tmp_path))
    assert result.exit_code == 0
    assert set(contents(tmp_path)) >= WRITTEN


def test_what_new_writes_generates_and_builds_at_once(
    tmp_path: Path, standfirst: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "mine"
    made = standfirst("new", str(folder))
    assert (made.exit_code, made.stderr) == (0, "")
    assert set(contents(folder)) == WRITTEN
    assert all(path in made.stdout for path in WRITTEN)
    monkeypatch.chdir(folder)
    generated = standfirst("generate")
    assert (generated.exit_code, generated.stderr) == (0, "")
    built = standfirst("build")
    assert (built.exit_code, built.stderr) == (0, "")
    page = (folder / "site" / PAGE / "index.html").read_text(encoding="utf-8")
    assert "Ingrid Solheim" in page
    assert "My briefing" in (folder / "site" / "index.html").read_text(encoding="utf-8")
    subprocess.run(["git", "init", "--quiet"], check=True)
    status = subprocess.run(
        ["git", "status", "--porcelain", "-uall"], check=True, capture_output=True, text=True
    ).stdout
    kept = {line[3:] for line in status.splitlines()}
    assert {path for path in kept if not path.startswith(".standfirst/state/")} == {*WRITTEN, f"docs/{PAGE}.md"}


@pytest.mark.parametrize(
    ("recorded", "requirement"),
    [
        ("", f"standfirst=={__version__}"),
        (
            '{"url": "https://example.org/a/standfirst", "vcs_info": {"vcs": "git", "commit_id": "0123abc"}}',
            "standfirst @ git+https://example.org/a/standfirst@0123abc",
        ),
        ('{"url": "file:///a/standfirst", "dir_info": {"editable": true}}', "standfirst @ file:///a/standfirst"),
    ],
)
def test_the_starter_installs_the_standfirst_that_wrote_it(tmp_path: Path, recorded: str, requirement: str) -> None:
    installed = tmp_path / "installed"
    shutil.copytree(HOME / "generator", installed / "generator", ignore=shutil.ignore_patterns("__pycache__"))
    metadata = installed / f"standfirst-{__version__}.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text(f"Metadata-Version: 2.1\nName: standfirst\nVersion: {__version__}\n")
    if recorded:
        (metadata / "direct_url.json").write_text(recorded)
    command = [sys.executable, "-m", "generator", "new", "mine"]
    subprocess.run(command, cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(installed)}, check=True)
    assert (tmp_path / "mine/requirements.txt").read_text().splitlines()[-1] == requirement


def test_make_site_in_what_new_writes_takes_the_standfirst_at_hand(tmp_path: Path, standfirst: Run) -> None:
    standfirst("new", str(tmp_path))
    assert (tmp_path / "requirements.txt").read_text().endswith(f"standfirst @ {HOME.as_uri()}\n")


def test_the_starters_settings_are_this_projects_but_for_the_names() -> None:
    ours, theirs = ((folder / "mkdocs.yml").read_text(encoding="utf-8") for folder in (HOME, STARTER))
    guide = "  - Editing: editing.md\n"  # whose pictures are too much for a starter
    assert theirs[theirs.index("theme:") :] == ours[ours.index("theme:") :].replace(guide, "")


def test_new_works_from_the_wheel(tmp_path: Path) -> None:
    build = "import sys; from flit_core import buildapi; print(buildapi.build_wheel(sys.argv[1]))"
    command = [sys.executable, "-c", build, str(tmp_path)]
    name = subprocess.run(command, cwd=HOME, check=True, capture_output=True, text=True).stdout.strip()
    with zipfile.ZipFile(tmp_path / name) as wheel:
        wheel.extractall(tmp_path / "installed")
    env = os.environ | {"PYTHONPATH": str(tmp_path / "installed")}
    where = "import generator; print(generator.__file__)"
    found = subprocess.run(
        [sys.executable, "-c", where], cwd=tmp_path, env=env, check=True, capture_output=True, text=True
    )
    assert found.stdout.startswith(str(tmp_path))
    command = [sys.executable, "-m", "generator", "new", "mine"]
    subprocess.run(command, cwd=tmp_path, env=env, check=True, capture_output=True)
    assert set(contents(tmp_path / "mine")) == WRITTEN
