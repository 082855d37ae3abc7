"""Whoever the desk lists is found by the names given there, whatever the parser makes of them."""

import pytest
from finding_article import parsed

from generator.finding import find_actors
from generator.finding.desked import with_desk
from generator.finding.parts import parts
from generator.registry import Desk, load
from generator.registry.desk import Own

DESK = Desk.of(
    (
        Own("Elon Musk", "person", ("Musk",)),
        Own("Recep Tayyip Erdogan", "person"),
        Own("Novak Djokovic", "person"),
        Own("Night Ferry", ignore=True),
        Own("Gaza Health Ministry", "organisation", ("Gaza health ministry",)),
        Own("Theresa May", "person", ("May",)),
    )
)


def found(text: str) -> dict[str, str]:
    registry = load(DESK)
    article, parse = parsed(text)
    return {actor.name: actor.kind for actor in find_actors(article, parse, registry)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The rocket failed on Monday. Musk told reporters that the next one would fly in June.", "Elon Musk"),
        ("The failure for Elon Musk's Mars rocket programme came on Monday.", "Elon Musk"),
        ("The President of Turkey Recep Tayyip Erdogan spoke in Ankara on Monday.", "Recep Tayyip Erdogan"),
        ("In Paris Novak Djokovic won on Monday. Djokovic beat a qualifier.", "Novak Djokovic"),
        ("The prime minister, Theresa May, spoke on Monday. May said she would stay.", "Theresa May"),
    ],
)
def test_the_desks_people_are_found(text: str, name: str) -> None:
    actors = found(f"News of the day\n\n{text}\n")
    assert actors[name] == "person"
    assert not {"Musk", "Tayyip Erdogan", "Djokovic", "May"} & actors.keys()


def test_the_desks_bodies_go_before_ministries_by_pattern() -> None:
    text = "The Gaza health ministry said 40 people had died. Egypt called for calm."
    assert found(f"News of the day\n\n{text}\n")["Gaza Health Ministry"] == "organisation"


@pytest.mark.parametrize(
    "text", ["The next one will fly in May.", "They may go there.", "The smell of musk was strong."]
)
def test_a_word_or_a_month_is_nobody(text: str) -> None:
    assert found(f"News of the day\n\n{text}\n") == {}


def test_a_kind_that_the_desk_does_not_tell_is_the_articles() -> None:
    article, parse = parsed("News of the day\n\nVolkswagen cut jobs on Monday. Anna Berg was glad.\n")
    desk = Desk.of((Own("Volkswagen"), Own("Anna Berg", "person")))
    seen = with_desk(parts(article, parse), (), desk)
    assert {one.name: (one.label, one.hint) for one in seen} == {
        "Volkswagen": ("", None),
        "Anna Berg": ("PERSON", "person"),
    }


def test_what_the_desk_ignores_leaves_no_half_of_its_name() -> None:
    assert found("News of the day\n\nNight Ferry is the name of a bar there. Guests came to Night Ferry late.\n") == {}


SISTER = Desk.of((Own("Kim Yo Jong", aliases=("Kim",)), Own("Anna Berg", aliases=("Berg",))))
KIMS = "Kim Yo Jong, the sister of Kim Jong Un, spoke on Monday. Kim said that she was glad. Kim Jong Un was not there."


def aliases(text: str, desk: Desk) -> dict[str, tuple[str, ...]]:
    article, parse = parsed(text)
    return {actor.name: actor.aliases for actor in find_actors(article, parse, load(desk))}


@pytest.mark.parametrize("headline", ["News of the day", "Kim Jong Un's sister speaks"])
def test_an_alias_of_one_word_takes_nobody_named_in_full(headline: str) -> None:
    found = aliases(f"{headline}\n\n{KIMS}\n", SISTER)
    assert found["Kim Yo Jong"] == ("Kim",)
    assert found["Kim Jong Un"] == ()


def test_an_alias_is_anothers_where_only_the_other_is_named_in_full() -> None:
    found = aliases("News of the day\n\nKim Jong Un spoke on Monday. Kim said that he was glad.\n", SISTER)
    assert found == {"Kim Jong Un": ("Kim",)}


@pytest.mark.parametrize("name", ["Anna Berg", "Anna M. Berg", "A. Berg"])
def test_an_alias_is_the_desks_actor_by_a_fuller_name_too(name: str) -> None:
    found = aliases(f"News of the day\n\n{name} spoke on Monday. Berg said that she was glad.\n", SISTER)
    assert list(found) == ["Anna Berg"]


@pytest.mark.parametrize(
    ("own", "name", "kind"),
    [
        (Own("China", aliases=("Beijing",)), "China", "country"),
        (Own("North Korea", merge=("Pyongyang",)), "North Korea", "country"),
        (Own("Dorn Search", aliases=("Google",)), "Dorn Search", "organisation"),
        (Own("China", "place", ("Beijing",)), "China", "place"),
        (Own("Jordan Bardella", aliases=("Jordan",)), "Jordan Bardella", "person"),
        (Own("Lake Town", aliases=("Beijing",)), "Lake Town", "place"),
    ],
)
def test_an_actor_without_a_kind_keeps_the_one_that_the_program_knows(own: Own, name: str, kind: str) -> None:
    text = "Talks were held in Beijing and Pyongyang on Monday. Google was glad, too, and Jordan Bardella spoke."
    article, parse = parsed(f"News of the day\n\n{text}\n")
    found = {actor.name: actor.kind for actor in find_actors(article, parse, load(Desk.of((own,))))}
    assert found[name] == kind
