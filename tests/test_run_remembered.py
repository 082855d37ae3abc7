"""What pages teach that cannot be read in this run, through the front door: nothing is unlearned by a slip."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Run
from test_generate import snapshot
from test_git import PERSON, commit, git
from test_run_lessons import LEARNED, TRAMS, page_of, set_topics, story, taught, topics

__all__ = ["PERSON", "taught"]

Harm = Callable[[Path, Path], None]  # to a page and its state


def mistype(page: Path, _state: Path) -> None:
    page.write_text(page.read_text("utf-8").replace("title: ", "title: 'It", 1), encoding="utf-8")


def mark(page: Path, _state: Path) -> None:
    text = page.read_text("utf-8")
    page.write_text(text.replace("topics:\n", "<<<<<<< HEAD\ntopics:\n=======\n>>>>>>> other\n"), encoding="utf-8")


def copy(page: Path, _state: Path) -> None:
    page.with_name("copy.md").write_bytes(page.read_bytes())


def lose_state(_page: Path, state: Path) -> None:
    state.unlink()


def cut_state(_page: Path, state: Path) -> None:
    state.write_bytes(state.read_bytes()[:300])


def lose_all_states(_page: Path, state: Path) -> None:
    for path in state.parent.glob("*.yml"):
        path.unlink()


def mark_all_states(_page: Path, state: Path) -> None:
    for path in state.parent.iterdir():
        path.write_bytes(path.read_bytes().replace(b"\n", b"\n<<<<<<< HEAD\n=======\n>>>>>>> other\n", 2))


def lose_what_is_remembered(_page: Path, state: Path) -> None:
    (state.parent / "lessons.json").unlink()


def damage_what_is_remembered(_page: Path, state: Path) -> None:
    (state.parent / "lessons.json").write_bytes(b'\xff{"tram-01.txt": 3, [\n')


PAGES: tuple[Harm, ...] = (mistype, mark, copy)
STATES: tuple[Harm, ...] = (
    lose_state,
    cut_state,
    lose_all_states,
    mark_all_states,
    lose_what_is_remembered,
    damage_what_is_remembered,
)


@pytest.fixture
def learned(taught: Path, standfirst: Run) -> Path:
    """A project that has just learned from fifty pages, so that none may be missing."""
    set_topics(page_of(taught, "tram-00.txt"), "Trams")
    standfirst("generate")
    return taught


def state_of(project: Path, seed: str) -> Path:
    states = (project / ".standfirst" / "state").glob("*.yml")
    return next(state for state in states if f'"seed": "{seed}"' in state.read_text("utf-8"))


def test_what_is_remembered_is_one_page_a_line(learned: Path) -> None:
    lines = (learned / ".standfirst" / "state" / "lessons.json").read_text("utf-8").splitlines()
    assert (len(lines), lines[1]) == (52, '  "game-00.txt": ["Matches"],')
    assert len(json.loads("\n".join(lines))) == 50


def test_a_page_that_cannot_be_read_changes_no_other_and_nothing_once_it_is_mended(
    learned: Path, standfirst: Run
) -> None:
    before, page, state = snapshot(learned), page_of(learned, "tram-05.txt"), state_of(learned, "tram-05.txt")
    whole = page.read_bytes()
    for harm in PAGES:
        harm(page, state)
        harmed = snapshot(learned)
        result = standfirst("generate")
        assert (result.exit_code, result.stdout.startswith(LEARNED.format(50))) == (1, True), harm.__name__
        assert snapshot(learned) == harmed, harm.__name__
        page.write_bytes(whole)
        page.with_name("copy.md").unlink(missing_ok=True)
        assert standfirst("generate").exit_code == 0
        assert snapshot(learned) == before, harm.__name__


def test_states_that_are_lost_or_damaged_come_back_and_nothing_is_unlearned(learned: Path, standfirst: Run) -> None:
    page, state = page_of(learned, "tram-05.txt"), state_of(learned, "tram-05.txt")
    pages = {name: content for name, content in snapshot(learned).items() if name.startswith("docs/")}
    for harm in STATES:
        harm(page, state)
        result = standfirst("generate")
        assert (result.exit_code, result.stdout.startswith(LEARNED.format(50))) == (0, True), harm.__name__
        after = snapshot(learned)
        assert {name: after[name] for name in pages} == pages, harm.__name__
        assert standfirst("generate", "--check").stdout == LEARNED.format(50) + "no files would be written\n"


def enlarge(seed: Path) -> None:
    seed.write_bytes(seed.read_bytes() + b" \n" * 1_500_000)


def link(seed: Path) -> None:
    seed.rename(seed.with_suffix(".bak"))
    seed.symlink_to(seed.with_suffix(".bak"))


def spoil(seed: Path) -> None:
    seed.write_bytes(seed.read_bytes() + b"\xff\x00")


@pytest.mark.parametrize("harm", [enlarge, link, spoil])
def test_an_article_that_can_no_longer_be_read_goes_on_teaching(
    learned: Path, standfirst: Run, harm: Callable[[Path], None]
) -> None:
    seed = learned / "seeds" / "tram-05.txt"
    whole, before = seed.read_bytes(), snapshot(learned)
    harm(seed)
    (learned / "seeds" / "new.txt").write_text(story(TRAMS[1], "Oslo", "Lund"), encoding="utf-8")
    result = standfirst("generate")
    assert (result.exit_code, result.stdout.startswith(LEARNED.format(50))) == (1, True)
    after = snapshot(learned)
    ours = [name for name in before if not name.startswith("seeds/")]
    assert {name: after[name] for name in ours} == {name: before[name] for name in ours}
    assert topics(page_of(learned, "new.txt"))[0] == "Trams"
    assert standfirst("generate", "--check").stdout == LEARNED.format(50) + "no files would be written\n"
    seed.unlink()
    seed.with_suffix(".bak").unlink(missing_ok=True)
    seed.write_bytes(whole)
    assert standfirst("generate").exit_code == 0
    mended = snapshot(learned)
    assert standfirst("generate", "--check").stdout == LEARNED.format(50) + "no files would be written\n"
    for path in (learned / ".standfirst" / "state").glob("*.yml"):
        if '"seed": "new.txt"' in path.read_text("utf-8"):
            path.unlink()
    page_of(learned, "new.txt").unlink()
    standfirst("generate")
    assert snapshot(learned) == mended


def test_a_page_that_is_deleted_or_gives_its_topics_back_teaches_no_more(learned: Path, standfirst: Run) -> None:
    page = page_of(learned, "tram-05.txt")
    whole = page.read_bytes()
    page.unlink()
    assert "learned" not in standfirst("generate").stdout
    assert not (learned / ".standfirst" / "state" / "lessons.json").exists()
    assert standfirst("restore", page.relative_to(learned).as_posix()).exit_code == 0
    assert (page.read_bytes() == whole, standfirst("generate").stdout.startswith(LEARNED.format(50))) == (True, True)
    assert standfirst("release", page.relative_to(learned).as_posix(), "topics").exit_code == 0
    assert "learned" not in standfirst("generate").stdout


def test_check_names_the_file_and_an_edit_of_a_page_that_teaches_is_learned_once_it_can_be_read(
    learned: Path, standfirst: Run
) -> None:
    page = page_of(learned, "tram-05.txt")
    set_topics(page, "Wire", "Trams")
    assert ".standfirst/state/lessons.json: not what would be written (updated)\n" in (
        standfirst("generate", "--check").stdout
    )
    mistype(page, page)
    before = snapshot(learned)
    assert standfirst("generate").exit_code == 1
    assert snapshot(learned) == before
    page.write_text(page.read_text("utf-8").replace("title: 'It", "title: "), encoding="utf-8")
    assert standfirst("generate").exit_code == 0
    remembered = (learned / ".standfirst" / "state" / "lessons.json").read_text("utf-8")
    assert ('"tram-05.txt": ["Trams", "Wire"]' in remembered, topics(page)) == (True, ["Wire", "Trams"])


def test_two_branches_that_taught_merge_and_both_are_learned_from(learned: Path, standfirst: Run) -> None:
    git(learned, "init", "--quiet", "--initial-branch=main")
    commit(learned, "First")
    for branch, number in (("one", 30), ("other", 31)):
        git(learned, "switch", "--quiet", "--create", branch, "main")
        set_topics(page_of(learned, f"tram-{number}.txt"), "Trams", "Wire")
        set_topics(page_of(learned, "tram-00.txt"), "Trams", branch)
        assert standfirst("generate").stdout.startswith(LEARNED.format(51))
        commit(learned, branch)
    git(learned, "merge", "--quiet", "one", ok=False)
    git(learned, "checkout", "--ours", "--", "docs")  # an editor mends the page, and leaves the marks in the states
    assert "<<<<<<<" in (learned / ".standfirst" / "state" / "lessons.json").read_text("utf-8")
    result = standfirst("generate")
    assert (result.exit_code, result.stdout.startswith(LEARNED.format(52))) == (0, True)
    after = snapshot(learned)
    assert standfirst("generate").stdout.startswith(LEARNED.format(52) + "nothing to do: ")
    assert snapshot(learned) == after
