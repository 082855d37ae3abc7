from dataclasses import dataclass
from datetime import date
from itertools import takewhile
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from test_pages_escaping import MESSY
from test_pages_render import actor, briefing, render, sentences

from generator.errors import StandfirstError
from generator.model import Briefing, Topic
from generator.pages import points, read_page, rewrite
from generator.pages.oneline import one_line
from generator.pages.writing import Value, folded

CASES = Path(__file__).parent / "cases/pages"
TEXTS = MESSY.map(one_line).map(lambda text: normalize("NFC", text))
NAMES = st.lists(TEXTS.filter(bool), max_size=3).map(tuple)
DAYS = st.dates().map(str).map(date.fromisoformat)


def frozen(value: object) -> Any:  # noqa: ANN401
    """Return lists of a case as tuples, and what stands in a list or mapping as text."""
    if isinstance(value, dict):
        return {key: str(text) for key, text in value.items()}
    if isinstance(value, list):
        return tuple(frozen(item) for item in value)
    return value


@pytest.mark.parametrize("case", yaml.safe_load((CASES / "rewriting.yml").read_text()), ids=lambda case: case["name"])
def test_only_what_had_to_change_is_changed(case: dict[str, Any]) -> None:
    fields = {key: frozen(value) for key, value in case["fields"].items()}
    after = rewrite(case["before"], "docs/x.md", fields, case.get("summary"))
    assert after == case["after"]
    assert rewrite(after, "docs/x.md", fields, case.get("summary")) == after


@pytest.mark.parametrize("case", yaml.safe_load((CASES / "refused.yml").read_text()), ids=lambda case: case["name"])
def test_a_page_that_cannot_be_read_is_not_guessed_at(case: dict[str, str]) -> None:
    with pytest.raises(StandfirstError) as caught:
        rewrite(case["text"], "docs/x.md", {"title": "A"}, ["One."])
    assert str(caught.value) == case["error"]


@pytest.mark.parametrize(
    ("text", "fields", "advice"),
    [
        ("---\n{title: A, # mine\nlang: en}\n---\n", {"title": ""}, "take `title` out by hand"),
        ("---\n{actors: [A # mine\n]}\n---\n", {"actors": ("B", "C")}, "change `actors` to B; C by hand"),
        ("---\n?\n  title\n: A\n---\n", {"title": ""}, "take `title` out by hand"),
    ],
)
def test_what_cannot_be_changed_without_loss_is_refused(text: str, fields: dict[str, Value], advice: str) -> None:
    with pytest.raises(StandfirstError) as caught:
        rewrite(text, "docs/x.md", fields)
    message = f"docs/x.md: cannot be changed without touching what a person wrote; {advice}"
    assert str(caught.value) == message


@dataclass(frozen=True)
class Piece:
    """Lines of front matter that belong to one key, "" for those of none."""

    key: str
    lines: str


def of_text(key: str) -> st.SearchStrategy[Piece]:
    forms = [
        "{}: 'It''s mine'   # c\n",
        '"{}" : "a \\"b\\""\n',
        "{}:\n\n  on the next line # c\n",
        "{}: plain\n  on: two\n".replace("on: two", "on two"),
        "{}: >- # c\n  folded\n\n  text\n",
        "{}: |+\n  kept\n\n",
        "{}: |2\n   indented\n",
        "? {}\n: explicit # c\n",
        "{}:   # c\n",
        '{}: "on \\\n  two"\n',
        "{}: plain\u00a0text  \n",
    ]
    return st.sampled_from(forms).map(lambda form: Piece(key, form.format(key)))


def of_names(key: str) -> st.SearchStrategy[Piece]:
    forms = [
        "{}:\n  - A\n  # c1\n  - 'B' # c2\n  - C\n",
        '{}: # c1\n- C\n\n- "B"\n- D\n',
        "'{}':\n      -   A\n      -\n      - B\n",
        "{}: [A, 'B' ] # c\n",
        "{}: [ # c1\n  C, # c2\n  A\n  ]\n",
        "{}: []\n",
        "{}:\n",
        "? {}\n: - A\n  - B # c\n",
    ]
    return st.sampled_from(forms).map(lambda form: Piece(key, form.format(key)))


OTHERS = [
    "# about\n\n",
    "\n",
    "mine: [a,  b]   # c\n",
    "weight: 1.50\n",
    "note: |\n  # no comment\n   x\n\n",
    "not: .nan\n",
]
BODIES = [
    "",
    "\n\n",
    "* One.\n\n* Two.\n",
    "- One.\n  more\n## Mine\n",
    "Text.\n\n- a\n",
    "\n# Mine  \n\n```\n- a\n```",
    "> q\n",
]


@st.composite
def pages(draw: st.DrawFn) -> tuple[list[Piece], str, str, str]:
    known = [draw(of_text(key)) for key in ("title", "agency")] + [draw(of_names(key)) for key in ("actors", "topics")]
    chosen = draw(st.lists(st.sampled_from(known), unique=True, max_size=4))
    others = draw(st.lists(st.sampled_from(OTHERS), unique=True, max_size=4))
    pieces = draw(st.permutations([*chosen, *(Piece("", lines) for lines in others)]))
    body = draw(st.sampled_from(BODIES))
    return list(pieces), body, draw(st.sampled_from(["\n", "\r\n", "\r"])), draw(st.sampled_from(["", "\ufeff"]))


def written(lines: str, end: str) -> str:
    return lines.replace("\n", end)


CHANGES = st.one_of(
    st.tuples(st.sampled_from(["title", "agency", "lang"]), TEXTS),
    st.tuples(
        st.sampled_from(["actors", "topics"]), st.lists(st.sampled_from("ABCDE"), unique=True).map(tuple) | NAMES
    ),
    st.tuples(st.just("date"), DAYS),
    st.tuples(st.just("notes"), st.dictionaries(st.sampled_from(["by", "date"]), TEXTS | DAYS.map(str))),
    st.tuples(st.just("remarks"), st.lists(st.fixed_dictionaries({"by": TEXTS, "why": TEXTS}), max_size=2).map(tuple)),
)


@given(page=pages(), change=CHANGES)
def test_all_lines_of_other_keys_stay_byte_for_byte(
    page: tuple[list[Piece], str, str, str], change: tuple[str, Value]
) -> None:
    (pieces, body, end, mark), (key, value) = page, change
    lines = [written(piece.lines, end) for piece in pieces]
    before = f"{mark}---{end}{''.join(lines)}---{end}{written(body, end)}"
    after = rewrite(before, "x.md", {key: value})
    assert folded(read_page(after, "x.md").meta.get(key)) == folded(value) or not value
    place = next((number for number, piece in enumerate(pieces) if piece.key == key), None)
    if place is None:
        above = sum(1 for _ in takewhile(lambda both: both[0] == both[1], zip(before, after, strict=False)))
        assert after.endswith(before[above:])
    else:
        below = len("".join(lines[place + 1 :])) + len(f"---{end}{written(body, end)}")
        assert after.startswith(before[: len(f"{mark}---{end}{''.join(lines[:place])}")])
        assert after.endswith(before[len(before) - below :])
        assert all(after.count(comment) >= before.count(comment) for comment in ("# c1", "# c2", "# c"))


@given(page=pages(), summary=st.lists(TEXTS, max_size=3))
def test_new_key_points_leave_all_else_byte_for_byte(
    page: tuple[list[Piece], str, str, str], summary: list[str]
) -> None:
    pieces, body, end, mark = page
    head = written(f"{mark}---\n{''.join(piece.lines for piece in pieces)}---\n", end)
    before = head + written(body, end)
    after = rewrite(before, "x.md", {}, summary)
    assert after.startswith(head)
    old = points(read_page(before, "x.md").body)
    below = written(read_page(before, "x.md").body[old.end :], end)
    assert after.endswith(below)
    if any(summary):
        assert points(read_page(after, "x.md").body).items == tuple(filter(None, summary))


@given(page=pages())
def test_values_that_are_there_already_change_nothing(page: tuple[list[Piece], str, str, str]) -> None:
    pieces, body, end, mark = page
    before = mark + written(f"---\n{''.join(piece.lines for piece in pieces)}---\n{body}", end)
    read = read_page(before, "x.md")
    known: Any = {key: value for key, value in read.meta.items() if key in ("title", "agency", "actors", "topics")}
    assert rewrite(before, "x.md", known, points(read.body).items) == before


@st.composite
def briefings(draw: st.DrawFn) -> Briefing:
    return briefing(
        title=draw(TEXTS),
        description=draw(TEXTS),
        source=draw(TEXTS),
        date=draw(st.none() | DAYS),
        actors=tuple(map(actor, draw(NAMES))),
        topics=tuple(Topic(name, name, 1.0) for name in draw(NAMES)),
        summary=sentences(*draw(NAMES)),
    )


@given(old=briefings(), new=briefings())
def test_an_untouched_page_becomes_what_a_fresh_one_would_be(old: Briefing, new: Briefing) -> None:
    fields: dict[str, Value] = {key: getattr(new, key) for key in ("title", "description", "source")}
    fields |= {"date": new.date or "", "actors": tuple(found.name for found in new.actors)}
    fields |= {"topics": tuple(found.label for found in new.topics)}
    assert rewrite(render(old), "x.md", fields, [found.text for found in new.summary]) == render(new)
