"""A slip in docs/actors.yml or docs/topics.yml, through the front door: all else goes on as the last run read them."""

import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from conftest import HOME, Run
from finding_article import cases
from hypothesis import given
from hypothesis import strategies as st
from test_generate import ARTICLE, SLUG, snapshot
from test_git import commit, git
from test_plugin import build

from generator.registry import load_registries

Case = Mapping[str, Any]

MINISTER = "(dpa) Foreign Minister Ingrid Solheim met the port's workers in Oslo, Norway said. Solheim left.\n"
OTHER = "antwerp.txt"
OTHER_PAGE = f"docs/briefings/{SLUG.replace('rotterdam', 'antwerp')}.md"
SLIPS = pytest.mark.parametrize("case", cases("registry/last_read", "slips"), ids=lambda case: case["told"][:40])


@pytest.fixture
def fresh(project: Path) -> Path:
    """A project with one article, in which the desk says nothing."""
    (project / "seeds" / "port.txt").write_text(f"{ARTICLE}\n{MINISTER}", encoding="utf-8")
    put(project, {"file": "actors.yml", "good": None}, "good")
    put(project, {"file": "topics.yml", "good": None}, "good")
    return project


def put(project: Path, case: Case, which: str) -> None:
    path = project / "docs" / case["file"]
    if case[which] is None:
        path.unlink(missing_ok=True)
    else:
        path.write_text(case[which], encoding="utf-8")


def add_article(project: Path) -> None:
    (project / "seeds" / OTHER).write_text(f"{ARTICLE}\n{MINISTER}".replace("Rotterdam", "Antwerp"), encoding="utf-8")


def but(found: Mapping[str, bytes], name: str) -> dict[str, bytes]:
    return {path: content for path, content in found.items() if path != name}


@SLIPS
def test_a_slip_changes_no_page_and_an_article_that_is_new_is_briefed(fresh: Path, standfirst: Run, case: Case) -> None:
    put(fresh, case, "good")
    assert standfirst("generate").exit_code == 0
    put(fresh, case, "slip")
    before = snapshot(fresh)
    first = standfirst("generate")
    kept = f"all goes on with .standfirst/state/{case['file']}.last, as the last run read the file"
    assert (first.exit_code, first.stderr.startswith(case["told"]), kept in first.stderr) == (1, True, True)
    assert (first.stdout, snapshot(fresh)) == ("1 failed, 1 unchanged\n", before)
    add_article(fresh)
    second = standfirst("generate")
    assert (second.exit_code, second.stdout) == (1, f"new: {OTHER_PAGE}\n1 new, 1 failed, 1 unchanged\n")
    assert second.stderr == first.stderr
    after = snapshot(fresh)
    assert {name: after[name] for name in before} == before


@SLIPS
def test_once_it_is_mended_all_is_as_if_there_had_been_no_slip(fresh: Path, standfirst: Run, case: Case) -> None:
    put(fresh, case, "good")
    standfirst("generate")
    add_article(fresh)
    put(fresh, case, "slip")
    standfirst("generate")
    put(fresh, case, "good")
    after = snapshot(fresh)
    assert standfirst("generate").stdout == "nothing to do: 2 unchanged\n"
    assert snapshot(fresh) == after
    for folder in ("docs/briefings", ".standfirst"):
        shutil.rmtree(fresh / folder)
    assert standfirst("generate").exit_code == 0
    assert snapshot(fresh) == after


@SLIPS
def test_an_edit_with_a_slip_counts_as_not_yet_made(
    fresh: Path, standfirst: Run, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Byte for byte: in the run that finds the slip, and in the one that finds it mended."""
    put(fresh, {**case, "good": "[]\n" if case["good"] else None}, "good")
    standfirst("generate")
    add_article(fresh)
    shutil.copytree(fresh, slipped := fresh.with_name(f"{fresh.name}-slipped"))
    name = f"docs/{case['file']}"
    standfirst("generate")
    without = snapshot(fresh)
    monkeypatch.chdir(slipped)
    put(slipped, case, "slip")
    assert standfirst("generate").exit_code == 1
    assert but(snapshot(slipped), name) == but(without, name)
    for folder in (fresh, slipped):
        put(folder, {**case, "good": case["good"] or "- {topic: labor, hide: true}\n"}, "good")
        monkeypatch.chdir(folder)
        assert standfirst("generate").stdout.endswith("\n2 updated\n")
    assert snapshot(slipped) == snapshot(fresh)


@SLIPS
@pytest.mark.parametrize("which", ["good", "slip"])
def test_before_the_first_run_all_goes_on_as_if_the_file_were_not_there(
    fresh: Path, standfirst: Run, case: Case, which: str
) -> None:
    put(fresh, case, "slip")
    first, before = standfirst("generate"), snapshot(fresh)
    assert (first.exit_code, first.stdout) == (1, f"new: docs/briefings/{SLUG}.md\n1 new, 1 failed\n")
    assert first.stderr.startswith(case["told"])
    assert first.stderr.endswith("; until it is mended, all goes on as if the file were not there\n")
    assert standfirst("generate").exit_code == 1
    assert snapshot(fresh) == before
    put(fresh, case, which)
    assert standfirst("generate").exit_code == (which == "slip")


@SLIPS
def test_every_command_tells_of_the_slip_and_does_its_work(fresh: Path, standfirst: Run, case: Case) -> None:
    put(fresh, case, "good")
    standfirst("generate")
    page = f"docs/briefings/{SLUG}.md"
    expected = {command: standfirst(*command.split()) for command in ("compose", "diff " + page, "show seeds")}
    composed = {path: path.read_bytes() for path in (fresh / "build").rglob("*.md")}
    put(fresh, case, "slip")
    (fresh / "build").rename(fresh / "former")
    for command, before in expected.items():
        done = standfirst(*command.split())
        assert (done.stderr.startswith(case["told"]), done.stdout) == (True, before.stdout), command
        assert done.exit_code == (command == "show seeds"), command
    assert {path: path.read_bytes() for path in (fresh / "build").rglob("*.md")} == composed
    check, status = standfirst("check"), standfirst("status")
    place, _, told = case["told"].partition(": ")
    assert (check.exit_code, check.stdout.startswith(f"{place}: error: {told}")) == (1, True)
    assert check.stdout.endswith("1 error, no warnings\n")
    assert (status.exit_code, case["told"] in status.stdout) == (1, True)


def test_all_slips_of_a_file_are_told_each_in_its_place(fresh: Path, standfirst: Run) -> None:
    standfirst("generate")
    put(fresh, {"file": "actors.yml", "slip": "- name: Norway\n  ignroe: true\n- kind: Person\n"}, "slip")
    told, check, status = standfirst("generate").stderr, standfirst("check").stdout, standfirst("status").stdout
    for line, column in ((2, 3), (3, 9)):
        assert f"docs/actors.yml:{line}:{column}: `" in told
        assert f"docs/actors.yml:{line}:{column}: error: `" in check
        assert f"error   docs/actors.yml:{line}:{column}: `" in status
    assert (told.count("until they are mended"), check.splitlines()[-1]) == (1, "2 errors, no warnings")


@pytest.mark.parametrize("case", cases("registry/last_read", "slips")[::3], ids=lambda case: case["file"])
def test_mkdocs_alone_builds_the_site_and_tells_of_the_slip(fresh: Path, standfirst: Run, case: Case) -> None:
    put(fresh, case, "good")
    standfirst("generate")
    put(fresh, case, "slip")
    done = build(fresh)
    assert (done.returncode, f"INFO    -  standfirst: {case['told']}" in done.stderr) == (0, True)
    assert (fresh / "site" / "briefings" / SLUG / "index.html").is_file()
    told = standfirst("build")
    assert (told.exit_code, told.stderr.startswith(case["told"]), told.stderr.count("\n")) == (0, True, 1)


@given(st.sampled_from(cases("registry/last_read", "slips")[:5]), st.integers(0, 99), st.integers(0, 9), st.binary())
def test_whatever_is_typed_it_is_read_whole_or_told_and_counts_as_before(
    case: Case, at: int, cut: int, typed: bytes
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name in ("docs", ".standfirst/state"):
            (root / name).mkdir(parents=True)
        good = case["good"].encode()
        (root / "docs" / case["file"]).write_bytes(good)
        (root / ".standfirst" / "state" / f"{case['file']}.last").write_bytes(good)
        before = load_registries(root)
        (root / "docs" / case["file"]).write_bytes(good[:at] + typed + good[at + cut :])
        after = load_registries(root)
    if after.problems:
        assert (after.desk, after.subjects.digest, after.whole) == (before.desk, before.subjects.digest, before.whole)
        assert str(after.problems[0]).startswith(f"docs/{case['file']}:")


@pytest.mark.parametrize("harm", ["lost", "lost with the states", "damaged", "link"])
def test_where_nothing_tells_what_the_file_had_said_nothing_is_done(fresh: Path, standfirst: Run, harm: str) -> None:
    case = cases("registry/last_read", "slips")[0]
    put(fresh, case, "good")
    standfirst("generate")
    put(fresh, case, "slip")
    copy = fresh / ".standfirst" / "state" / "actors.yml.last"
    copy.unlink()
    if harm == "lost with the states":
        shutil.rmtree(copy.parent)
    elif harm == "damaged":
        copy.write_bytes(b"\xff")
    elif harm == "link":
        copy.symlink_to(fresh / "nowhere")
    before = snapshot(fresh)
    for command in ("generate", "compose", "check", "status", "show seeds"):
        done = standfirst(*command.split())
        assert (done.exit_code, done.stderr.startswith(case["told"])) == (1, True), command
        assert (
            "; until it is mended, nothing is done, lest pages lose what the file says: .standfirst/" in done.stderr
        ), command
        assert done.stderr.count("\n") == 1, command
    assert snapshot(fresh) == before
    put(fresh, case, "good")
    copy.unlink(missing_ok=True)
    assert standfirst("generate").stdout.startswith("nothing to do: 1 ")
    assert copy.read_text("utf-8") == case["good"]


def test_a_copy_is_written_only_where_it_differs_and_check_names_it(fresh: Path, standfirst: Run) -> None:
    case = cases("registry/last_read", "slips")[3]
    (fresh / "docs" / "topics.yml").write_bytes(b"\xef\xbb\xbf" + case["good"].replace("\n", "\r\n").encode())
    standfirst("generate")
    copy = fresh / ".standfirst" / "state" / "topics.yml.last"
    assert copy.read_bytes() == case["good"].encode()
    time = copy.stat().st_mtime_ns
    put(fresh, case, "good")
    assert standfirst("generate", "--check").stdout == "no files would be written\n"
    assert (standfirst("generate").exit_code, copy.stat().st_mtime_ns) == (0, time)
    (fresh / "docs" / "topics.yml").write_text(f"# Ours\n{case['good']}", encoding="utf-8")
    pending = ".standfirst/state/topics.yml.last: not what would be written (updated)\n1 file would be written\n"
    assert standfirst("generate", "--check").stdout == pending
    put(fresh, case, "slip")
    assert standfirst("generate", "--check").exit_code == 1


def test_what_git_could_not_merge_in_both_the_file_and_its_copy_is_read_from_one_side(
    fresh: Path, standfirst: Run
) -> None:
    for name in (".gitignore", ".gitattributes"):
        shutil.copy(HOME / name, fresh)
    git(fresh, "init", "--quiet", "--initial-branch=main")
    standfirst("generate")
    commit(fresh, "First")
    for branch, label in (("one", "work"), ("other", "jobs")):
        git(fresh, "switch", "--quiet", "--create", branch, "main")
        (fresh / "docs" / "topics.yml").write_text(f"- topic: labor\n  label: {label}\n", encoding="utf-8")
        standfirst("generate")
        commit(fresh, branch)
    page = (fresh / f"docs/briefings/{SLUG}.md").read_bytes()
    git(fresh, "merge", "--quiet", "one", ok=False)
    git(fresh, "checkout", "--ours", "--", "docs/briefings")
    assert b"<<<<<<<" in (fresh / ".standfirst" / "state" / "topics.yml.last").read_bytes()
    result = standfirst("generate")
    assert (result.exit_code, result.stderr.startswith("docs/topics.yml:2:1: git left its marks")) == (1, True)
    assert (fresh / f"docs/briefings/{SLUG}.md").read_bytes() == page
    assert (fresh / ".standfirst" / "state" / "topics.yml.last").read_text("utf-8").endswith("label: jobs\n")


def test_a_clone_goes_on_with_what_was_committed(fresh: Path, standfirst: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    case = cases("registry/last_read", "slips")[0]
    put(fresh, case, "good")
    standfirst("generate")
    git(fresh, "init", "--quiet", "--initial-branch=main")
    commit(fresh, "First")
    put(fresh, case, "slip")
    commit(fresh, "Slip")
    clone = fresh.with_name(f"{fresh.name}-clone")
    subprocess.run(["git", "clone", "--quiet", str(fresh), str(clone)], check=True)
    monkeypatch.chdir(clone)
    add_article(clone)
    result = standfirst("generate")
    assert (result.exit_code, result.stdout.splitlines()[-1]) == (1, "1 new, 1 failed, 1 unchanged")
