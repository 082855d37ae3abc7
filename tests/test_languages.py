"""Articles in languages that no model reads: never a crash, known names alone, and a page that says so."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import Run
from hypothesis import given
from hypothesis import strategies as st

from generator.language.detecting import FALLBACK, detect

CASES = yaml.safe_load((Path(__file__).parent / "cases/language/foreign.yml").read_text(encoding="utf-8"))


def shown(project: Path, standfirst: Run, text: str) -> dict[str, Any]:
    (project / "docs" / "actors.yml").unlink(missing_ok=True)
    (project / "seeds" / "a.txt").write_text(text, encoding="utf-8")
    done = standfirst("show", "--json", "seeds")
    assert done.exit_code == 0
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["lang"])
def test_an_article_is_read_in_its_language(project: Path, standfirst: Run, case: dict[str, Any]) -> None:
    made = shown(project, standfirst, case["text"])
    assert made["lang"] == case["lang"]
    assert {actor["name"] for actor in made["actors"]} - {"Rotterdam"} == set(case["actors"])
    assert made["topics"] == made["quotes"] == []
    folded = " ".join(case["text"].split())
    assert made["summary"]
    assert all(sentence in folded for sentence in made["summary"])


@pytest.mark.parametrize("text", ["Wort\n", "12:30 12:31\n", "A B C\n", "Strike ends\n", "x😀\n"])
def test_a_text_too_short_to_tell_is_taken_for_english(project: Path, standfirst: Run, text: str) -> None:
    assert shown(project, standfirst, text)["lang"] == FALLBACK


def test_what_an_article_or_the_settings_say_goes_before_what_is_detected(project: Path, standfirst: Run) -> None:
    assert shown(project, standfirst, CASES[0]["text"])["lang"] == "de"
    file = project / "mkdocs.yml"
    text = file.read_text(encoding="utf-8").replace("  standfirst:\n", "  standfirst:\n    language: nl\n", 1)
    file.write_text(text, encoding="utf-8")
    assert shown(project, standfirst, CASES[0]["text"])["lang"] == "nl"
    (project / "seeds" / "a.txt").unlink()
    (project / "seeds" / "a.md").write_text(f"---\nlang: da\n---\n{CASES[0]['text']}", encoding="utf-8")
    assert json.loads(standfirst("show", "--json", "seeds").stdout)["lang"] == "da"


def test_people_of_the_desks_are_found_in_any_language(project: Path, standfirst: Run) -> None:
    shown(project, standfirst, "Докеры прекратили забастовку\n\nВладимир Путин не комментировал забастовку в порту.\n")
    (project / "docs" / "actors.yml").write_text(
        "- {name: Vladimir Putin, kind: person, aliases: [Владимир Путин]}\n", encoding="utf-8"
    )
    (actor,) = json.loads(standfirst("show", "--json", "seeds").stdout)["actors"]
    assert (actor["name"], actor["kind"], actor["aliases"]) == ("Vladimir Putin", "person", ["Владимир Путин"])


def test_a_page_says_that_no_model_read_its_language(project: Path, standfirst: Run) -> None:
    (project / "seeds" / "a.txt").write_text(CASES[0]["text"], encoding="utf-8")
    (project / "seeds" / "b.txt").write_text(
        "Bridge opens\n\nThe new bridge over the river opened on Monday.\n", "utf-8"
    )
    standfirst("generate")
    standfirst("compose")
    told = {
        path.stem: "no language model here reads" in path.read_text("utf-8").replace("which no", "no")
        for path in (project / "build/docs/briefings").glob("*.md")
    }
    assert told == {"hafenarbeiter-in-rotterdam-beenden-streik": True, "bridge-opens": False}


@pytest.mark.parametrize(
    "text",
    [
        "😀 🎉\n",
        "x 😀 。！？\n",
        "Streik im Hafen 港口工人罢工 Забастовка في الميناء\n\nव र 。 ok？¿Qué?\n",
        "\u0301\u0903x\n",
    ],
)
def test_nothing_in_a_seed_stops_a_run(project: Path, standfirst: Run, text: str) -> None:
    (project / "seeds" / "a.txt").write_text(text, encoding="utf-8")
    assert standfirst("generate").exit_code == 0
    assert standfirst("compose").exit_code == 0


def test_a_language_without_spaces_has_descriptions_of_its_own(project: Path, standfirst: Run) -> None:
    case = next(case for case in CASES if case["lang"] == "zh")
    assert shown(project, standfirst, case["text"])["description"].startswith("港口工人在罢工九天后")


def test_lists_say_in_which_language_a_headline_is(project: Path, standfirst: Run) -> None:
    (case,) = (case for case in CASES if case["lang"] == "ar")
    (project / "seeds" / "a.txt").write_text(case["text"], encoding="utf-8")
    standfirst("generate")
    standfirst("build")
    home = (project / "site" / "index.html").read_text(encoding="utf-8")
    assert '<h3 class="sf-card__title" dir="auto" lang="ar">' in home
    assert '<p class="sf-card__lede" dir="auto" lang="ar">' in home


def test_a_description_is_short_where_no_spaces_part_words_too(project: Path, standfirst: Run) -> None:
    long = "港口工人在罢工九天后于星期一结束了罢工而雇主承诺提高工资" * 5
    described = shown(project, standfirst, f"港口\n\n{long}。\n")["description"]
    assert described == long[:60] + "…"


@given(st.text())
def test_every_text_has_a_language(text: str) -> None:
    assert detect(text).isalpha()
