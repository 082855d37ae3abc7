"""page.schema.json, which editors show as help and check against, beside the strict reader."""

import json
import shutil
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import site_sample
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import StandfirstError
from generator.pages import read_page
from generator.pages.fields import NAMES, TEXTS, WRITTEN

HOME = Path(__file__).parent.parent
SCHEMA: dict[str, Any] = json.loads((HOME / "generator/pages/page.schema.json").read_text(encoding="utf-8"))
FRONTS = yaml.safe_load((Path(__file__).parent / "cases/pages/fronts.yml").read_text(encoding="utf-8"))
FULL = """title: A
description: B.
seed: a.txt
source: site-1
agency: dpa
lang: en
date: 2026-11-20
actors: [Xi Jinping]
topics: [politics]
review: {state: approved, by: Ana Silva, date: 2026-11-24, sha: 3f2a9c01d2e4, seed: 6124137abcf4}
corrections:
  - {date: 2026-11-25, text: One.}
waivers:
  - {text: A sentence., reason: Said by phone.}
quotes:
  - {text: A sentence., speaker: Xi Jinping}
"""


class Editor(yaml.SafeLoader):
    """Reads YAML as editors do: a day stays the text that it is."""


Editor.yaml_implicit_resolvers = {
    sign: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
    for sign, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def fits(front: str) -> bool:
    checked = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker(["date"]))
    return checked.is_valid(yaml.load(front, Editor) or {})  # noqa: S506 -- a safe one


def is_read(front: str) -> bool:
    try:
        read_page(f"---\n{front}---\n", "docs/x.md")
    except StandfirstError:
        return False
    return True


def test_it_is_a_schema_of_every_field_each_with_help() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert set(SCHEMA["properties"]) == {*WRITTEN, "review", "corrections", "waivers", "quotes"}
    assert all(field["description"].endswith((".", '".')) for field in SCHEMA["properties"].values())


def test_texts_and_names_are_the_programs_own() -> None:
    kinds = {key: field.get("$ref", "").rpartition("/")[2] for key, field in SCHEMA["properties"].items()}
    assert [key for key in kinds if kinds[key] == "text"] == list(TEXTS)
    assert [key for key in kinds if kinds[key] == "names"] == list(NAMES)


@pytest.mark.parametrize("front", FRONTS["accepted"])
def test_both_accept(front: str) -> None:
    assert (fits(front), is_read(front)) == (True, True)


@pytest.mark.parametrize("front", FRONTS["refused"])
def test_both_refuse(front: str) -> None:
    assert (fits(front), is_read(front)) == (False, False)


LEAVES = st.sampled_from(
    [None, "", " ", "approved", "Ana", "2026-11-24", "2026-02-30", "3f2a9c01d2e4", 123456789012, 7, 1.5, True, "null"]
)
FIELDS = ["state", "by", "date", "sha", "seed", "text", "title", "reason", "speaker"]
VALUES = LEAVES | st.lists(LEAVES, max_size=2) | st.dictionaries(st.sampled_from(FIELDS), LEAVES, max_size=5)
SIGNED = st.fixed_dictionaries(
    {"state": st.just("approved"), "by": LEAVES, "date": LEAVES}, optional={"sha": LEAVES, "seed": LEAVES}
)
WAIVED = st.lists(VALUES | st.fixed_dictionaries({"text": LEAVES, "reason": LEAVES}), max_size=2)
SAID = st.lists(VALUES | st.fixed_dictionaries({"text": LEAVES, "speaker": LEAVES}), max_size=2)
CORRECTED = st.lists(VALUES | st.fixed_dictionaries({"date": LEAVES, "text": LEAVES}), max_size=2)


@given(
    st.dictionaries(st.sampled_from(["title", "lang", "date", "actors", "topics"]), VALUES, max_size=2),
    SIGNED | VALUES,
    CORRECTED | VALUES,
    WAIVED | VALUES,
    SAID | VALUES,
)
def test_both_judge_alike_whatever_a_form_writes(
    front: dict[str, object], review: object, corrections: object, waivers: object, quotes: object
) -> None:
    signed = {"review": review}, {"corrections": corrections}, {"waivers": waivers}, {"quotes": quotes}
    for fields in (front, *signed):
        text = yaml.safe_dump(fields)
        assert fits(text) == is_read(text), text


def test_pages_fit(tmp_path: Path) -> None:
    shutil.copytree(HOME / "docs/briefings", tmp_path / "docs/briefings")
    site_sample.write(tmp_path)
    pages = sorted((tmp_path / "docs/briefings").rglob("*.md"))
    fronts = [page.read_text(encoding="utf-8").split("---\n")[1] for page in pages]
    assert len(fronts) > 25
    assert [front for front in [*fronts, FULL] if not fits(front)] == []
    assert set(yaml.safe_load(FULL)) == set(SCHEMA["properties"])
