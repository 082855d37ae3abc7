"""States of older forms through the front door: no page changes, no hand edit is lost, and they get today's form."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import Run
from test_generate import ARTICLE, SLUG, choose_the_first, snapshot
from test_run_lessons import LEARNED, page_of, set_topics, taught

__all__ = ["taught"]

State = dict[str, Any]
CITIES = ("Rotterdam", "Antwerp", "Hamburg", "Bergen")


def form_3(state: State) -> State:
    line = " ".join(f"{key}={value}" for key, value in state["settings"].items())
    return {**state, "version": 3, "settings": line}


def form_2(state: State) -> State:
    return {key: value for key, value in form_3(state).items() if key != "weighed"} | {"version": 2}


def form_1(state: State) -> State:
    by_hand = {"hands", "ledgers", "history", "signed", "gone"}
    return {key: value for key, value in form_2(state).items() if key not in by_hand} | {"version": 1, "written": "0"}


FORMS: tuple[Callable[[State], State], ...] = (form_1, form_2, form_3)


def states(project: Path) -> dict[str, State]:
    found = (project / ".standfirst" / "state").glob("*.yml")
    return {path.name: json.loads(path.read_text("utf-8")) for path in found}


def rewrite(project: Path, form: Callable[[State], State]) -> None:
    for name, state in states(project).items():
        text = json.dumps(form(state), ensure_ascii=False)
        (project / ".standfirst" / "state" / name).write_text(text, encoding="utf-8")


def pages(project: Path) -> dict[str, bytes]:
    return {name: text for name, text in snapshot(project).items() if name.startswith("docs/")}


@pytest.fixture
def edited(project: Path, standfirst: Run) -> Path:
    """A project with a page that a person edited, one deleted, one retired and one that nobody touched."""
    choose_the_first(project)
    for city in CITIES:
        (project / "seeds" / f"{city}.txt").write_text(ARTICLE.replace("Rotterdam", city), encoding="utf-8")
    (project / "docs" / "topics.yml").write_text("- {topic: labor, label: work}\n", encoding="utf-8")
    assert standfirst("generate").stdout.endswith("4 new\n")
    page, deleted, retired = (page_of(project, f"{city}.txt") for city in CITIES[:3])
    text = page.read_text("utf-8").replace("Harbour workers end", "Dockers end", 1)
    page.write_text(
        text.replace("  - work\n", "").replace("actors:\n", "actors:\n  - Ana Silva\n") + "\nOurs.\n", "utf-8"
    )
    deleted.unlink()
    assert standfirst("retire", retired.relative_to(project).as_posix()).exit_code == 0
    standfirst("generate")
    return project


@pytest.mark.parametrize("form", FORMS)
def test_an_upgrade_changes_no_page_and_loses_no_hand_edit(
    edited: Path, standfirst: Run, form: Callable[[State], State]
) -> None:
    before, known = pages(edited), states(edited)
    rewrite(edited, form)
    result = standfirst("generate")
    assert (result.exit_code, pages(edited)) == (0, before)
    assert result.stdout == "nothing to do: 1 edited by hand and kept, 2 deleted by hand and left out, 1 unchanged\n"
    assert {state["version"] for state in states(edited).values()} == {4}
    if form is not form_1:  # which knew not whose a field is: what differs counts as a person's
        assert states(edited) == known
    assert standfirst("generate", "--check").stdout == "no files would be written\n"
    after = snapshot(edited)
    assert standfirst("generate").stdout.startswith("nothing to do: ")
    assert snapshot(edited) == after


@pytest.mark.parametrize("form", FORMS)
def test_an_article_that_changed_meanwhile_is_followed_beside_what_a_person_wrote(
    edited: Path, standfirst: Run, form: Callable[[State], State]
) -> None:
    page = edited / "docs" / "briefings" / f"{SLUG}.md"
    rewrite(edited, form)
    (edited / "seeds" / "Rotterdam.txt").write_text(ARTICLE.replace("nine", "ten"), encoding="utf-8")
    before = page.read_bytes()
    assert standfirst("generate").exit_code == 0
    assert page.read_bytes() == before.replace(b"nine days", b"ten days")


def test_from_the_form_before_nothing_is_parsed(taught: Path, standfirst: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    set_topics(page_of(taught, "tram-00.txt"), "Trams")
    standfirst("generate")
    before = snapshot(taught)
    rewrite(taught, form_3)
    monkeypatch.setattr("generator.language.parsing.load", None)  # whoever parses fails
    assert standfirst("generate").stdout.startswith(LEARNED.format(50) + "nothing to do: ")
    assert snapshot(taught) == before
    rewrite(taught, form_3)
    set_topics(page_of(taught, "tram-02.txt"), "Trams", "Wire")
    assert standfirst("generate").exit_code == 0
