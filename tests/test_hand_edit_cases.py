"""What becomes of pages that people, forms and git have changed: the cases in cases/hand_edits, by the real command.

How a case is written stands in cases/hand_edits/README.md.
"""

import json
import shutil
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result
from conftest import HOME, Run
from test_generate import ARTICLE, SLUG, snapshot

from generator.cli import main

CASES = Path(__file__).parent / "cases" / "hand_edits"
DOES = ("draft", "write", "edit", "form", "saved_as", "move", "copy", "delete", "put", "state")
DOES_TO_ARTICLES = ("article", "rename", "remove_article", "sentences", "articles", "merge")
EXPECTS = ("run", "exit", "page", "tells", "ends", "queue", "files", "build")
ALL = {"name", "then", *DOES, *DOES_TO_ARTICLES, *EXPECTS}


def cases() -> list[Any]:
    return [
        pytest.param(case, id=f"{path.stem}: {case['name']}")
        for path in sorted(CASES.glob("*.yml"), key=lambda path: int(path.stem.split("_")[0]))
        for case in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]


def replaced(text: str, replacements: Mapping[str, str]) -> str:
    """Return the text with each replacement made, in order; what is replaced must stand there once."""
    for old, new in replacements.items():
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in:\n{text}"
        text = text.replace(old, new)
    return text


def saved_as(text: str, ways: list[str]) -> bytes:
    text = unicodedata.normalize("NFD", text) if "nfd" in ways else text
    text = text.replace("\n", "\r\n") if "crlf" in ways else text
    return (b"\xef\xbb\xbf" if "bom" in ways else b"") + text.encode()


def as_a_form_writes(text: str, form: Mapping[str, Any]) -> str:
    _, front, body = text.split("---\n", 2)
    meta = {key: value for key, value in yaml.safe_load(front).items() if key not in form.get("drops", ())}
    if form.get("json"):
        return f"---\n{json.dumps(meta)}\n---\n{body}"
    width, flow = form.get("width", 80), None if form.get("flow") else False
    shown = yaml.safe_dump(
        meta, allow_unicode=True, width=width, default_flow_style=flow, sort_keys=bool(form.get("sorted"))
    )
    return f"---\n{shown}---\n{body}"


def choose_as_the_cases_expect(root: Path) -> None:
    """Have key points chosen by a rule that no training moves."""
    file = root / "mkdocs.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace("summariser: standfirst\n", "summariser: centrality\n    sentences: 3\n"), encoding="utf-8"
    )


@cache
def fresh(article: str, seed: str, sentences: int) -> tuple[str, str, bytes]:
    """Return path and text of the page, and the state, that the program makes of an article where none is yet."""
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        shutil.copy(HOME / "mkdocs.yml", folder)
        choose_as_the_cases_expect(Path(folder))
        path = Path("seeds", seed)
        path.parent.mkdir(parents=True)
        path.write_text(article, encoding="utf-8")
        result = CliRunner().invoke(main, ["generate", "--sentences", str(sentences)], catch_exceptions=False)
        assert result.exit_code == 0, result.output
        (page,), (state,) = Path("docs").rglob("*.md"), Path(".standfirst", "state").glob("*.yml")
        return page.as_posix(), page.read_text(encoding="utf-8"), state.read_bytes()


@dataclass
class Desk:
    """A project with one article, its page generated, and what an editor remembers of both."""

    root: Path
    standfirst: Run
    seed: str = "port.txt"
    article: str = ARTICLE
    sentences: int = 3
    page: str = f"docs/briefings/{SLUG}.md"
    first: str = ""
    before: bytes | None = None  # the page before the command
    ways: list[str] = field(default_factory=list)

    @property
    def file(self) -> Path:
        return self.root / self.page

    @property
    def state(self) -> Path:
        states = (self.root / ".standfirst" / "state").glob("*.yml")
        return next(path for path in states if f'"{self.seed}"' in path.read_text(encoding="utf-8"))

    def text(self) -> str:
        return self.file.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")

    def start(self) -> None:
        self.put({f"seeds/{self.seed}": self.article})
        assert self.generate().exit_code == 0
        self.first = self.text()

    def generate(self) -> Result:
        return self.standfirst("generate", "--sentences", str(self.sentences))

    def fresh(self) -> str:
        return fresh(self.article, self.seed, self.sentences)[1]

    def put(self, texts: Mapping[str, str | None]) -> None:
        for name, text in texts.items():
            path = self.root / name
            if text is None:
                path.unlink()
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")

    def filled(self, text: str) -> str:
        return text.replace("PAGE", self.page)

    # --- what people and tools do

    def do(self, one: Mapping[str, Any]) -> None:
        self.edit(one)
        if "move" in one:
            target = self.root / one["move"]
            target.parent.mkdir(parents=True, exist_ok=True)
            self.file.rename(target)
            self.page = one["move"]
        for name in one.get("copy", ()):
            self.put({name: self.text()})
        if one.get("delete"):
            self.file.unlink()
        self.put({self.filled(name): text for name, text in one.get("put", {}).items()})
        if "state" in one:
            self.spoil(one["state"])
        self.do_to_articles(one)

    def edit(self, one: Mapping[str, Any]) -> None:
        if not {"write", "edit", "form", "draft", "saved_as"} & set(one):
            return
        self.ways = one.get("saved_as", self.ways)
        text = one.get("write", self.first if one.get("draft") else self.text())
        text = replaced(text, one.get("edit", {}))
        self.file.write_bytes(saved_as(as_a_form_writes(text, one["form"]) if "form" in one else text, self.ways))

    def spoil(self, how: str) -> None:
        text = self.state.read_text(encoding="utf-8")
        if how == "lost":
            self.state.unlink()
        elif how == "damaged":
            self.state.write_text(text[: len(text) // 2], encoding="utf-8")
        elif how == "conflict marks":
            top, rest = text.split('"program"', 1)
            marked = f'{top}<<<<<<< HEAD\n"program"{rest}=======\n>>>>>>> other\n'
            self.state.write_text(marked, encoding="utf-8")
        elif how == "version 1":
            found = json.loads(text)
            old = {key: value for key, value in found.items() if key not in {"hands", "ledgers", "history", "signed"}}
            self.state.write_text(json.dumps({**old, "version": 1, "written": "0" * 64}), encoding="utf-8")
        else:
            raise ValueError(how)

    def do_to_articles(self, one: Mapping[str, Any]) -> None:
        seeds = self.root / "seeds"
        self.sentences = one.get("sentences", self.sentences)
        if "rename" in one:
            (seeds / self.seed).unlink()
            self.seed = one["rename"]
        if {"article", "rename"} & set(one):
            self.article = replaced(self.article, one.get("article", {}))
            self.put({f"seeds/{self.seed}": self.article})
        if one.get("remove_article"):
            (seeds / self.seed).unlink()
        for name, changes in one.get("articles", {}).items():
            self.put({f"seeds/{name}": None if changes is None else replaced(ARTICLE, changes)})
        if "merge" in one:
            self.merge(one["merge"])

    def merge(self, branch: Mapping[str, Any]) -> None:
        """Merge a branch that adds an article; git leaves `takes` of the page that both made."""
        article = replaced(ARTICLE, branch.get("article", {}))
        page, text, state = fresh(article, branch["seed"], self.sentences)
        assert page == self.page
        self.put({f"seeds/{branch['seed']}": article})
        (self.root / ".standfirst/state" / f"{json.loads(state)['id']}.yml").write_bytes(state)
        if branch["takes"] == "theirs":
            self.file.write_text(text, encoding="utf-8")
        elif branch["takes"] == "conflict marks":
            self.file.write_text(f"<<<<<<< HEAD\n{self.text()}=======\n{text}>>>>>>> theirs\n", encoding="utf-8")

    # --- what is expected

    def expect(self, one: Mapping[str, Any]) -> None:
        self.before = self.file.read_bytes() if self.file.exists() else None
        all_before = snapshot(self.root)
        run = self.filled(one.get("run", "generate"))
        result = self.generate() if run == "generate" else self.standfirst(*run.split())
        told = [one["tells"]] if isinstance(one.get("tells"), str) else one.get("tells", [])
        expect_lines((result.stderr if run == "generate" else result.output).splitlines(), map(self.filled, told))
        assert result.exit_code == one.get("exit", 0), result.output
        if "ends" in one:
            assert result.stdout.splitlines()[-1] == one["ends"]
        self.expect_page(one["page"])
        for name, expected in one.get("files", {}).items():
            self.expect_file(self.filled(name), expected, all_before)
        self.expect_queue(one.get("queue", []))
        if "build" in one:
            built = self.standfirst("build")
            assert (built.exit_code, self.filled(one["build"]) in built.stderr) == (1, True), built.output
        if run == "generate":
            settled = snapshot(self.root)
            self.generate()
            assert snapshot(self.root) == settled, "a second run wrote something"

    def expect_page(self, expected: str | Mapping[str, str]) -> None:
        there = self.file.read_bytes() if self.file.exists() else None
        if expected in ("same", "gone"):
            assert there == (self.before if expected == "same" else None)
            return
        assert there is not None
        wanted = expected if isinstance(expected, str) else replaced(self.fresh(), expected)
        assert there.decode() == saved_as(wanted, [way for way in self.ways if way != "nfd"]).decode()

    def expect_file(self, name: str, expected: str | Mapping[str, str], before: Mapping[str, bytes]) -> None:
        path = self.root / name
        if expected in ("same", "gone"):
            assert (path.read_bytes() if path.exists() else None) == (before[name] if expected == "same" else None)
        elif isinstance(expected, str):
            assert path.read_text(encoding="utf-8") == expected
        else:
            text = fresh(replaced(ARTICLE, expected.get("article", {})), expected["seed"], self.sentences)[1]
            assert path.read_text(encoding="utf-8") == text

    def expect_queue(self, expected: list[list[str]]) -> None:
        lines = self.standfirst("status", "--json").stdout.splitlines()
        queue = [one for line in lines for one in json.loads(line)["queue"]]
        found = [(one["severity"], one["field"]) for one in queue]
        assert found == [(severity, key) for severity, key, _ in expected], queue
        for one, (_, _, part) in zip(queue, expected, strict=True):
            assert self.filled(part) in one["message"]


def expect_lines(lines: list[str], told: Iterable[str]) -> None:
    """Compare lines; one that is told as "..." at its end may go on."""
    told = list(told)
    cut = [line[: len(part) - 3] + "..." if part.endswith("...") else line for line, part in zip(lines, told)]  # noqa: B905 -- see below
    assert cut + lines[len(cut) :] == told


@pytest.mark.parametrize("case", cases())
def test_a_hand_edit(case: dict[str, Any], project: Path, standfirst: Run) -> None:
    choose_as_the_cases_expect(project)
    desk = Desk(project, standfirst)
    desk.start()
    for one in (case, *case.get("then", ())):
        assert set(one) <= ALL, f"no such key: {set(one) - ALL}"
        desk.do(one)
        desk.expect(one)
