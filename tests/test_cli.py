"""The command line as people and other programs use it."""

import json
import os
import pty
import select
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest
from conftest import HOME, REAL_SEED, Run

from generator import __version__

SCHEMA = json.loads((HOME / "generator" / "pages" / "briefing.schema.json").read_text(encoding="utf-8"))


def python(*arguments: str, folder: Path = HOME) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *arguments], cwd=folder, capture_output=True, text=True, check=False)


def test_version_and_help_by_both_names(standfirst: Run) -> None:
    module = python("-m", "generator", "--version")
    assert module.stdout == standfirst("--version").stdout == f"standfirst {__version__}\n"
    for command in ("generate", "compose", "build", "serve", "show", "new"):
        assert f"\n  {command} " in standfirst("--help").stdout
        assert standfirst(command, "--help").exit_code == 0


@pytest.mark.parametrize("command", ["--help", "compose", "generate"])
def test_nothing_heavy_is_imported_where_no_seed_changed(project: Path, standfirst: Run, command: str) -> None:
    (project / "seeds" / "a.txt").write_bytes(REAL_SEED.read_bytes())
    assert standfirst("generate").exit_code == 0
    heavy = {"spacy", "sumy", "trafilatura", "nltk", "numpy", "rich"}
    code = f"""
import sys
from generator.cli import main
try:
    main([{command!r}])
finally:
    print(sorted({heavy} & set(sys.modules)), file=sys.stderr)
"""
    done = python("-c", code, folder=project)
    assert done.stderr.strip() == "[]"


def test_show_json_gives_one_valid_object_a_line_in_order(project: Path, standfirst: Run) -> None:
    text = REAL_SEED.read_text(encoding="utf-8")
    for name in ("b.txt", "a.txt", "sub/c.txt"):
        path = project / "seeds" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    result = standfirst("show", "--json", "seeds")
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert [record["seed"] for record in records] == ["a.txt", "b.txt", "sub/c.txt"]
    for record in records:
        jsonschema.validate(record, SCHEMA)
        assert record["summary"] == [text[start:end] for start, end in record["spans"]]
        for actor in record["actors"]:
            names = {actor["name"], *actor["aliases"]}
            assert {" ".join(text[start:end].split()) for start, end in actor["mentions"]} <= names
    assert not (project / ".standfirst").exists()


def test_show_goes_on_after_a_bad_seed_and_exits_with_1(project: Path, standfirst: Run) -> None:
    (project / "seeds" / "a.txt").write_bytes(b"\xff\xfe")
    (project / "seeds" / "b.txt").write_bytes(REAL_SEED.read_bytes())
    result = standfirst("show", "seeds")
    assert result.exit_code == 1
    assert "a.txt" in result.stderr
    assert "strategic coordination between the two countries” – Wang Yi\n\nFrom: dpa, site-111\n" in result.stdout


def test_show_needs_no_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, standfirst: Run) -> None:
    monkeypatch.chdir(tmp_path)
    result = standfirst("show", "--json", str(REAL_SEED))
    assert json.loads(result.stdout)["seed"] == REAL_SEED.name


def test_nothing_printed_can_steer_a_terminal(project: Path, standfirst: Run) -> None:
    (project / "seeds" / "a\x1b[2Jb.txt").write_bytes(b"\xff")
    result = standfirst("generate")
    assert "\x1b" not in result.output
    assert r"a\x1b[2Jb.txt" in result.stderr


def test_outside_a_project_the_commands_say_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, standfirst: Run
) -> None:
    monkeypatch.chdir(tmp_path)
    for command in ("generate", "compose", "build", "serve"):
        result = standfirst(command)
        assert (result.exit_code, "standfirst new DIR" in result.stderr) == (1, True)
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_summariser_in_the_settings_is_named_with_its_place(project: Path, standfirst: Run) -> None:
    (project / "mkdocs.yml").write_text("site_name: A\nextra:\n  standfirst:\n    summariser: lexrank\n")
    for command in ("generate", "compose", "build", "serve"):
        result = standfirst(command)
        assert result.exit_code == 1
        assert result.stderr.startswith("mkdocs.yml:4:17: unknown summariser `lexrank`: did you mean `lex-rank`?")


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("address", ["256.0.0.1:8000", "no.such.host.invalid:8000"])
def test_serve_refuses_an_address_that_is_none(standfirst: Run, address: str) -> None:
    result = standfirst("serve", "--address", address)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"cannot serve at {address}: ")


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Children take an interrupt, which those of a suite that runs in the background would pass over."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
def test_serve_says_so_when_another_program_has_the_port_and_ends_with_its_signal(project: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        address = f"127.0.0.1:{other.getsockname()[1]}"
        done = python("-m", "generator", "serve", "--address", address, folder=project)
        assert (done.returncode, done.stderr.count("\n")) == (1, 1)
        assert "Address already in use; name another address with --address" in done.stderr
    command = [sys.executable, "-m", "generator", "serve", "--address", address]
    with subprocess.Popen(command, cwd=project, stderr=subprocess.PIPE, text=True) as serving:
        assert serving.stderr
        assert any("Serving on" in line for line in serving.stderr)
        serving.send_signal(signal.SIGINT)
        assert serving.wait(timeout=60) == 0


@pytest.mark.parametrize("arguments", [["serve", "--address", "nowhere"], ["serve", "--address", "127.0.0.1:http"]])
def test_wrong_use_exits_with_2(standfirst: Run, arguments: list[str]) -> None:
    assert standfirst(*arguments).exit_code == standfirst("show", "--summariser", "x", str(REAL_SEED)).exit_code == 2


def on_a_terminal(folder: Path, *arguments: str) -> tuple[str, str]:
    """Run a command with standard error on a terminal; return what it wrote on standard output and there."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "generator", *arguments]
    shown = b""
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=theirs) as running:
        os.close(theirs)
        while select.select([ours], [], [], 60)[0]:
            try:
                shown += os.read(ours, 4096)
            except OSError:  # the other end is closed
                break
        assert running.stdout
        printed = running.stdout.read().decode()
    os.close(ours)
    return printed, shown.decode()


def test_a_bar_on_the_terminal_stays_out_of_what_is_printed(project: Path) -> None:
    for number in range(40):
        text = REAL_SEED.read_text(encoding="utf-8").replace("Putin and Xi", f"Putin and {number} times Xi")
        (project / "seeds" / f"{number}.txt").write_text(text, encoding="utf-8")
    (project / "seeds" / "99.txt").write_bytes(b"\xff")
    printed, shown = on_a_terminal(project, "generate")
    assert "Briefing" in shown
    assert "\x1b[2Kseeds/99.txt:1:1: byte 0xFF" in shown
    lines = printed.splitlines()
    assert [line.split(" ")[0] for line in lines[:-1]] == ["new:"] * 40
    assert lines[-1] == "40 new, 1 failed"
