"""The workflows as they stand: pinned, least permissions, audited, and both copies of publish.yml the same."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from actions import INSTALL, load

HOME = Path(__file__).parent.parent
OURS = HOME / ".github" / "workflows"
STARTER = HOME / "generator" / "starter"
THEIRS = STARTER / ".github" / "workflows"
WORKFLOWS = sorted([*OURS.glob("*.yml"), *THEIRS.glob("*.yml")])
PERMISSIONS = {
    "test": {"contents": "read"},
    "publish": {"contents": "write", "pages": "read"},
    "deploy": {"pages": "write", "id-token": "write"},
    "complaints": {},
    "preview": {"contents": "read"},
}

each_workflow = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.relative_to(HOME).as_posix())


def steps(workflow: dict[str, Any]) -> list[dict[str, Any]]:
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


def test_there_are_workflows_to_look_at() -> None:
    assert [path.name for path in WORKFLOWS] == ["ci.yml", "publish.yml", "publish.yml"]


@each_workflow
def test_no_script_holds_an_expression(path: Path) -> None:
    scripts = [step["run"] for step in steps(load(path)) if "run" in step]
    assert scripts
    assert [script for script in scripts if "${{" in script] == []


@each_workflow
def test_no_job_may_do_more_than_it_needs(path: Path) -> None:
    workflow = load(path)
    assert workflow["permissions"] == {}
    for name, job in workflow["jobs"].items():
        assert job["permissions"] == PERMISSIONS[name]
        assert job["timeout-minutes"] <= 60


@each_workflow
def test_no_checkout_leaves_a_credential_behind(path: Path) -> None:
    checkouts = [step for step in steps(load(path)) if step.get("uses", "").startswith("actions/checkout@")]
    assert checkouts
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


def test_the_generator_runs_without_the_token() -> None:
    (script,) = [step["run"] for step in steps(load(OURS / "publish.yml")) if "PUSH_TOKEN" in step.get("env", {})]
    assert re.findall(r".*standfirst generate .*2>.*", script) == [
        '  env --unset=PUSH_TOKEN standfirst generate 2> "$complaints" || status=$?'
    ]


def test_zizmor_finds_nothing_even_when_pedantic() -> None:
    zizmor = Path(sys.executable).with_name("zizmor")
    command = [str(zizmor), "--offline", "--persona=pedantic", "--no-progress", ".github", str(STARTER)]
    done = subprocess.run(command, cwd=HOME, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert "No findings to report" in done.stdout


def test_every_action_is_pinned_by_commit_and_names_its_version() -> None:
    used = [line.strip() for path in WORKFLOWS for line in path.read_text().splitlines() if "uses:" in line]
    pinned = [re.fullmatch(r"(?:- )?uses: ([\w/-]+)@([0-9a-f]{40}) # v\d+\.\d+\.\d+", line) for line in used]
    assert all(pinned), used
    pins = {match.groups() for match in pinned if match}
    assert len(pins) == len({action for action, _ in pins}), "one action, one commit"


def without_paths(path: Path) -> str:
    return re.sub(r"(?m)(^ +paths:\n)( +- .+\n)+", r"\1", path.read_text(encoding="utf-8"))


def test_the_starters_publish_workflow_is_this_projects_but_for_the_paths() -> None:
    assert without_paths(THEIRS / "publish.yml") == without_paths(OURS / "publish.yml")


@pytest.mark.parametrize(("folder", "workflow"), [(HOME, OURS), (STARTER, THEIRS)], ids=["project", "starter"])
def test_publishing_waits_for_the_same_paths_in_pushes_and_pull_requests_and_all_exist(
    folder: Path, workflow: Path
) -> None:
    events = load(workflow / "publish.yml")["on"]
    paths = events["push"]["paths"]
    assert events["pull_request"]["paths"] == paths
    written = {".standfirst/**"}  # comes with the first page
    assert [path for path in paths if not (folder / path.removesuffix("/**")).exists() and path not in written] == []


def test_a_pull_request_is_installed_and_built_by_the_steps_that_publish() -> None:
    jobs = load(OURS / "publish.yml")["jobs"]
    publish, preview = ({step["name"]: step for step in jobs[name]["steps"]} for name in ("publish", "preview"))
    for name in ("Set up Python", INSTALL):
        assert publish[name] == preview[name]
    assert publish["Check the pages"]["run"] == preview["Check the pages"]["run"]
    assert publish["Build"]["run"] == preview["Build"]["run"]
    assert publish[INSTALL]["run"].startswith("make .venv/run\n")


def test_publishing_has_one_group_and_never_cancels_a_run_under_way() -> None:
    concurrency = load(OURS / "publish.yml")["concurrency"]
    assert concurrency["group"] == "publish-${{ github.ref }}"
    assert concurrency["cancel-in-progress"] == "${{ github.event_name == 'pull_request' }}"


def test_ci_tests_every_python_that_is_promised() -> None:
    project = tomllib.loads((HOME / "pyproject.toml").read_text())["project"]
    promised = [line.rsplit(" ", 1)[1] for line in project["classifiers"] if re.search(r":: 3\.\d+$", line)]
    assert load(OURS / "ci.yml")["jobs"]["test"]["strategy"]["matrix"]["python"] == promised
