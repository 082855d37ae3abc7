"""Units of armed forces are bodies, whatever a parser takes them for."""

import pytest
from finding_article import parsed

from generator.finding import find_actors
from generator.registry import load

TEXT = "Planes leave\n\nThe {} flew out on Tuesday, and many people waved to it. The town was quiet again at night.\n"


@pytest.mark.parametrize("unit", ["433rd Military Airlift Wing", "1st Infantry Division", "22nd Rescue Squadron"])
def test_a_unit_is_a_body(unit: str) -> None:
    article, parse = parsed(TEXT.format(unit))
    assert [(actor.name, actor.kind) for actor in find_actors(article, parse, load())] == [(unit, "organisation")]


@pytest.mark.parametrize("other", ["2nd division", "19th Century", "4th of July Wing"])
def test_what_is_no_unit(other: str) -> None:
    article, parse = parsed(TEXT.format(other))
    assert other not in {actor.name for actor in find_actors(article, parse, load())}
