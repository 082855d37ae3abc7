"""What stands in the way on disk: named with its place, the other seeds go through, nothing of a person is lost."""

import json
import os
import resource
import signal
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from conftest import HOME, Run

from generator.run import Project, generate, seeds_of

STORY = "{} reopens after storm\n\nThe {} of Port Example reopened on Monday after a storm. Mayor Jane Doe was glad.\n"
A_FILE = "a file where a folder must be; move it away"
A_LINK = "a link, and nothing is written or deleted through one; put a folder in its place"


@pytest.fixture
def seeded(project: Path) -> Path:
    """A project with two articles, of which the first is dated."""
    for path, word in (("2023-05-04-harbour.txt", "Harbour"), ("market.txt", "Market")):
        (project / "seeds" / path).write_text(STORY.format(word, word.lower()), encoding="utf-8")
    return project


def limited(folder: Path, most: int, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run a command that cannot write a file of more than `most` bytes, much as on a full disk."""
    code = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({most}, {resource.RLIM_INFINITY}))\n"
    code += f"from generator.cli import main; main({list(arguments)!r})"
    return subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=False)


def test_a_file_in_the_place_of_a_folder_stops_only_the_pages_below_it(seeded: Path, standfirst: Run) -> None:
    year = seeded / "docs" / "briefings" / "2023"
    year.parent.mkdir()
    year.write_text("mine")
    result = standfirst("generate")
    assert (result.exit_code, result.stderr) == (1, f"docs/briefings/2023: {A_FILE}\n")
    assert "1 new, 1 failed" in result.stdout
    assert year.read_text() == "mine"
    year.unlink()
    assert standfirst("generate").stdout.endswith("1 new, 1 unchanged\n")


@pytest.mark.parametrize("path", ["docs/briefings", ".standfirst", ".standfirst/state"])
def test_a_file_in_the_place_of_a_folder_is_named_and_kept(seeded: Path, standfirst: Run, path: str) -> None:
    (seeded / path).parent.mkdir(exist_ok=True)
    (seeded / path).write_text("mine")
    result = standfirst("generate")
    assert (result.exit_code, set(result.stderr.splitlines())) == (1, {f"{path}: {A_FILE}"})
    assert (seeded / path).read_text() == "mine"


@pytest.mark.parametrize("path", ["docs/briefings", ".standfirst", ".standfirst/state"])
def test_generate_writes_through_no_link(seeded: Path, standfirst: Run, path: str) -> None:
    (seeded / "outside").mkdir()
    (seeded / path).parent.mkdir(exist_ok=True)
    (seeded / path).symlink_to(seeded / "outside")
    result = standfirst("generate")
    assert (result.exit_code, set(result.stderr.splitlines())) == (1, {f"{path}: {A_LINK}"})
    assert list((seeded / "outside").iterdir()) == []


def test_a_site_below_a_link_is_refused(project: Path, standfirst: Run) -> None:
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    (project / "mkdocs.yml").write_text(f"site_dir: out/site\n{settings}", encoding="utf-8")
    (project / "outside" / "site").mkdir(parents=True)
    (project / "outside" / "site" / "mine.txt").write_text("mine")
    (project / "out").symlink_to(project / "outside")
    result = standfirst("build")
    assert (result.exit_code, f"out: {A_LINK}" in result.stderr) == (1, True)
    assert (project / "outside" / "site" / "mine.txt").read_text() == "mine"


@pytest.mark.parametrize("path", ["build", "build/docs", "site"])
def test_build_refuses_a_file_or_a_link_for_a_folder_and_keeps_what_it_holds(
    project: Path, standfirst: Run, path: str
) -> None:
    (project / "outside").mkdir()
    (project / "outside" / "mine.txt").write_text("mine")
    (project / path).parent.mkdir(exist_ok=True)
    (project / path).symlink_to(project / "outside")
    result = standfirst("build")
    assert (result.exit_code, f"{path}: {A_LINK}" in result.stderr) == (1, True)
    assert [file.read_text() for file in (project / "outside").iterdir()] == ["mine"]
    (project / path).unlink()
    (project / path).write_text("mine")
    result = standfirst("build")
    assert (result.exit_code, f"{path}: {A_FILE}" in result.stderr) == (1, True)
    assert "Traceback" not in result.stderr
    assert (project / path).read_text() == "mine"


def test_what_was_a_folder_may_become_a_file_and_a_folder_again(project: Path, standfirst: Run) -> None:
    picture = project / "docs" / "img"
    for _ in range(2):
        picture.mkdir()
        (picture / "x.png").write_bytes(b"a")
        assert standfirst("build").exit_code == 0
        (picture / "x.png").unlink()
        picture.rmdir()
        picture.write_bytes(b"b")
        assert standfirst("build").exit_code == 0
        assert (project / "site" / "img").read_bytes() == b"b"
        picture.unlink()


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("docs/actors", "docs/actors: has the same address as docs/actors/index.md; {}"),
        (
            "docs/archive/index.md/x.png",
            "docs/archive/index.md/x.png: has the same address as docs/archive/index.md; {}",
        ),
    ],
)
def test_a_file_of_docs_that_the_site_has_no_place_for_is_named(
    project: Path, standfirst: Run, path: str, message: str
) -> None:
    (project / path).parent.mkdir(parents=True, exist_ok=True)
    (project / path).write_bytes(b"mine")
    result = standfirst("compose")
    advice = "give it another name, or move its text there"
    assert (result.exit_code, result.stderr) == (1, message.format(advice) + "\n")


def test_a_folder_in_the_place_of_a_page_is_named_and_the_others_go_through(seeded: Path, standfirst: Run) -> None:
    assert standfirst("generate").exit_code == 0
    page = seeded / "docs" / "briefings" / "market-reopens-after-storm.md"
    page.unlink()
    page.mkdir()
    for text in (STORY, STORY.replace("glad", "proud")):
        (seeded / "seeds" / "market.txt").write_text(text.format("Market", "market"), encoding="utf-8")
        result = standfirst("generate")
        assert (result.exit_code, result.stdout) == (1, "1 failed, 1 unchanged\n")
        assert result.stderr.startswith("docs/briefings/market-reopens-after-storm.md: not a regular file")
        assert page.is_dir()
        assert standfirst("compose").exit_code == 0


def test_a_page_that_is_a_link_is_not_replaced(seeded: Path, standfirst: Run) -> None:
    assert standfirst("generate").exit_code == 0
    page = seeded / "docs" / "briefings" / "market-reopens-after-storm.md"
    page.rename(seeded / "elsewhere.md")
    page.symlink_to(seeded / "elsewhere.md")
    changed = STORY.replace("glad", "proud").format("Market", "market")
    (seeded / "seeds" / "market.txt").write_text(changed, encoding="utf-8")
    assert standfirst("generate").exit_code == 1
    assert page.is_symlink()
    assert "proud" not in (seeded / "elsewhere.md").read_text(encoding="utf-8")


def test_a_seed_that_vanishes_during_a_run_is_named_and_the_others_go_through(seeded: Path) -> None:
    seeds = seeds_of(seeded / "seeds")
    run = generate(Project.at(seeded), seeds)
    assert next(run).result == "new"
    seeds[1].path.unlink()
    (outcome,) = run
    assert (outcome.result, outcome.message.split(";")[0]) == (
        "failed",
        "seeds/market.txt: cannot be read: No such file or directory",
    )


def test_a_disk_that_takes_no_more_leaves_no_part_of_a_file_and_the_next_run_ends_the_work(
    seeded: Path, standfirst: Run
) -> None:
    done = limited(seeded, 200, "generate")
    assert (done.returncode, done.stdout) == (1, "3 failed\n")
    copy, *articles = done.stderr.splitlines()
    assert copy.startswith(".standfirst/state/actors.yml.last: cannot be written: File too large")
    assert done.stderr.count("languages cannot be told, since no") == len(articles) == 2
    settings = seeded / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("  standfirst:\n", "  standfirst:\n    language: en\n", 1), encoding="utf-8")
    done = limited(seeded, 200, "generate")
    assert (done.returncode, done.stdout) == (1, "3 failed\n")
    assert done.stderr.count("cannot be written: File too large") == len(done.stderr.splitlines()) == 3
    assert not any(path.is_file() for path in (seeded / "docs" / "briefings").rglob("*"))
    done = limited(seeded, 0, "compose")
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)
    done = limited(seeded, 90_000, "build")  # more than a picture of ours, less than Material's scripts
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)
    assert "cannot be used: File too large" in done.stderr
    assert standfirst("generate").stdout.endswith("2 new\n")


@pytest.mark.parametrize("ignored", [HOME / ".gitignore", HOME / "generator" / "starter" / "gitignore"])
def test_a_run_killed_in_the_middle_of_a_write_leaves_nothing_for_git_and_the_next_run_sweeps(
    seeded: Path, standfirst: Run, ignored: Path
) -> None:
    (seeded / ".gitignore").write_bytes(ignored.read_bytes())
    (seeded / "docs" / ".mine.standfirst").write_text("mine")
    subprocess.run(["git", "init", "-q"], cwd=seeded, check=True)
    assert standfirst("generate").exit_code == 0
    whole = untracked(seeded)
    for folder in ("docs/briefings/2023/05", ".standfirst/state"):
        done = killed_in_a_write(seeded / folder / "page-or-state.md")
        assert done.returncode == -signal.SIGKILL
    left = [path for path in seeded.rglob("*.standfirst-unfinished") if path.read_bytes() == b"half"]
    assert len(left) == 2
    assert untracked(seeded) == whole
    assert standfirst("generate").stdout == "nothing to do: 2 unchanged\n"
    assert not any(path.exists() for path in left)
    assert untracked(seeded) == whole
    assert (seeded / "docs" / ".mine.standfirst").read_text() == "mine"


def killed_in_a_write(path: Path) -> "subprocess.CompletedProcess[bytes]":
    """Write a file in a process that dies, as by `kill -9`, before the file has its name."""
    code = "import os, signal, sys; from pathlib import Path; from generator.files import write\n"
    code += "sys.addaudithook(lambda event, _: event == 'os.rename' and os.kill(os.getpid(), signal.SIGKILL))\n"
    code += "write(Path(sys.argv[1]), b'half')"
    return subprocess.run([sys.executable, "-c", code, str(path)], check=False)


def untracked(root: Path) -> str:
    """Return what `git add --all` would take."""
    command = ["git", "status", "--porcelain", "--untracked-files=all"]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=True).stdout


def unprivileged(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run a command that permissions bind, as they bind everybody but root."""
    bound = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if os.geteuid() == 0 else []
    command = [*bound, sys.executable, "-m", "generator", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_a_folder_that_may_not_be_written_is_named(seeded: Path) -> None:
    folder = seeded / "docs" / "briefings"
    folder.mkdir(mode=0o555)
    done = unprivileged(seeded, "generate")
    assert (done.returncode, done.stdout) == (1, "2 failed\n")
    assert "cannot be written: Permission denied; change its permissions" in done.stderr


def test_articles_in_a_folder_that_cannot_be_read_are_not_said_to_be_gone(seeded: Path, standfirst: Run) -> None:
    assert standfirst("generate").exit_code == 0
    (seeded / "seeds").chmod(0)
    done = unprivileged(seeded, "generate")
    (seeded / "seeds").chmod(0o755)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "seeds: cannot be read: Permission denied; change its permissions\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_output_that_nobody_takes_is_an_error_without_a_traceback(seeded: Path) -> None:
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "generator", "generate"]
        done = subprocess.run(command, cwd=seeded, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode
    assert "output: cannot be used: No space left on device; make room on the disk" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("kind", ["link", "folder", "pipe"])
def test_a_lock_that_is_no_file_is_named(seeded: Path, standfirst: Run, kind: str) -> None:
    lock = seeded / ".standfirst" / "lock"
    lock.parent.mkdir()
    target = seeded / "mine.txt"
    target.write_text("mine")
    {"link": lambda: lock.symlink_to(target), "folder": lock.mkdir, "pipe": lambda: os.mkfifo(lock)}[kind]()
    for command in ("generate", "compose"):
        result = standfirst(command)
        assert result.exit_code == 1
        assert ".standfirst/lock: not a regular file, which the lock must be; delete it" in result.stderr
    assert target.read_text() == "mine"


@pytest.mark.parametrize("page", ["../victim.md", "{root}/victim.md", "briefings/out/victim.md"])
def test_a_state_that_names_a_page_elsewhere_is_made_anew_and_nothing_there_is_written(
    seeded: Path, standfirst: Run, page: str
) -> None:
    assert standfirst("generate").exit_code == 0
    victim = seeded / "victim.md"
    victim.write_text("mine")
    (seeded / "docs" / "briefings" / "out").symlink_to(seeded)
    state = min((seeded / ".standfirst" / "state").glob("*.yml"))
    known = json.loads(state.read_text(encoding="utf-8"))
    known |= {"page": page.format(root=seeded), "sha256": "0", "written": sha256(b"mine").hexdigest()}
    state.write_text(json.dumps(known), encoding="utf-8")
    result = standfirst("generate")
    assert result.exit_code == 0
    assert "moved by hand from" in result.stderr or f"{state.name} was damaged and is made anew" in result.stderr
    assert standfirst("generate").stdout == "nothing to do: 2 unchanged\n"
    assert victim.read_text() == "mine"
