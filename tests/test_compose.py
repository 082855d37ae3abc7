import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.utils.meta import get_data
from rendering import to_html

from generator.errors import StandfirstError
from generator.pages import Correction, Page, Review, Shaping, State, read_page
from generator.site.compose import Composed, compose

CASES = yaml.safe_load((Path(__file__).parent / "cases/site/compose.yml").read_text(encoding="utf-8"))

WILD = (
    st.text(alphabet=st.sampled_from("<>&\"'`ab \n\t\u2028\u0085\u202e\ud800\x00\x7f\ufeff😀é{}%#:-[]\\/")) | st.text()
)


def state(page: str, known: Mapping[str, Any]) -> State:
    actors = [{"name": name, "kind": kind, "aliases": aliases} for name, kind, *aliases in known.get("actors", ())]
    keys = ("text", "speaker", "channel", "verb")  # without the last in an older state
    quotes = [dict(zip(keys, quote, strict=False)) for quote in known.get("quotes", ())]
    texts = dict.fromkeys(("title", "description", "date", "source", "agency", "lang"), "")
    names = {"summary": [], "topics": [], "actors": actors, "quotes": quotes, "sources": known.get("sources", [])}
    record = {**texts, **names, **known.get("record", {})}
    return State(
        "0123456789ab",
        known.get("seed", "none.txt"),
        known.get("sha256", ""),
        known.get("page", page),
        Shaping(),
        "",
        "",
        record,
    )


def result(case: Mapping[str, Any]) -> Composed:
    pages = {PurePosixPath(path): read_page(text, path) for path, text in case["pages"].items()}
    assets = {PurePosixPath(path): b"<p>Mine." for path in case.get("assets", ())}
    return compose(pages, assets, [state(page, known) for page, known in case.get("states", {}).items()])


def as_read(files: Mapping[PurePosixPath, bytes]) -> dict[str, dict[str, Any]]:
    """Read every staged file as MkDocs reads pages."""
    return {str(path): as_mkdocs(content) for path, content in files.items()}


def composed(pages: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    return as_read(result({"pages": pages}).files)


def as_mkdocs(content: bytes) -> dict[str, Any]:
    body, meta = get_data(content.decode("utf-8-sig"))
    return {**meta, "body": body.strip("\n")}


def value_at(meta: Any, path: str) -> object:  # noqa: ANN401 -- any YAML
    for step in path.split("."):
        meta = meta[int(step)] if isinstance(meta, list) else meta.get(step, "!")
    return meta


@pytest.mark.parametrize("case", CASES["must_not"] + CASES["must"], ids=lambda case: case["name"])
def test_compose(case: dict[str, Any]) -> None:
    made = result(case)
    staged = as_read(made.files)
    assert list(made.remarks) == case.get("remarks", [])
    for path in case.get("lacks", ()):
        assert path not in staged
    for path, expected in case["has"].items():
        assert {key: value_at(staged[path], key) for key in expected} == expected, path


def test_long_lists_are_paged() -> None:
    pages = {f"briefings/{number:03}.md": f"---\nactors: [China, Actor {number}]\n---\n" for number in range(405)}
    staged = composed(pages)
    assert len(value_at(staged["actors/china.md"], "standfirst.cards")) == 20  # type: ignore[arg-type]
    assert value_at(staged["actors/china.md"], "standfirst.pager.next_url") == "actors/china/2/"
    last = staged["actors/china/21.md"]
    assert value_at(last, "title") == "China, page 21"
    assert value_at(last, "standfirst.pager") == {
        "number": 21,
        "total": 21,
        "previous_url": "actors/china/20/",
        "next_url": "",
    }
    assert "actors/china/22.md" not in staged
    assert value_at(staged["actors/_/3.md"], "standfirst.pager.previous_url") == "actors/_/2/"
    letters = [{"label": "A", "url": "actors/#group-1"}, {"label": "C", "url": "actors/_/3/#group-2"}]
    assert value_at(staged["actors/_/2.md"], "standfirst.jump") == letters
    assert value_at(staged["archive/undated/2.md"], "standfirst.pager.previous_url") == "archive/undated/"
    assert max(len(json.dumps(page)) for page in staged.values()) < 40_000


def test_the_same_pages_in_another_order_give_the_same_bytes() -> None:
    pages = {f"briefings/{n}.md": f"---\nactors: [China, Actor {n % 3}, ACTOR {n % 2}]\n---\n" for n in range(9)}
    found = [(PurePosixPath(path), read_page(text, path)) for path, text in pages.items()]
    forwards, backwards = compose(dict(found), {}, []), compose(dict(reversed(found)), {}, [])
    assert forwards == backwards


@pytest.mark.parametrize("case", CASES["refused"], ids=lambda case: case["path"])
def test_two_files_with_one_address_are_refused(case: dict[str, Any]) -> None:
    own = {"assets": [case["path"]]} if case.get("asset") else {}
    pages = {"about.md": "Text.", "briefings/a.md": "---\nactors: [China]\n---\n"}
    pages |= {} if own else {case["path"]: "Text."}
    with pytest.raises(StandfirstError) as caught:
        result({"pages": pages, **own})
    assert str(caught.value).startswith(f"docs/{case.get('at', case['path'])}: {case['error']}; give ")


@given(WILD)
def test_the_lede_is_the_first_paragraph_that_the_theme_looks_for(description: str) -> None:
    page = Page("briefings/a.md", {"title": "A", "description": description}, "- Point.\n")
    staged = compose({PurePosixPath(page.path): page}, {}, []).files
    found = as_mkdocs(staged[PurePosixPath(page.path)])
    lede = value_at(found, "standfirst.lede")
    assert to_html(found["body"]).startswith(f"<p>{lede}</p>\n<ul>" if lede else "<ul>")


def test_other_files_are_passed_through() -> None:
    path = PurePosixPath("pictures/a.png")
    assert compose({}, {path: b"\x89PNG"}, []).files[path] == b"\x89PNG"


def texts(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for pair in value.items() for part in pair for text in texts(part)]
    if isinstance(value, list):
        return [text for item in value for text in texts(item)]
    return [value] if isinstance(value, str) else []


@given(title=WILD, names=st.lists(WILD, max_size=3), alias=WILD, body=WILD)
def test_every_staged_text_is_safe_and_mkdocs_reads_it_as_written(
    title: str, names: list[str], alias: str, body: str
) -> None:
    meta = {"title": title, "description": title, "source": title, "actors": tuple(names), "topics": tuple(names)}
    signed = {"review": Review("approved", alias, date(2026, 11, 24)), "corrections": (Correction(date.max, title),)}
    page = Page("briefings/a.md", meta | signed, body)
    known = {"actors": [[*names[:1], "person", alias]] if names else [], "quotes": [[title, alias, title]]}
    staged = compose({PurePosixPath(page.path): page}, {}, [state(page.path, known)]).files
    for content in staged.values():
        head, line, *_ = content.decode().split("\n")
        assert head == "---"
        found = json.loads(line)
        assert get_data(content.decode())[1] == found
        for text in texts(found):
            assert not set(text) & set("<>\"'")
            assert all(part.split(";")[0] in {"amp", "lt", "gt", "quot", "#x27"} for part in text.split("&")[1:])
