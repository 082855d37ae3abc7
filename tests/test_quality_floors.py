"""The quality gate's floors: what is below is named, and none sinks without a word."""

from dataclasses import replace

import pytest
from floors import Floor, RefusedError, Row, down, pinned, read, rows, table, write
from gate import FLOORS as FILE
from gate import SUBJECTS
from report import PAGE, held

FLOORS = (
    Floor("actors/news F", "Actor list, news, F", baseline=0.73, sm=0.78, md=0.8),
    Floor("summaries/ROUGE-1", "CNN/DM, ROUGE-1", baseline="summaries/ROUGE-1, lead-3", digits=2, sm=32.5, md=32.5),
    Floor("summaries/a second", "Articles a second", digits=0, fixed=True, sm=60, md=60),
)
MEASURED = {
    "actors/news F": 0.7849,
    "summaries/ROUGE-1": 32.999,
    "summaries/ROUGE-1, lead-3": 30.31,
    "summaries/a second": 93.0,
}


def test_a_file_of_floors_is_read_as_it_was_written() -> None:
    lowered = replace(FLOORS[0], lowered=("sm 0.79 to 0.78: the texts were corrected",))
    assert read(write((lowered, *FLOORS[1:]))) == (lowered, *FLOORS[1:])


def test_a_measure_is_held_to_the_floor_of_its_model() -> None:
    assert [row.holds for row in rows(FLOORS, MEASURED, "sm")] == [True, True, True]
    assert [row.holds for row in rows(FLOORS, MEASURED, "md")] == [False, True, True]
    assert [row.holds for row in rows(FLOORS, {}, "sm")] == [False, False, False]


def test_figures_are_never_rounded_up_to_a_floor() -> None:
    assert [down(0.7999, 3), down(0.8, 3), down(32.499999, 2), down(-0.0001, 3)] == [0.799, 0.8, 32.49, -0.001]
    assert not next(rows(FLOORS, {"actors/news F": 0.77799}, "sm")).holds
    assert next(rows(FLOORS, {"actors/news F": 0.778}, "sm")).holds


def test_the_floor_in_the_table_is_the_one_that_fails() -> None:
    assert [row.floor for row in rows(FLOORS, {}, "sm")] == [0.778, 32.48, 60]


def test_the_table_names_what_is_below_and_what_others_get() -> None:
    lines = table(list(rows(FLOORS, MEASURED | {"actors/news F": 0.7}, "sm"))).splitlines()
    assert lines[0].split() == ["measure", "this", "floor", "baseline"]
    assert lines[1].split() == ["Actor", "list,", "news,", "F", "0.700", "0.778", "0.730", "BELOW"]
    assert lines[2].split() == ["CNN/DM,", "ROUGE-1", "32.99", "32.48", "30.31"]
    assert table([Row("x", None, 1.0, None, 0)]).splitlines()[1].split() == ["x", "-", "1", "-", "NOT", "MEASURED"]


def test_pinning_raises_floors_but_that_of_speed() -> None:
    new = pinned(FLOORS, MEASURED, "sm")
    assert [(one.sm, one.md) for one in new] == [(0.784, 0.8), (32.99, 32.5), (60, 60)]


@pytest.mark.parametrize(
    ("lower", "because", "told"),
    [
        ((), "", r"actors/news F with md is 0.784, below its floor 0.8; to lower that"),
        (("actors/news F",), " ", r"for a reason only"),
        (("actors/F",), "a typo", r"no measure is called actors/F"),
        (("summaries/ROUGE-1",), "another one", r"actors/news F with md is 0.784"),
    ],
)
def test_no_floor_sinks_unasked_or_without_a_reason(lower: tuple[str, ...], because: str, told: str) -> None:
    with pytest.raises(RefusedError, match=told):
        pinned(FLOORS, MEASURED, "md", lower=lower, because=because)


def test_a_floor_sinks_for_a_reason_that_is_kept() -> None:
    new = pinned(FLOORS, MEASURED, "md", lower=["actors/news F"], because="gold was corrected")
    assert (new[0].md, new[0].sm) == (0.784, 0.78)
    assert new[0].lowered == ("md 0.8 to 0.784: gold was corrected",)


def test_nothing_is_pinned_that_was_not_measured() -> None:
    with pytest.raises(RefusedError, match="was not measured"):
        pinned(FLOORS, {}, "sm")


def test_the_page_of_figures_shows_every_floor() -> None:
    shown = PAGE.read_text(encoding="utf-8").splitlines()
    lines = held(read(FILE.read_text(encoding="utf-8")), {})
    assert {_but_baseline(line) for line in lines} - set(map(_but_baseline, shown)) == set()


def _but_baseline(line: str) -> str:
    return line.rstrip(" |").rpartition(" | ")[0]


def test_the_page_shows_each_floor_beside_its_baseline() -> None:
    lines = list(held(FLOORS, MEASURED))
    assert lines[2:] == [
        "| Actor list, news, F | 0.780 | 0.800 | 0.730 |",
        "| CNN/DM, ROUGE-1 | 32.50 | 32.50 | 30.31 |",
        "| Articles a second | at least 60 | at least 60 | – |",
    ]


def test_every_floor_but_that_of_speed_has_a_baseline() -> None:
    assert [one.measure for one in read(FILE.read_text(encoding="utf-8")) if not one.baseline and not one.fixed] == []


def test_every_subject_is_held_to_floors_with_both_models() -> None:
    floors = read(FILE.read_text(encoding="utf-8"))
    assert {one.measure.partition("/")[0] for one in floors} == set(SUBJECTS)
    assert [one.measure for one in floors if one.sm is None or one.md is None] == []
