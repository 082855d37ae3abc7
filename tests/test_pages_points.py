from pathlib import Path
from time import perf_counter
from typing import Any
from unicodedata import normalize

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from test_pages_escaping import MESSY

from generator.pages import points, render_points
from generator.pages.oneline import one_line

CASES = yaml.safe_load((Path(__file__).parent / "cases/pages/points.yml").read_text(encoding="utf-8"))
LINES = st.lists((MESSY | st.text()).map(one_line).filter(bool), min_size=1, max_size=4)
MANY = 10_000_000
HOSTILE = {
    "items": "- \n" * 300_000,
    "nested bullets": "- " * (MANY // 2),
    "nested lists": "".join(f"{'  ' * depth}- a\n" for depth in range(3_000)),
    "quotations": ">" * 100_000,
    "lines of quotations": "> \n" * (MANY // 3),
    "bullets in quotations": "- > " * 4_900,
    "brackets": "- " + "[" * 19_000,
    "pictures": "![](<" * 3_900,
    "stars": "- " + "*a **b " * 2_800,
    "a paragraph": "word\n" * (MANY // 5),
    "a long word": "a" * MANY,
    "blank lines": " \n" * (MANY // 2),
    "almost a rule": "- - " * (MANY // 4) + "x",
    "definitions": "- [a]: b\n" * 2_000,
}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_list_that_opens_a_body_holds_its_key_points(case: dict[str, Any]) -> None:
    found = points(case["body"])
    assert found.items == tuple(case["items"])
    assert case["body"][found.end :] == case["rest"]
    assert not case["body"][: found.start].strip()


@given(lines=LINES, below=st.sampled_from(["", "\n## Mine\n", "\nText.\n", "## Mine\n", "\n1. a\n", "***\n"]))
def test_any_sentences_are_read_back_as_they_are(lines: list[str], below: str) -> None:
    body = render_points(lines)
    found = points(body + below)
    assert (found.items, found.start, found.end) == (tuple(normalize("NFC", line) for line in lines), 0, len(body))
    assert [body[start:end].strip() for start, end in found.spans] == [
        line.removeprefix("- ").strip() for line in render_points(lines).splitlines()
    ]


@given(lines=LINES, bullet=st.sampled_from("-*+"), gap=st.sampled_from(["\n", "\n\n"]), indent=st.integers(1, 4))
def test_the_style_of_a_list_does_not_matter(lines: list[str], bullet: str, gap: str, indent: int) -> None:
    ours = render_points(lines)
    theirs = gap.join(f"{bullet}{' ' * indent}{line[2:]}" for line in ours.splitlines())
    assert points(theirs).items == points(ours).items


@given(st.text() | st.text(alphabet="-*+ \t\n#>=`~|\\[]a1.\r\0\u2028") | MESSY)
def test_any_body_has_key_points_or_none(body: str) -> None:
    found = points(body)
    assert 0 <= found.start <= found.end <= len(body)
    assert not body[: found.start].strip(" \t\n")
    assert found.items or not body[found.start : found.end].strip("-*+ \t\n")


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_body_takes_no_longer_than_its_length(body: str) -> None:
    start = perf_counter()
    points(body)
    assert perf_counter() - start < 5
