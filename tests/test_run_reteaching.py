"""Edits of docs/topics.yml through the front door: topics follow, and no article is briefed anew for that."""

import json
import shutil
from pathlib import Path

import pytest
import yaml
from conftest import HOME, REAL_SEED, Run
from test_generate import ARTICLE, snapshot
from test_run_lessons import TRAMS, page_of, set_topics, story

from generator.finding import FindTopics
from generator.model import Article, Topic, Weighed

EDITS = yaml.safe_load((HOME / "tests/cases/registry/retold.yml").read_text(encoding="utf-8"))
GERMAN = (
    "Die Hafenarbeiter von Rotterdam haben ihren Streik beendet. Das sagte die Gewerkschaft am Montag. Sie war froh."
)


@pytest.fixture
def written(project: Path, standfirst: Run) -> Path:
    """A project with articles of many shapes, one page of which lists what a person set."""
    articles = {
        "port.txt": ARTICLE,
        "tram.txt": story(TRAMS[0], "Bergen", "Lyon"),
        "long.txt": f"{ARTICLE}\n\n{ARTICLE * 6}\n\n{'){[ ' * 500}\n\nThe port has reopened.\n",
        "german.txt": f"Streik beendet\n\n{GERMAN}\n",
        "empty.txt": "",
    }
    for name, text in articles.items():
        (project / "seeds" / name).write_text(text, encoding="utf-8")
    shutil.copy(REAL_SEED, project / "seeds")
    standfirst("generate")
    set_topics(page_of(project, "port.txt"), "Wire", "labor")
    standfirst("generate")
    return project


def test_topics_are_what_a_new_briefing_gives(written: Path, standfirst: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    changed = 0
    for edit in EDITS:
        (written / "docs" / "topics.yml").write_text(edit, encoding="utf-8")
        before = snapshot(written)
        with monkeypatch.context() as patched:
            patched.setattr("generator.language.parse", None)  # whoever briefs fails
            result = standfirst("generate")
        assert (result.exit_code, "fault" in result.stderr) == (0, False), edit
        assert standfirst("generate", "--check").stdout == "no files would be written\n", edit
        changed += sum(before[name] != text for name, text in snapshot(written).items() if name.endswith(".md"))
    assert changed > len(EDITS)


def test_what_another_model_briefed_is_briefed_anew(
    written: Path, standfirst: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (written / "docs" / "topics.yml").write_text(EDITS[0], encoding="utf-8")
    with monkeypatch.context() as patched:
        patched.setattr("generator.language.model_name", lambda _lang: "another 1.0")
        standfirst("generate")
    models = [
        json.loads(path.read_text("utf-8"))["model"] for path in (written / ".standfirst" / "state").glob("*.yml")
    ]
    assert models == ["another 1.0"] * 5


def test_a_fault_in_one_article_is_told_and_stops_no_other(
    written: Path, standfirst: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (written / "docs" / "topics.yml").write_text(EDITS[0], encoding="utf-8")
    choose = FindTopics.choose

    def faulty(self: FindTopics, article: Article, weighed: tuple[Weighed, ...]) -> tuple[Topic, ...]:
        if article.seed == "port.txt":
            raise LookupError
        return choose(self, article, weighed)

    monkeypatch.setattr(FindTopics, "choose", faulty)
    result = standfirst("generate")
    assert result.exit_code == 1
    assert result.stderr.startswith("seeds/port.txt: a fault in Standfirst, please report it with the seed\nTraceback")
    assert "1 failed" in result.stdout
