"""Claims: whose account a sentence is; what the article says in its own name is nobody's."""

from typing import Any

import pytest
from finding_article import cases, parsed

from generator.finding import find_actors, find_claims
from generator.language import sentences
from generator.registry import load


@pytest.mark.parametrize("case", cases("finding/claims", "sentences"), ids=lambda case: case["text"].splitlines()[2])
def test_claims(case: dict[str, Any]) -> None:
    article, parse = parsed(case["text"])
    said = sentences(article, parse)
    found = find_claims(article, parse, find_actors(article, parse, load()), load(), said)
    places = [(sentence.start, sentence.end) for sentence in said]
    claims = [{"sentence": places.index((one.start, one.end)), "of": one.party, "via": one.channel} for one in found]
    assert claims == case["claims"]
