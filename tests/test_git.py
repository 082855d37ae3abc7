"""Hand edits and real git: branches, merges, squashes, reverts, and a clone that turns line ends."""

import shutil
import subprocess
from pathlib import Path

import pytest
from conftest import HOME, Run
from test_generate import ARTICLE, SLUG

PAGE = f"docs/briefings/{SLUG}.md"
PERSON = ["-c", "user.name=Editor", "-c", "user.email=editor@example.org", "-c", "commit.gpgsign=false"]


def git(folder: Path, *arguments: str, ok: bool = True) -> str:
    command = ["git", *PERSON, "-C", str(folder), *arguments]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert (done.returncode == 0) is ok, done.stdout + done.stderr
    return done.stdout


def commit(folder: Path, message: str) -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", message)


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def site(project: Path, standfirst: Run) -> Path:
    """A project under git with one article, generated and committed on main."""
    git(project, "init", "--quiet", "--initial-branch=main")
    for name in (".gitignore", ".gitattributes"):
        shutil.copy(HOME / name, project)
    (project / "seeds" / "port.txt").write_text(ARTICLE, encoding="utf-8")
    assert standfirst("generate").exit_code == 0
    commit(project, "First")
    return project


def test_an_editors_branch_and_a_changed_article_merge_field_by_field(site: Path, standfirst: Run) -> None:
    git(site, "switch", "--quiet", "--create", "editor")
    replace(site / PAGE, "title: Harbour workers end", "title: Dockers end")
    commit(site, "Edit")
    git(site, "switch", "--quiet", "main")
    replace(site / "seeds" / "port.txt", "nine days", "ten days")
    replace(site / "seeds" / "port.txt", "Harbour workers end", "Harbour workers have ended")
    (site / PAGE).write_bytes((site / PAGE).read_bytes())
    commit(site, "The article changed")
    git(site, "merge", "--quiet", "--squash", "editor")
    commit(site, "Squashed")
    assert standfirst("generate").exit_code == 0
    text = (site / PAGE).read_text(encoding="utf-8")
    assert ("title: Dockers end" in text, "ten days" in text) == (True, True)
    assert f"review  {PAGE}: title: the article changed" in standfirst("status").stdout


def test_an_editors_branch_from_before_the_pages_were_made_anew_merges_with_either_side(
    site: Path, standfirst: Run
) -> None:
    git(site, "switch", "--quiet", "--create", "editor")
    replace(site / PAGE, "description: The union and the port agreed", "description: Union and port agreed")
    commit(site, "Edit")
    git(site, "switch", "--quiet", "main")
    replace(site / "seeds" / "port.txt", "agreed on a new contract", "have a contract")
    assert standfirst("generate").exit_code == 0
    commit(site, "Made anew")
    git(site, "merge", "--quiet", "editor", ok=False)
    result = standfirst("generate")
    assert (result.exit_code, f"{PAGE}:3:1: git left a conflict here" in result.stderr) == (1, True)
    assert standfirst("build").exit_code == 1
    marked = (site / PAGE).read_bytes()
    git(site, "checkout", "--theirs", PAGE)
    assert standfirst("generate").exit_code == 0
    assert "description: Union and port agreed" in (site / PAGE).read_text(encoding="utf-8")
    assert "title: Harbour workers end" in (site / PAGE).read_text(encoding="utf-8")
    (site / PAGE).write_bytes(marked)
    git(site, "checkout", "--ours", PAGE)
    assert standfirst("generate").exit_code == 0
    assert "the port have a contract" in (site / PAGE).read_text(encoding="utf-8")


def test_two_branches_that_each_add_articles_merge_without_a_conflict(site: Path, standfirst: Run) -> None:
    for name in ("Bergen", "Gdansk"):
        git(site, "switch", "--quiet", "--create", name, "main")
        (site / "seeds" / f"{name}.txt").write_text(ARTICLE.replace("Rotterdam", name), encoding="utf-8")
        assert standfirst("generate").exit_code == 0
        commit(site, name)
    git(site, "merge", "--quiet", "Bergen")
    assert standfirst("generate").stdout == "nothing to do: 3 unchanged\n"
    assert git(site, "status", "--porcelain") == ""


def test_two_branches_whose_articles_have_one_headline_end_with_two_pages(site: Path, standfirst: Run) -> None:
    for number, name in enumerate(("Bergen", "Gdansk")):
        git(site, "switch", "--quiet", "--create", name, "main")
        text = ARTICLE.replace("Rotterdam", "Oslo").replace("nine", f"{number + 2}0")
        (site / "seeds" / f"{name}.txt").write_text(text, encoding="utf-8")
        assert standfirst("generate").exit_code == 0
        commit(site, name)
    git(site, "merge", "--quiet", "Bergen", ok=False)
    both = "docs/briefings/harbour-workers-end-strike-in-oslo.md"
    assert f"{both}:" in standfirst("generate").stderr
    git(site, "checkout", "--ours", both)
    assert standfirst("generate").exit_code == 0
    pages = {path.read_text(encoding="utf-8").split("seed: ")[1].split("\n")[0] for path in briefings(site)}
    assert pages == {"port.txt", "Bergen.txt", "Gdansk.txt"}
    assert standfirst("generate").stdout == "nothing to do: 3 unchanged\n"
    assert standfirst("build").exit_code == 0


def briefings(site: Path) -> list[Path]:
    return list((site / "docs" / "briefings").iterdir())


def test_a_reverted_edit_gives_the_field_back_and_a_reverted_deletion_the_page(site: Path, standfirst: Run) -> None:
    replace(site / PAGE, "title: Harbour workers end", "title: Dockers end")
    commit(site, "Edit")
    assert standfirst("generate").exit_code == 0
    commit(site, "State")
    git(site, "revert", "--no-edit", "HEAD~1")
    assert standfirst("generate").stdout == "nothing to do: 1 unchanged\n"
    replace(site / "seeds" / "port.txt", "Harbour workers end", "Harbour workers have ended")
    assert standfirst("generate").exit_code == 0
    assert "title: Harbour workers have ended" in (site / PAGE).read_text(encoding="utf-8")
    commit(site, "Follows")
    (site / PAGE).unlink()
    commit(site, "Delete")
    assert "deleted by hand" in standfirst("generate").stderr
    commit(site, "State")
    git(site, "revert", "--no-edit", "HEAD~1")
    assert standfirst("generate").stdout == "nothing to do: 1 unchanged\n"


def test_a_state_in_conflict_is_made_anew_from_the_page(site: Path, standfirst: Run) -> None:
    (state,) = (site / ".standfirst" / "state").glob("*.yml")
    for name in ("a", "b"):
        git(site, "switch", "--quiet", "--create", name, "main")
        replace(site / PAGE, "title: Harbour workers end", f"title: Dockers {name} end")
        assert standfirst("generate").exit_code == 0
        commit(site, name)
    git(site, "merge", "--quiet", "a", ok=False)
    git(site, "checkout", "--ours", PAGE)
    assert "<<<<<<<" in state.read_text(encoding="utf-8")
    result = standfirst("generate")
    assert (result.exit_code, "was damaged and is made anew" in result.stderr) == (0, True)
    assert "title: Dockers b end" in (site / PAGE).read_text(encoding="utf-8")
    assert "hand" in standfirst("status").stdout


def test_a_clone_that_turns_line_ends_has_nothing_to_do(
    site: Path, tmp_path_factory: pytest.TempPathFactory, standfirst: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    clone = tmp_path_factory.mktemp("clone") / "site"
    git(site, "clone", "--quiet", "--depth=1", "-c", "core.autocrlf=true", f"file://{site}", str(clone))
    assert b"\r\n" in (clone / PAGE).read_bytes()
    monkeypatch.chdir(clone)
    assert standfirst("generate").stdout == "nothing to do: 1 unchanged\n"
    assert git(clone, "status", "--porcelain") == ""


def delete_page(site: Path, standfirst: Run) -> None:
    (site / PAGE).unlink()
    assert standfirst("generate").stdout.endswith("1 deleted by hand and left out\n")


def test_a_deleted_page_is_restored_with_what_git_holds_of_it(site: Path, standfirst: Run) -> None:
    page = site / PAGE
    replace(page, "title: Harbour workers end", "title: Dockers end")
    replace(page, "lang: en", "lang: en # as the desk wants it\nhouse: Rotterdam")
    page.write_text(
        page.read_text(encoding="utf-8") + "\n## Why it matters\n\nThe port is Europe's.\n", encoding="utf-8"
    )
    assert standfirst("generate").exit_code == 0
    commit(site, "Edited")
    before = page.read_bytes()
    delete_page(site, standfirst)
    commit(site, "Deleted")
    assert standfirst("restore", PAGE).stdout == f"{PAGE}: restored\n"
    assert page.read_bytes() == before
    assert standfirst("generate").stdout == "nothing to do: 1 edited by hand and kept\n"


def test_a_restored_page_has_the_article_of_today_below_a_persons_texts(site: Path, standfirst: Run) -> None:
    page = site / PAGE
    replace(page, "title: Harbour workers end", "title: Dockers end")
    page.write_text(page.read_text(encoding="utf-8") + "\nMine.\n", encoding="utf-8")
    commit(site, "Edited, and no run saw it")
    page.unlink()
    replace(site / "seeds" / "port.txt", "nine days", "ten days")
    assert standfirst("generate").exit_code == 0
    commit(site, "Deleted")
    assert standfirst("restore", PAGE).stdout == f"{PAGE}: restored\n"
    text = page.read_text(encoding="utf-8")
    assert ("title: Dockers end" in text, "ten days" in text, "nine days" in text) == (True, True, False)
    assert text.endswith("\nMine.\n")
    assert standfirst("generate").stdout == "nothing to do: 1 edited by hand and kept\n"


def test_a_text_that_git_does_not_know_outlives_the_restoring(site: Path, standfirst: Run) -> None:
    page = site / PAGE
    replace(page, "title: Harbour workers end", "title: Dockers end")
    commit(site, "Edited")
    replace(page, "title: Dockers end", "title: Stevedores end")
    replace(page, "  - Norway\n", "")
    assert standfirst("generate").exit_code == 0
    delete_page(site, standfirst)
    told = f"{PAGE}: restored; git holds another text of title (git log --patch -- {PAGE})\n"
    assert standfirst("restore", PAGE).stdout == told
    text = page.read_text(encoding="utf-8")
    assert ("title: Stevedores end" in text, "  - Norway\n" in text) == (True, False)


@pytest.mark.parametrize("off", ["retire", "delete"])
@pytest.mark.parametrize("by", ["command", "hand"])
def test_what_was_given_back_is_not_restored_from_git(site: Path, standfirst: Run, by: str, off: str) -> None:
    page = site / PAGE
    before = page.read_bytes()
    replace(page, "nine days", "seven days")
    assert standfirst("generate").exit_code == 0
    commit(site, "Edited")
    if by == "command":
        assert standfirst("release", PAGE, "summary").exit_code == 0
    else:
        replace(page, "seven days", "nine days")
        assert standfirst("generate").exit_code == 0
    if off == "retire":
        assert standfirst("retire", PAGE).exit_code == 0
    else:
        delete_page(site, standfirst)
    still = "; git holds another text of summary (git log --patch -- " + PAGE + ")" if off == "delete" else ""
    assert standfirst("restore", PAGE).stdout == f"{PAGE}: restored{still}\n"
    assert page.read_bytes() == before


def test_a_signed_page_is_restored_as_it_was_signed(site: Path, standfirst: Run) -> None:
    assert standfirst("review", PAGE, "--by", "Ana Silva").exit_code == 0
    commit(site, "Signed")
    before = (site / PAGE).read_bytes()
    replace(site / "seeds" / "port.txt", "nine days", "ten days")
    delete_page(site, standfirst)
    assert standfirst("restore", PAGE).stdout == f"{PAGE}: restored\n"
    assert (site / PAGE).read_bytes() == before
    assert standfirst("generate").exit_code == 0
    assert (site / PAGE).read_bytes() == before
    assert "the article changed after Ana Silva signed it off" in standfirst("status").stdout


def test_a_page_that_another_article_had_there_is_not_taken_for_it(site: Path, standfirst: Run) -> None:
    delete_page(site, standfirst)
    (site / PAGE).write_text("---\ntitle: Another\nseed: other.txt\n---\nOf another.\n", encoding="utf-8")
    commit(site, "Another page")
    (site / PAGE).unlink()
    assert standfirst("restore", PAGE).stdout == f"{PAGE}: restored\n"
    assert "Of another." not in (site / PAGE).read_text(encoding="utf-8")


def lose(site: Path, standfirst: Run) -> None:
    delete_page(site, standfirst)
    commit(site, "Deleted")


def add_view(page: Path) -> None:
    page.write_text(page.read_text(encoding="utf-8") + "\n## Our view\n\nMine.\n", encoding="utf-8")


def comes_back(site: Path, standfirst: Run) -> None:
    """Assert that `restore` brings the section back that only git holds, and that it stays."""
    assert standfirst("restore", PAGE).stdout == f"{PAGE}: restored\n"
    assert (site / PAGE).read_text(encoding="utf-8").endswith("\n## Our view\n\nMine.\n")
    before = (site / PAGE).read_bytes()
    standfirst("generate")
    assert (site / PAGE).read_bytes() == before


def test_a_page_broken_when_it_was_last_committed_is_restored_from_before(site: Path, standfirst: Run) -> None:
    add_view(site / PAGE)
    commit(site, "Edited")
    whole = (site / PAGE).read_text(encoding="utf-8")
    (site / PAGE).write_text("<<<<<<< HEAD\n" + whole, encoding="utf-8")
    commit(site, "Broken")
    (site / PAGE).write_text(whole, encoding="utf-8")
    lose(site, standfirst)
    comes_back(site, standfirst)


def test_a_page_of_an_article_renamed_since_is_restored(site: Path, standfirst: Run) -> None:
    add_view(site / PAGE)
    commit(site, "Edited")
    (site / PAGE).unlink()
    (site / "seeds" / "port.txt").rename(site / "seeds" / "dock.txt")
    assert standfirst("generate").exit_code == 0
    commit(site, "Deleted and renamed")
    comes_back(site, standfirst)
    assert "seed: dock.txt" in (site / PAGE).read_text(encoding="utf-8")


def test_a_page_of_ones_own_that_took_the_place_of_a_deleted_one_is_not_taken_for_it(
    site: Path, standfirst: Run
) -> None:
    add_view(site / PAGE)
    commit(site, "Edited")
    lose(site, standfirst)
    (site / PAGE).write_text("---\ntitle: Of our own\n---\nOf our own.\n", encoding="utf-8")
    commit(site, "A page of our own")
    (site / PAGE).unlink()
    comes_back(site, standfirst)


def test_a_page_that_moved_before_it_was_deleted_is_restored_from_where_git_knew_it(
    site: Path, standfirst: Run
) -> None:
    add_view(site / PAGE)
    commit(site, "Edited")
    moved = site / "docs" / "ports.md"
    (site / PAGE).rename(moved)
    assert standfirst("generate").exit_code == 0
    moved.unlink()
    assert standfirst("restore", "docs/ports.md").stdout == "docs/ports.md: restored\n"
    assert "\n## Our view\n" in moved.read_text(encoding="utf-8")


def test_a_page_is_restored_whatever_a_persons_git_is_set_to(site: Path, standfirst: Run) -> None:
    for setting in ("log.follow=true", "log.showSignature=true", "color.ui=always", "log.diffMerges=off"):
        git(site, "config", *setting.split("="))
    add_view(site / PAGE)
    commit(site, "Edited")
    lose(site, standfirst)
    comes_back(site, standfirst)


def test_a_shallow_clone_says_that_it_is_one(
    site: Path, tmp_path: Path, standfirst: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    lose(site, standfirst)
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{site}", str(clone))
    monkeypatch.chdir(clone)
    assert "shallow clone" in standfirst("restore", PAGE).stdout
