""".pages.yml, the forms of Pages CMS, beside the schema of pages; the starter's is the same."""

import json
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
import yaml

from generator.site.compose import BRIEFINGS

HOME = Path(__file__).parent.parent
WRITTEN = HOME / ".pages.yml"
CMS: dict[str, Any] = yaml.safe_load(WRITTEN.read_text(encoding="utf-8"))
SCHEMA: dict[str, Any] = json.loads((HOME / "generator/pages/page.schema.json").read_text(encoding="utf-8"))
COLLECTION = CMS["content"][0]
FIELDS = {field["name"]: field for field in COLLECTION["fields"]}
TYPES = {
    "text": {"string", "text"},
    "words": {"string", "text"},
    "words_or_nothing": {"string", "text"},
    "sha": {"string"},
    "names": {"string"},
}
TYPES |= {"day": {"date"}, "some_day": {"date"}}


def filled(key: str) -> dict[str, Any]:
    """Return the schema of the fields inside a field, or inside its items, where they are filled in."""
    rule = SCHEMA["properties"][key]["anyOf"][-1]
    rule = rule["items"]["anyOf"][-1] if rule["type"] == "array" else rule
    inner: dict[str, Any] = rule["properties"]
    return inner


def ref(rule: dict[str, Any]) -> str:
    return str(rule.get("$ref", "")).rpartition("/")[2]


def test_the_form_has_the_fields_of_a_page_and_its_text() -> None:
    assert set(FIELDS) == {*SCHEMA["properties"], "body"}
    assert FIELDS["body"]["type"] == "rich-text"
    assert FIELDS["seed"]["readonly"] is True


@pytest.mark.parametrize("key", [key for key, rule in SCHEMA["properties"].items() if "$ref" in rule])
def test_a_field_is_of_the_kind_that_the_schema_asks_for(key: str) -> None:
    kind = ref(SCHEMA["properties"][key])
    assert FIELDS[key]["type"] in TYPES[kind]
    assert bool(FIELDS[key].get("list")) == (kind == "names")


@pytest.mark.parametrize("key", ["review", "corrections", "waivers", "quotes"])
def test_the_fields_inside_a_field_are_too(key: str) -> None:
    inner = {field["name"]: field for field in FIELDS[key]["fields"]}
    assert (FIELDS[key]["type"], list(inner)) == ("object", list(filled(key)))
    assert bool(FIELDS[key].get("list")) == (key != "review")
    for name, rule in filled(key).items():
        if "enum" in rule:
            options = [value["name"] for value in inner[name]["options"]["values"]]
            assert (inner[name]["type"], options) == ("select", rule["enum"])
        else:
            assert inner[name]["type"] in TYPES[ref(rule)]


def test_days_are_written_as_the_schema_wants_them_and_are_not_filled_in_unasked() -> None:
    nested = [field for outer in FIELDS.values() for field in outer.get("fields", ())]
    days = [field for field in [*FIELDS.values(), *nested] if field["type"] == "date"]
    assert len(days) == 3
    assert {(day["default"], day["options"]["format"]) for day in days} == {("", "yyyy-MM-dd")}


def test_it_finds_pages_where_they_are_written() -> None:
    page = next((HOME / "docs" / BRIEFINGS).rglob("*.md"))
    assert page.is_relative_to(HOME / COLLECTION["path"])
    assert (COLLECTION["type"], COLLECTION["subfolders"]) == ("collection", True)  # below YYYY/MM/
    assert COLLECTION["format"] == "yaml-frontmatter"
    assert PurePosixPath(COLLECTION["filename"]).suffix == page.suffix
    assert COLLECTION["view"]["primary"] == "title"
    assert CMS["settings"]["content"]["merge"] is True


def test_the_starters_is_the_same() -> None:
    assert (HOME / "generator/starter/.pages.yml").read_bytes() == WRITTEN.read_bytes()
