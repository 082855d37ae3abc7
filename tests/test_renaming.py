"""Articles under new names: a page goes with its article, whatever name that takes, and never with another."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import Run
from test_generate import ARTICLE, snapshot
from test_git import commit, git

from generator import files
from generator.briefing import briefing_id

NAMES = ("001.txt", "002.txt", "003.txt", "004.txt")
PORTS = ("Rotterdam", "Antwerp", "Hamburg")


def article(port: str) -> str:
    return ARTICLE.replace("Rotterdam", port)


def page_of(project: Path, port: str) -> Path:
    return project / "docs" / "briefings" / f"harbour-workers-end-strike-in-{port.lower()}.md"


def arrange(project: Path, *ports: str) -> None:
    """Make the articles those of these ports, in order of their names; "" for none of that name."""
    for name, port in zip(NAMES, ports, strict=False):
        path = project / "seeds" / name
        path.write_text(article(port), encoding="utf-8") if port else path.unlink(missing_ok=True)


def edit(page: Path, old: str, new: str) -> None:
    text = page.read_text(encoding="utf-8")
    assert text.count(old) == 1
    page.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def edited(project: Path, standfirst: Run) -> Path:
    """A project with three articles; each page has a title of a person's."""
    arrange(project, *PORTS)
    assert standfirst("generate").stdout.endswith("3 new\n")
    for port in PORTS:
        edit(page_of(project, port), "title: Harbour", "title: Dock")
    assert standfirst("generate").stdout == "nothing to do: 3 edited by hand and kept\n"
    return project


def stands(project: Path, name: str, port: str) -> None:
    """Assert that the page of the article of this name is that of its port, with what a person wrote there."""
    text = page_of(project, port).read_text(encoding="utf-8")
    assert (f"seed: {name}" in text, f"title: Dock workers end strike in {port}" in text) == (True, True)
    assert f"harbour workers of {port} ended" in text


@pytest.mark.parametrize(
    "ports",
    [
        ("Antwerp", "Rotterdam", "Hamburg"),
        ("Antwerp", "Hamburg", "Rotterdam"),
        ("", "Rotterdam", "Antwerp"),
        ("Bremen", "Rotterdam", "Antwerp"),
        ("Antwerp", "Hamburg", ""),
    ],
)
def test_pages_go_with_articles_whose_names_were_dealt_anew(
    edited: Path, standfirst: Run, ports: tuple[str, ...]
) -> None:
    arrange(edited, *ports)
    told = standfirst("generate", "--check")
    assert (told.exit_code, snapshot(edited)) == (1, snapshot(edited))
    assert standfirst("generate").exit_code == 0
    for name, port in zip(NAMES, ports, strict=False):
        if port in PORTS:
            stands(edited, name, port)
    if "Bremen" in ports:
        assert "title: Harbour workers end strike in Bremen" in page_of(edited, "Bremen").read_text(encoding="utf-8")
    before = snapshot(edited)
    standfirst("generate")
    assert snapshot(edited) == before
    assert standfirst("generate", "--check").exit_code == 0


def test_what_would_be_written_for_renamed_articles_is_told_and_not_written(edited: Path, standfirst: Run) -> None:
    arrange(edited, "Antwerp", "Rotterdam", "Hamburg")
    before = snapshot(edited)
    told = standfirst("generate", "--check").stdout
    assert ("strike-in-rotterdam.md" in told, "strike-in-antwerp.md" in told, "hamburg" in told) == (True, True, False)
    assert snapshot(edited) == before


def test_a_page_that_cannot_be_read_keeps_those_waiting_that_need_its_place(edited: Path, standfirst: Run) -> None:
    arrange(edited, "", "Rotterdam", "Antwerp")
    edit(page_of(edited, "Antwerp"), "title: Dock", "title: [Dock")
    pages = {port: page_of(edited, port).read_bytes() for port in PORTS}
    result = standfirst("generate")
    assert (result.exit_code, "2 failed" in result.stdout) == (1, True)
    assert {port: page_of(edited, port).read_bytes() for port in PORTS} == pages
    edit(page_of(edited, "Antwerp"), "title: [Dock", "title: Dock")
    standfirst("generate")
    stands(edited, "002.txt", "Rotterdam")
    stands(edited, "003.txt", "Antwerp")


def test_the_page_of_an_article_whose_name_another_took_stays_and_waits(edited: Path, standfirst: Run) -> None:
    arrange(edited, "Antwerp", "", "Hamburg")
    page = page_of(edited, "Rotterdam")
    result = standfirst("generate")
    stands(edited, "001.txt", "Antwerp")
    assert "strike-in-rotterdam.md: its article seeds/001.txt@" in result.stderr
    assert "title: Dock workers" in page.read_text(encoding="utf-8")
    arrange(edited, "Antwerp", "", "Hamburg", "Rotterdam")
    standfirst("generate")
    stands(edited, "004.txt", "Rotterdam")


def test_the_untouched_page_of_an_article_whose_name_another_took_goes(edited: Path, standfirst: Run) -> None:
    page = page_of(edited, "Rotterdam")
    standfirst("release", f"docs/briefings/{page.name}", "title")
    arrange(edited, "Antwerp", "", "Hamburg")
    assert "withdrawn" in standfirst("generate").stderr
    stands(edited, "001.txt", "Antwerp")
    assert not page.exists()


def test_a_retired_page_stays_away_under_its_articles_new_name(edited: Path, standfirst: Run) -> None:
    text = page_of(edited, "Rotterdam").read_text(encoding="utf-8")
    standfirst("retire", "docs/briefings/harbour-workers-end-strike-in-rotterdam.md")
    arrange(edited, "Antwerp", "Rotterdam", "Hamburg")
    standfirst("generate")
    assert not page_of(edited, "Rotterdam").exists()
    standfirst("restore", "docs/briefings/harbour-workers-end-strike-in-rotterdam.md")
    assert page_of(edited, "Rotterdam").read_text(encoding="utf-8") == text.replace("001.txt", "002.txt")


@pytest.mark.parametrize("how", ["deleted", "retired", "deleted with a hand"])
def test_a_page_that_was_taken_away_stays_away_though_its_article_went_and_came_back(
    edited: Path, standfirst: Run, how: str
) -> None:
    page = page_of(edited, "Rotterdam")
    if how == "deleted":
        standfirst("release", f"docs/briefings/{page.name}", "title")
    if how == "retired":
        standfirst("retire", f"docs/briefings/{page.name}")
    else:
        page.unlink()
    standfirst("generate")
    arrange(edited, "")
    standfirst("generate")
    before = snapshot(edited)
    told = standfirst("generate").stderr
    assert ("rotterdam" in told, snapshot(edited)) == (False, before)
    arrange(edited, "Rotterdam")
    assert "not written again" in standfirst("generate").stderr
    assert not page.exists()
    standfirst("restore", f"docs/briefings/{page.name}")
    title = "title: Harbour" if how == "deleted" else "title: Dock"
    assert title in page.read_text(encoding="utf-8")


def test_a_page_given_to_another_article_while_its_own_is_there_is_an_error(edited: Path, standfirst: Run) -> None:
    page = page_of(edited, "Rotterdam")
    (edited / "seeds" / "new.txt").write_text(article("Bremen"), encoding="utf-8")
    edit(page, "seed: 001.txt", "seed: new.txt")
    before = page.read_bytes()
    result = standfirst("generate")
    message = f"docs/briefings/{page.name}: its `seed` line names new.txt, but it is the page of 001.txt; put that back"
    assert (result.exit_code, result.stderr.count(message)) == (1, 2)
    assert (page.read_bytes(), page_of(edited, "Bremen").exists()) == (before, False)


def test_swapped_seed_lines_are_an_error_in_both_pages(edited: Path, standfirst: Run) -> None:
    edit(page_of(edited, "Rotterdam"), "seed: 001.txt", "seed: 002.txt")
    edit(page_of(edited, "Antwerp"), "seed: 002.txt", "seed: 001.txt")
    before = snapshot(edited)
    assert standfirst("generate").stderr.count("put that back") == 2
    assert standfirst("check").output.count("put that back") == 2
    assert snapshot(edited) == before


@pytest.fixture
def given(edited: Path, standfirst: Run) -> Path:
    """The article of an edited page has another name and text; its new page is deleted, the old one given to it."""
    arrange(edited, "")
    (edited / "seeds" / "new.txt").write_text(article("Rotterdam").replace("nine", "ten"), encoding="utf-8")
    standfirst("generate")
    (second,) = page_of(edited, "Rotterdam").parent.glob("*rotterdam-*.md")
    assert "ten days" in second.read_text(encoding="utf-8")
    second.unlink()
    edit(page_of(edited, "Rotterdam"), "seed: 001.txt", "seed: new.txt")
    return edited


def test_a_page_given_to_its_article_under_a_new_name_goes_on_there(given: Path, standfirst: Run) -> None:
    page = page_of(given, "Rotterdam")
    for command in (("status",), ("check",), ("generate", "--check")):
        result = standfirst(*command)
        assert "put that back" not in result.output
        assert "withdrawn" not in result.output
    assert "it was the page of 001.txt, which is new.txt by now" in standfirst("status").stdout
    result = standfirst("generate")
    assert "follows its article, which is new.txt by now; edited by hand and kept: title" in result.stderr
    text = page.read_text(encoding="utf-8")
    assert ("title: Dock workers" in text, "ten days" in text) == (True, True)
    before = snapshot(given)
    standfirst("generate")
    assert snapshot(given) == before


def test_a_page_is_not_given_to_an_article_whose_own_page_holds_a_persons_words(edited: Path, standfirst: Run) -> None:
    page = page_of(edited, "Antwerp")
    arrange(edited, "")
    page.unlink()
    edit(page_of(edited, "Rotterdam"), "seed: 001.txt", "seed: 002.txt")
    before = snapshot(edited)
    result = standfirst("generate")
    assert (result.exit_code, "holds what a person wrote" in result.stderr) == (1, True)
    assert snapshot(edited) == before
    edit(page_of(edited, "Rotterdam"), "seed: 002.txt", "seed: 001.txt")
    standfirst("restore", f"docs/briefings/{page.name}")
    stands(edited, "002.txt", "Antwerp")


def add_section(page: Path) -> str:
    section = f"\n## Our view\n\nOf {page.stem}.\n"
    page.write_text(page.read_text(encoding="utf-8") + section, encoding="utf-8")
    return section


@pytest.mark.parametrize("ports", [("Antwerp", "Rotterdam", "Hamburg"), ("Antwerp", "", "Hamburg")])
@pytest.mark.parametrize("is_committed", [False, True])
def test_restore_takes_the_page_of_the_article_from_git_though_names_were_dealt_anew(
    edited: Path, standfirst: Run, ports: tuple[str, ...], *, is_committed: bool
) -> None:
    sections = {port: add_section(page_of(edited, port)) for port in PORTS}
    git(edited, "init", "--quiet")
    commit(edited, "All")
    texts = {port: page_of(edited, port).read_text(encoding="utf-8") for port in PORTS}
    arrange(edited, *ports)
    standfirst("generate")
    if is_committed:
        commit(edited, "Names")
    for port in ("Rotterdam", "Antwerp"):
        page = page_of(edited, port)
        page.unlink()
        standfirst("generate")
        assert standfirst("restore", f"docs/briefings/{page.name}").stdout == f"docs/briefings/{page.name}: restored\n"
        text = page.read_text(encoding="utf-8")
        assert text.endswith(sections[port])
        assert re.sub("seed: .*", "", text) == re.sub("seed: .*", "", texts[port])
        before = snapshot(edited)
        standfirst("generate")
        assert snapshot(edited) == before


def test_a_damaged_state_in_the_way_of_a_renamed_article_stops_no_other(edited: Path, standfirst: Run) -> None:
    state = edited / ".standfirst" / "state" / f"{briefing_id('002.txt')}.yml"
    state.write_text("<<<<<<< HEAD\n", encoding="utf-8")
    arrange(edited, "", "Rotterdam", "", "Hamburg")
    before = {port: page_of(edited, port).read_bytes() for port in ("Rotterdam", "Antwerp")}
    result = standfirst("generate")
    assert (result.exit_code, "damaged; bring it back from git, or call 001.txt" in result.stderr) == (1, True)
    assert {port: page_of(edited, port).read_bytes() for port in ("Rotterdam", "Antwerp")} == before
    stands(edited, "004.txt", "Hamburg")


def test_a_copy_of_an_article_kept_before_it_was_changed_takes_no_page_away(edited: Path, standfirst: Run) -> None:
    seed = edited / "seeds" / "001.txt"
    (edited / "seeds" / "001-old.txt").write_bytes(seed.read_bytes())
    edit(seed, "nine days", "ten days")
    standfirst("generate")
    stands(edited, "001.txt", "Rotterdam")
    assert "ten days" in page_of(edited, "Rotterdam").read_text(encoding="utf-8")


def test_swapped_pages_stay_wrong_though_their_articles_swap_names(edited: Path, standfirst: Run) -> None:
    one, two = page_of(edited, "Rotterdam"), page_of(edited, "Antwerp")
    texts = one.read_bytes(), two.read_bytes()
    one.write_bytes(texts[1])
    two.write_bytes(texts[0])
    assert standfirst("generate").stderr.count("put that back") == 2
    arrange(edited, "Antwerp", "Rotterdam", "Hamburg")
    before = snapshot(edited)
    assert standfirst("generate").exit_code == 1
    assert snapshot(edited) == before


def test_a_page_without_state_in_the_way_of_a_renamed_article_is_named(edited: Path, standfirst: Run) -> None:
    (edited / ".standfirst" / "state" / f"{briefing_id('001.txt')}.yml").unlink()
    arrange(edited, "Antwerp", "Rotterdam", "Hamburg")
    page = page_of(edited, "Rotterdam")
    result = standfirst("generate")
    assert f"docs/briefings/{page.name}: its `seed` line names 001.txt, which is another article" in result.stderr
    edit(page, "seed: 001.txt", "seed: 002.txt")
    standfirst("generate")
    stands(edited, "002.txt", "Rotterdam")
    stands(edited, "001.txt", "Antwerp")


def test_a_moved_page_goes_with_an_article_whose_name_moved_on(edited: Path, standfirst: Run) -> None:
    page = page_of(edited, "Antwerp")
    moved = edited / "docs" / "ports.md"
    page.rename(moved)
    arrange(edited, "", *PORTS)
    assert standfirst("generate").exit_code == 0
    stands(edited, "002.txt", "Rotterdam")
    stands(edited, "004.txt", "Hamburg")
    text = moved.read_text(encoding="utf-8")
    assert ("seed: 003.txt" in text, "title: Dock workers end strike in Antwerp" in text) == (True, True)


class BrokenOff(BaseException):
    """What ends a run in the middle, as a kill does."""


@pytest.mark.parametrize("retired", ["", "Rotterdam", "Antwerp"])
@pytest.mark.parametrize("ports", [("Antwerp", "Rotterdam"), ("Antwerp", "Hamburg", "Rotterdam"), ("", *PORTS)])
def test_a_run_broken_off_anywhere_loses_nothing_and_the_next_one_goes_on(
    edited: Path, standfirst: Run, monkeypatch: pytest.MonkeyPatch, ports: tuple[str, ...], retired: str
) -> None:
    if retired:
        standfirst("retire", f"docs/briefings/{page_of(edited, retired).name}")
    texts = {port: page_of(edited, port).read_text(encoding="utf-8") for port in PORTS if port != retired}
    write, delete = files.write, files.delete
    for last in range(30):
        arrange(edited, *ports)
        left = iter(range(last))

        def broken_off(path: Path, *content: bytes, left: Iterator[int] = left) -> bool:
            if next(left, None) is None:
                raise BrokenOff
            return write(path, *content) if content else delete(path)

        with monkeypatch.context() as patched:
            patched.setattr(files, "write", broken_off)
            patched.setattr(files, "delete", broken_off)
            try:
                standfirst("generate")
                ended = True
            except BrokenOff:
                ended = False
        assert standfirst("generate").exit_code == 0
        named = {port: name for name, port in zip(NAMES, ports, strict=False) if port}
        for port in texts.keys() & named.keys():
            stands(edited, named[port], port)
        before = snapshot(edited)
        standfirst("generate")
        assert snapshot(edited) == before
        if retired in named:
            home = page_of(edited, retired)
            assert not home.exists()
            standfirst("restore", f"docs/briefings/{home.name}")
            stands(edited, named[retired], retired)
            standfirst("retire", f"docs/briefings/{home.name}")
        arrange(edited, *PORTS)
        (edited / "seeds" / NAMES[3]).unlink(missing_ok=True)
        back = standfirst("generate")
        assert back.exit_code == 0, (last, back.output)
        assert {port: page_of(edited, port).read_text(encoding="utf-8") for port in texts} == texts
        if ended:
            return
    pytest.fail("never ended")
