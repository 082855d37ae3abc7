import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import StandfirstError
from generator.model import Actor, Briefing, Claim, Quote, Sentence, Span, Topic
from generator.pages import Shaping, State, as_json, page_named, read_state, write_state
from generator.pages.schema import schema, wrong

CASES = yaml.safe_load((Path(__file__).parent / "cases/pages/states.yml").read_text(encoding="utf-8"))
BRIEFING = Briefing(
    id="0123456789ab",
    seed="x.txt",
    sha256="00",
    title='A "title"\u2028</script>',
    description="One sentence.",
    summary=(Sentence("First.", 0, 6, 0), Sentence("Second.", 7, 14, 0)),
    actors=(Actor("xi-jinping", "Xi Jinping", "person", ("Xi",), (Span(0, 2), Span(4, 6)), 2.5),),
    sources=("TASS",),
    topics=(Topic("medtop:11000000", "politics", 0.5),),
    quotes=(Quote("uphold justice", "Xi Jinping", 3, 9, "Xinhua", "said"),),
    lang="en",
    source="site-111",
    agency="dpa",
    date=date(2022, 2, 4),
    claims=(Claim("Xi told", 7, 14, "Xi Jinping", ""),),
)
STATE = State(
    "0123456789ab", "x.txt", "00", "briefings/x.md", Shaping("lead", language="en"), "0.1.0", "m", as_json(BRIEFING)
)


def damaged(case: dict[str, Any]) -> str:
    if "text" in case:
        return str(case["text"])
    found = json.loads(write_state(STATE)) | case.get("change", {})
    if found["briefing"]:
        found["briefing"] |= case.get("briefing", {})
        found["briefing"].pop(case.get("remove", ""), None)
    return json.dumps(found)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_damaged_state_is_refused_by_name_with_advice(case: dict[str, Any]) -> None:
    with pytest.raises(StandfirstError) as caught:
        read_state(damaged(case), ".standfirst/state/x.yml")
    assert str(caught.value).startswith(".standfirst/state/x.yml: ")
    assert case["problem"] in str(caught.value)
    assert "run `standfirst generate`, which makes it anew" in str(caught.value)


@pytest.mark.parametrize("path", ["briefings/x.md", "briefings/2024/05/é.md"])
def test_the_page_is_found_without_reading_the_rest_however_a_tool_wrote_the_file(path: str) -> None:
    text = write_state(replace(STATE, page=path))
    loaded = json.loads(text)
    for written in (text, json.dumps(loaded, indent=2, ensure_ascii=False), yaml.safe_dump(loaded, allow_unicode=True)):
        assert page_named(written.encode()) == path
    assert page_named(b"") == ""


def test_a_state_is_read_back_and_is_yaml_too() -> None:
    text = write_state(STATE)
    assert read_state(text, "x.yml") == STATE
    assert yaml.safe_load(json.dumps(json.loads(text)))["briefing"]["seed"] == "x.txt"
    assert write_state(read_state(text, "x.yml")) == text


def test_a_state_from_before_verbs_and_claims_were_known_is_read() -> None:
    found = json.loads(write_state(STATE))
    del found["briefing"]["claims"], found["briefing"]["quotes"][0]["verb"]
    read = read_state(json.dumps(found), "x.yml")
    assert read.briefing["quotes"] == [
        {"text": "uphold justice", "speaker": "Xi Jinping", "span": [3, 9], "channel": "Xinhua"}
    ]


def test_a_state_that_another_tool_wrote_again_as_yaml_is_read() -> None:
    assert read_state(yaml.safe_dump(json.loads(write_state(STATE))), "x.yml") == STATE


def test_a_state_has_one_actor_a_line_so_that_a_change_reads_well() -> None:
    assert sum('"name": "Xi Jinping"' in line for line in write_state(STATE).splitlines()) == 1


@pytest.mark.parametrize("briefing", [BRIEFING, replace(BRIEFING, date=None, actors=(), quotes=(), topics=())])
def test_a_record_fits_the_published_schema(briefing: Briefing) -> None:
    jsonschema.Draft202012Validator.check_schema(schema("briefing"))
    jsonschema.validate(as_json(briefing), schema("briefing"))
    assert wrong(as_json(briefing), "briefing") == ""


@given(st.data())
def test_our_quick_check_agrees_with_jsonschema(data: st.DataObject) -> None:
    record: Any = json.loads(json.dumps(as_json(BRIEFING)))
    odd = st.sampled_from([None, True, 1, 1.5, "", "2022-02-04", [], [[1, 2]], ["a"], {}, [{}]])
    target, key = data.draw(st.sampled_from([(node, key) for node in nodes(record) for key in keys(node)]))
    target[key] = data.draw(odd)
    valid = jsonschema.Draft202012Validator(schema("briefing")).is_valid(record)
    assert (wrong(record, "briefing") == "") == valid


def nodes(value: object) -> list[Any]:
    children = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    own = [value] if isinstance(value, dict | list) and value else []
    return own + [node for child in children for node in nodes(child)]


def keys(node: dict[str, object] | list[object]) -> list[str] | range:
    return list(node) if isinstance(node, dict) else range(len(node))
