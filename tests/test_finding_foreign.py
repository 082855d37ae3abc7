"""The desk's own actors in articles that no model reads."""

import pytest
from finding_article import parsed

from generator.finding import find_actors, find_quotes
from generator.registry import load, read_desk

TEXT = """双方在北京会晤

王小明4日在北京会见了代表团。王小明说：“双方要加强战略协作。”

双方签署了能源合作协议。协议总额超过一千亿美元。
"""


@pytest.mark.parametrize(("said", "kind"), [("", "person"), ("  kind: organisation\n", "organisation")])
def test_a_name_of_the_desk_is_found_whatever_its_kind(said: str, kind: str) -> None:
    desk = read_desk(f"- name: Wang Xiaoming\n{said}  aliases: [王小明]\n", "")
    article, parse = parsed(TEXT, "zh")
    actors = find_actors(article, parse, load(desk))
    assert ("Wang Xiaoming", kind) in [(actor.name, actor.kind) for actor in actors]
    assert [quote.speaker for quote in find_quotes(article, parse, actors, load(desk))] == ["Wang Xiaoming"]


def test_one_whom_the_desk_ignores_is_not() -> None:
    desk = read_desk("- name: 王小明\n  ignore: true\n", "")
    article, parse = parsed(TEXT, "zh")
    assert "王小明" not in {actor.name for actor in find_actors(article, parse, load(desk))}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "fr",
            "Une ville vote\n\nLa ville a élu Jean Martin vendredi, et Michael Jordan regardait dans la rue.\n",
        ),
        (
            "es",
            "Una ciudad elige\n\nLa ciudad eligió el viernes a José Cubas, y Jorge Martín habló a la gente. Así es.\n",
        ),
        (
            "de",
            "Eine Stadt wählt\n\nDie Stadt hat am Freitag den Bürgermeister Schweizer gewählt und ist froh.\n",
        ),
        (
            "fr",
            "Jordan Marchais chante\n\nLe public aime Jordan Marchais, et Israel de Souza joue du piano pour lui.\n",
        ),
        (
            "es",
            "Un puente nuevo\n\nEl ministro Israel Salinas abrió el puente con Francia Morales, la alcaldesa.\n",
        ),
    ],
)
def test_people_are_no_countries(lang: str, text: str) -> None:
    article, parse = parsed(text, lang)
    assert [actor.name for actor in find_actors(article, parse, load()) if actor.kind in {"country", "place"}] == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Un accord\n\nIsrael a signé l'accord lundi. En Israel Marchais a parlé à la radio du matin.\n"),
        ("de", "Ein Vertrag\n\nDer Minister sagte, dass Israel Raketen kaufe und dass er froh sei.\n"),
    ],
)
def test_countries_that_are_given_names_are_countries_alone(lang: str, text: str) -> None:
    article, parse = parsed(text, lang)
    assert [actor.name for actor in find_actors(article, parse, load())] == ["Israel"]


def test_bodies_of_europe_are_no_place() -> None:
    article, parse = parsed("Das Gesetz\n\nAlle lobten es. Der Sprecher der Europäischen Kommission auch.\n", "de")
    assert [actor.name for actor in find_actors(article, parse, load())] == ["European Commission"]
