"""Names that may be misspelt wait for a person, and no page is changed for them."""

from pathlib import Path

import pytest
from conftest import Run

from generator.pages import read_page
from generator.registry import Desk
from generator.run.spellings import lookalikes

HEADED = """\
Mayor {name} to open the bridge

The bridge will be opened on Monday. Ingrid Solheim, the mayor, said that she was glad. Ingrid Solheim lives near it.
"""


@pytest.fixture
def page(project: Path, standfirst: Run) -> Path:
    """The page of an article whose headline has a name that the text spells otherwise."""
    (project / "docs" / "actors.yml").unlink(missing_ok=True)
    (project / "seeds" / "bridge.txt").write_text(HEADED.format(name="Ingrid Sohlheim"), encoding="utf-8")
    standfirst("generate")
    return project / "docs/briefings/mayor-ingrid-sohlheim-to-open-the-bridge.md"


def queue(standfirst: Run) -> str:
    told = [line for line in standfirst("status", "--all").stdout.splitlines() if line.startswith("review")]
    assert [line.partition("warning: ")[2] for line in standfirst("check").stdout.splitlines() if "title:" in line] == [
        line.partition("md: ")[2] for line in told
    ]
    return "\n".join(told)


def test_a_misspelt_name_in_the_headline_waits_for_an_editor(page: Path, standfirst: Run) -> None:
    assert "title: “Ingrid Sohlheim” is Ingrid Solheim elsewhere in the article" in queue(standfirst)
    assert "Mayor Ingrid Sohlheim to open" in page.read_text(encoding="utf-8")
    assert page.read_text(encoding="utf-8").count("  - Ingrid Solheim\n") == 1


def test_a_misspelt_surname_alone_waits_too(project: Path, standfirst: Run) -> None:
    (project / "docs" / "actors.yml").unlink(missing_ok=True)
    (project / "seeds" / "bridge.txt").write_text(HEADED.format(name="Sohlheim"), encoding="utf-8")
    standfirst("generate")
    assert "title: “Sohlheim” is Ingrid Solheim elsewhere in the article" in queue(standfirst)
    (project / "seeds" / "bridge.txt").write_text(HEADED.format(name="Solheim"), encoding="utf-8")
    standfirst("generate")
    assert queue(standfirst) == ""


def test_so_does_a_headline_whose_spelling_the_page_took(project: Path, standfirst: Run) -> None:
    (project / "docs" / "actors.yml").unlink(missing_ok=True)
    text = "Ingrid Sohlheim opens the bridge\n\nThe bridge is long. Ingrid Solheim was glad to open it on Monday.\n"
    (project / "seeds" / "bridge.txt").write_text(text, encoding="utf-8")
    standfirst("generate")
    assert "title: “Ingrid Sohlheim” is Ingrid Solheim elsewhere in the article" in queue(standfirst)


@pytest.mark.parametrize(
    ("headline", "text", "told"),
    [
        ("Rotterdamm port open", "The port of Rotterdam is open. Rotterdam was glad.", "“Rotterdamm” is Rotterdam"),
        ("Indonisia raises prices", "Indonesia raised prices, its government said.", "“Indonisia” is Indonesia"),
        (
            "Emanuel Macron listens",
            "Emmanuel Macron met unions. Macron listened.",
            "“Emanuel Macron” is Emmanuel Macron",
        ),
    ],
)
def test_names_of_every_kind_wait(project: Path, standfirst: Run, headline: str, text: str, told: str) -> None:
    (project / "seeds" / "bridge.txt").write_text(f"{headline}\n\n{text}\n", encoding="utf-8")
    standfirst("generate")
    assert f"title: {told} elsewhere in the article" in queue(standfirst)


def test_it_is_off_the_queue_once_the_headline_is_corrected(page: Path, standfirst: Run) -> None:
    page.write_text(page.read_text(encoding="utf-8").replace("Sohlheim to", "Solheim to"), encoding="utf-8")
    assert queue(standfirst) == ""
    standfirst("generate")
    assert queue(standfirst) == ""


def test_it_is_off_the_queue_once_the_desk_knows_the_spelling(project: Path, page: Path, standfirst: Run) -> None:
    (project / "docs" / "actors.yml").write_text("- {name: Ingrid Solheim, aliases: [Ingrid Sohlheim]}\n", "utf-8")
    standfirst("generate")
    assert queue(standfirst) == ""
    assert page.exists()


def test_it_is_off_the_queue_once_the_page_is_signed(page: Path, standfirst: Run) -> None:
    assert standfirst("review", f"docs/briefings/{page.name}", "--by", "Ana Silva").exit_code == 0
    assert queue(standfirst) == ""


def test_two_names_of_one_page_are_told_as_such(project: Path, standfirst: Run) -> None:
    (project / "docs" / "actors.yml").unlink(missing_ok=True)
    text = (
        "Bridge opens\n\nIt opens, Sergei Lavrin said. Sergei Lavrin left. Sergej Lavryn said no. Sergej Lavryn left.\n"
    )
    (project / "seeds" / "bridge.txt").write_text(text, encoding="utf-8")
    standfirst("generate")
    told = standfirst("check").stdout
    assert "may be “Sergej Lavryn”, whom this page names too; if they are one" in told


@pytest.mark.parametrize(
    ("one", "two", "alike"),
    [
        ("Sergei Lavrin", "Sergey Lavrin", True),
        ("Benjamin Arlosor", "Binyamin Arlosor", True),
        ("Sergej Lavrin", "Sergey Lavryn", True),
        ("Ingrid Solheim", "Ingrid M. Solheim", True),
        ("Jonas Gahr Stoere", "Jonas Gahr Støre", True),
        ("Jörg Kramer", "Joerg Kramer", True),
        ("Ingrid Solheim", "Ingrid Solheim", False),
        ("Ingrid Solheim", "Astrid Solheim", False),
        ("Boris Ivanov", "Boris Ivanova", False),
        ("Joan Miller", "John Miller", False),
    ],
)
def test_nearly_the_same_name_on_two_pages_is_told_and_not_merged(
    project: Path, standfirst: Run, one: str, two: str, *, alike: bool
) -> None:
    (project / "docs" / "actors.yml").unlink(missing_ok=True)
    for number, name in enumerate((one, two)):
        text = f"Bridge {number} opens\n\nThe bridge opens on Monday, {name} said. {name} had built it.\n"
        (project / "seeds" / f"{number}.txt").write_text(text, encoding="utf-8")
    standfirst("generate")
    told = standfirst("check").stdout
    ways = (f"1-opens.md:6: warning: “{two}” may be “{one}” of", f"0-opens.md:6: warning: “{one}” may be “{two}” of")
    assert any(way in told for way in ways) == alike
    assert ("may be" in told) == alike
    (project / "docs" / "actors.yml").write_text(
        f"- {{name: {one}, aliases: [{two}]}}\n" if one != two else "", "utf-8"
    )
    assert "may be" not in standfirst("check").stdout


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "de",
            "Israel und Libanon reden\n\nIsrael und der Libanon reden seit Montag. Lebanon heißt das Land dort auch.\n",
        ),
        ("ru", "Дождь идёт в Казахстане\n\nДождь идёт в области Казахстана, сообщило министерство на этой неделе.\n"),
    ],
)
def test_right_and_inflected_spellings_of_other_languages_wait_for_nobody(
    project: Path, standfirst: Run, lang: str, text: str
) -> None:
    (project / "docs" / "actors.yml").unlink(missing_ok=True)
    (project / "seeds" / "bridge.md").write_text(f"---\nlang: {lang}\n---\n\n# {text}", encoding="utf-8")
    standfirst("generate")
    assert "elsewhere in the article" not in standfirst("status", "--all").stdout + standfirst("check").stdout


@pytest.mark.parametrize(
    ("one", "two", "langs", "alike"),
    [
        ("Jonas Gahr Stoere", "Jonas Gahr Støre", ("en", "en"), True),
        ("Jonas Gahr Stoere", "Jonas Gahr Støre", ("en", "nl"), False),
        ("Владимира Лаврина", "Владимиру Лаврина", ("ru", "ru"), False),
    ],
)
def test_names_are_compared_within_one_language(one: str, two: str, langs: tuple[str, str], *, alike: bool) -> None:
    pages = [
        read_page(f"---\ntitle: Bridge\nlang: {lang}\nactors:\n  - {name}\n---\n\nText.\n", f"{at}.md")
        for at, (name, lang) in enumerate(zip((one, two), langs, strict=True))
    ]
    assert bool(lookalikes(pages, Desk())) == alike
