"""A briefing as one JSON object: the shape of `show --json` and of the state files."""

import json
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from generator.model import Actor, Briefing, Quote, Topic

Json = dict[str, Any]
_KINDS: Mapping[type, tuple[str, ...]] = {
    dict: ("object",),
    list: ("array",),
    str: ("string",),
    int: ("integer", "number"),
    float: ("number",),
    type(None): ("null",),
}


def as_json(briefing: Briefing) -> Json:
    """Return the object that `briefing.schema.json` describes, keys in its order."""
    return {
        "id": briefing.id,
        "seed": briefing.seed,
        "title": briefing.title,
        "description": briefing.description,
        "summary": [sentence.text for sentence in briefing.summary],
        "spans": [[sentence.start, sentence.end] for sentence in briefing.summary],
        "actors": [_actor(actor) for actor in briefing.actors],
        "sources": list(briefing.sources),
        "topics": [_topic(topic) for topic in briefing.topics],
        "quotes": [_quote(quote) for quote in briefing.quotes],
        "lang": briefing.lang,
        "source": briefing.source,
        "agency": briefing.agency,
        "date": briefing.date.isoformat() if briefing.date else None,
    }


def _actor(actor: Actor) -> Json:
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "aliases": list(actor.aliases),
        "mentions": [list(mention) for mention in actor.mentions],
        "salience": actor.salience,
    }


def _topic(topic: Topic) -> Json:
    return {"id": topic.id, "label": topic.label, "score": topic.score}


def _quote(quote: Quote) -> Json:
    span = [quote.start, quote.end]
    return {"text": quote.text, "speaker": quote.speaker, "span": span, "channel": quote.channel}


@cache
def schema() -> Json:
    """Return the JSON Schema of one record."""
    text = files("generator.pages").joinpath("briefing.schema.json").read_text(encoding="utf-8")
    found: Json = json.loads(text)
    return found


def wrong(record: object) -> str:
    """Return what is wrong with a record, "" if it fits the schema.

    Knows the few keywords that the schema uses, since states are many and jsonschema is slow.
    """
    found = _wrong(record, schema())
    return found and f"briefing{found}"


def _wrong(value: object, rule: Json) -> str:
    """Return where below the value what is wrong, such as `.actors[].kind must be text`."""
    if "$ref" in rule:
        rule = schema()["$defs"][rule["$ref"].rpartition("/")[2]]
    kinds, allowed = _KINDS.get(type(value), ()), rule["type"]
    if not (allowed in kinds if isinstance(allowed, str) else any(kind in kinds for kind in allowed)):
        return f" must be {allowed if isinstance(allowed, str) else ' or '.join(allowed)}"
    if isinstance(value, str):
        return _wrong_text(value, rule)
    if isinstance(value, list):
        return _wrong_list(value, rule)
    return _wrong_object(value, rule) if isinstance(value, dict) else ""


def _wrong_text(value: str, rule: Json) -> str:
    if "enum" in rule and value not in rule["enum"]:
        return f" must be one of {', '.join(rule['enum'])}"
    if "pattern" in rule and not re.search(rule["pattern"], value):
        return f" must have the form {rule['pattern']}"
    return ""


def _wrong_list(value: list[object], rule: Json) -> str:
    if "minItems" in rule and not rule["minItems"] <= len(value) <= rule["maxItems"]:
        return f" must have {rule['minItems']} items"
    for item in value:
        if found := _wrong(item, rule["items"]):
            return f"[]{found}"
    return ""


def _wrong_object(value: Json, rule: Json) -> str:
    rules = rule["properties"]
    if missing := [key for key in rule["required"] if key not in value]:
        return f" lacks {missing[0]}"
    if unknown := [key for key in value if key not in rules]:
        return f" has an unknown key {unknown[0]}"
    for key, item in value.items():
        if found := _wrong(item, rules[key]):
            return f".{key}{found}"
    return ""
