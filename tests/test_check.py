"""`standfirst check` through the front door: what is told of and where, and that nothing is written."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Run
from hypothesis import given
from hypothesis import strategies as st
from test_generate import ARTICLE, SLUG

from generator.cli.problems import annotation, plain_problem
from generator.errors import Place
from generator.lint import Problem

PAGE = f"docs/briefings/{SLUG}.md"
CLEAN = "no errors, no warnings\n"
Edit = Callable[[str, str], None]


@pytest.fixture
def page(project: Path, standfirst: Run, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The page of a project with one article, generated; looked at from a terminal."""
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    (project / "seeds" / "port.txt").write_text(ARTICLE, encoding="utf-8")
    assert standfirst("generate").exit_code == 0
    return project / PAGE


def replaced(page: Path, old: str, new: str) -> str:
    text = page.read_text(encoding="utf-8")
    assert old in text
    page.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text.replace(old, new, 1)


def line_of(text: str, words: str) -> int:
    return text[: text.index(words)].count("\n") + 1


def everything(root: Path) -> dict[Path, tuple[bytes, int]]:
    return {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in root.rglob("*") if path.is_file()}


@pytest.mark.usefixtures("page")
@pytest.mark.parametrize(
    ("name", "content", "place"),
    [("port.txt", b"Strike\n\n\xff\n", "3:1"), ("new/ferry.md", b"---\ndate: 2026/05/07\n---\nFerry\n", "2:7")],
)
def test_an_article_that_cannot_be_read_is_told_by_check_and_status(
    project: Path, standfirst: Run, name: str, content: bytes, place: str
) -> None:
    seed = project / "seeds" / name
    seed.parent.mkdir(exist_ok=True)
    seed.write_bytes(content)
    told = f"seeds/{name}:{place}: "
    check, status = standfirst("check"), standfirst("status")
    assert standfirst("generate").stderr.startswith(told)
    assert check.stdout.startswith(f"{told}error: ")
    assert (check.exit_code, check.stdout.splitlines()[-1]) == (1, "1 error, no warnings")
    assert (status.exit_code, f"error   {told}" in status.stdout) == (1, True)


@pytest.mark.usefixtures("page")
def test_a_site_as_it_was_generated_has_no_problems(standfirst: Run) -> None:
    result = standfirst("check")
    assert (result.exit_code, result.stdout, result.stderr) == (0, CLEAN, "")


def test_what_the_article_does_not_hold_is_a_warning_at_its_place(page: Path, standfirst: Run) -> None:
    text = replaced(page, "nine days", "11 days in Sweden")
    result = standfirst("check")
    line = line_of(text, "11 days")
    column = text.splitlines()[line - 1].index("11 days") + 1
    assert result.stdout.splitlines() == [
        (
            f'{PAGE}:{line}:{column}: warning: "11" is a number that the article does not hold; correct it, '
            "or add a waiver with its reason"
        ),
        (
            f'{PAGE}:{line}:{column + 11}: warning: "Sweden" is a country that the article does not name; correct it, '
            "or add a waiver with its reason"
        ),
        "no errors, 2 warnings",
    ]
    assert result.exit_code == 0


def test_countries_are_known_in_the_language_of_the_article(project: Path, standfirst: Run) -> None:
    text = (
        "Erdbeben erschüttert Lissabon\n\nLISSABON (dpa) - Ein Erdbeben hat am Montag die portugiesische Hauptstadt "
        "erschüttert und mehrere Häuser beschädigt.\n\nDie Europäische Union und Spanien boten Hilfe an.\n"
    )
    (project / "seeds" / "beben.txt").write_text(text, encoding="utf-8")
    assert standfirst("generate").exit_code == 0
    page = next((project / "docs" / "briefings").rglob("*.md"))
    replaced(page, "actors:\n", "actors:\n  - Portugal\n  - Norway\n")
    (told,) = [line for line in standfirst("check").stdout.splitlines() if "country" in line]
    assert '"Norway" is a country that the article does not name' in told


def test_words_that_nobody_said_are_an_error(page: Path, standfirst: Run) -> None:
    text = replaced(page, "after nine days", "after “ten long days”")
    result = standfirst("check")
    line = line_of(text, "“ten")
    column = text.splitlines()[line - 1].index("ten long") + 1
    assert result.stdout.startswith(f'{PAGE}:{line}:{column}: error: "ten long days" stands in quotation marks, but ')
    assert (result.exit_code, result.stdout.splitlines()[-1]) == (1, "1 error, no warnings")


def test_a_waiver_with_its_reason_settles_it(page: Path, standfirst: Run) -> None:
    replaced(page, "nine days", "11 days")
    replaced(page, "---\n", '---\nwaivers:\n  - {text: "11", reason: counted anew}\n')
    assert standfirst("check").stdout == CLEAN
    replaced(page, ", reason: counted anew", "")
    found = standfirst("check").stdout.splitlines()
    assert [line.split(": ")[0] for line in found[:1]] == [f"{PAGE}:3:12"]
    assert "has no reason" in found[0]
    assert found[-1] == "no errors, 2 warnings"


BROKEN = {
    "broken YAML": ("title: ", "title: [", "error: ", 0),
    "a key twice": ("title: ", "title: A\ntitle: ", "stands twice", 1),
    "an unknown kind of value": ("title: ", "date: never\nx: ", "", 0),
}


@pytest.mark.parametrize(("old", "new", "told", "below"), BROKEN.values(), ids=BROKEN)
def test_front_matter_that_cannot_be_read_is_an_error_at_its_line(  # noqa: PLR0913, PLR0917
    page: Path, standfirst: Run, old: str, new: str, told: str, below: int
) -> None:
    text = replaced(page, old, new)
    result = standfirst("check")
    assert result.exit_code == 1
    assert result.stdout.startswith(f"{PAGE}:{line_of(text, new) + below}:")
    assert told in result.stdout


def test_conflict_marks_are_an_error_at_their_line(page: Path, standfirst: Run) -> None:
    text = page.read_text(encoding="utf-8")
    page.write_text(text + "\n<<<<<<< HEAD\nA\n=======\nB\n>>>>>>> other\n", encoding="utf-8")
    result = standfirst("check")
    assert result.exit_code == 1
    assert result.stdout.startswith(f"{PAGE}:{text.count(chr(10)) + 2}:1: error: git left a conflict here")


def test_a_copied_page_is_an_error(page: Path, standfirst: Run) -> None:
    (page.parent / "copy.md").write_bytes(page.read_bytes())
    result = standfirst("check")
    assert result.exit_code == 1
    assert result.stdout.startswith("docs/briefings/copy.md: error: is the page of port.txt, and so is ")
    assert result.stdout.endswith("\n1 error, no warnings\n")


def test_a_page_that_is_in_the_way_or_broken_hides_no_dead_link_and_makes_none(
    project: Path, page: Path, standfirst: Run
) -> None:
    (page.parent / "copy.md").write_bytes(page.read_bytes())
    (project / "docs" / "bad.md").write_text("---\ntitle: [\n---\n")
    (project / "docs" / "mine.md").write_text("[a](gone.md) [b](bad.md) [c](briefings/copy.md) [d](actors/norway.md)\n")
    told = standfirst("check").stdout
    assert "docs/mine.md:1: error: the link to gone.md" in told
    assert (told.count("the link to "), told.splitlines()[-1]) == (1, "3 errors, no warnings")


def test_a_damaged_state_is_an_error(project: Path, page: Path, standfirst: Run) -> None:
    (state,) = (project / ".standfirst" / "state").glob("*.yml")
    state.write_text("{", encoding="utf-8")
    result = standfirst("check")
    assert result.exit_code == 1
    assert result.stdout.startswith(f".standfirst/state/{state.name}:")
    assert page.exists()


LIVE = """
# Mine

[A](index.md) [b](about.md#anywhere) [c](#here) [d](briefings/{slug}.md) [e](actors/norway.md) [f](a%20picture.png)
[g](https://example.org/gone.md) [h](mailto:a@example.org) ![i](a%20picture.png) [j](about.md?x=1)

`[no](link.md)`

    [no](link.md)

[k]: about.md
[k]
"""
DEAD = {
    "to a page": "[x](gone.md)",
    "with an anchor": "[x](gone.md#part)",
    "to a picture": "![x](gone.png)",
    "out of docs": "[x](../README.md)",
    "reference-style": "[x][1]\n\n[1]: gone.md",
    "a shortcut": "[x]\n\n[x]: gone.md",
    "in a list": "- a\n- [x](gone.md)",
    "in a table": "| a |\n|---|\n| [x](gone.md) |",
    "in HTML's neighbourhood": "<b>x</b> [x](gone.md)",
    "to an actor whom nobody names": "[x](actors/nobody.md)",
    "with a title": '[x](gone.md "A title")',
    "percent-encoded": "[x](gone%20page.md)",
}


def test_links_that_lead_somewhere_are_fine(project: Path, page: Path, standfirst: Run) -> None:
    (project / "docs" / "mine.md").write_text(LIVE.format(slug=SLUG), encoding="utf-8")
    (project / "docs" / "a picture.png").write_bytes(b"")
    page.write_text(
        page.read_text(encoding="utf-8") + "\nSee [Norway](../actors/norway.md) and [all](../actors/index.md).\n",
        encoding="utf-8",
    )
    assert standfirst("check").stdout == CLEAN


@pytest.mark.parametrize("link", DEAD.values(), ids=DEAD)
@pytest.mark.usefixtures("page")
def test_a_link_that_leads_nowhere_is_an_error_at_its_line(project: Path, standfirst: Run, link: str) -> None:
    (project / "docs" / "mine.md").write_text(f"---\ntitle: Mine\n---\n\n# Mine\n\n{link}\n", encoding="utf-8")
    result = standfirst("check")
    told = [line for line in result.stdout.splitlines() if ": error: the link to " in line]
    assert (result.exit_code, len(told)) == (1, 1)
    lines = link.split("\n")
    wanted = {8 + number - 1 for number, line in enumerate(lines) if "[x]" in line}
    assert int(told[0].split(":")[1]) in wanted


def test_a_dead_link_in_a_briefing_with_carriage_returns_has_its_line(page: Path, standfirst: Run) -> None:
    text = page.read_text(encoding="utf-8") + "\n## Mine\n\n[x](gone.md)\n"
    page.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert f"{PAGE}:{line_of(text, '[x]')}: error: the link to gone.md" in standfirst("check").stdout


def test_a_missing_article_is_a_warning(project: Path, page: Path, standfirst: Run) -> None:
    replaced(page, "nine days", "ten days")
    (project / "seeds" / "port.txt").unlink()
    result = standfirst("check")
    assert (result.exit_code, result.stdout.splitlines()[-1]) == (0, "no errors, 1 warning")
    assert result.stdout.startswith(f"{PAGE}: warning: its article port.txt is gone, ")


def test_check_goes_on_after_an_error(project: Path, page: Path, standfirst: Run) -> None:
    (project / "docs" / "bad.md").write_text("---\ntitle: [a\n---\n")
    (project / "docs" / "latin.md").write_bytes(b"\xff")
    (project / "docs" / "mine.md").write_text("[x](gone.md)\n")
    replaced(page, "nine days", "11 days")
    told = standfirst("check").stdout
    for start in ("docs/bad.md:2:8: error", "docs/latin.md:1:1: error", "docs/mine.md:1: error", f"{PAGE}:"):
        assert f"\n{start}" in f"\n{told}"
    assert told.endswith("3 errors, 1 warning\n")


def test_nothing_is_written(project: Path, page: Path, standfirst: Run) -> None:
    replaced(page, "nine days", "“ten” days")
    (project / "docs" / "mine.md").write_text("[x](gone.md)\n")
    before = everything(project)
    assert standfirst("check").exit_code == 1
    assert everything(project) == before


def test_check_needs_a_project_and_takes_no_arguments(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, standfirst: Run
) -> None:
    monkeypatch.chdir(tmp_path)
    assert standfirst("check").exit_code == 1
    assert standfirst("check", "x").exit_code == 2


@pytest.mark.parametrize("edited", [False, True])
def test_nothing_heavy_is_imported(project: Path, page: Path, edited: bool) -> None:  # noqa: FBT001
    if edited:
        replaced(page, "nine days", "11 days")
    code = """
import sys
from generator.cli import main
try:
    main(["check"])
finally:
    heavy = {"spacy", "sumy", "trafilatura", "nltk", "numpy", "torch", "rich"}
    print(sorted(heavy & set(sys.modules)), file=sys.stderr)
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=project, capture_output=True, text=True, check=False)
    assert done.stderr.strip() == "[]"


def test_under_github_actions_each_problem_is_an_annotation(
    page: Path, standfirst: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    text = replaced(page, "nine days", "11 % days")
    (page.parent.parent / "a,b%c.md").write_text("[x](50%25::y.md)\n")
    told = standfirst("check").stdout.splitlines()
    line = line_of(text, "11 %")
    assert told[0].startswith("::error file=docs/a%2Cb%25c.md,line=1::the link to 50%2525::y.md leads ")
    assert told[1].startswith(f"::warning file={PAGE},line={line},col=")
    assert told[2:] == ["1 error, 1 warning"]


@given(path=st.text(), message=st.text() | st.text(alphabet="%:,\r\n\x1b[0m2A\u2028"), line=st.integers(0, 9))
def test_no_text_can_end_a_command_or_begin_another(path: str, message: str, line: int) -> None:
    problem = Problem(Place(path, line, line and 2), "error", "page", message)
    command = annotation(problem)
    assert command.startswith(("::error ", "::error::"))
    assert len(command.splitlines()) == 1
    assert command.isprintable()
    properties = command.removeprefix("::error").partition("::")[0].strip()
    given_ = dict(each.split("=", 1) for each in properties.split(",") if each)
    assert set(given_) <= {"file", "line", "col"}
    assert message in plain_problem(problem)
