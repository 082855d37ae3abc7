"""docs/actors.yml through the front door: what people say of actors holds on every page."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from conftest import Run
from finding_article import cases
from test_generate import ARTICLE, SLUG, snapshot

from generator.errors import StandfirstError
from generator.pages import read_page
from generator.registry import read_desk

PAGE = f"docs/briefings/{SLUG}.md"
MINISTER = "(dpa) Foreign Minister Ingrid Solheim met Olaf Bergh of Harbour Watch in Oslo, Norway said. Solheim left.\n"


@pytest.fixture
def page(project: Path) -> Path:
    """Where the page of an article will stand, in a project without a registry."""
    (project / "docs" / "actors.yml").unlink(missing_ok=True)
    (project / "seeds" / "port.txt").write_text(ARTICLE + "\n" + MINISTER, encoding="utf-8")
    return project / PAGE


def actors(page: Path) -> tuple[str, ...]:
    return read_page(page.read_text(encoding="utf-8"), PAGE).names("actors")


def places_of(error: StandfirstError) -> list[str]:
    """Return line and column of each line that an error tells."""
    return [":".join(line.split(":")[1:3]) for line in str(error).splitlines()]


def desk(project: Path, text: str) -> None:
    (project / "docs" / "actors.yml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize("case", cases("registry/desk", "refused"), ids=lambda case: repr(case["text"]))
def test_what_is_no_registry_is_refused_with_its_place(case: dict[str, Any]) -> None:
    with pytest.raises(StandfirstError) as caught:
        read_desk(case["text"], "docs/actors.yml")
    assert str(caught.value).startswith(f"docs/actors.yml:{case['place']}: ")
    assert case["told"] in caught.value.message


@pytest.mark.parametrize("case", cases("registry/desk", "several"), ids=lambda case: case["places"][-1])
def test_all_that_is_wrong_is_told_at_once(case: dict[str, Any]) -> None:
    with pytest.raises(StandfirstError) as caught:
        read_desk(case["text"], "docs/actors.yml")
    assert places_of(caught.value) == case["places"]


@pytest.mark.parametrize("text", cases("registry/desk", "nothing"))
def test_a_registry_may_say_nothing(text: str) -> None:
    assert (read_desk(text, "").actors, read_desk(text, "").digest) == ((), "")


@pytest.mark.parametrize("case", cases("registry/desk", "read"), ids=lambda case: case["text"])
def test_what_a_registry_says(case: dict[str, Any]) -> None:
    (own,) = read_desk(case["text"], "").actors
    assert {name: value for name, value in asdict(own).items() if value} == {
        name: tuple(value) if isinstance(value, list) else value for name, value in case["is"].items()
    }


def test_names_are_corrected_on_the_next_run_and_only_once(project: Path, page: Path, standfirst: Run) -> None:
    standfirst("generate")
    assert {"Ingrid Solheim", "Norway"} <= set(actors(page))
    desk(project, "- {name: Ingrid M. Solheim, aliases: [Ingrid Solheim]}\n- {name: Norway, ignore: true}\n")
    assert standfirst("generate").stdout.endswith("1 updated\n")
    assert "Ingrid M. Solheim" in actors(page)
    assert not {"Ingrid Solheim", "Norway"} & set(actors(page))
    assert standfirst("generate").stdout == "nothing to do: 1 unchanged\n"
    (project / "docs" / "actors.yml").unlink()
    standfirst("generate")
    assert {"Ingrid Solheim", "Norway"} <= set(actors(page))


def test_actors_are_merged_under_one_name(project: Path, page: Path, standfirst: Run) -> None:
    desk(project, "- {name: Olaf Bergh, merge: [Ingrid Solheim]}\n")
    standfirst("generate")
    assert "Olaf Bergh" in actors(page)
    assert "Ingrid Solheim" not in actors(page)


def test_a_source_of_the_desks_is_none_of_the_actors(project: Path, page: Path, standfirst: Run) -> None:
    desk(project, "- {name: Harbour Watch, source: true}\n")
    (project / "seeds" / "port.txt").write_text(ARTICLE + "\nThe strike is over, Harbour Watch reported.\n", "utf-8")
    standfirst("generate")
    assert "Harbour Watch" not in actors(page)
    assert '"Harbour Watch"' in standfirst("show", "--json", "seeds").stdout.split('"sources"')[1].split("]")[0]


def test_who_was_taken_off_a_page_stays_off_under_a_new_name(project: Path, page: Path, standfirst: Run) -> None:
    standfirst("generate")
    page.write_text(page.read_text(encoding="utf-8").replace("  - Ingrid Solheim\n", ""), encoding="utf-8")
    standfirst("generate")
    desk(project, "- {name: Ingrid M. Solheim, aliases: [Ingrid Solheim]}\n")
    standfirst("generate")
    assert not [name for name in actors(page) if "Solheim" in name]
    (project / "docs" / "actors.yml").unlink()
    standfirst("generate")
    assert not [name for name in actors(page) if "Solheim" in name]


def test_the_site_has_the_new_name_before_the_next_run(project: Path, page: Path, standfirst: Run) -> None:
    standfirst("generate")
    page.write_text(page.read_text(encoding="utf-8").replace("  - Norway", "  - Norway\n  - Solheim"), encoding="utf-8")
    desk(project, "- {name: Ingrid M. Solheim, aliases: [Ingrid Solheim, Solheim]}\n- {name: Oslo, ignore: true}\n")
    before = snapshot(project)
    standfirst("compose")
    hubs = {path.name for path in (project / "build/docs/actors").glob("*.md")}
    assert "ingrid-m-solheim.md" in hubs
    assert not {"ingrid-solheim.md", "solheim.md", "oslo.md"} & hubs
    assert not (project / "build/docs/actors.yml").exists()
    assert {path: text for path, text in snapshot(project).items() if "build" not in str(path)} == before


def test_roles_reach_no_briefing_and_make_none_anew(project: Path, page: Path, standfirst: Run) -> None:
    desk(project, "- {name: Norway}\n")
    standfirst("generate")
    desk(project, "- {name: Norway, wikidata: Q20, roles: [{role: Chair, since: 2024-05, until: 2025}]}\n")
    assert standfirst("generate").stdout == "nothing to do: 1 unchanged\n"
    assert page.exists()


@pytest.mark.parametrize("later", ["", "- {name: I. Solheim, merge: [Ingrid Solheim]}\n"])
def test_who_was_taken_off_under_the_desks_name_stays_off_once_the_desk_has_another(
    project: Path, page: Path, standfirst: Run, later: str
) -> None:
    desk(project, "- {name: Minister Solheim of Norway, merge: [Ingrid Solheim]}\n")
    standfirst("generate")
    page.write_text(page.read_text("utf-8").replace("  - Minister Solheim of Norway\n", ""), encoding="utf-8")
    standfirst("generate")
    desk(project, later)
    standfirst("generate")
    assert not [name for name in actors(page) if "Solheim" in name]


def test_a_page_no_longer_signed_off_follows_the_desk(project: Path, page: Path, standfirst: Run) -> None:
    standfirst("generate")
    standfirst("review", PAGE, "--by", "Ana Silva")
    desk(project, "- {name: Minister Solheim, merge: [Ingrid Solheim]}\n")
    standfirst("generate")
    assert "Ingrid Solheim" in actors(page)
    text = page.read_text(encoding="utf-8")
    front, review, rest = text.partition("review:\n")
    page.write_text(front + rest[rest.index("---\n") :] if review else text, encoding="utf-8")
    standfirst("generate")
    assert "Minister Solheim" in actors(page)
    assert "Ingrid Solheim" not in actors(page)
    assert standfirst("generate").stdout == "nothing to do: 1 unchanged\n"
