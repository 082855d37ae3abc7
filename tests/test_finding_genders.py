"""Whom "he" and "she" mean, by given names."""

import pytest
from finding_article import parsed

from generator.finding import find_actors, find_quotes
from generator.finding.genders import Genders
from generator.registry import load


def speakers(text: str) -> list[str]:
    article, parse = parsed(f"Talks are over\n\n{text}\n")
    return [quote.speaker for quote in find_quotes(article, parse, find_actors(article, parse, load()), load())]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('Peter Lund and Maria Berg met on Monday. "The talks went well," Lund said. "{}," she added.', "Maria Berg"),
        ('Peter Lund met Maria Berg on Monday. "The talks went well," Berg said. "{}," he added.', "Peter Lund"),
        ('Maria Berg met Peter Lund on Monday. "The talks went well," Berg said. "{}," she added.', "Maria Berg"),
        ('Maria Berg spoke first. Peter Lund spoke next. "{}," she said.', "Maria Berg"),
    ],
)
def test_a_pronoun_means_one_whose_given_name_fits(text: str, speaker: str) -> None:
    assert speakers(text.format("We will all meet again in May"))[-1] == speaker


@pytest.mark.parametrize(
    ("name", "pronoun", "fits"),
    [
        ("Maria Berg", "he", False),
        ("Peter Lund", "he", True),
        ("Andrea Rossi", "he", True),
        ("Andrea Rossi", "she", True),
    ],
)
def test_names_of_both_fit_either(name: str, pronoun: str, fits: bool) -> None:  # noqa: FBT001
    genders = Genders()
    genders.learn_given(name)
    assert genders.fits(pronoun, name) is fits


def test_a_title_tells_more_than_a_name() -> None:
    genders = Genders()
    text = "Mrs. Peter Lund spoke."
    genders.learn_beside("Peter Lund", text, 5, 15)
    genders.learn_given("Peter Lund")
    assert genders.fits("she", "Peter Lund")


def test_a_surname_alone_tells_nothing() -> None:
    genders = Genders()
    genders.learn_given("Martin")
    assert not genders.is_one("he", "Martin")
    assert genders.fits("she", "Martin")
