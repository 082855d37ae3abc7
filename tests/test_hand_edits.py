"""Whatever people, forms and git do to pages, in whatever order: nothing of theirs is lost, nothing is mixed.

A state machine of hypothesis plays editors, articles, programs and tools against the real catalogue, plans, writer and
files; only what the machine says of the article is made up, since it must change at will.
`make games` plays 2,000, the suite 200.
"""

import json
import re
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    precondition,
    rule,
    run_state_machine_as_test,
)

from generator.briefing import briefing_id
from generator.errors import StandfirstError
from generator.pages import Ledger, Shaping, State, page_hash, read_page, read_values, render, revive, said, write_state
from generator.run.catalogue import Catalogue
from generator.run.planning import Former, Outcome, apply, plan
from generator.run.project import Project
from generator.run.states import load
from generator.settings import Settings

SEED = "port.txt"
HOME = "briefings/port.md"
TEXTS = ("title", "description", "date", "source", "agency", "lang")
WORDS = {
    "title": ["Strike ends", "Strike: the end", "NO", "«Grève» à l’École"],
    "description": ["The union agreed.", "", "It's “over”, they say: really #1"],
    "date": ["2024-02-29", "", "2024-03-01"],
    "source": ["site-7", "site-8", ""],
    "agency": ["dpa", "AFP"],
    "lang": ["en", "fr"],
}
SENTENCES = [
    "The strike ended on Monday.",
    "Ships *waited* outside_the_port.",
    "# 1. Wages rise by 5 % a year.",
    "École.",
]
NAMES = {
    "actors": ["FNV", "Norway", "Mark Harbers", "Élysée", "The Hague: city"],
    "topics": ["labor", "politics", "yes"],
}

machine_says = st.fixed_dictionaries(
    {key: st.sampled_from(words) for key, words in WORDS.items()}
    | {"summary": st.lists(st.sampled_from(SENTENCES), unique=True, min_size=1, max_size=3)}
    | {key: st.lists(st.sampled_from(names), unique=True) for key, names in NAMES.items()}
)


def record(says: Mapping[str, Any]) -> dict[str, Any]:
    """Return a briefing in the shape of the states."""
    span: list[list[int]] = [[0, 1] for _ in says["summary"]]
    actor = {"kind": "person", "aliases": [], "mentions": [], "salience": 1.0}
    return {
        "id": briefing_id(SEED),
        "seed": SEED,
        **{key: says[key] for key in ("title", "description", "lang", "source", "agency", "summary")},
        "date": says["date"] or None,
        "spans": span,
        "actors": [{"id": "x", "name": name, **actor} for name in says["actors"]],
        "topics": [{"id": "medtop:1", "label": label, "score": 0.5} for label in says["topics"]],
        "sources": [],
        "quotes": [],
    }


@dataclass
class Editor:
    """What a person did to the page, as a person would remember it."""

    texts: dict[str, str]
    points: tuple[str, ...]
    added: dict[str, set[str]]
    removed: dict[str, set[str]]
    kept: list[str]  # lines that must stay


class Game(RuleBasedStateMachine):
    """One page from its first day on."""

    @initialize(says=machine_says)
    def start(self, says: dict[str, Any]) -> None:
        self.root = Path(tempfile.mkdtemp(prefix="standfirst-game-"))
        for folder in ("docs/briefings", "seeds", ".standfirst/state"):
            (self.root / folder).mkdir(parents=True)
        self.project = Project(self.root, Settings())
        self.says, self.article, self.number = says, 1, 0
        self.path, self.gone, self.stateless = HOME, False, False
        self.hand = Editor({}, (), {key: set() for key in NAMES}, {key: set() for key in NAMES}, [])
        self.rewritten = False  # by some tool, in another style
        self.generate()

    def teardown(self) -> None:
        if hasattr(self, "root"):
            shutil.rmtree(self.root)

    @property
    def file(self) -> Path:
        return self.root / "docs" / self.path

    @property
    def state_file(self) -> Path:
        return self.project.state(briefing_id(SEED))

    def fresh(self) -> State:
        sha = f"{self.article:064}"
        return State(briefing_id(SEED), SEED, sha, "", Shaping(), "0.2.0", "m", record(self.says))

    def run_once(self) -> Outcome:
        catalogue = Catalogue.of(self.project)
        try:
            former = Former(load(self.project, briefing_id(SEED)))
        except StandfirstError:
            former = Former(page=self.path if not self.gone else HOME, damaged="state")
        return apply(self.project, lambda: plan(catalogue, self.fresh(), former, lambda: HOME))

    def unique(self, word: str) -> str:
        self.number += 1
        return f"{word} {self.number} by hand: “é” #{self.number}"

    # --- what the machine's side does

    @rule(says=machine_says)
    def the_article_changes(self, says: dict[str, Any]) -> None:
        self.says, self.article = says, self.article + 1

    @rule(says=machine_says)
    def the_program_is_upgraded(self, says: dict[str, Any]) -> None:
        self.says = says

    @rule()
    def generate(self) -> None:
        was_gone = self.gone
        self.forget_what_nobody_can_know()
        self.run_once()
        assert self.file.exists() is not was_gone, "a deleted page came back, or a page vanished"
        self.settle()
        before = self.snapshot()
        again = self.run_once()
        assert again.result in {"unchanged", "edited", "deleted"}, again
        assert self.snapshot() == before, "a second run wrote something"

    def snapshot(self) -> dict[str, bytes]:
        return {str(path): path.read_bytes() for path in self.root.rglob("*") if path.is_file() and path.name != "lock"}

    # --- what people do

    there = precondition(lambda self: not self.gone)

    @there
    @rule(key=st.sampled_from(TEXTS))
    def edit_a_text(self, key: str) -> None:
        text = f"2023-01-{1 + self.number % 28:02}" if key == "date" else self.unique(key)
        self.number += 1
        self.set_line(key, json.dumps(text, ensure_ascii=False))
        self.hand.texts[key] = text

    @there
    @rule(key=st.sampled_from(("title", "description", "source", "agency", "lang", "date")))
    def empty_a_text(self, key: str) -> None:
        if self.read()[key] and self.has_seed():
            self.set_line(key, None)
            self.hand.texts[key] = ""

    @there
    @rule()
    def write_key_points(self) -> None:
        text = self.unique("I say")
        front, body = self.parts()
        kept = body[body.index("\n## ") :] if "\n## " in body else ""
        self.write(front + f"- {text}\n{kept}")
        self.hand.points = (text,)

    @there
    @rule(key=st.sampled_from(tuple(NAMES)), index=st.integers(0, 9))
    def take_a_name_off(self, key: str, index: int) -> None:
        names = list(self.read()[key])
        if names and self.has_seed():
            name = names.pop(index % len(names))
            self.set_names(key, names)
            self.hand.added[key].discard(name)
            self.hand.removed[key].add(name)

    @there
    @rule(
        key=st.sampled_from(tuple(NAMES)),
        name=st.sampled_from(["Mine", "FNV", "politics", "Norway"]),
        first=st.booleans(),
    )
    def put_a_name_in(self, key: str, name: str, first: bool) -> None:  # noqa: FBT001 -- drawn
        names = list(self.read()[key])
        if name not in names and self.has_seed():
            self.set_names(key, [name, *names] if first else [*names, name])
            self.hand.removed[key].discard(name)
            self.hand.added[key].add(name)

    @there
    @rule()
    def add_a_section(self) -> None:
        line = self.unique("Our view")
        self.write(self.text().rstrip("\n") + f"\n\n## {line}\n\nText.\n")
        self.hand.kept.append(f"## {line}")

    @there
    @rule()
    def add_a_key_with_a_comment(self) -> None:
        self.number += 1
        lines = [f"# note {self.number}: keep", f"x{self.number}:   'two  words' # why"]
        self.write(self.text().replace("---\n", "---\n" + "\n".join(lines) + "\n", 1))
        self.hand.kept += lines

    @there
    @rule(folder=st.sampled_from(["briefings/", "briefings/2024/", "asia/", ""]))
    def move_the_page(self, folder: str) -> None:
        self.number += 1
        if "seed" not in read_page(self.text(), "x.md").meta:
            return
        to = f"{folder}moved-{self.number}.md"
        (self.root / "docs" / to).parent.mkdir(parents=True, exist_ok=True)
        self.file.rename(self.root / "docs" / to)
        self.path = to

    @there
    @precondition(lambda self: not self.stateless)
    @rule()
    def delete_the_page(self) -> None:
        self.generate()
        self.deleted = self.file.read_bytes()
        self.file.unlink()
        self.gone = True

    @precondition(lambda self: self.gone)
    @rule()
    def bring_it_back_from_git(self) -> None:
        if b"seed:" in self.deleted:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            self.file.write_bytes(self.deleted)
            self.gone = False

    @precondition(lambda self: self.gone)
    @rule(in_git=st.booleans())
    def restore_it(self, in_git: bool) -> None:  # noqa: FBT001 -- drawn
        state = load(self.project, briefing_id(SEED))
        assert state
        alive = revive(state, read_page(self.deleted.decode(), self.path) if in_git else None)
        assert not alive.superseded
        self.file.parent.mkdir(parents=True, exist_ok=True)
        self.write(alive.text)
        self.state_file.write_text(write_state(alive.state), encoding="utf-8")
        self.gone = False
        if not in_git:
            self.hand.kept = []

    # --- what tools do

    @there
    @rule(width=st.sampled_from([20, 80, 10_000]), flow=st.booleans(), ordered=st.booleans())
    def a_form_writes_the_front_matter_again(self, width: int, flow: bool, ordered: bool) -> None:  # noqa: FBT001
        page = read_page(self.text(), "x.md")
        meta = {key: list(value) if isinstance(value, tuple) else value for key, value in page.meta.items()}
        dumped = "".join(self.dumped(key, meta[key], width, flow=flow) for key in (sorted(meta) if ordered else meta))
        self.write(f"---\n{dumped}---\n{page.body}")
        self.rewritten = True
        self.hand.kept = [line for line in self.hand.kept if line.startswith("## ")]

    @there
    @rule(end=st.sampled_from(["\r\n", "\n"]), mark=st.booleans())
    def an_editor_changes_line_ends(self, end: str, mark: bool) -> None:  # noqa: FBT001 -- drawn
        text = ("\ufeff" if mark else "") + self.text().replace("\n", end)
        self.file.write_bytes(text.encode())

    @there
    @precondition(lambda self: not self.stateless)
    @rule(keys=st.sets(st.sampled_from(("title", "source", "lang", "actors"))))
    def a_tool_drops_the_seed_and_more(self, keys: set[str]) -> None:
        state = load(self.project, briefing_id(SEED))
        if state and self.path == state.page and not state.tombstone:
            for key in {"seed", *keys}:
                self.set_line(key, None)
            self.rewritten = True
            for key in [key for key, text in self.hand.texts.items() if not text or key in keys]:
                hand = state.ownership.hands.get(key)
                if hand is None:  # no run has seen it: nobody can tell that a person had a hand in it
                    del self.hand.texts[key]
                else:
                    self.hand.texts[key] = str(hand.text)
            if "actors" in keys:
                ledger = state.ownership.ledgers.get("actors", Ledger())
                self.hand.added["actors"], self.hand.removed["actors"] = set(ledger.added), set(ledger.removed)

    @there
    @rule(how=st.sampled_from(["lost", "damaged"]))
    def the_state_is_lost(self, how: str) -> None:
        if "seed" in read_page(self.text(), "x.md").meta:
            if how == "lost":
                self.state_file.unlink(missing_ok=True)
            else:
                self.state_file.write_text("<<<<<<< HEAD\n", encoding="utf-8")
            self.stateless = True

    # --- what must hold

    def settle(self) -> None:
        """Compare the page with what a person and the machine would expect after a run."""
        if self.gone:
            self.stateless = False
            return
        page, now = self.read(), said(record(self.says))
        if self.stateless:
            self.forget(page, now)
        for key in TEXTS:
            assert page[key] == self.hand.texts.get(key, now[key]), key
        assert page["summary"] == (self.hand.points or now["summary"])
        for key in NAMES:
            wanted = (set(now[key]) - self.hand.removed[key]) | self.hand.added[key]
            assert set(page[key]) == wanted, key
        for line in self.hand.kept:
            assert line in self.text().split("\n"), "a line of a person's is gone"
        lists = [*self.hand.added.values(), *self.hand.removed.values()]
        if not (self.hand.texts or self.hand.points or self.hand.kept or self.rewritten or any(lists)):
            fresh = render(now, SEED).encode()
            assert page_hash(self.file.read_bytes()) == page_hash(fresh), "not as a fresh page"

    def forget_what_nobody_can_know(self) -> None:
        """What was done and undone between two runs, and what agrees with the machine, leaves no trace."""
        try:
            state = load(self.project, briefing_id(SEED))
        except StandfirstError:
            state = None
        if state is None:
            return
        values, now = state.said.values, said(record(self.says))
        for key, text in list(self.hand.texts.items()):
            hand = state.ownership.hands.get(key)
            if text in {values[key], now[key]} and not (hand and hand.text == text):
                del self.hand.texts[key]  # given back
        for key in NAMES:
            ledger = state.ownership.ledgers.get(key, Ledger())
            gone = state.ownership.gone
            base = gone.names[key] if gone else values[key]
            own = set(ledger.added)
            self.hand.removed[key] &= {*ledger.removed, *base, *(own & set(now[key]))}
            self.hand.added[key] -= set(base) - own
            page = () if self.gone else self.read()[key]
            if ledger == Ledger() and page in (base, now[key]):
                self.hand.added[key], self.hand.removed[key] = set(), set()

    def forget(self, page: Mapping[str, Any], now: Mapping[str, Any]) -> None:
        """Without a state everything that differs from what the machine says counts as a person's."""
        self.hand.points = page["summary"] if page["summary"] != now["summary"] else ()
        for key in TEXTS:
            if key in self.hand.texts and page[key] == now[key]:
                del self.hand.texts[key]
            elif page[key] != now[key]:
                self.hand.texts[key] = page[key]
        for key in NAMES:
            self.hand.added[key] = set(page[key]) - set(now[key])
            self.hand.removed[key] = set(now[key]) - set(page[key])
        self.stateless = False
        self.rewritten = True

    def dumped(self, key: str, value: object, width: int, *, flow: bool) -> str:
        if flow and isinstance(value, list):
            return f"{key}: {yaml.safe_dump(value, allow_unicode=True, default_flow_style=True, width=10_000)}"
        return yaml.safe_dump({key: value}, allow_unicode=True, width=width)

    # --- a text editor

    def text(self) -> str:
        return self.file.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")

    def read(self) -> Mapping[str, Any]:
        return read_values(read_page(self.text(), "x.md"))

    def has_seed(self) -> bool:
        return bool(read_page(self.text(), "x.md").line("seed"))

    def write(self, text: str) -> None:
        self.file.write_text(text, encoding="utf-8")

    def parts(self) -> tuple[str, str]:
        text = self.text()
        end = text.index("\n---\n", 3) + 5
        return text[:end], text[end:]

    def set_line(self, key: str, value: str | None) -> None:
        """Change the lines of a key, which stands in any style."""
        front, body = self.parts()
        self.rewritten = True
        line = "" if value is None else f"{key}: {value}\n"
        entry = re.compile(rf"^{key}:.*\n(?:(?:[ \t]|- ).*\n|\n)*", re.MULTILINE)
        if entry.search(front):
            front = entry.sub(lambda _: line, front, count=1)
        else:
            front = front.removesuffix("---\n") + line + "---\n"
        self.write(front + body)

    def set_names(self, key: str, names: list[str]) -> None:
        self.set_line(key, "[" + ", ".join(json.dumps(name, ensure_ascii=False) for name in names) + "]")


def test_nothing_of_a_persons_is_ever_lost() -> None:
    most = settings.default.max_examples if settings.default else 0
    run_state_machine_as_test(Game, settings=settings(max_examples=max(200, most), stateful_step_count=20))  # type: ignore[no-untyped-call]
