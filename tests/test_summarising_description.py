from pathlib import Path

import pytest
import yaml
from conftest import Run
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import language
from generator.language import Parse
from generator.model import Article, Fragment, Sentence
from generator.summarising import describe
from generator.summarising.clause import main_clause
from generator.summarising.description import MOST_WORDS

CASES = yaml.safe_load((Path(__file__).parent / "cases/summarising/description.yml").read_text(encoding="utf-8"))
UNPARSED = Parse(None, None, ())
LONG = "The council of the city agreed on " + "a tunnel and on " * 10 + "a bridge."


def article(headline: str = "", *paragraphs: str) -> Article:
    title = fragment(headline) if headline else None
    whole = tuple(map(fragment, paragraphs))
    return Article("x.txt", "", "", title, None, whole, "", "", "", "", "", "", "en", None)


def fragment(text: str) -> Fragment:
    return Fragment(text, tuple(range(len(text))))


def sentences(*texts: str) -> tuple[Sentence, ...]:
    return tuple(Sentence(text, number, number, number) for number, text in enumerate(texts))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_long_sentence_loses_clauses_at_its_end(case: dict[str, str]) -> None:
    assert len(case["text"].split()) > MOST_WORDS
    (sentence,) = language.load("en")(case["text"]).sents
    assert main_clause(sentence, MOST_WORDS) == case["expected"]


def test_it_is_the_standfirsts_first_sentence_else_the_first_that_stands_alone() -> None:
    port = article("Rotterdam port opens again")
    found = sentences(
        "Rotterdam port opens again", "But not all is well.", "Ships from Norway waited there for a week."
    )
    assert describe(port, UNPARSED, "A standfirst.", found, ()) == "A standfirst."
    assert describe(port, UNPARSED, "", found, ()) == found[2].text
    assert describe(port, UNPARSED, "", (), ()) == "Rotterdam port opens again"
    assert describe(article(), UNPARSED, "", (), ()) == ""


def test_a_long_sentence_without_such_clauses_is_passed_over_and_cut_where_nothing_else_is_left() -> None:
    short = "Ships from Norway waited outside the port for a week."
    assert describe(article(), UNPARSED, "", sentences(LONG, short), ()) == short
    cut = describe(article(), UNPARSED, "", sentences(LONG), ())
    assert LONG.startswith(cut.removesuffix("…"))
    assert len(cut.split()) == MOST_WORDS


def test_through_the_front_door_the_clause_is_a_stretch_of_the_article(project: Path, standfirst: Run) -> None:
    text = CASES[0]["text"]
    (project / "seeds" / "a.txt").write_text(f"Tunnel agreed\n\n{text}\n\nThe mayor was content with it.\n")
    assert CASES[0]["expected"] in standfirst("show", "seeds").stdout.splitlines()


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(st.sampled_from("ab,; -“”.\n"), min_size=1, max_size=300), max_size=4))
def test_it_never_has_more_than_thirty_words(texts: list[str]) -> None:
    written = article("", *texts)
    ((_, parse),) = language.parse([written])
    found = sentences(*texts)
    assert len(describe(written, parse, texts[0] if texts else "", found, found[:2]).split()) <= MOST_WORDS
    assert len(describe(written, parse, "", found, found[:2]).split()) <= MOST_WORDS
