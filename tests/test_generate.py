"""`standfirst generate` through the front door: what is written, what is left alone, what is told."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import HOME, REAL_SEED, Run

from generator.briefing import briefing_id

ARTICLE = """Harbour workers end strike in Rotterdam

The union and the port agreed on a new contract.

(dpa) The harbour workers of Rotterdam ended their strike on Monday after nine days. The union there and the port
authority agreed on a contract for three years. Ships from Norway had waited outside the port for a week.

The contract raises wages by five percent a year, the Dutch transport minister Mark Harbers said in The Hague.

source site-7
"""
SLUG = "harbour-workers-end-strike-in-rotterdam"


def snapshot(root: Path) -> dict[str, bytes]:
    folders = (root / "docs", root / ".standfirst" / "state", root / "seeds")
    files = [path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file()]
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def only_state(root: Path) -> Path:
    (state,) = (root / ".standfirst" / "state").glob("*.yml")
    return state


def choose_the_first(root: Path) -> None:
    """Have the first sentences for key points, which no training moves."""
    settings = root / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace("summariser: standfirst", "summariser: lead"), "utf-8")


@pytest.fixture
def generated(project: Path, standfirst: Run) -> Path:
    """A project with one article, generated; yields its page."""
    choose_the_first(project)
    (project / "seeds" / "port.txt").write_text(ARTICLE, encoding="utf-8")
    result = standfirst("generate")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == f"new: docs/briefings/{SLUG}.md\n1 new\n"
    return project / "docs" / "briefings" / f"{SLUG}.md"


def test_a_second_run_touches_nothing_and_says_so(project: Path, generated: Path, standfirst: Run) -> None:
    before, times = snapshot(project), generated.stat().st_mtime_ns
    result = standfirst("generate")
    assert (result.exit_code, result.stdout) == (0, "nothing to do: 1 unchanged\n")
    assert (snapshot(project), generated.stat().st_mtime_ns) == (before, times)


def test_a_page_edited_by_hand_stays_when_its_seed_changes(project: Path, generated: Path, standfirst: Run) -> None:
    edited = generated.read_bytes().replace(b"Harbour", b"Dock") + b"\n## Our view\n\nAt last.\n"
    generated.write_bytes(edited)
    assert standfirst("generate").stdout == "nothing to do: 1 edited by hand and kept\n"
    (project / "seeds" / "port.txt").write_text(ARTICLE.replace("nine", "ten"), encoding="utf-8")
    result = standfirst("generate")
    followed = edited.replace(b"nine days", b"ten days")
    assert (result.exit_code, generated.read_bytes()) == (0, followed)
    assert result.stderr == f"docs/briefings/{SLUG}.md: edited by hand and kept: title\n"
    assert standfirst("generate").stdout == "nothing to do: 1 edited by hand and kept\n"
    assert generated.read_bytes() == followed


@pytest.mark.parametrize("end", [b"\r\n", b"\r"])
def test_other_line_ends_and_a_byte_order_mark_are_no_edit(
    project: Path, generated: Path, standfirst: Run, end: bytes
) -> None:
    generated.write_bytes(b"\xef\xbb\xbf" + generated.read_bytes().replace(b"\n", end))
    assert standfirst("generate").stdout == "nothing to do: 1 unchanged\n"
    (project / "seeds" / "port.txt").write_text(ARTICLE.replace("nine", "ten"), encoding="utf-8")
    assert standfirst("generate").stdout.endswith("1 updated\n")
    text = generated.read_bytes()
    assert (text.count(end) > 9, b"ten days" in text, text.startswith(b"\xef\xbb\xbf")) == (True, True, True)


@pytest.mark.parametrize("seed", [ARTICLE, ARTICLE.replace("nine", "ten")], ids=["same seed", "changed seed"])
def test_a_page_that_cannot_be_read_is_named_and_left(
    project: Path, generated: Path, standfirst: Run, seed: str
) -> None:
    (project / "seeds" / "port.txt").write_text(seed, encoding="utf-8")
    (project / "seeds" / "other.txt").write_text(ARTICLE.replace("Rotterdam", "Antwerp"), encoding="utf-8")
    broken = generated.read_bytes().replace(b"title: ", b"title: [")
    generated.write_bytes(broken)
    result = standfirst("generate")
    assert (result.exit_code, result.stdout.splitlines()[-1]) == (1, "1 new, 1 failed")
    assert f"docs/briefings/{SLUG}.md:2:8: not valid YAML: what opens here is not closed" in result.stderr
    assert generated.read_bytes() == broken


def test_a_page_deleted_by_hand_never_comes_back(project: Path, generated: Path, standfirst: Run) -> None:
    generated.unlink()
    (project / "seeds" / "port.txt").write_text(ARTICLE.replace("nine", "ten"), encoding="utf-8")
    assert "deleted by hand" in standfirst("generate").stderr
    assert standfirst("generate").stdout == "nothing to do: 1 deleted by hand and left out\n"
    assert not generated.exists()


def test_an_untouched_page_follows_its_seed_at_the_same_path(project: Path, generated: Path, standfirst: Run) -> None:
    (project / "seeds" / "port.txt").write_text(ARTICLE.replace("Harbour workers end", "Dockers end"), encoding="utf-8")
    assert standfirst("generate").stdout.endswith("1 updated\n")
    assert "title: Dockers end strike in Rotterdam" in generated.read_text(encoding="utf-8")


def test_a_lost_state_is_made_again_and_the_edited_page_kept(project: Path, generated: Path, standfirst: Run) -> None:
    edited = generated.read_bytes() + b"\nA line of mine.\n"
    generated.write_bytes(edited)
    only_state(project).unlink()
    assert "1 edited by hand and kept" in standfirst("generate").stdout
    assert generated.read_bytes() == edited
    assert list(generated.parent.iterdir()) == [generated]
    assert standfirst("generate").stdout == "nothing to do: 1 edited by hand and kept\n"


def test_a_broken_state_is_made_anew_and_other_seeds_go_on(project: Path, generated: Path, standfirst: Run) -> None:
    page = generated.read_bytes()
    state = only_state(project)
    state.write_text("version: [", encoding="utf-8")
    shutil.copy(REAL_SEED, project / "seeds")
    result = standfirst("generate")
    assert (result.exit_code, generated.read_bytes()) == (0, page)
    assert "1 new, 1 unchanged" in result.stdout
    assert "was damaged and is made anew" in result.stderr
    assert b"version: [" not in state.read_bytes()


def test_bad_seeds_are_named_and_the_others_go_through(project: Path, standfirst: Run) -> None:
    seeds = project / "seeds"
    (seeds / "a-latin1.txt").write_bytes(b"Caf\xe9 closes\n")
    (seeds / "b-blank.txt").write_bytes(b" \n\n")
    (seeds / "c-link.txt").symlink_to("/etc/hostname")
    (seeds / "d-huge.txt").write_bytes(b"x" * 2_000_001)
    (seeds / "e-good.txt").write_text(ARTICLE, encoding="utf-8")
    result = standfirst("generate")
    assert result.exit_code == 1
    told = {line.split(":")[0] for line in result.stderr.splitlines()}
    assert told == {f"seeds/{name}.txt" for name in ("a-latin1", "b-blank", "c-link", "d-huge")}
    assert "1 new, 1 blank, 3 failed" in result.stdout


def test_two_articles_of_one_headline_get_two_pages(project: Path, standfirst: Run) -> None:
    for name in ("one.txt", "two.txt"):
        (project / "seeds" / name).write_text(ARTICLE, encoding="utf-8")
    assert standfirst("generate").exit_code == 0
    pages = sorted(path.name for path in (project / "docs" / "briefings").iterdir())
    assert pages[1] == f"{SLUG}.md"
    assert pages[0].startswith(f"{SLUG}-")
    assert standfirst("generate").stdout == "nothing to do: 2 unchanged\n"


def test_a_deleted_page_gives_its_place_to_no_other_article(project: Path, generated: Path, standfirst: Run) -> None:
    generated.unlink()
    (project / "seeds" / "a.txt").write_text(ARTICLE.replace("nine", "ten"), encoding="utf-8")
    assert standfirst("generate").exit_code == 0
    assert not generated.exists()
    (page,) = generated.parent.iterdir()
    assert "seed: a.txt" in page.read_text(encoding="utf-8")
    assert standfirst("generate").stdout.endswith("nothing to do: 1 deleted by hand and left out, 1 unchanged\n")


def test_a_page_of_a_person_is_never_taken_over(project: Path, standfirst: Run) -> None:
    mine = project / "docs" / "briefings" / f"{SLUG}.md"
    mine.parent.mkdir()
    mine.write_text("# Mine\n", encoding="utf-8")
    (project / "seeds" / "port.txt").write_text(ARTICLE, encoding="utf-8")
    assert standfirst("generate").exit_code == 0
    assert mine.read_text(encoding="utf-8") == "# Mine\n"
    assert len(list(mine.parent.iterdir())) == 2


@pytest.mark.parametrize("name", [".markdown", ".mkd", ".html", ".MD", "/index.md", "/index.html", ""])
def test_a_new_page_goes_where_no_other_file_has_its_address(project: Path, standfirst: Run, name: str) -> None:
    mine = project / "docs" / "briefings" / (SLUG.title() + name if name == ".MD" else SLUG + name)
    mine.parent.mkdir(parents=True)
    mine.write_text("Mine\n", encoding="utf-8")
    (project / "seeds" / "port.txt").write_text(ARTICLE, encoding="utf-8")
    result = standfirst("generate")
    assert result.stdout.startswith(f"new: docs/briefings/{SLUG}-")
    assert standfirst("build").exit_code == 0
    assert mine.read_text(encoding="utf-8") == "Mine\n"


def test_a_page_whose_state_is_lost_is_found_beside_a_folder_of_pictures(
    project: Path, generated: Path, standfirst: Run
) -> None:
    (generated.with_suffix("")).mkdir()
    (generated.with_suffix("") / "a.png").write_bytes(b"PNG")
    only_state(project).unlink()
    assert standfirst("generate").stdout == "nothing to do: 1 unchanged\n"


def test_no_headline_takes_the_name_that_another_seed_will_need(project: Path, standfirst: Run) -> None:
    identifier = briefing_id("z.txt")
    (project / "seeds" / "a.txt").write_text(ARTICLE, encoding="utf-8")
    spoilt = ARTICLE.replace("Rotterdam\n", f"Rotterdam {identifier}\n", 1)
    (project / "seeds" / "b.txt").write_text(spoilt, encoding="utf-8")
    (project / "seeds" / "z.txt").write_text(ARTICLE, encoding="utf-8")
    assert standfirst("generate").stdout.endswith("3 new\n")
    assert (project / "docs" / "briefings" / f"{SLUG}-{identifier}-2.md").exists()


def test_a_dated_seed_gets_a_page_below_year_and_month(project: Path, standfirst: Run) -> None:
    (project / "seeds" / "2024-02-29-port.txt").write_text(ARTICLE, encoding="utf-8")
    assert standfirst("generate").stdout.startswith(f"new: docs/briefings/2024/02/{SLUG}.md\n")


def test_changed_settings_make_pages_anew_and_named_seeds_only_those(project: Path, standfirst: Run) -> None:
    for name in ("one.txt", "two.txt"):
        (project / "seeds" / name).write_text(ARTICLE, encoding="utf-8")
    standfirst("generate")
    result = standfirst("generate", "--sentences", "1", "seeds/one.txt")
    assert result.stdout.endswith("1 updated\n")
    key_points = [state["briefing"]["summary"] for state in states(project)]
    fewer, more = sorted(map(len, key_points))
    assert fewer == 1 < more


def test_key_points_fill_the_words_that_are_asked_for(project: Path, standfirst: Run) -> None:
    told = " ".join(f"Minister {name} of Norway opened the port of {name} for ships on Monday." for name in "ABCDEFGHI")
    (project / "seeds" / "one.txt").write_text(f"{ARTICLE}\n{told}\n", encoding="utf-8")
    (project / "mkdocs.yml").write_text("extra: {standfirst: {words: 50}}\n")
    standfirst("generate")
    (state,) = states(project)
    assert 50 <= sum(len(point.split()) for point in state["briefing"]["summary"]) < 65
    assert standfirst("generate").stdout == "nothing to do: 1 unchanged\n"
    assert standfirst("generate", "--sentences", "2").stdout.endswith("1 updated\n")


def test_a_named_path_outside_the_seeds_is_refused_and_the_others_go_through(project: Path, standfirst: Run) -> None:
    (project / "seeds" / "port.txt").write_text(ARTICLE, encoding="utf-8")
    (project / "other").mkdir()
    (project / "other" / "x.txt").write_text(ARTICLE.replace("Harbour", "Dock"), encoding="utf-8")
    (project / "seeds" / "link").symlink_to("../other")
    outside = ["other/x.txt", "seeds/../other/x.txt", "seeds/link/x.txt", "seeds/link", "seeds/.."]
    result = standfirst("generate", *outside, "seeds/port.txt")
    assert result.exit_code == 2
    told = [f"{path}: not below seeds/, where this project's seeds are; left out" for path in outside]
    assert result.stderr.splitlines() == told
    assert result.stdout == f"new: docs/briefings/{SLUG}.md\n1 new\n"


def test_a_seed_is_one_however_its_path_is_written(project: Path, generated: Path, standfirst: Run) -> None:
    (project / "seeds" / "sub").mkdir()
    result = standfirst("generate", "seeds/sub/../port.txt", "seeds/port.txt", str(project / "seeds"))
    assert (result.exit_code, result.stdout) == (0, "nothing to do: 1 unchanged\n")
    assert list(generated.parent.iterdir()) == [generated]


def states(root: Path) -> list[dict[str, Any]]:
    paths = sorted((root / ".standfirst" / "state").glob("*.yml"))
    return [yaml.safe_load(path.read_text(encoding="utf-8")) for path in paths]


@pytest.mark.parametrize("arguments", [("generate", "mkdocs.yml"), ("generate", "missing.txt"), ("generate", "--zzz")])
def test_wrong_use_exits_with_2(project: Path, standfirst: Run, arguments: tuple[str, ...]) -> None:
    before = snapshot(project)
    assert standfirst(*arguments).exit_code == 2
    assert snapshot(project) == before


def test_an_unknown_summariser_lists_the_choices_and_writes_nothing(project: Path, standfirst: Run) -> None:
    shutil.copy(REAL_SEED, project / "seeds")
    before = snapshot(project)
    result = standfirst("generate", "--summariser", "lex-ranc")
    assert result.exit_code == 2
    assert "lex-rank" in result.stderr
    assert snapshot(project) == before


def test_kept_and_deleted_pages_are_named_in_every_run(generated: Path, standfirst: Run) -> None:
    generated.write_text(generated.read_text(encoding="utf-8") + "\nBy hand.\n", encoding="utf-8")
    assert f"docs/briefings/{SLUG}.md: edited by hand" in standfirst("generate").stderr
    generated.unlink()
    assert f"docs/briefings/{SLUG}.md: deleted by hand" in standfirst("generate").stderr


def test_an_untouched_page_whose_article_is_gone_is_withdrawn(project: Path, generated: Path, standfirst: Run) -> None:
    shutil.copy(REAL_SEED, project / "seeds")
    assert standfirst("generate").exit_code == 0
    (project / "seeds" / "port.txt").unlink()
    result = standfirst("generate")
    assert result.stderr == f"docs/briefings/{SLUG}.md: its article seeds/port.txt is gone, withdrawn\n"
    assert result.stdout == "1 withdrawn, 1 unchanged\n"
    assert not generated.exists()
    assert REAL_SEED.name in only_state(project).read_text(encoding="utf-8")


def test_an_edited_page_whose_article_is_gone_is_named_and_left(
    project: Path, generated: Path, standfirst: Run
) -> None:
    shutil.copy(REAL_SEED, project / "seeds")
    edited = generated.read_bytes() + b"\nMine.\n"
    generated.write_bytes(edited)
    (project / "seeds" / "port.txt").unlink()
    for _ in range(2):
        assert "its article seeds/port.txt is gone; edited by hand, left as it is" in standfirst("generate").stderr
        assert generated.read_bytes() == edited


def test_where_every_article_is_gone_nothing_is_withdrawn(project: Path, generated: Path, standfirst: Run) -> None:
    (project / "seeds" / "port.txt").unlink()
    assert "and so is every other" in standfirst("generate").stderr
    assert generated.exists()


def test_a_renamed_article_keeps_its_page(project: Path, generated: Path, standfirst: Run) -> None:
    generated.write_bytes(generated.read_bytes().replace(b"title: Harbour", b"title: Dock"))
    (project / "seeds" / "port.txt").rename(project / "seeds" / "docks.txt")
    result = standfirst("generate")
    assert (result.exit_code, "follows its article, which is docks.txt by now" in result.stderr) == (0, True)
    text = generated.read_text(encoding="utf-8")
    assert ("title: Dock workers" in text, "seed: docks.txt" in text) == (True, True)
    assert "docks.txt" in only_state(project).read_text(encoding="utf-8")


def test_a_moved_page_is_followed(project: Path, generated: Path, standfirst: Run) -> None:
    moved = project / "docs" / "ports" / "rotterdam.md"
    moved.parent.mkdir()
    generated.rename(moved)
    result = standfirst("generate")
    assert result.stdout == "1 moved\n"
    assert result.stderr == f"docs/ports/rotterdam.md: moved by hand from docs/briefings/{SLUG}.md, followed\n"
    (project / "seeds" / "port.txt").write_text(ARTICLE.replace("nine", "ten"), encoding="utf-8")
    assert standfirst("generate").stdout.startswith("updated: docs/ports/rotterdam.md\n")
    assert (b"ten days" in moved.read_bytes(), generated.exists()) == (True, False)
    assert standfirst("build").exit_code == 0
    assert "sf-briefing" in (project / "site" / "ports" / "rotterdam" / "index.html").read_text(encoding="utf-8")


def test_a_copied_page_is_an_error_that_names_both_and_neither_is_written(
    project: Path, generated: Path, standfirst: Run
) -> None:
    copy = generated.with_name("copy.md")
    copy.write_bytes(generated.read_bytes())
    (project / "seeds" / "port.txt").write_text(ARTICLE.replace("nine", "ten"), encoding="utf-8")
    before = snapshot(project)
    result = standfirst("generate")
    told = f"docs/briefings/copy.md: is the page of port.txt, and so is docs/briefings/{SLUG}.md; keep one"
    assert (result.exit_code, told in result.stderr, snapshot(project)) == (1, True, before)
    result = standfirst("build")
    assert (result.exit_code, "is the page of port.txt, and so is" in result.stderr) == (1, True)


def test_a_file_that_is_no_article_is_named(project: Path, standfirst: Run) -> None:
    (project / "seeds" / "a.docx").write_bytes(b"PK")
    (project / "seeds" / ".hidden").write_bytes(b"PK")
    result = standfirst("generate")
    assert (result.exit_code, result.stdout) == (0, "nothing to do: 1 not an article\n")
    assert result.stderr.startswith("seeds/a.docx: not an article (those end in .htm, .html, .md, .txt), left out")


def test_a_hidden_file_is_no_article_by_name_either(project: Path, standfirst: Run) -> None:
    (project / "seeds" / ".port.txt").write_text(ARTICLE, encoding="utf-8")
    result = standfirst("generate", "seeds/.port.txt")
    assert (result.exit_code, result.stdout) == (1, "1 failed\n")
    assert result.stderr == "seeds/.port.txt: hidden, and hidden files are no articles; rename it\n"


def test_a_run_that_is_killed_is_finished_by_the_next(project: Path, standfirst: Run) -> None:
    for number in range(12):
        text = ARTICLE.replace("Harbour workers", f"{number} harbour workers")
        (project / "seeds" / f"{number}.txt").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "generator", "generate"]
    with subprocess.Popen(command, cwd=project, stdout=subprocess.PIPE) as running:
        assert running.stdout
        assert running.stdout.readline().startswith(b"new: ")
        running.kill()
    assert standfirst("generate").exit_code == 0
    finished = snapshot(project)
    shutil.rmtree(project / "docs" / "briefings")
    shutil.rmtree(project / ".standfirst")
    assert standfirst("generate").stdout.endswith("12 new\n")
    assert snapshot(project) == finished


def test_the_committed_page_is_what_the_program_writes(project: Path, standfirst: Run) -> None:
    shutil.copy(REAL_SEED, project / "seeds")
    assert standfirst("generate").exit_code == 0
    pages = {path.name: path.read_bytes() for path in (project / "docs" / "briefings").iterdir()}
    assert pages == {path.name: path.read_bytes() for path in (HOME / "docs" / "briefings").iterdir()}


def test_a_missing_folder_of_seeds_is_named(project: Path, standfirst: Run) -> None:
    (project / "seeds").rmdir()
    result = standfirst("generate")
    assert (result.exit_code, result.stdout) == (0, "nothing to do: no seeds\n")
    assert result.stderr == "seeds/: no such folder; make it, or set `seeds` in mkdocs.yml\n"


def test_a_name_that_is_not_utf8_is_refused_and_the_others_go_through(project: Path, standfirst: Run) -> None:
    (project / "seeds" / "port.txt").write_text(ARTICLE, encoding="utf-8")
    (project / os.fsdecode(b"seeds/\xff.txt")).write_text(ARTICLE, encoding="utf-8")
    for command in (["generate"], ["show", "seeds"]):
        result = standfirst(*command)
        assert result.exit_code == 1
        assert result.stderr.splitlines() == [r"seeds/\udcff.txt: the file's name is not UTF-8; rename it"]
    assert (project / "docs" / "briefings" / f"{SLUG}.md").exists()


def test_two_seeds_with_one_id_do_not_take_each_others_page(project: Path, standfirst: Run) -> None:
    first, second = "story-16129716.txt", "story-27771964.txt"  # found by trial
    (project / "seeds" / first).write_text(ARTICLE, encoding="utf-8")
    assert standfirst("generate").exit_code == 0
    before = snapshot(project)
    (project / "seeds" / second).write_text(ARTICLE.replace("Harbour", "Dock"), encoding="utf-8")
    result = standfirst("generate")
    assert result.exit_code == 1
    assert result.stderr == f"seeds/{second}: has the same id as {first}; rename one of them\n"
    assert {path: content for path, content in snapshot(project).items() if second not in path} == before


def test_half_a_character_in_front_matter_stops_nothing(project: Path, standfirst: Run) -> None:
    seed = '---\ntitle: A headline\nsource: "\\ud800"\n---\nSome text stands here about ships in the harbour.\n'
    (project / "seeds" / "a.md").write_text(seed, encoding="utf-8")
    assert standfirst("generate").exit_code == 0
    assert 'source: "\ufffd"' in next((project / "docs" / "briefings").iterdir()).read_text(encoding="utf-8")


def test_no_name_gives_githubs_runner_a_command(project: Path, standfirst: Run) -> None:
    (project / "seeds" / "b\n::error title=x::y ##[error].txt").write_bytes(b"\xff")
    result = standfirst("generate")
    assert result.exit_code == 1
    assert not any(line.lstrip().startswith("::") or "##[" in line for line in result.output.splitlines())


def test_a_page_that_is_too_large_is_told_so_without_the_advice_for_seeds(generated: Path, standfirst: Run) -> None:
    generated.write_bytes(generated.read_bytes() + b"x" * 10_000_000)
    for command in ("generate", "compose"):
        result = standfirst(command)
        assert result.exit_code == 1
        assert result.stderr.endswith(" bytes, at most 10,000,000 are read; shorten it\n")


def test_a_seed_that_is_too_large_is_told_of_the_setting(project: Path, standfirst: Run) -> None:
    (project / "seeds" / "large.txt").write_bytes(b"x" * 2_000_001)
    result = standfirst("generate")
    told = "the file has 2,000,001 bytes, at most 2,000,000 are read; shorten it or raise `seed_bytes`"
    assert (result.exit_code, result.stderr) == (1, f"seeds/large.txt: {told}\n")
