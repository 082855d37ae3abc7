import json
from pathlib import Path

import pytest
import yaml
from conftest import Run
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import language
from generator.language import Parse
from generator.model import Article, Fragment, Sentence
from generator.summarising import Matter, describe, entitle
from generator.summarising.alone import stands_alone
from generator.summarising.clause import beginning, clipped, main_clause
from generator.summarising.description import MOST_WORDS

CASES = yaml.safe_load((Path(__file__).parent / "cases/summarising/description.yml").read_text(encoding="utf-8"))
BEGINNINGS = yaml.safe_load((Path(__file__).parent / "cases/summarising/beginning.yml").read_text(encoding="utf-8"))
CLIPPED = yaml.safe_load((Path(__file__).parent / "cases/summarising/clipped.yml").read_text(encoding="utf-8"))
ALONE = yaml.safe_load((Path(__file__).parent / "cases/summarising/alone.yml").read_text(encoding="utf-8"))
UNTITLED = """(dpa) What a difference a new bridge makes to the harbour of a small town.

The council of Rotterdam opened a second bridge over the river on Monday after nine years of work.

Mayor Ingrid Solheim said that forty thousand cars and lorries would cross the bridge in Rotterdam every day.
"""
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


@pytest.mark.parametrize("case", BEGINNINGS, ids=lambda case: case["name"])
def test_a_long_sentence_ends_where_nothing_is_missing(case: dict[str, str]) -> None:
    assert len(case["text"].split()) > MOST_WORDS
    (sentence,) = language.load("en")(case["text"]).sents
    assert main_clause(sentence, MOST_WORDS) == ""
    assert beginning(sentence, MOST_WORDS) == case["expected"]


@pytest.mark.parametrize("case", CLIPPED, ids=lambda case: case["name"])
def test_first_words_do_not_wait_for_the_next(case: dict[str, str]) -> None:
    (sentence,) = language.load("en")(case["text"]).sents
    assert clipped(sentence, MOST_WORDS) == case["expected"]


def test_a_long_lead_that_no_model_read_ends_at_a_comma() -> None:
    lead = (
        "El alcalde de Nordvik inauguró el lunes el segundo túnel bajo el río, una obra que costó cuatro mil millones, "
        "duró once años y cerró dos de las calles que van al puerto del norte y al viejo mercado."
    )
    found = sentences(lead, "La obra fue financiada por el banco.")
    text = describe(matter(article("Nordvik"), found), "", "Nordvik")
    assert text == f"{lead[: lead.index(', duró')]}…"


def test_a_long_lead_is_cut_rather_than_left_for_a_minor_sentence() -> None:
    lead = next(case["text"] for case in BEGINNINGS if case["name"] == "a phrase of place")
    minor = "A dog of the mayor was found in one of the trees behind the school."
    written = article("Solvik flooded", f"{lead} {minor}")
    ((read, found),) = language.parse([written])
    (described,) = {describe(Matter(read, found, language.sentences(read, found)), "", "Solvik flooded")}
    assert described.startswith("Rescuers reached the village of Solvik on Sunday")
    assert described.endswith("…")


def test_the_lead_goes_before_a_sentence_that_likens_the_article_somewhat_more(project: Path, standfirst: Run) -> None:
    lead = (
        "Norbank has agreed to buy Solvik Ferries and its two shipyards for nine billion crowns, handing control of "
        "one of the oldest firms on the coast to a lender that had never owned a single ship before."
    )
    rest = (
        "The deal, announced on Friday, ends a bidding war in which Norbank beat Orla Holding and Kest Capital. "
        "Norbank values each share of Solvik Ferries at nine crowns. Orla Holding said the war of Norbank was over."
    )
    (project / "seeds" / "x.txt").write_text(f"Ferries sold\n\n{lead}\n\n{rest}\n", encoding="utf-8")
    (shown,) = map(json.loads, standfirst("show", "--json", "seeds").stdout.splitlines())
    assert shown["description"].startswith(lead[: lead.index(", handing")])


def matter(written: Article, found: tuple[Sentence, ...], summary: tuple[Sentence, ...] = ()) -> Matter:
    return Matter(written, UNPARSED, found, summary)


def test_it_is_the_standfirsts_first_sentence_else_one_that_stands_alone() -> None:
    port = article("Rotterdam port opens again")
    found = sentences(
        "Rotterdam port opens again", "But not all is well.", "Ships from Norway waited there for a week."
    )
    told = matter(port, found)
    assert describe(told, "A standfirst.", entitle(told)) == "A standfirst."
    assert describe(told, "What happens next?", entitle(told)) == found[2].text
    assert describe(told, "", entitle(told)) == found[2].text
    assert describe(matter(port, ()), "", entitle(told)) == "Rotterdam port opens again"
    assert describe(matter(article(), ()), "", "") == ""


def test_what_says_what_the_title_says_and_what_is_too_long_is_passed_over() -> None:
    short = "Ships from Norway waited outside the port for a week."
    assert describe(matter(article(), sentences(LONG, short)), "", "The harbour") == short
    cut = describe(matter(article(), sentences(LONG)), "", LONG)
    assert LONG.startswith(cut.removesuffix("…"))
    assert len(cut.split()) == MOST_WORDS


@pytest.mark.parametrize("text", ALONE["not"])
def test_what_is_not_understood_alone(text: str) -> None:
    (span,) = language.load("en")(text).sents
    assert not stands_alone(text, span, "en", is_first=False)


@pytest.mark.parametrize("text", ALONE["alone"])
def test_what_is_understood_alone(text: str) -> None:
    (span,) = language.load("en")(text).sents
    assert stands_alone(text, span, "en", is_first=False)


def test_without_a_headline_the_page_says_two_things(project: Path, standfirst: Run) -> None:
    (project / "seeds" / "a.txt").write_text(UNTITLED, encoding="utf-8")
    (shown,) = map(json.loads, standfirst("show", "--json", "seeds").stdout.splitlines())
    _, second, third = UNTITLED.split("\n\n")
    assert shown["title"] == second
    assert shown["description"] == third.strip()


def test_whoever_is_named_in_passing_makes_no_sentence_the_description(project: Path, standfirst: Run) -> None:
    lead = "Police arrested nine people on Monday who are said to have stolen 200 cars."
    text = f"Thieves caught\n\n{lead} The gang sold the cars in Africa. Prosecutors seek charges of theft.\n"
    (project / "seeds" / "x.txt").write_text(text, encoding="utf-8")
    (shown,) = map(json.loads, standfirst("show", "--json", "seeds").stdout.splitlines())
    assert shown["description"] == lead


def test_a_headline_that_stands_twice_is_neither_description_nor_key_point(project: Path, standfirst: Run) -> None:
    title = "Norland and Sudria trade blame as fighting on the border spreads"
    lead = "Norland launched air strikes along its border with Sudria on Monday."
    rest = "Two soldiers were killed, officials said. The army moved tanks to the border on Sunday."
    for name, head in (("byline", f"{title}\nBy Anna Berg | Solvik"), ("sentence", f"{title}.")):
        (project / "seeds" / f"{name}.txt").write_text(f"{title}\n\n{head}\n\n{lead} {rest}\n", encoding="utf-8")
    for shown in map(json.loads, standfirst("show", "--json", "seeds").stdout.splitlines()):
        assert shown["description"] == lead
        assert lead in shown["summary"]
        assert f"{title}." not in shown["summary"]


def test_through_the_front_door_the_clause_is_a_stretch_of_the_article(project: Path, standfirst: Run) -> None:
    text = CASES[0]["text"]
    (project / "seeds" / "a.txt").write_text(f"Tunnel agreed\n\n{text}\n\nThe mayor was content with it.\n")
    assert f"{CASES[0]['expected']}…" in standfirst("show", "seeds").stdout.splitlines()


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(st.sampled_from("ab,; -“”.\n"), min_size=1, max_size=300), max_size=4))
def test_it_never_has_more_than_thirty_words(texts: list[str]) -> None:
    written = article("", *texts)
    ((_, parse),) = language.parse([written])
    found = sentences(*texts)
    told = Matter(written, parse, found, found[:2])
    title = entitle(told)
    assert len(describe(told, texts[0] if texts else "", title).split()) <= MOST_WORDS
    assert len(describe(told, "", title).split()) <= MOST_WORDS
