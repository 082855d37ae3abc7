"""Topics learned from pages whose topics a person set, through the front door."""

import json
import re
from itertools import islice, product
from pathlib import Path

import pytest
from conftest import Run
from finding_article import parsed
from test_generate import snapshot

from generator.finding import FindTopics, find_topics
from generator.finding.learning import example, learn
from generator.registry import shipped_subjects

PLACES = ("Bergen", "Lyon", "Porto", "Graz", "Turku")
TRAMS = (
    "The new tram line to {0} opens in June. Drivers tested the rails, the {1} depot and the overhead wires.",
    "Tram drivers in {0} found cracks in the rails. Wagons wait at the {1} depot until the wires are mended.",
    "A tram stood still in {0} for an hour. The overhead wires at the {1} depot had frozen, the drivers said.",
    "{0} buys nine trams. The wagons run on rails between the {1} depot and the old town, drivers were told.",
    "Children painted a tram in {0}. The wagon leaves the {1} depot daily, and its drivers wave from the rails.",
    "The tram museum of {0} shows a wagon of 1904. Its rails and wires came from the {1} depot, say the drivers.",
)
GAMES = (
    "The team of {0} won the final. The striker scored twice, and the {1} goalkeeper saved a penalty in the match.",
    "{0} lost the cup match. The coach praised his players, though the {1} striker missed two goals.",
    "The league starts in {0}. Coach and players of the {1} club hope for the championship.",
    "A player from {0} won the tournament. The {1} coach spoke of the best match of the season.",
)
LEARNED = "topics are learned from {} pages whose topics a person set\n"


def story(text: str, place: str, other: str) -> str:
    return f"{place}: news of the day\n\n" + text.format(place, other) + "\n"


def stories(texts: tuple[str, ...], name: str, count: int) -> dict[str, str]:
    made = islice(product(PLACES, PLACES[:2], texts), count)
    return {f"{name}-{number:02}.txt": story(text, *places) for number, (*places, text) in enumerate(made)}


def page_of(project: Path, seed: str) -> Path:
    pages = (project / "docs" / "briefings").glob("*.md")
    return next(page for page in pages if f"seed: {seed}\n" in page.read_text(encoding="utf-8"))


def topics(page: Path) -> list[str]:
    lines = page.read_text(encoding="utf-8").split("---\n")[1].partition("\ntopics:\n")[2].splitlines()
    return [line.removeprefix("  - ") for line in lines if line.startswith("  - ")]


def set_topics(page: Path, *labels: str) -> None:
    head, front, body = page.read_text(encoding="utf-8").split("---\n", 2)
    front = re.sub(r"^topics:\n(  - .*\n)*", "", front, flags=re.MULTILINE)
    listed = "".join(f"  - {label}\n" for label in labels)
    page.write_text(f"{head}---\n{front}topics:\n{listed}---\n{body}", encoding="utf-8")


def teach(project: Path, trams: str, games: str) -> None:
    """Set the topics of 29 pages on trams and of 20 on games: one too few, the 30th on trams is left."""
    for number in range(29, 0, -1):
        set_topics(page_of(project, f"tram-{number:02}.txt"), trams)
    for number in range(19, -1, -1):
        set_topics(page_of(project, f"game-{number:02}.txt"), games)


@pytest.fixture
def taught(project: Path, standfirst: Run) -> Path:
    """A project in which a person set the topics of 49 pages, and which ran after that."""
    (project / "docs" / "topics.yml").unlink(missing_ok=True)
    seeds = stories(TRAMS, "tram", 36) | stories(GAMES, "game", 24)
    for name, text in seeds.items():
        (project / "seeds" / name).write_text(text, encoding="utf-8")
    assert standfirst("generate").exit_code == 0
    teach(project, "Trams", "Matches")
    standfirst("generate")
    return project


def found(project: Path, kind: str) -> list[str]:
    """Return the first topics of the pages on trams or games that no person touched, where they have any."""
    numbers = range(30, 36) if kind == "tram" else range(20, 24)
    return [topic for number in numbers for topic in topics(page_of(project, f"{kind}-{number}.txt"))[:1]]


def test_from_fewer_pages_nothing_is_learned(taught: Path, standfirst: Run) -> None:
    before = snapshot(taught)
    assert standfirst("generate").stdout == "nothing to do: 49 edited by hand and kept, 11 unchanged\n"
    assert snapshot(taught) == before
    assert not {"Trams", "Matches"} & {*found(taught, "tram"), *found(taught, "game")}


def test_from_fifty_pages_topics_of_ones_own_are_learned_and_only_once(taught: Path, standfirst: Run) -> None:
    set_topics(page_of(taught, "tram-00.txt"), "Trams")
    assert standfirst("generate").stdout.startswith(LEARNED.format(50))
    assert found(taught, "tram") == ["Trams"] * 6
    assert "Trams" not in found(taught, "game")
    after = snapshot(taught)
    assert standfirst("generate").stdout.startswith(LEARNED.format(50) + "nothing to do: ")
    assert snapshot(taught) == after
    assert standfirst("generate", "--check").stdout == LEARNED.format(50) + "no files would be written\n"


def test_a_new_lesson_needs_no_article_parsed(taught: Path, standfirst: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.language.parsing.load", None)  # whoever parses fails
    set_topics(page_of(taught, "tram-00.txt"), "Trams")
    assert standfirst("generate").exit_code == 0
    assert found(taught, "tram") == ["Trams"] * 6
    set_topics(page_of(taught, "game-20.txt"), "Trams", "society")
    assert standfirst("generate").stdout.startswith(LEARNED.format(51))
    monkeypatch.undo()
    monkeypatch.chdir(taught)
    assert standfirst("generate", "--check").stdout == LEARNED.format(51) + "no files would be written\n"


def test_from_states_of_the_form_before_the_same_is_learned(taught: Path, standfirst: Run) -> None:
    for path in (taught / ".standfirst" / "state").glob("*.yml"):
        state = json.loads(path.read_text("utf-8"))
        assert (state.pop("version"), isinstance(state.pop("weighed"), list)) == (4, True)
        line = " ".join(f"{key}={value}" for key, value in state.pop("settings").items())
        path.write_text(json.dumps({"version": 2, **state, "settings": line}), encoding="utf-8")
    assert standfirst("generate").stdout.startswith("nothing to do: ")
    set_topics(page_of(taught, "tram-00.txt"), "Trams")
    assert standfirst("generate").stdout.startswith(LEARNED.format(50))
    assert found(taught, "tram") == ["Trams"] * 6
    assert standfirst("generate", "--check").stdout == LEARNED.format(50) + "no files would be written\n"


def test_pages_that_teach_keep_their_topics_and_go_on_teaching(taught: Path, standfirst: Run) -> None:
    set_topics(page_of(taught, "tram-00.txt"), "Trams")
    set_topics(page_of(taught, "game-20.txt"), "Trams", "society")
    standfirst("generate")
    (taught / "seeds" / "tram-02.txt").rename(taught / "seeds" / "renamed.txt")
    assert standfirst("generate").stdout.startswith(LEARNED.format(51))
    assert topics(page_of(taught, "game-20.txt")) == ["Trams", "society"]
    assert all(topics(page_of(taught, f"tram-{number}.txt")) == ["Trams"] for number in range(10, 30))
    after = snapshot(taught)
    assert standfirst("generate").stdout.startswith(LEARNED.format(51) + "nothing to do: ")
    assert snapshot(taught) == after


def test_pages_that_were_signed_off_and_never_edited_do_not_teach(taught: Path, standfirst: Run) -> None:
    for number in range(30, 34):
        page = page_of(taught, f"tram-{number}.txt").relative_to(taught).as_posix()
        assert standfirst("review", page, "--by", "Ana Silva").exit_code == 0
    (taught / "docs" / "topics.yml").write_text("- {label: Rails, keywords: [rails, wires, depot, tram]}\n", "utf-8")
    assert "learned" not in standfirst("generate").stdout
    assert standfirst("generate").stdout.startswith("nothing to do: ")


def test_an_article_renamed_in_the_run_that_learns_keeps_its_topics(taught: Path, standfirst: Run) -> None:
    set_topics(page_of(taught, "tram-00.txt"), "Trams")
    set_topics(page_of(taught, "tram-02.txt"), "Wire", "transport")  # on one page alone, so that it is not learned from
    (taught / "seeds" / "tram-02.txt").rename(taught / "seeds" / "renamed.txt")
    assert standfirst("generate").stdout.startswith(LEARNED.format(49))
    assert topics(page_of(taught, "renamed.txt")) == ["Wire", "transport"]


def test_pages_that_teach_keep_what_the_program_said_there_before(taught: Path, standfirst: Run) -> None:
    pages = [page_of(taught, f"tram-{number:02}.txt") for number in (30, 32, 33, 34, 35)]
    listed = {page: [*topics(page), "Trams"] for page in pages if topics(page)}
    for page, labels in listed.items():
        set_topics(page, *labels)
    set_topics(page_of(taught, "tram-00.txt"), "Trams")
    standfirst("generate")
    assert {page: sorted(topics(page)) for page in pages if page in listed} == {
        page: sorted(labels) for page, labels in listed.items()
    }
    after = snapshot(taught)
    assert "nothing to do: " in standfirst("generate").stdout
    assert snapshot(taught) == after


def test_what_is_released_teaches_no_more(taught: Path, standfirst: Run) -> None:
    before = found(taught, "tram")
    set_topics(page_of(taught, "tram-00.txt"), "Trams")
    standfirst("generate")
    page = page_of(taught, "tram-29.txt").relative_to(taught).as_posix()
    assert standfirst("release", page, "topics").exit_code == 0
    assert "learned" not in standfirst("generate").stdout
    assert found(taught, "tram") == before


def test_a_topic_of_iptcs_is_learned_and_a_hidden_one_is_not(taught: Path, standfirst: Run) -> None:
    teach(taught, "lifestyle and leisure", "Matches")
    set_topics(page_of(taught, "tram-00.txt"), "lifestyle and leisure")
    standfirst("generate")
    assert found(taught, "tram") == ["lifestyle and leisure"] * 6
    (taught / "docs" / "topics.yml").write_text("- {topic: lifestyle and leisure, hide: true}\n", encoding="utf-8")
    standfirst("generate")
    assert "lifestyle and leisure" not in found(taught, "tram")
    assert topics(page_of(taught, "tram-02.txt")) == ["lifestyle and leisure"]


def test_a_topic_of_ones_own_is_learned_beyond_its_keywords(taught: Path, standfirst: Run) -> None:
    (taught / "docs" / "topics.yml").write_text("- {label: Trams, keywords: [tramcar]}\n", encoding="utf-8")
    set_topics(page_of(taught, "tram-00.txt"), "Trams")
    assert standfirst("generate").stdout.startswith(LEARNED.format(50))
    assert all("Trams" in topics(page_of(taught, f"tram-{number}.txt")) for number in range(30, 36))
    assert not any("Trams" in topics(page_of(taught, f"game-{number}.txt")) for number in range(20, 24))


def test_what_is_taught_is_found_in_articles_whose_topic_is_hidden(taught: Path, standfirst: Run) -> None:
    (taught / "docs" / "topics.yml").write_text("- {topic: sport, hide: true}\n", encoding="utf-8")
    assert found(taught, "game") == ["sport"] * 4
    standfirst("generate")
    assert found(taught, "game") == []
    set_topics(page_of(taught, "tram-00.txt"), "Trams")
    assert standfirst("generate").stdout.startswith(LEARNED.format(50))
    assert found(taught, "game") == ["Matches"] * 4


def test_the_order_of_pages_is_nothing_to_what_is_learned() -> None:
    subjects = shipped_subjects().with_own(["Trams", "Matches"])
    trams, games = stories(TRAMS, "tram", 30).values(), stories(GAMES, "game", 20).values()
    find = FindTopics(subjects)
    read = {text: (parsed(text)[0], find.weigh(*parsed(text))) for text in (*trams, *games)}
    examples = [example(*read[text], ("own:trams",), subjects) for text in trams]
    examples += [example(*read[text], ("own:matches",), subjects) for text in games]
    article, parse = parsed(story(TRAMS[0], "Oslo", "Lund"))
    one, other = (learn(listed) for listed in (examples, examples[::-1]))
    assert one
    assert other
    assert find_topics(article, parse, subjects, one) == find_topics(article, parse, subjects, other)
    assert find_topics(article, parse, subjects, one)[0].label == "Trams"
    assert learn(()) is None
