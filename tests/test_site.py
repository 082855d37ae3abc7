"""From docs/ to the site through the front door: what is composed and what is refused."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from conftest import HOME, Run

BRIEFING = "briefings/putin-and-xi-jingping-want-to-demonstrate-unity-in-beijing.md"


@pytest.fixture
def site(project: Path) -> Path:
    """A project with the real seed's committed page and state."""
    shutil.copytree(HOME / "docs" / "briefings", project / "docs" / "briefings")
    shutil.copytree(HOME / ".standfirst" / "state", project / ".standfirst" / "state")
    return project


def staged(root: Path, path: str) -> dict[str, Any]:
    text = (root / "build" / "docs" / path).read_text(encoding="utf-8")
    meta: dict[str, Any] = json.loads(text.split("---\n")[1])
    return meta


def tree(folder: Path) -> dict[str, bytes]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


BAD = {
    "a fence without end": ("---\ntitle: A\n", ":1:1: "),
    "a key twice": ("---\ntitle: A\ntitle: B\n---\n", ":3:1: "),
    "Norway": ("---\ntitle: NO\n---\n", ":2:8: "),
    "a bomb": ("---\na: &a [x, x]\nb: *a\n---\n", ":2:4: "),
    "a conflict": ("---\ntitle: A\n---\n<<<<<<< HEAD\nmine\n=======\nyours\n>>>>>>> other\n", ":4:1: "),
    "a book of headings": ("---\ntitle: A\n---\n\n" + "# a\n" * 2001, ":2005: "),
    "headings by lines": ("a \n===\n> b\n> ---\n" * 1001, ":4002: "),
    "a date that is none": ("---\ndate: 2022-02-30\n---\n", ":2:7: "),
}


@pytest.mark.parametrize(("text", "place"), BAD.values(), ids=BAD)
@pytest.mark.parametrize("command", ["compose", "build"])
def test_a_bad_page_stops_the_build_and_stays_as_it_is(
    site: Path, standfirst: Run, text: str, place: str, command: str
) -> None:
    page = site / "docs" / "briefings" / "bad.md"
    page.write_text(text, encoding="utf-8")
    result = standfirst(command)
    assert result.exit_code == 1
    assert f"docs/briefings/bad.md{place}" in result.stderr
    assert "Traceback" not in result.stderr
    assert page.read_text(encoding="utf-8") == text
    assert not (site / "site").exists()


def test_composing_twice_changes_nothing_and_says_so(site: Path, standfirst: Run) -> None:
    assert standfirst("compose").stdout == "build/docs is up to date\n"
    first = tree(site / "build" / "docs")
    assert standfirst("compose").stdout == "nothing to do\n"
    assert tree(site / "build" / "docs") == first


def test_what_leaves_docs_leaves_the_site(site: Path, standfirst: Run) -> None:
    standfirst("compose")
    assert (site / "build/docs/actors/vladimir-putin.md").exists()
    (site / "docs" / BRIEFING).unlink()
    standfirst("compose")
    assert not (site / "build/docs" / BRIEFING).exists()
    assert not (site / "build/docs/actors/vladimir-putin.md").exists()


def test_the_most_prominent_actors_come_first(site: Path, standfirst: Run) -> None:
    standfirst("compose")
    named = [actor["name"] for actor in staged(site, "index.md")["standfirst"]["actors"]]
    assert named[:3] == ["Vladimir Putin", "Xi Jinping", "China"]
    together = staged(site, "actors/wang-yi.md")["standfirst"]["together"]
    assert [actor["name"] for actor in together][:2] == ["Vladimir Putin", "Xi Jinping"]


def test_a_page_says_whether_a_person_edited_it(site: Path, standfirst: Run) -> None:
    standfirst("compose")
    assert staged(site, BRIEFING)["standfirst"]["origin"] == "machine"
    page = site / "docs" / BRIEFING
    page.write_text(page.read_text(encoding="utf-8").replace("Jingping", "Jinping"), encoding="utf-8")
    standfirst("compose")
    meta = staged(site, BRIEFING)
    assert (meta["standfirst"]["origin"], meta["title"].count("Xi Jinping")) == ("edited", 1)


def test_actors_of_a_hand_edited_page_follow_the_hand(site: Path, standfirst: Run) -> None:
    page = site / "docs" / BRIEFING
    page.write_text(page.read_text(encoding="utf-8").replace("  - Japan\n", "  - Ada Lovelace\n"), encoding="utf-8")
    standfirst("compose")
    assert (site / "build/docs/actors/ada-lovelace.md").exists()
    assert not (site / "build/docs/actors/japan.md").exists()


def test_text_of_a_page_is_safe_before_a_template_sees_it(site: Path, standfirst: Run) -> None:
    headline = 'A </title><script>window.x=1</script> & "B"'
    page = site / "docs" / "briefings" / "hostile.md"
    page.write_text(f"---\ntitle: {headline!r}\nactors:\n  - <b>Bob</b>\n---\n- <img src=x>\n", encoding="utf-8")
    standfirst("compose")
    files = [content.decode() for path, content in tree(site / "build/docs").items() if path.endswith(".md")]
    assert not [text for text in files if "<script" in text.split("\n---\n")[0] or "<b>" in text.split("\n---\n")[0]]
    assert standfirst("build").exit_code == 0
    built = (site / "site/briefings/hostile/index.html").read_text(encoding="utf-8")
    assert "<script>window.x" not in built
    assert "<img src=x" not in built
    assert "&lt;img src=x&gt;" in built


def test_a_file_of_a_persons_own_takes_the_place_of_a_derived_page(site: Path, standfirst: Run) -> None:
    for path in ("actors/china/index.md", "actors/russia/index.html"):
        (site / "docs" / path).parent.mkdir(parents=True)
        (site / "docs" / path).write_text("Mine.\n", encoding="utf-8")
    told = [f"docs/actors/{name}: takes the place of the page" for name in ("china/index.md", "russia/index.html")]
    for command in ("compose", "build"):
        result = standfirst(command)
        assert result.exit_code == 0
        assert [line.split(" made")[0] for line in result.stderr.splitlines()] == told
    assert (site / "site/actors/russia/index.html").read_text(encoding="utf-8") == "Mine.\n"
    assert "<p>Mine.</p>" in (site / "site/actors/china/index.html").read_text(encoding="utf-8")


def test_what_mkdocs_leaves_out_is_named(site: Path, standfirst: Run) -> None:
    for path in ("templates/a/x.md", ".hidden.md", ".nojekyll", ".git/x.md", "about/templates/x.md"):
        (site / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
        (site / "docs" / path).write_text("Mine.\n", encoding="utf-8")
    told = [
        "docs/templates/: not published, since MkDocs keeps a folder of this name for themes; rename it",
        "docs/.hidden.md: not published, since its name begins with a dot; rename it",
    ]
    for command in ("compose", "build"):
        result = standfirst(command)
        assert (result.exit_code, result.stderr.splitlines()) == (0, told)
    assert not (site / "site/templates").exists()
    assert (site / "site/about/templates/x/index.html").exists()


def test_mkdocs_alone_builds_the_same_site_without_the_notice(site: Path, standfirst: Run) -> None:
    assert standfirst("build").exit_code == 0
    ours = tree(site / "site")
    quiet = {key: value for key, value in os.environ.items() if key != "NO_MKDOCS_2_WARNING"}
    mkdocs = Path(sys.executable).parent / "mkdocs"
    done = subprocess.run(
        [mkdocs, "build", "--strict"], cwd=site, capture_output=True, text=True, check=False, env=quiet
    )
    assert done.returncode == 0
    assert "end of life" not in done.stderr + done.stdout
    assert tree(site / "site") == ours


def test_the_site_may_stand_in_another_folder(site: Path, standfirst: Run) -> None:
    with (site / "mkdocs.yml").open("a") as file:
        file.write("\nsite_dir: public\n")
    assert standfirst("build").stdout == f"built {site / 'public' / 'index.html'}\n"
    assert (site / "public" / "index.html").is_file()


def _origin(project: Path, standfirst: Run, text: str) -> str:
    """Return what the built page of an article says of its origin, without tags."""
    (project / "seeds" / "bridge.txt").write_text(text, "utf-8")
    assert standfirst("generate").exit_code == 0
    assert standfirst("build").exit_code == 0
    (page,) = (project / "site" / "briefings").rglob("*bridge*/index.html")
    found = re.findall(r"<dt>(Origin|Leans on)</dt><dd[^>]*>([^<]*)", page.read_text("utf-8"))
    return "; ".join(f"{label} {name}" for label, name in found)


def test_an_agency_has_the_name_of_the_registry_everywhere(project: Path, standfirst: Run) -> None:
    text = "Bridge is closed\n\nMOSCOW, May 3 (RIA) - The bridge is closed, and nobody was on it, officials said."
    assert _origin(project, standfirst, text) == "Origin RIA Novosti"


def test_whom_only_one_person_told_something_is_no_origin(project: Path, standfirst: Run) -> None:
    (project / "docs" / "actors.yml").write_text("- name: Fjord Radio\n  source: true\n", "utf-8")
    text = "Bridge is closed\n\nThe bridge is closed. “Nobody was on it when it fell,” Anna Berg told Fjord Radio."
    assert _origin(project, standfirst, text) == "Leans on Fjord Radio"
    assert _origin(project, standfirst, f"{text} The bridge is old, Fjord Radio reported.") == "Leans on Fjord Radio"
    text = "Bridge is closed\n\nThe bridge is closed for weeks, Fjord Radio reported. Nobody was on it."
    assert _origin(project, standfirst, text) == "Origin Fjord Radio"


def test_two_agencies_that_sign_are_not_leaned_on_besides(project: Path, standfirst: Run) -> None:
    text = (
        "Bridge is closed\n\nMOSCOW, May 3 (AP/Reuters) - The bridge is closed, and nobody was on it, officials said."
    )
    assert _origin(project, standfirst, text) == "Origin AP/Reuters"
