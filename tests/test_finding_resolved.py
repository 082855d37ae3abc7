"""Actors of the desk who speak or act by their office alone."""

from finding_article import parsed

from generator.finding import find_actors, find_quotes, with_resolved
from generator.registry import load, read_desk

DESK = """
- name: Bjarne Voll
  country: "NO"
  roles: [{role: transport minister}]
"""
TEXT = (
    "Tunnel will be built\n\n{} “We will open it before the end of the year,” the Norwegian transport minister said.\n"
)


def names(text: str) -> list[tuple[str, int]]:
    desk = read_desk(DESK, "")
    article, parse = parsed(text)
    actors = find_actors(article, parse, load(desk))
    quotes = find_quotes(article, parse, actors, load(desk))
    assert [quote.speaker for quote in quotes] == ["Bjarne Voll"]
    whole = with_resolved(article, parse, actors, quotes, (), load(desk))
    assert [actor.salience for actor in whole] == sorted((actor.salience for actor in whole), reverse=True)
    return [(actor.name, len(actor.mentions)) for actor in whole]


def test_who_speaks_by_an_office_is_an_actor() -> None:
    assert names(TEXT.format("The tunnel will be long.")) == [("Bjarne Voll", 0)]


def test_who_acts_by_an_office_is_an_actor() -> None:
    article, parse = parsed("Accord is signed\n\nThe Norwegian transport minister signed the accord on Monday.\n")
    registry = load(read_desk(DESK, ""))
    actors = find_actors(article, parse, registry)
    assert "Bjarne Voll" in {actor.name for actor in with_resolved(article, parse, actors, (), (), registry)}
    assert "Bjarne Voll" not in {actor.name for actor in with_resolved(article, parse, actors, (), (), load())}


def test_who_is_named_is_there_once() -> None:
    assert names(TEXT.format("Bjarne Voll came to the tunnel.")) == [("Bjarne Voll", 1)]
