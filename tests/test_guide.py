"""The guide for editors says what the program prints, and shows pictures of every step."""

import re
import struct
from pathlib import Path

import pytest
from guide import ARTICLE, HOME, PICTURES, WIDTH, Step, play

GUIDE = (HOME / "docs" / "editing.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def steps(tmp_path_factory: pytest.TempPathFactory) -> list[Step]:
    return list(play(tmp_path_factory.mktemp("guide") / "briefing"))


def test_what_the_guide_quotes_is_what_the_program_prints(steps: list[Step]) -> None:
    printed = {f"$ {step.command}\n{step.output}" for step in steps if step.command}
    blocks = "".join(re.findall(r"```text\n(.*?)```", GUIDE, re.DOTALL))
    quoted = [f"$ {part.rstrip()}" for part in blocks.split("$ ") if part]
    assert quoted
    assert [quote for quote in quoted if quote not in printed] == []


def test_the_guide_holds_the_article_of_its_pictures() -> None:
    assert f"```txt\n{ARTICLE}```\n" in GUIDE


def test_the_steps_go_as_the_guide_tells(steps: list[Step]) -> None:
    told = {step.name: step.output for step in steps if step.name}
    assert "edited by hand and kept: title, actors" in told["survive"]
    assert "hand!" in told["queue"]
    assert "+ The night ferry is coming back" in told["diff"]
    assert '"95 million" is a number that the article does not hold' in told["check"]


def test_every_step_has_its_picture_in_the_guide(steps: list[Step]) -> None:
    shown = set(re.findall(r"\]\(editing/([\w-]+)\.png\)", GUIDE))
    assert shown == {step.name for step in steps if step.name} == {path.stem for path in PICTURES.glob("*.png")}
    for path in PICTURES.glob("*.png"):
        assert size(path)[0] == WIDTH
        assert path.stat().st_size < 100_000


def size(path: Path) -> tuple[int, int]:
    """Return width and height of a PNG in pixels, from its header."""
    width, height = struct.unpack(">II", path.read_bytes()[16:24])
    return width, height
