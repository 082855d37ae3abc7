from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from rendering import to_html

from generator.pages import Ownership, Page, Shaping, State, escape, said
from generator.pages.oneline import one_line
from generator.pages.ownership import Hand, version
from generator.site.pointed import pieces
from generator.site.standing import points_of, standings

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "cases/site/standings.yml").read_text(encoding="utf-8")
)


def state_of(sentences: list[str], former: Sequence[list[str]] = ()) -> State:
    state = State("0123456789ab", "a.txt", "", "a.md", Shaping(), "", "", record_of(sentences))
    ownership = Ownership(history=tuple(version(said(record_of(one))) for one in former))
    return replace(state, ownership=ownership)


def record_of(sentences: list[str]) -> dict[str, Any]:
    record = dict.fromkeys(("title", "description", "date", "source", "agency", "lang"), "")
    return {**record, "summary": sentences, "actors": [], "topics": []}


each = pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])


@each
def test_each_point_stands_somehow_to_the_article(case: dict[str, Any]) -> None:
    state = state_of(case["sentences"], case.get("former", ()))
    if case.get("lost"):
        ownership = replace(state.ownership, hands={"summary": Hand(case["body"], "", "", "")})
        state = replace(state, ownership=ownership)
    points = points_of(Page("a.md", {}, case["body"]), state, None)
    assert list(standings(points, state, None)) == case["standings"]
    assert [point.text for point in points] == case.get("points", [point.text for point in points])


@each
def test_each_point_is_found_in_the_page_that_is_built(case: dict[str, Any]) -> None:
    points = points_of(Page("a.md", {}, case["body"]), state_of(case["sentences"], case.get("former", ())), None)
    marks = [{"key": point.key, "label": point.text} for point in points]
    found = pieces(to_html(case["body"]), {"marks": marks, "line": "all", "unmarked": "some"})
    shown = [piece["mark"]["label"] for piece in found if "mark" in piece]
    assert shown == [point.text for point in points]
    assert [piece["line"] for piece in found if "line" in piece] == ["all"]
    assert "".join(piece["html"] for piece in found) == to_html(case["body"])


def test_a_page_of_a_persons_own_has_no_standings() -> None:
    page = Page("a.md", {}, "- First.\n")
    assert points_of(page, None, None) == standings(points_of(page, None, None), None, None) == ()


SIGNS = st.text(alphabet=st.sampled_from("ab1 .-+*_#>[](){}!|~`\\&;<:x"))


@example(["R&ampD", "&copy2020", "&notit;"])
@example(["&#38; &amp;", "\\&amp;", "\\\\*"])
@given(st.lists((SIGNS | st.text()).filter(one_line), min_size=1, max_size=3))
def test_whatever_the_program_writes_is_word_for_word(sentences: list[str]) -> None:
    body = "".join(f"- {escape(one_line(sentence))}\n" for sentence in sentences)
    state = state_of(sentences)
    assert standings(points_of(Page("a.md", {}, body), state, None), state, None) == ("verbatim",) * len(sentences)
