"""Names that an article writes in full and in short."""

from dataclasses import replace
from typing import Any

import pytest
from finding_article import cases, parsed

from generator.finding.abbreviated import abbreviated, spelt_out
from generator.finding.parts import Part, parts
from generator.registry import load


def told(text: str) -> Part:
    """Return the first paragraph of an article, which is this text."""
    return parts(*parsed(f"A quiet day\n\n{text}\n"))[1]


def read_as(part: Part, *bodies: str) -> Part:
    """Return the part as if the parser had found these bodies in it and no other name."""
    doc, starts = part.doc.copy(), map(part.text.index, bodies)
    spans = [doc.char_span(start, start + len(body), "ORG") for start, body in zip(starts, bodies, strict=True)]
    doc.set_ents([span for span in spans if span], default="outside")
    return replace(part, doc=doc)


@pytest.mark.parametrize("case", cases("finding/abbreviated", "spelt_out"), ids=lambda case: case["text"])
def test_a_body_that_the_parser_overlooks_is_spelt_out(case: dict[str, Any]) -> None:
    part = read_as(told(case["text"]))
    found = spelt_out(1, part, load())
    assert [one.name for one in found] == case["is"]
    assert [part.text[one.start : one.end] for one in found] == case["is"]
    assert {(one.part, one.label, one.entry) for one in found} <= {(1, "ORG", None)}


def test_a_body_with_an_ampersand_that_the_parser_finds_is_left_to_it() -> None:
    assert spelt_out(1, read_as(told("Drill & Dorn sold it."), "Drill & Dorn"), load()) == []


@pytest.mark.parametrize("case", cases("finding/abbreviated", "abbreviated"), ids=lambda case: case["text"])
def test_an_acronym_behind_a_known_body_is_that_body(case: dict[str, Any]) -> None:
    part = told(case["text"])
    known = load().find(part.text)
    found = abbreviated(1, part, known)
    assert [one.name for one in found] == case["short"]
    assert [part.text[one.start : one.end] for one in found] == case["short"]
    assert {one.entry for one in found} <= {match.value for match in known}
