"""Topics of people's own on too few pages to be learned are told by `status`, through the front door."""

import json
from pathlib import Path

import pytest
from conftest import Run
from test_run_lessons import TRAMS, page_of, set_topics, stories

from generator.run.learning import rule

NEEDED = rule("pages_of_topic")


@pytest.fixture
def briefed(project: Path, standfirst: Run) -> Path:
    """A project of as many pages as a topic needs to be learned."""
    (project / "docs" / "topics.yml").unlink(missing_ok=True)
    for name, text in stories(TRAMS, "tram", NEEDED).items():
        (project / "seeds" / name).write_text(text, encoding="utf-8")
    assert standfirst("generate").exit_code == 0
    return project


def give(project: Path, pages: int, *labels: str) -> None:
    for number in range(pages):
        set_topics(page_of(project, f"tram-{number:02}.txt"), *labels)


def told(standfirst: Run) -> list[str]:
    """Return what `status` has to say of topics, and see that `check` finds nothing wrong in them."""
    queues = [json.loads(line)["queue"] for line in standfirst("status", "--json").stdout.splitlines()]
    concerns = [concern for queue in queues for concern in queue if concern["field"] == "topics"]
    assert {concern["severity"] for concern in concerns} <= {"info"}
    assert "topics" not in standfirst("check").stdout
    return [concern["message"] for concern in concerns]


@pytest.mark.parametrize("labels", [("society",), ("Politics", "election"), ()])
def test_topics_that_the_program_knows_are_not_told(briefed: Path, standfirst: Run, labels: tuple[str, ...]) -> None:
    give(briefed, 1, *labels)
    assert told(standfirst) == []


def test_one_of_the_desk_is_not_told(briefed: Path, standfirst: Run) -> None:
    (briefed / "docs" / "topics.yml").write_text("- {label: Trams, keywords: [monorail]}\n", encoding="utf-8")
    give(briefed, 1, "Trams")
    assert told(standfirst) == []


def test_one_on_enough_pages_is_not_told(briefed: Path, standfirst: Run) -> None:
    give(briefed, NEEDED, "Trams")
    set_topics(page_of(briefed, "tram-00.txt"), "trams")
    assert told(standfirst) == []


def test_one_on_fewer_is_told_on_each_with_what_is_needed(briefed: Path, standfirst: Run) -> None:
    give(briefed, NEEDED - 1, "Trams", "society")
    message = (
        f"“Trams” is no topic that the program knows: it is learned once {NEEDED} pages have it by hand, by now "
        f"{NEEDED - 1}; set it on more, or list it with keywords in docs/topics.yml"
    )
    assert told(standfirst) == [message] * (NEEDED - 1)
    standfirst("generate")
    page = page_of(briefed, "tram-00.txt").name
    result = standfirst("status")
    assert f"info    docs/briefings/{page}: topics: {message}\n" in result.stdout
    assert result.exit_code == 0
    assert standfirst("release", f"docs/briefings/{page}", "topics").exit_code == 0
    assert told(standfirst) == [message.replace(f"now {NEEDED - 1}", f"now {NEEDED - 2}")] * (NEEDED - 2)
