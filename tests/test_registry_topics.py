"""docs/topics.yml through the front door: what people say of topics holds on every page."""

import json
from pathlib import Path
from typing import Any

import pytest
from conftest import Run
from finding_article import cases
from test_generate import ARTICLE, SLUG, snapshot
from test_registry_desk import places_of

from generator.errors import StandfirstError
from generator.pages import read_page
from generator.registry import keyword, read_subjects, shipped_subjects

PAGE = f"docs/briefings/{SLUG}.md"
LABOR = "  - labor\n"


@pytest.fixture
def page(project: Path) -> Path:
    """Where the page of an article will stand, in a project that says nothing of topics."""
    (project / "docs" / "topics.yml").unlink(missing_ok=True)
    (project / "seeds" / "port.txt").write_text(ARTICLE, encoding="utf-8")
    return project / PAGE


def topics(page: Path) -> tuple[str, ...]:
    return read_page(page.read_text(encoding="utf-8"), PAGE).names("topics")


def told(project: Path, text: str) -> None:
    (project / "docs" / "topics.yml").write_text(text, encoding="utf-8")


def change(page: Path, old: str, new: str) -> None:
    text = page.read_text(encoding="utf-8")
    assert old in text
    page.write_text(text.replace(old, new), encoding="utf-8")


def hub(project: Path, name: str) -> dict[str, Any]:
    front = (project / "build/docs/topics" / name).read_text(encoding="utf-8").split("---\n")[1]
    found: dict[str, Any] = json.loads(front)["standfirst"]
    return found


@pytest.mark.parametrize("case", cases("registry/topics", "refused"), ids=lambda case: repr(case["text"]))
def test_what_is_no_list_of_topics_is_refused_with_its_place(case: dict[str, Any]) -> None:
    with pytest.raises(StandfirstError) as caught:
        read_subjects(case["text"], "docs/topics.yml")
    assert str(caught.value).startswith(f"docs/topics.yml:{case['place']}: ")
    assert case["told"] in caught.value.message


def test_a_label_may_be_long_but_no_text_and_twenty_thousand_topics_are_read() -> None:
    with pytest.raises(StandfirstError, match="`label` has 201 characters, one has at most 200; shorten it"):
        read_subjects(f"- label: {'x' * 201}\n", "")
    many = "".join(f"- label: Pier {number}\n  broader: politics\n" for number in range(20_000))
    assert read_subjects(many, "").get("pier 19999") is not None


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"\xef\xbb\xbf- label: Port\r\n  colour: red\r\n", "docs/topics.yml:2:3: `topic` has no field `colour`"),
        ("- label: Port\n- label: Häfen\n".encode("latin-1"), "docs/topics.yml:2:11: not UTF-8: byte 0xe4 stands here"),
        ("- label: Port\n".encode("utf-16"), "docs/topics.yml:1:1: not UTF-8: byte 0xff stands here"),
    ],
)
def test_what_no_editor_sees_is_told_with_its_place(page: Path, standfirst: Run, content: bytes, told: str) -> None:
    project = page.parents[2]
    standfirst("generate")
    (project / "docs" / "topics.yml").write_bytes(content)
    before = snapshot(project)
    result = standfirst("generate")
    assert (result.exit_code, result.stderr.startswith(told), snapshot(project)) == (1, True, before)


@pytest.mark.parametrize("case", cases("registry/topics", "several"), ids=lambda case: case["places"][-1])
def test_all_that_is_wrong_is_told_at_once(case: dict[str, Any]) -> None:
    with pytest.raises(StandfirstError) as caught:
        read_subjects(case["text"], "docs/topics.yml")
    assert places_of(caught.value) == case["places"]


@pytest.mark.parametrize("text", cases("registry/topics", "nothing"))
def test_a_file_may_say_nothing(text: str) -> None:
    assert read_subjects(text, "") is shipped_subjects()


@pytest.mark.parametrize("case", cases("registry/topics", "read"), ids=lambda case: case["text"])
def test_what_a_file_says(case: dict[str, Any]) -> None:
    expected = {"hidden": False, "broader": "", "weights": {}} | case["is"]
    subject = next(one for one in read_subjects(case["text"], "").everything if one.id == expected["id"])
    assert (subject.label, subject.hidden, subject.broader) == (
        expected["label"],
        expected["hidden"],
        expected["broader"],
    )
    assert {word: subject.weights.get(keyword(word), 0) for word in expected["weights"]} == expected["weights"]


def test_topics_follow_the_file_on_the_next_run_and_only_once(project: Path, page: Path, standfirst: Run) -> None:
    standfirst("generate")
    assert topics(page)[0] == "labor"
    told(project, "- {topic: labor, label: Work and pay}\n")
    assert standfirst("generate").stdout.endswith("1 updated\n")
    assert topics(page)[0] == "Work and pay"
    before = snapshot(project)
    assert standfirst("generate").stdout == "nothing to do: 1 unchanged\n"
    assert snapshot(project) == before
    (project / "docs" / "topics.yml").unlink()
    standfirst("generate")
    assert topics(page)[0] == "labor"


def test_a_topic_of_ones_own_is_found_by_its_keywords(project: Path, page: Path, standfirst: Run) -> None:
    told(project, "- label: Harbour news\n  keywords: [Harbour Worker, port authority, port, ship]\n")
    standfirst("generate")
    assert "Harbour news" in topics(page)
    told(project, "- label: Dock pay\n  broader: labor\n  keywords: [harbour worker, nine days, port, strike, FNV]\n")
    standfirst("generate")
    assert topics(page)[0] == "labor"
    assert "Dock pay" in topics(page)


def test_a_hidden_topic_and_one_without_its_keywords_are_not_found(project: Path, page: Path, standfirst: Run) -> None:
    told(project, "- {topic: labor, hide: true}\n")
    standfirst("generate")
    assert "labor" not in topics(page)
    words = ", ".join(f'"{word}"' for word in next(iter(shipped_subjects().everything)).weights)
    told(project, f"- topic: medtop:01000000\n  without: [{words}]\n")
    assert standfirst("generate").exit_code == 0
    assert topics(page)[0] == "labor"


def test_topics_that_a_person_set_stay(project: Path, page: Path, standfirst: Run) -> None:
    standfirst("generate")
    change(page, LABOR, "  - Dock news\n")
    standfirst("generate")
    told(project, "- {topic: labor, label: labour, keywords: [harbour]}\n- {label: Trams, keywords: [tram]}\n")
    standfirst("generate")
    assert "Dock news" in topics(page)
    assert not {"labor", "labour"} & set(topics(page))
    (project / "docs" / "topics.yml").unlink()
    standfirst("generate")
    assert not {"labor", "labour"} & set(topics(page))


def test_the_site_has_the_new_label_before_the_next_run(project: Path, page: Path, standfirst: Run) -> None:
    standfirst("generate")
    change(page, LABOR, f"{LABOR}  - society\n")
    told(project, "- {topic: labor, label: Work}\n- {topic: society, label: People}\n- {topic: sport, label: Games}\n")
    before = snapshot(project)
    standfirst("compose")
    hubs = {path.name for path in (project / "build/docs/topics").glob("*.md")}
    assert {"work.md", "people.md"} <= hubs
    assert not {"labor.md", "society.md"} & hubs
    assert not (project / "build/docs/topics.yml").exists()
    assert {path: text for path, text in snapshot(project).items() if "build" not in str(path)} == before


def test_a_hidden_topic_is_shown_only_where_a_person_put_it(project: Path, page: Path, standfirst: Run) -> None:
    standfirst("generate")
    change(page, LABOR, f"{LABOR}  - society\n")
    told(project, "- {topic: labor, hide: true}\n- {topic: society, hide: true}\n")
    standfirst("compose")
    hubs = {path.name for path in (project / "build/docs/topics").glob("*.md")}
    assert "society.md" in hubs
    assert "labor.md" not in hubs


def test_hubs_say_what_a_topic_is_part_of(project: Path, page: Path, standfirst: Run) -> None:
    standfirst("generate")
    change(page, LABOR, f"{LABOR}  - labor relations\n  - tram depots\n  - scientific research\n")
    told(project, "- {label: Tram depots, broader: labor}\n")
    standfirst("compose")
    assert hub(project, "labor-relations.md")["broader"] == {"name": "Labor", "url": "topics/labor/"}
    assert hub(project, "scientific-research.md")["broader"] == {"name": "Science and technology", "url": ""}
    assert [part["name"] for part in hub(project, "labor.md")["narrower"]] == ["Labor relations", "Tram depots"]
    assert "Labor relations" not in [topic["name"] for topic in hub(project, "labor.md")["topics"]]
    assert [topic["name"] for topic in hub(project, "labor.md")["cards"][0]["topics"]] == [
        "Labor",
        "Scientific research",
    ]
