"""Whose a quote is, as an editor puts it right in the page."""

from pathlib import Path

import pytest
from conftest import Run

ARTICLE = """Bridge closed

Anna Berg, the mayor of Bergen, met Jonas Dahl on Monday.

"We held the line for nine days," Anna Berg said.

"Nobody asked us about it," she said.
"""


@pytest.fixture
def page(project: Path, standfirst: Run) -> Path:
    settings = project / "mkdocs.yml"
    settings.write_text(
        settings.read_text("utf-8").replace("summariser: standfirst", "summariser: lead\n    sentences: 2"), "utf-8"
    )
    (project / "seeds" / "bridge.txt").write_text(ARTICLE, "utf-8")
    assert standfirst("generate").exit_code == 0
    (found,) = (project / "docs" / "briefings").rglob("*.md")
    return found


def corrected(page: Path, quotes: str) -> None:
    page.write_text(page.read_text("utf-8").replace("---\n", f"---\nquotes:\n{quotes}", 1), "utf-8")


def built(project: Path, standfirst: Run, name: str) -> str:
    assert standfirst("generate").exit_code == 0
    assert standfirst("build").exit_code == 0
    (found,) = (project / "site").rglob(f"{name}/index.html")
    return found.read_text("utf-8")


def test_a_quote_goes_to_whom_an_editor_gives_it(project: Path, page: Path, standfirst: Run) -> None:
    corrected(page, "  - {text: “We held the line, speaker: Jonas Dahl}\n")
    assert "We held the line for nine days" in built(project, standfirst, "jonas-dahl")
    hers = built(project, standfirst, "anna-berg")
    assert ("We held the line" in hers, "Nobody asked us about it" in hers) == (False, True)
    assert "speaker: Jonas Dahl" in page.read_text("utf-8")


def test_the_other_half_of_a_quote_goes_with_it(project: Path, page: Path, standfirst: Run) -> None:
    seed = project / "seeds" / "bridge.txt"
    halves = '"We held the line for nine days," Anna Berg said. "Nobody slept in all that time."'
    seed.write_text(ARTICLE.replace('"We held the line for nine days," Anna Berg said.', halves), "utf-8")
    corrected(page, "  - {text: We held the line, speaker: Jonas Dahl}\n")
    assert "Nobody slept in all that time" in built(project, standfirst, "jonas-dahl")
    hers = built(project, standfirst, "anna-berg")
    assert "Nobody slept" not in hers


def test_a_quote_may_be_somebodys_who_is_no_actor(project: Path, page: Path, standfirst: Run) -> None:
    corrected(page, "  - {text: Nobody asked us, speaker: a guard}\n")
    assert "A guard" in built(project, standfirst, "bridge-closed")


def test_the_mark_of_a_key_point_follows(project: Path, page: Path, standfirst: Run) -> None:
    assert "claim: Anna Berg" in built(project, standfirst, "bridge-closed")
    corrected(page, "  - {text: We held the line, speaker: a guard}\n")
    assert "claim: a guard" in built(project, standfirst, "bridge-closed")


def test_a_quote_without_a_speaker_is_not_shown(project: Path, page: Path, standfirst: Run) -> None:
    corrected(page, "  - text: Nobody asked us\n")
    assert "Nobody asked us about it" not in built(project, standfirst, "anna-berg")


def test_check_tells_of_a_text_with_which_no_quote_begins(page: Path, standfirst: Run) -> None:
    corrected(
        page, "  - {text: We lost the line, speaker: Jonas Dahl}\n  - {text: Nobody asked us, speaker: Jonas Dahl}\n"
    )
    (told,) = standfirst("check").stdout.splitlines()[:-1]
    assert ':2: warning: `quotes`: no quote of the article begins with "We lost the line"' in told
