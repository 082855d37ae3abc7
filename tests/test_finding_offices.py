"""Offices: who is meant by "the Russian president"; where it is not clear, nobody but the words."""

from dataclasses import replace
from typing import Any

import pytest
import yaml
from finding_article import cases, parsed

from generator.finding import find_actors, find_claims
from generator.language import sentences
from generator.registry import load, read_desk

CASES = [case for table in ("words", "people") for case in cases("finding/offices", table)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_whose_claim_it_is(case: dict[str, Any]) -> None:
    article, parse = parsed(case["text"])
    dated = replace(article, date=case.get("day"))
    registry = load(read_desk(yaml.safe_dump(case.get("desk", [])), "actors.yml"))
    actors = find_actors(dated, parse, registry)
    claims = find_claims(dated, parse, actors, registry, sentences(dated, parse))
    assert [claim.party for claim in claims] == case["parties"]
