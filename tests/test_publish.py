"""The `run:` steps of publish.yml, run for real against a bare repository that asks for the token."""

import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from actions import Machine, Run, load
from gitserver import server

HOME = Path(__file__).parent.parent
WORKFLOW = HOME / ".github" / "workflows" / "publish.yml"
TOKEN = "s3cret-token"  # noqa: S105 -- opens nothing but the server below
PERSON = ["-c", "user.name=Editor", "-c", "user.email=editor@example.org"]

FERRY = """Norway and Denmark want to bring back the night ferry

The first ship is to sail in two years.

(dpa) Norway and Denmark want to connect their coasts with an electric night ferry. Transport Minister Ingrid Solheim
signed an agreement in Oslo on Friday. The two countries will share the cost of the charging stations.

source site-7
"""
STRIKE = """Harbour workers end strike in Rotterdam

The union and the port agreed on a new contract.

(dpa) The harbour workers of Rotterdam ended their strike on Monday after nine days. The contract raises wages by five
percent a year. Ships from Norway had waited outside the port for a week.

source site-7
"""
FERRY_PAGE = "docs/briefings/norway-and-denmark-want-to-bring-back-the-night-ferry.md"
STRIKE_PAGE = "docs/briefings/harbour-workers-end-strike-in-rotterdam.md"


def git(folder: Path, *arguments: str) -> str:
    command = ["git", *PERSON, "-C", str(folder), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@dataclass
class Repository:
    """A site's repository on a server, with an editor's clone and what Pages shows."""

    root: Path
    address: str
    hook: str = ""  # what happens in the runner's clone
    moment: str = "pre-push"  # the git hook as which it happens

    @property
    def bare(self) -> Path:
        return self.root / "site.git"

    @property
    def live(self) -> Path:
        return self.root / "live"

    def editor(self) -> Path:
        """Return an editor's clone of the newest main."""
        clone = self.root / "editor"
        shutil.rmtree(clone, ignore_errors=True)
        git(self.root, "clone", "--quiet", str(self.bare), str(clone))
        return clone

    def push(self, contents: Mapping[str, str | bytes]) -> None:
        """Write the files in a fresh clone, commit and push them, as an editor does."""
        clone = self.editor()
        for name, content in contents.items():
            path = clone / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        git(clone, "add", "--all")
        git(clone, "commit", "--quiet", "--message", "An editor's change")
        git(clone, "push", "--quiet", "origin", "HEAD:main")

    def show(self, name: str) -> str:
        return git(self.bare, "show", f"main:{name}")

    def names(self) -> list[str]:
        return git(self.bare, "ls-tree", "-r", "--name-only", "-z", "main").split("\0")

    def authors(self) -> list[str]:
        """Return who made each commit, newest first."""
        return git(self.bare, "log", "--format=%an", "main").splitlines()

    def page(self, name: str) -> str:
        """Return the page of the live site that was made from the file `name` in docs/."""
        return (self.live / Path(name).relative_to("docs").with_suffix("") / "index.html").read_text(encoding="utf-8")

    def publish(self, event: str = "push", ref: str = "refs/heads/main") -> Run:
        """Run the workflow as GitHub would after `event`."""
        shutil.rmtree(self.root / "runner", ignore_errors=True)
        (self.root / "runner").mkdir()
        github = {
            "event_name": event,
            "ref": ref,
            "repository": "octo/briefing",
            "server_url": "https://github.com",
            "token": TOKEN,
        }
        return Machine(self.root / "runner", github, self.actions(ref)).run(load(WORKFLOW))

    def actions(self, ref: str) -> dict[str, Callable[[Machine, Mapping[str, Any]], dict[str, str]]]:
        """Return what stands in for GitHub's actions."""

        def checkout(machine: Machine, inputs: Mapping[str, Any]) -> dict[str, str]:
            assert inputs["persist-credentials"] is False
            wanted = inputs.get("ref", ref)
            workspace = machine.workspace
            git(machine.root, "init", "--quiet", str(workspace))
            git(workspace, "fetch", "--quiet", "--depth=1", f"file://{self.bare}", wanted)
            git(workspace, "checkout", "--quiet", "-B", Path(wanted).name, "FETCH_HEAD")
            git(workspace, "remote", "add", "origin", f"http://{self.address}/{self.root.name}/site.git")
            if self.hook:
                hook = workspace / ".git" / "hooks" / self.moment
                hook.write_text(f"#!/usr/bin/env bash\nset -eu\n{self.hook}", encoding="utf-8")
                hook.chmod(0o755)
            return {}

        def keep(machine: Machine, inputs: Mapping[str, Any]) -> dict[str, str]:
            shutil.copytree(machine.workspace / inputs["path"], machine.root / "artifact")
            return {}

        def deploy(machine: Machine, _inputs: Mapping[str, Any]) -> dict[str, str]:
            shutil.rmtree(self.live, ignore_errors=True)
            shutil.copytree(machine.root / "artifact", self.live)
            return {"page_url": "https://octo.github.io/briefing/"}

        return {
            "actions/checkout": checkout,
            "actions/setup-python": lambda _machine, _inputs: {},
            "actions/configure-pages": lambda _machine, _inputs: {"base_url": "https://octo.github.io/briefing"},
            "actions/upload-pages-artifact": keep,
            "actions/upload-artifact": keep,
            "actions/deploy-pages": deploy,
        }


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with server(tmp_path_factory.getbasetemp(), TOKEN) as found:
        yield found


def empty_site(root: Path, address: str) -> Repository:
    """A repository with this project's settings and hand-written pages, and no article."""
    repository = Repository(root, address)
    git(root, "init", "--quiet", "--bare", "--initial-branch=main", str(repository.bare))
    own = [path for path in (HOME / "docs").rglob("*") if path.is_file() and "briefings" not in path.parts]
    docs = {path.relative_to(HOME).as_posix(): path.read_bytes() for path in own}
    settings = {name: (HOME / name).read_bytes() for name in ("mkdocs.yml", ".gitattributes", ".gitignore")}
    repository.push({**docs, **settings, "seeds/README.keep": b""})
    return repository


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory, address: str) -> tuple[Repository, Run]:
    """A site whose first article was pushed and published."""
    repository = empty_site(tmp_path_factory.mktemp("first"), address)
    repository.push({"seeds/ferry.txt": FERRY})
    return repository, repository.publish()


@pytest.fixture
def site(first: tuple[Repository, Run], tmp_path_factory: pytest.TempPathFactory, address: str) -> Repository:
    """A copy of that site, to do with as one likes."""
    root = tmp_path_factory.mktemp("site")
    shutil.copytree(first[0].root, root, dirs_exist_ok=True, ignore=shutil.ignore_patterns("runner", "editor"))
    return Repository(root, address)


def assert_green(run: Run) -> None:
    assert run.green, run.log


def test_a_run_in_which_nothing_changed_commits_nothing(site: Repository) -> None:
    before = git(site.bare, "rev-parse", "main")
    assert_green(site.publish("workflow_dispatch"))
    assert git(site.bare, "rev-parse", "main") == before
    assert "night ferry" in site.page(FERRY_PAGE)


def test_a_run_by_hand_on_another_branch_does_nothing(site: Repository) -> None:
    run = site.publish("workflow_dispatch", "refs/heads/draft")
    assert {job.result for job in run.jobs.values()} == {"skipped"}


def test_a_broken_page_stops_the_build_and_stays_as_it_is(site: Repository) -> None:
    broken = site.show(FERRY_PAGE).replace("title: ", "title: [", 1)
    site.push({FERRY_PAGE: broken})
    before = git(site.bare, "rev-parse", "main")
    run = site.publish()
    assert (run.jobs["publish"].result, run.jobs["deploy"].result) == ("failure", "skipped"), run.log
    assert Path(FERRY_PAGE).name in run.log
    assert git(site.bare, "rev-parse", "main") == before
    assert site.show(FERRY_PAGE) == broken
    assert "night ferry" in site.page(FERRY_PAGE)  # the old site is still online


def test_a_slip_in_what_the_desk_says_holds_up_no_new_article(site: Repository) -> None:
    site.push({"docs/topics.yml": "- topic: labor\n  hidden: true\n", "seeds/strike.txt": STRIKE})
    run = site.publish()
    assert {name: job.result for name, job in run.jobs.items() if job.result != "success"} == {
        "complaints": "failure",
        "preview": "skipped",
    }, run.log
    told = "docs/topics.yml:2:3: `topic` has no field `hidden`; did you mean `hide`?"
    assert told in run.jobs["complaints"].log
    assert "Harbour workers" in site.page(STRIKE_PAGE)
    assert "Harbour workers" in site.show(STRIKE_PAGE)


def test_a_main_that_refuses_every_push_ends_red_and_deploys_nothing(site: Repository) -> None:
    refuse = site.bare / "hooks" / "update"
    refuse.write_text("#!/bin/sh\necho protected\nexit 1\n")
    site.push({"seeds/strike.txt": STRIKE})
    refuse.chmod(0o755)
    before = git(site.bare, "rev-parse", "main")
    run = site.publish()
    assert git(site.bare, "rev-parse", "main") == before
    assert (run.jobs["publish"].result, run.jobs["deploy"].result) == ("failure", "skipped"), run.log
    assert "::error title=The pages could not be committed back::" in run.log
    assert not (site.live / Path(STRIKE_PAGE).relative_to("docs").with_suffix("")).exists()


def test_a_pull_request_builds_the_site_and_writes_nothing(site: Repository) -> None:
    clone = site.editor()
    (clone / "seeds" / "strike.txt").write_text(STRIKE, encoding="utf-8")
    git(clone, "add", "--all")
    git(clone, "commit", "--quiet", "--message", "A proposal")
    git(clone, "push", "--quiet", "origin", "HEAD:refs/pull/7/merge")
    before = git(site.bare, "for-each-ref")
    run = site.publish("pull_request", "refs/pull/7/merge")
    assert_green(run)
    assert {name for name, job in run.jobs.items() if job.result == "success"} == {"preview"}
    built = site.root / "runner" / "artifact" / Path(STRIKE_PAGE).relative_to("docs").with_suffix("") / "index.html"
    assert "Harbour workers" in built.read_text(encoding="utf-8")
    assert git(site.bare, "for-each-ref") == before


def test_a_new_seed_is_published_and_its_page_committed_back(first: tuple[Repository, Run]) -> None:
    repository, run = first
    assert_green(run)
    assert repository.authors() == ["github-actions[bot]", "Editor", "Editor"]
    assert "title: Norway and Denmark" in repository.show(FERRY_PAGE)
    changed = git(repository.bare, "show", "--format=", "--name-only", "main").split()
    *copies, state = sorted({*changed} - {FERRY_PAGE}, key=lambda name: (name.endswith(".yml"), name))
    assert (state.startswith(".standfirst/state/"), state.endswith(".yml")) == (True, True)
    assert copies == [".standfirst/state/actors.yml.last", ".standfirst/state/topics.yml.last"]
    page = repository.page(FERRY_PAGE)
    assert f"https://github.com/octo/briefing/edit/main/{FERRY_PAGE}" in page
    assert "https://octo.github.io/briefing/" in page


def test_the_token_is_never_stored_nor_shown(first: tuple[Repository, Run]) -> None:
    repository, run = first
    assert TOKEN not in run.log
    runner = repository.root / "runner"
    holding = [path for path in runner.rglob("*") if path.is_file() and TOKEN.encode() in path.read_bytes()]
    assert holding == []


def test_an_edit_by_hand_is_published_and_kept(site: Repository) -> None:
    edited = (
        site.show(FERRY_PAGE).replace("Norway and Denmark want", "Oslo and Copenhagen want", 1)
        + "\n## Our view\n\nAt last.\n"
    )
    site.push({FERRY_PAGE: edited})
    assert_green(site.publish())
    assert site.show(FERRY_PAGE) == edited
    assert "Oslo and Copenhagen want" in site.page(FERRY_PAGE)
    assert "At last." in site.page(FERRY_PAGE)
    assert site.authors()[:2] == ["github-actions[bot]", "Editor"]  # the state by now says whose the key points are
    assert_green(site.publish())
    assert site.authors()[:2] == ["github-actions[bot]", "Editor"]


def race(site: Repository, moment: str, contents: Mapping[str, str]) -> None:
    """Let an editor push once: after the runner's commit, or even after its push has looked at the server."""
    site.moment = moment
    clone = site.editor()
    for name, content in contents.items():
        (clone / name).write_text(content, encoding="utf-8")
    git(clone, "add", "--all")
    git(clone, "commit", "--quiet", "--message", "Meanwhile")
    once = site.root / "raced"
    site.hook = f"""
        test ! -e {once} || exit 0
        touch {once}
        env --unset=GIT_DIR git -C {clone} push --quiet origin HEAD:main
    """


def test_two_pushes_that_race_lose_nothing(site: Repository) -> None:
    site.push({"seeds/strike.txt": STRIKE})
    edited = site.show(FERRY_PAGE).replace("Norway and Denmark want", "Oslo and Copenhagen want", 1)
    race(site, "post-commit", {FERRY_PAGE: edited, "seeds/late.txt": STRIKE.replace("Rotterdam", "Hamburg")})
    run = site.publish()
    assert_green(run)
    assert "rejected" in run.log  # it was a race
    assert site.authors()[:3] == ["github-actions[bot]", "Editor", "Editor"]
    assert site.show(FERRY_PAGE) == edited
    for page, word in [
        (FERRY_PAGE, "Oslo"),
        (STRIKE_PAGE, "Rotterdam"),
        (STRIKE_PAGE.replace("rotterdam", "hamburg"), "Hamburg"),
    ]:
        assert word in site.show(page)
        assert word in site.page(page)


def test_an_edit_of_the_very_page_that_the_run_updates_wins_the_race(site: Repository) -> None:
    edited = site.show(FERRY_PAGE) + "\nA word by hand.\n"
    site.push({"seeds/ferry.txt": FERRY.replace("two years", "five years")})
    race(site, "pre-push", {FERRY_PAGE: edited})
    run = site.publish()
    assert_green(run)
    assert "rejected" in run.log  # it was a race
    assert site.show(FERRY_PAGE) == edited.replace("two years", "five years")
    assert "A word by hand." in site.page(FERRY_PAGE)


def test_a_bad_seed_ends_red_and_everything_else_is_published(site: Repository) -> None:
    site.push({"seeds/::warning::100%.txt": b"Caf\xe9 closes\n", "seeds/strike.txt": STRIKE})
    run = site.publish()
    results = {name: job.result for name, job in run.jobs.items()}
    assert results == {"publish": "success", "deploy": "success", "complaints": "failure", "preview": "skipped"}
    assert "Harbour workers" in site.page(STRIKE_PAGE)
    assert "title: Harbour workers" in site.show(STRIKE_PAGE)
    annotation = run.jobs["complaints"].log
    assert annotation.startswith("::error title=Some seeds or pages need a person")
    assert "::warning::100%25.txt" in annotation
    assert annotation.count("\n") == 1
    assert commands(run.jobs["publish"].log) == []


def test_words_that_nobody_said_end_red_and_everything_is_published(site: Repository) -> None:
    quoted = site.show(FERRY_PAGE).replace("- Norway and Denmark want", "- “This was never said”, and they want", 1)
    site.push({FERRY_PAGE: quoted})
    run = site.publish()
    results = {name: job.result for name, job in run.jobs.items()}
    assert results == {"publish": "success", "deploy": "success", "complaints": "failure", "preview": "skipped"}, (
        run.log
    )
    assert "This was never said" in site.page(FERRY_PAGE)
    line = quoted.split("\n").index(next(line for line in quoted.split("\n") if "never said" in line)) + 1
    assert f"{FERRY_PAGE}:{line}:" in run.jobs["publish"].log
    assert "The step that checks the pages says where." in run.jobs["complaints"].log


def commands(log: str) -> list[str]:
    """Return the lines that GitHub's runner would take for commands."""
    found, muted = [], ""
    for line in log.splitlines():
        if muted:
            muted = "" if line == f"::{muted}::" else muted
        elif line.startswith("::stop-commands::"):
            muted = line.removeprefix("::stop-commands::")
        elif line.startswith("::"):
            found.append(line)
    return found
