"""The commands for editors through the front door: status, diff, release, accept, restore, retire, review."""

import json
import shutil
from pathlib import Path

import pytest
from conftest import REAL_SEED, Run
from test_generate import ARTICLE, SLUG, snapshot

PAGE = f"docs/briefings/{SLUG}.md"


@pytest.fixture
def page(project: Path, standfirst: Run) -> Path:
    """The page of an article, its title a person's, one actor taken off."""
    (project / "seeds" / "port.txt").write_text(ARTICLE, encoding="utf-8")
    assert standfirst("generate").exit_code == 0
    page = project / PAGE
    text = page.read_text(encoding="utf-8")
    changed = text.replace("title: Harbour workers end", "title: Dockers end").replace("  - Norway\n", "")
    page.write_text(changed, encoding="utf-8")
    assert standfirst("generate").stdout == "nothing to do: 1 edited by hand and kept\n"
    return page


def change_article(project: Path, old: str, new: str) -> None:
    seed = project / "seeds" / "port.txt"
    seed.write_text(seed.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_status_shows_whose_each_field_is_and_what_waits(project: Path, page: Path, standfirst: Run) -> None:
    shutil.copy(REAL_SEED, project / "seeds" / "talks.txt")
    seed = project / "seeds" / "talks.txt"
    seed.write_text(seed.read_text(encoding="utf-8").replace("Jingping", "Jinping"), encoding="utf-8")
    change_article(project, "Harbour workers end", "Harbour workers have ended")
    assert standfirst("generate").exit_code == 0
    lines = standfirst("status").stdout.splitlines()
    assert lines[0].split() == "state title description date summary actors topics source agency lang page".split()
    assert lines[1].split() == ["edited", "hand!", ".", ".", ".", "-1", ".", ".", ".", ".", PAGE]
    assert lines[4:] == [
        f"review  {PAGE}: title: the article changed, and the machine would now say something else",
        "1 edited, 1 machine; 1 waiting",
    ]
    assert len(standfirst("status", "--all").stdout.splitlines()) == len(lines) + 1
    one = json.loads(standfirst("status", "--json").stdout.splitlines()[-1 if "port" in lines[1] else 0])
    assert page.exists()
    assert {"page", "seed", "state", "fields", "sets", "queue"} == set(one)


def test_status_writes_nothing_and_tells_of_what_changed_since_the_last_run(
    project: Path, page: Path, standfirst: Run
) -> None:
    change_article(project, "nine", "ten")
    page.write_text(page.read_text(encoding="utf-8").replace("lang: en", "lang: nl"), encoding="utf-8")
    before = snapshot(project)
    told = standfirst("status").stdout
    assert "its article changed since the last run; run `standfirst generate`" in told
    assert told.endswith("; nothing waiting\n")  # for a person
    one = json.loads(standfirst("status", "--json").stdout)
    assert (one["fields"]["title"], one["fields"]["lang"], one["fields"]["date"]) == ("person", "person", "machine")
    assert one["sets"] == {"actors": {"added": [], "removed": ["Norway"]}}
    assert snapshot(project) == before


def test_diff_shows_a_persons_text_against_what_the_machine_would_now_say(
    project: Path, page: Path, standfirst: Run
) -> None:
    change_article(project, "Harbour workers end", "Harbour workers have ended")
    lines = standfirst("diff", str(page)).stdout.splitlines()
    assert lines[:4] == [
        f"{PAGE} (+) against what the machine says of port.txt by now (-)",
        "title: a person's",
        "- Harbour workers have ended strike in Rotterdam",
        "+ Dockers end strike in Rotterdam",
    ]
    assert "- Norway" in lines


def test_a_released_field_follows_the_article_again(project: Path, page: Path, standfirst: Run) -> None:
    assert standfirst("release", PAGE, "title").stdout == (
        f"{PAGE}: title follows the article again; a person had written:\nDockers end strike in Rotterdam\n"
    )
    assert "title: Harbour workers end" in page.read_text(encoding="utf-8")
    assert standfirst("release", PAGE, "title").stdout == f"{PAGE}: title is the machine's already\n"
    told = f"{PAGE}: actors follows the article again; a person had taken off Norway\n"
    assert standfirst("release", PAGE, "actors").stdout == told
    assert "  - Norway\n" in page.read_text(encoding="utf-8")
    change_article(project, "Harbour workers end", "Harbour workers have ended")
    assert standfirst("generate").stdout.endswith("1 updated\n")
    assert "title: Harbour workers have ended" in page.read_text(encoding="utf-8")
    assert standfirst("status").stdout == "1 machine; nothing waiting\n"


def test_an_accepted_field_waits_no_more_and_stays(project: Path, page: Path, standfirst: Run) -> None:
    change_article(project, "Harbour workers end", "Harbour workers have ended")
    assert standfirst("generate").exit_code == 0
    before = page.read_bytes()
    assert standfirst("accept", PAGE, "title").stdout == f"{PAGE}: title stays as it stands there\n"
    assert standfirst("status").stdout.endswith("1 edited; nothing waiting\n")
    assert page.read_bytes() == before
    result = standfirst("accept", PAGE, "actors")
    assert (result.exit_code, "nothing to accept" in result.stderr) == (1, True)


def test_the_machines_text_is_kept_once_a_person_accepts_it(project: Path, page: Path, standfirst: Run) -> None:
    assert standfirst("accept", PAGE, "description").exit_code == 0
    change_article(project, "The union and the port agreed", "Union and port have agreed")
    assert standfirst("generate").exit_code == 0
    assert "description: The union and the port agreed" in page.read_text(encoding="utf-8")


def test_a_deleted_page_is_restored_with_what_a_person_had_said(page: Path, standfirst: Run) -> None:
    before = page.read_text(encoding="utf-8")
    page.unlink()
    assert standfirst("generate").stdout == "nothing to do: 1 deleted by hand and left out\n"
    told = f"{PAGE}: restored; there is no git here, so what a person had added outside the fields is not there\n"
    assert standfirst("restore", PAGE).stdout == told
    assert page.read_text(encoding="utf-8") == before
    assert standfirst("generate").stdout == "nothing to do: 1 edited by hand and kept\n"
    assert standfirst("restore", PAGE).exit_code == 1


def test_a_retired_page_stays_away_and_comes_back_as_it_was(project: Path, page: Path, standfirst: Run) -> None:
    before = page.read_bytes() + b"\n## Mine\n\nA word.\n"
    page.write_bytes(before)
    assert standfirst("retire", PAGE).exit_code == 0
    change_article(project, "nine", "ten")
    assert standfirst("generate").stdout == "nothing to do: 1 deleted by hand and left out\n"
    assert not page.exists()
    (project / "seeds" / "port.txt").unlink()
    shutil.copy(REAL_SEED, project / "seeds")
    assert standfirst("generate").exit_code == 0
    assert standfirst("restore", PAGE).exit_code == 0
    assert page.read_bytes() == before


def test_the_words_of_a_retired_page_survive_a_damaged_state(page: Path, project: Path, standfirst: Run) -> None:
    page.write_text(page.read_text(encoding="utf-8") + "\n## Mine\n\nPrecious.\n", encoding="utf-8")
    assert standfirst("retire", PAGE).exit_code == 0
    (state,) = (project / ".standfirst" / "state").glob("*.yml")
    state.write_text("<<<<<<< HEAD\n" + state.read_text(encoding="utf-8"), encoding="utf-8")
    for _ in range(2):
        result = standfirst("generate")
        assert (result.exit_code, "it may hold what a person wrote" in result.stderr) == (1, True)
        assert "Precious." in state.read_text(encoding="utf-8")


def test_a_signed_page_stays_as_it_is_until_a_person_signs_anew(project: Path, page: Path, standfirst: Run) -> None:
    assert standfirst("review", PAGE, "--by", "Ana Silva", "--date", "2026-11-24").exit_code == 0
    signed = page.read_bytes()
    assert b"\nreview:\n  state: approved\n  by: Ana Silva\n  date: 2026-11-24\n" in signed
    change_article(project, "nine", "ten")
    assert "signed off by a person, left as it is" in standfirst("generate").stderr
    assert page.read_bytes() == signed
    told = standfirst("status").stdout
    assert "the article changed after Ana Silva signed it off on 2026-11-24" in told
    assert told.splitlines()[1].startswith("sign-off lapsed  hand ")
    assert standfirst("release", PAGE, "title").exit_code == 1
    assert standfirst("review", PAGE, "--by", "Ana Silva").exit_code == 0
    assert standfirst("status").stdout.splitlines()[-1].startswith("1 signed off")


def test_a_change_after_the_sign_off_asks_for_a_correction(page: Path, standfirst: Run) -> None:
    assert standfirst("review", PAGE, "--by", "Ana").exit_code == 0
    text = page.read_text(encoding="utf-8").replace("title: Dockers", "title: Workers")
    page.write_text(text, encoding="utf-8")
    assert "corrections: title changed after Ana signed it off" in standfirst("status").stdout
    result = standfirst("review", PAGE, "--by", "Ana")
    assert (result.exit_code, "add what was wrong to `corrections`" in result.stderr) == (1, True)
    note = "corrections:\n  - date: 2026-11-25\n    text: The title said dockers.\n"
    page.write_text(text.replace("\nreview:", f"\n{note}review:"), encoding="utf-8")
    assert standfirst("review", PAGE, "--by", "Ana").exit_code == 0
    assert standfirst("status").stdout.endswith("1 signed off; nothing waiting\n")


def test_a_page_whose_article_changed_since_the_last_run_is_not_signed(
    project: Path, page: Path, standfirst: Run
) -> None:
    change_article(project, "nine", "ten")
    before = page.read_bytes()
    result = standfirst("review", PAGE, "--by", "Ana")
    assert (result.exit_code, "run `standfirst generate`" in result.stderr) == (1, True)
    assert standfirst("review", PAGE, "--by", " ").exit_code == 1
    assert page.read_bytes() == before


@pytest.mark.parametrize("command", ["diff", "release", "accept", "restore", "retire"])
@pytest.mark.parametrize("name", ["docs/about.md", "docs/none.md"])
def test_a_page_that_is_of_no_article_is_refused(page: Path, standfirst: Run, command: str, name: str) -> None:
    arguments = [command, name, *(["title"] if command in {"release", "accept"} else [])]
    result = standfirst(*arguments)
    assert (result.exit_code, result.stderr.startswith(f"{name}: ")) == (1, True)
    assert page.exists()


@pytest.mark.parametrize("name", ["docs/../mkdocs.yml", "/etc/hostname", "seeds/port.txt"])
def test_a_name_that_is_no_page_is_wrong_use(page: Path, standfirst: Run, name: str) -> None:
    before = page.read_bytes()
    assert standfirst("retire", name).exit_code == 2
    assert standfirst("release", PAGE, "summery").exit_code == 2
    assert page.read_bytes() == before


def test_generate_check_lists_what_would_be_written_and_writes_nothing(
    project: Path, page: Path, standfirst: Run
) -> None:
    result = standfirst("generate", "--check")
    assert (result.exit_code, result.stdout.splitlines()[-1]) == (0, "no files would be written")
    change_article(project, "nine", "ten")
    (project / "seeds" / "late.txt").write_text(ARTICLE.replace("Harbour", "Night"), encoding="utf-8")
    before = snapshot(project)
    result = standfirst("generate", "--check")
    assert result.exit_code == 1
    assert f"{PAGE}: not what would be written (updated)" in result.stdout
    assert "docs/briefings/night-workers-end-strike-in-rotterdam.md: not what would be written (new)" in result.stdout
    assert result.stdout.splitlines()[-1] == "4 files would be written"
    assert (snapshot(project), page.exists()) == (before, True)


def test_generate_check_finds_a_state_that_somebody_changed(project: Path, page: Path, standfirst: Run) -> None:
    (state,) = (project / ".standfirst" / "state").glob("*.yml")
    state.write_text(state.read_text(encoding="utf-8").replace("Mark Harbers", "Someone Else"), encoding="utf-8")
    assert standfirst("generate", "--check").exit_code == 1
    assert page.exists()


def test_what_check_says_of_a_page_is_told_when_it_is_signed(page: Path, standfirst: Run) -> None:
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("title: ", "title: 400 "), encoding="utf-8")
    result = standfirst("review", PAGE, "--by", "Ana Silva")
    assert (result.exit_code, "signed off by Ana Silva" in result.stdout) == (0, True)
    assert "“400”" in result.stderr or '"400"' in result.stderr


@pytest.mark.parametrize("back", [False, True])
def test_a_point_taken_out_or_put_back_stays_though_the_program_once_said_the_same(
    project: Path, standfirst: Run, *, back: bool
) -> None:
    (project / "seeds" / "port.txt").write_text(ARTICLE, encoding="utf-8")
    page, before, after = project / PAGE, ("3", "2")[not back], ("2", "3")[not back]
    standfirst("generate", "--sentences", before)
    former = page.read_text(encoding="utf-8")
    setting = project / "mkdocs.yml"
    text = setting.read_text(encoding="utf-8")
    setting.write_text(text.replace("summariser: standfirst\n", f"sentences: {after}\n", 1), encoding="utf-8")
    standfirst("generate")
    assert page.read_text(encoding="utf-8") != former
    page.write_text(former, encoding="utf-8")
    standfirst("generate")
    assert page.read_text(encoding="utf-8") == former
