"""A slip in a name is the name that the article has rightly elsewhere, of whatever kind the actor is."""

import pytest
from finding_article import parsed

from generator.finding import find_actors
from generator.registry import load


def called(text: str) -> dict[str, tuple[str, ...]]:
    article, parse = parsed(text)
    return {actor.name: actor.aliases for actor in find_actors(article, parse, load())}


@pytest.mark.parametrize(
    ("headline", "text", "name", "slip"),
    [
        (
            "Volkswagon cuts jobs", "Volkswagen will cut jobs in Emden. Volkswagen said so on Monday.",
            "Volkswagen", "Volkswagon",
        ),
        (
            "Indonisia raises fuel prices", "Indonesia raised fuel prices on Monday, its government said.",
            "Indonesia", "Indonisia",
        ),
        (
            "Greanpeace boards a ship", "Activists of Greenpeace boarded a ship on Monday. Greenpeace said so.",
            "Greenpeace", "Greanpeace",
        ),
        (
            "Trondhiem floods recede", "The floods in Trondheim receded on Monday. Trondheim has 200,000 people.",
            "Trondheim", "Trondhiem",
        ),
        (
            "Norway Minster Solhem resigns", "Norwegian minister Ingrid Solheim resigned on Monday. Solheim was tired.",
            "Ingrid Solheim", "Solhem",
        ),
        (
            "Hakan Fidon in Cairo", "Turkish Foreign Minister Hakan Fidan came to Cairo. Fidan met his counterpart.",
            "Hakan Fidan", "Hakan Fidon",
        ),
        (
            "Keir Starmar loses vote", "British Prime Minister Keir Starmer lost a vote. Starmer said he would stay.",
            "Keir Starmer", "Keir Starmar",
        ),
        (
            "Emanuel Macron meets unions", "French President Emmanuel Macron met the unions. Macron said he listened.",
            "Emmanuel Macron", "Emanuel Macron",
        ),
        (
            "Zelenskiy visits Berlin", "Ukrainian President Volodymyr Zelensky visited Berlin. Zelensky met students.",
            "Volodymyr Zelensky", "Zelenskiy",
        ),
    ],
)  # fmt: skip
def test_a_slip_in_the_headline_is_the_name_of_the_text(headline: str, text: str, name: str, slip: str) -> None:
    found = called(f"{headline}\n\n{text}\n")
    assert slip in found[name]
    assert slip not in found


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("Russian", "Russia sent ships to the north on Monday. Russia said they would stay."),
        ("Warning", "John Waring warned of floods on Monday. Waring said the river was high."),
        ("Panther", "The Carolina Panthers won on Monday. The Panthers are second."),
    ],
)
def test_another_word_of_the_headline_is_no_slip(word: str, text: str) -> None:
    found = called(f"{word} on the way\n\n{text}\n")
    spellings = {spelling for name, aliases in found.items() if name != "Russia" for spelling in (name, *aliases)}
    assert word not in spellings


def test_two_people_of_the_text_whose_given_names_are_alike_are_two() -> None:
    found = called(
        "Sisters win prize\n\nChristina Berglund and Christine Berglund won the prize on Monday. "
        "Christina Berglund paints. Christine Berglund writes.\n"
    )
    assert {"Christina Berglund", "Christine Berglund"} <= found.keys()
