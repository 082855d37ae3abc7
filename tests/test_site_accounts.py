"""A party's claim stays marked as one on the page, whoever touched the page and whatever became of the article."""

from pathlib import Path

import pytest
from conftest import Run

ARTICLE = """Strike in the port of Bergen ends

The strike in the port of Bergen ended on Monday. The union said the wages rise by five percent.

The mayor of Bergen said the port was open again. The union said the strike had cost the port two weeks.
"""


def points(page: Path) -> list[str]:
    return [line[2:] for line in page.read_text("utf-8").splitlines() if line.startswith("- ") and line.endswith(".")]


def shown(project: Path, standfirst: Run) -> list[str]:
    """Return the lines of the built page's list of key points that carry the mark of a claim."""
    assert standfirst("build").exit_code == 0
    (page,) = (project / "site" / "briefings").rglob("*port-of-bergen*/index.html")
    return [line for line in page.read_text("utf-8").split("<li") if "claim: the union" in line.lower()]


def generated(project: Path, standfirst: Run, text: str) -> Path:
    settings = project / "mkdocs.yml"
    settings.write_text(
        settings.read_text("utf-8").replace("summariser: standfirst", "summariser: lead\n    sentences: 3"), "utf-8"
    )
    return again(project, standfirst, text)


def again(project: Path, standfirst: Run, text: str) -> Path:
    (project / "seeds" / "port.txt").write_text(text, "utf-8")
    result = standfirst("generate")
    assert result.exit_code == 0, result.stderr
    (page,) = (project / "docs" / "briefings").rglob("*.md")
    return page


def test_an_untouched_point_keeps_its_mark_when_another_was_edited_and_the_article_changed(
    project: Path, standfirst: Run
) -> None:
    page = generated(project, standfirst, ARTICLE)
    assert len(shown(project, standfirst)) == 1
    page.write_text(page.read_text("utf-8").replace("ended on Monday", "ended at noon on Monday"), "utf-8")
    new = ARTICLE.replace("The union said the wages rise by five percent. ", "").replace("two weeks", "three weeks")
    again(project, standfirst, new.replace("The union said the wages rise by five percent.", "Wages rise."))
    assert "The union said the wages rise by five percent." in points(page)
    (mark,) = shown(project, standfirst)
    assert "claim: the union, from an earlier version" in mark
    again(project, standfirst, new.replace("The union said the wages rise by five percent.", "Pay rises."))
    assert len(shown(project, standfirst)) == 1


@pytest.mark.parametrize(
    ("old", "new", "label"),
    [
        ("five percent", "six percent", "claim: the union, edited"),
        ("The union said", "The union **said**", "claim: the union<"),
        ("by five percent.", "by five percent", "claim: the union<"),
        ("five percent.", "five percent. That is a lot.", "claim: the union, edited"),
    ],
)
def test_a_point_that_a_person_changed_a_little_keeps_its_mark(
    project: Path, standfirst: Run, old: str, new: str, label: str
) -> None:
    page = generated(project, standfirst, ARTICLE)
    page.write_text(page.read_text("utf-8").replace(old, new), "utf-8")
    (mark,) = shown(project, standfirst)
    assert label in mark


@pytest.mark.parametrize("new", ["Wages rise by five percent.", "Dockers will be paid more, as their union hoped."])
def test_a_point_that_a_person_took_over_has_no_mark(project: Path, standfirst: Run, new: str) -> None:
    page = generated(project, standfirst, ARTICLE)
    page.write_text(page.read_text("utf-8").replace("The union said the wages rise by five percent.", new), "utf-8")
    assert shown(project, standfirst) == []


def test_a_mark_of_a_point_that_is_gone_is_forgotten(project: Path, standfirst: Run) -> None:
    page = generated(project, standfirst, ARTICLE)
    again(project, standfirst, ARTICLE.replace("The union said the wages rise by five percent.", "Wages rise."))
    (state,) = (project / ".standfirst" / "state").glob("*.yml")
    assert '"reported"' not in state.read_text("utf-8")
    assert page.is_file()


def test_each_of_two_parties_has_the_name_that_the_desk_gives_it(project: Path, standfirst: Run) -> None:
    generated(project, standfirst, ARTICLE.replace("The union said the", "Anna Berg and Luis Ortega said the"))
    (project / "docs" / "actors.yml").write_text("- name: Luis Ortega Ruiz\n  aliases: [Luis Ortega]\n", "utf-8")
    assert standfirst("build").exit_code == 0
    (page,) = (project / "site" / "briefings").rglob("*port-of-bergen*/index.html")
    assert "claim: Anna Berg and Luis Ortega Ruiz" in page.read_text("utf-8")


@pytest.mark.parametrize(
    ("point", "label"),
    [
        ("The union said the strike had cost the port two weeks.", "claim: the union"),
        ("It cost the port two weeks, the union said.", "claim: the union, edited"),
    ],
)
def test_a_sentence_that_an_editor_chose_is_marked_as_the_partys(
    project: Path, standfirst: Run, point: str, label: str
) -> None:
    page = generated(project, standfirst, ARTICLE)
    assert point not in points(page)
    text = page.read_text("utf-8")
    chosen = "- The union said the wages rise by five percent.\n"
    assert chosen in text
    page.write_text(text.replace(chosen, f"- {point}\n"), "utf-8")
    assert standfirst("generate").exit_code == 0
    (mark,) = shown(project, standfirst)
    assert (label in mark, "edited" in mark) == (True, "edited" in label)
