"""Values against a JSON Schema, for the few keywords that our own schemas use: states are many, jsonschema is slow."""

import json
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

Json = dict[str, Any]
_KINDS: Mapping[type, tuple[str, ...]] = {
    dict: ("object",),
    list: ("array",),
    str: ("string",),
    int: ("integer", "number"),
    float: ("number",),
    type(None): ("null",),
}


@cache
def schema(name: str) -> Json:
    """Return the JSON Schema that stands in `<name>.schema.json`."""
    text = files("generator.pages").joinpath(f"{name}.schema.json").read_text(encoding="utf-8")
    found: Json = json.loads(text)
    return found


def wrong(value: object, name: str) -> str:
    """Return what is wrong with a value, "" if it fits the schema of that name: `.actors[].kind must be text`."""
    return _wrong(value, schema(name), schema(name))


def _wrong(value: object, rule: Json, whole: Json) -> str:
    if "$ref" in rule:
        rule = whole["$defs"][rule["$ref"].rpartition("/")[2]]
    kinds, allowed = _KINDS.get(type(value), ()), rule["type"]
    if not (allowed in kinds if isinstance(allowed, str) else any(kind in kinds for kind in allowed)):
        return f" must be {allowed if isinstance(allowed, str) else ' or '.join(allowed)}"
    if isinstance(value, str):
        return _wrong_text(value, rule)
    if isinstance(value, list):
        return _wrong_list(value, rule, whole)
    return _wrong_object(value, rule, whole) if isinstance(value, dict) else ""


def _wrong_text(value: str, rule: Json) -> str:
    if "enum" in rule and value not in rule["enum"]:
        return f" must be one of {', '.join(rule['enum'])}"
    if "pattern" in rule and not re.search(rule["pattern"], value):
        return f" must have the form {rule['pattern']}"
    return ""


def _wrong_list(value: list[object], rule: Json, whole: Json) -> str:
    if "minItems" in rule and not rule["minItems"] <= len(value) <= rule["maxItems"]:
        return f" must have {rule['minItems']} items"
    for item in value:
        if found := _wrong(item, rule["items"], whole):
            return f"[]{found}"
    return ""


def _wrong_object(value: Json, rule: Json, whole: Json) -> str:
    rules = rule["properties"]
    if missing := [key for key in rule.get("required", ()) if key not in value]:
        return f" lacks {missing[0]}"
    if unknown := [key for key in value if key not in rules]:
        return f" has an unknown key {unknown[0]}"
    for key, item in value.items():
        if found := _wrong(item, rules[key], whole):
            return f".{key}{found}"
    return ""
