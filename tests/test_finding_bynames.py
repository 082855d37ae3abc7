"""By-names lead to their bearers."""

import pytest
from finding_article import parsed

from generator.finding import find_actors
from generator.registry import load

TEXT = """Climber comes home

The climber Emil Bergfeld, {} “Flint”, came home on Monday. Flint had been away for nine years, and many waited for him.
"""


@pytest.mark.parametrize("called", ["known as", "better known as", "nicknamed", "dubbed", "a.k.a."])
def test_a_byname_is_an_alias(called: str) -> None:
    article, parse = parsed(TEXT.format(called))
    assert [(actor.name, actor.aliases) for actor in find_actors(article, parse, load())] == [
        ("Emil Bergfeld", ("Flint",))
    ]


def test_who_is_only_named_beside_somebody_is_another() -> None:
    article, parse = parsed(TEXT.format("with his friend"))
    assert "Emil Bergfeld" in {actor.name for actor in find_actors(article, parse, load()) if not actor.aliases}
