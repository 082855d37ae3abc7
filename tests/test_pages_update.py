"""A page brought up to date, whatever a person left of it."""

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from test_hand_edits import SEED, machine_says, record
from test_pages_rewriting import Piece, pages, written

from generator.briefing import briefing_id
from generator.pages import Shaping, State, concerns, is_untouched, read_page, revive, update


def state(says: dict[str, Any], sha: str) -> State:
    return State(briefing_id(SEED), SEED, sha * 64, "briefings/x.md", Shaping(), "0.2.0", "m", record(says))


@given(page=pages(), says=machine_says, now=machine_says, line=st.sampled_from(["", f"seed: {SEED}"]))
def test_any_page_is_brought_up_to_date_once(
    page: tuple[list[Piece], str, str, str], says: dict[str, Any], now: dict[str, Any], line: str
) -> None:
    pieces, body, end, mark = page
    lines = [written(piece.lines, end) for piece in pieces]
    seed = line and line + end
    text = f"{mark}---{end}{seed}{''.join(lines)}---{end}{written(body, end)}"
    read = replace(read_page(text, "docs/briefings/x.md"), path="briefings/x.md")
    fresh = state(now, "2")
    done = update(read, state(says, "1"), fresh.said, SEED)
    brought = replace(fresh, ownership=done.ownership)
    again = update(done.page, brought, fresh.said, SEED)
    assert (again.page.text, again.ownership) == (done.page.text, done.ownership)
    assert done.page.line("seed") == SEED
    assert not is_untouched(done.page, brought) or not concerns(done.page, brought)


@given(says=machine_says)
def test_a_page_made_anew_is_untouched(says: dict[str, Any]) -> None:
    fresh = state(says, "1")
    page = read_page(revive(fresh).text, "docs/briefings/x.md")
    assert is_untouched(page, fresh)
    assert update(page, fresh, fresh.said, SEED).page.text == page.text
