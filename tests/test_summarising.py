"""Key sentences and descriptions, by every summariser."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import HOME, REAL_SEED, Run
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import StandfirstError
from generator.language import length
from generator.model import Article, Fragment, Sentence
from generator.summarising import SUMMARISERS, Fill, Known, summarise
from generator.summarising.anaphora import antecedent, is_first_person, is_unresolved
from generator.summarising.choice import BY_ARTICLE

CASES = yaml.safe_load((Path(__file__).parent / "cases/summarising/anaphora.yml").read_text(encoding="utf-8"))


def article(headline: str = "", lang: str = "en") -> Article:
    title = Fragment(headline, tuple(range(len(headline)))) if headline else None
    return Article("x.txt", "", "", title, None, (), "", "", "", "", "", "", lang, None)


def sentences(texts: list[str]) -> tuple[Sentence, ...]:
    return tuple(Sentence(text, number, number, number // 3) for number, text in enumerate(texts))


@pytest.mark.parametrize("text", CASES["stands_alone"])
def test_a_sentence_that_only_looks_so_stands_alone(text: str) -> None:
    assert not is_unresolved(text, "en")


@pytest.mark.parametrize("case", CASES["languages"], ids=lambda case: case["lang"])
def test_openings_are_known_in_other_languages(case: dict[str, Any]) -> None:
    assert [text for text in case["alone"] if is_unresolved(text, case["lang"])] == []
    assert [text for text in case["leans"] if not is_unresolved(text, case["lang"])] == []


@pytest.mark.parametrize("text", CASES["leans_on_the_sentence_before"])
def test_a_sentence_leans_on_the_one_before(text: str) -> None:
    assert is_unresolved(text, "en")


@pytest.mark.parametrize("case", CASES["antecedents"], ids=lambda case: case["texts"][-1])
def test_a_sentence_about_two_leans_on_the_one_that_names_them(case: dict[str, Any]) -> None:
    assert antecedent(case["texts"], len(case["texts"]) - 1, "en") == case["expected"]


@pytest.mark.parametrize("key", ["first_person", "third_person"])
def test_the_first_person_counts_outside_quotation_marks(key: str) -> None:
    assert {is_first_person(text, "en") for text in CASES[key]} == {key == "first_person"}


DEGENERATE = {
    "one": ["The port of Rotterdam opened again on Monday."],
    "no words": ["...", "—", "!!", "§", "(…)"],
    "all the same": ["The port of Rotterdam opened again on Monday."] * 6,
    "numbers": ["1", "2 3", "4", "5 6 7", "8"],
    "Chinese": ["北京。", "上海。", "两国希望进一步扩大合作。", "会议。", "星期五。"],
    "only stop words": ["It is.", "He was.", "They are.", "So be it.", "Not now."],
}


@pytest.mark.parametrize("name", SUMMARISERS)
@pytest.mark.parametrize("texts", DEGENERATE.values(), ids=DEGENERATE)
@pytest.mark.parametrize("lang", ["en", "zh", "pl", "qq"])
def test_no_text_is_too_poor_for_a_summariser(name: str, texts: list[str], lang: str) -> None:
    given_sentences = sentences(texts)
    chosen = summarise(article(lang=lang), given_sentences, name=name, count=3)
    assert len(chosen) == min(3, len(texts))
    assert list(chosen) == sorted(set(chosen), key=lambda sentence: sentence.start)
    filled = summarise(article(lang=lang), given_sentences, name=name, count=Fill(8))
    assert sum(length(sentence.text) for sentence in filled) >= 8 or filled == tuple(given_sentences)


@pytest.mark.parametrize("name", SUMMARISERS)
@settings(max_examples=15, deadline=None)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60), max_size=12))
def test_a_summary_is_a_part_of_the_article_in_its_order(name: str, texts: list[str]) -> None:
    given_sentences = sentences(texts)
    chosen = summarise(article("Port opens again"), given_sentences, name=name, count=3)
    assert len(chosen) == min(3, len(texts))
    assert [sentence for sentence in given_sentences if sentence in chosen] == list(chosen)


def test_no_empty_article_is_an_error() -> None:
    assert summarise(article(), (), name="standfirst", count=3) == ()


def test_an_unknown_name_lists_the_choices() -> None:
    with pytest.raises(StandfirstError, match=r"did you mean `lex-rank`\? Known are standfirst, centrality, lead, "):
        summarise(article(), (), name="lexrank", count=3)


def test_the_default_chooses_no_sentence_that_leans_on_one_left_out_nor_says_a_thing_twice() -> None:
    texts = [
        "The union and the port authority of Rotterdam agreed on a contract on Monday.",
        "But the workers of the port authority of Rotterdam want a vote on the contract.",
        "Is the contract of the port authority a good one?",
        "On Monday the union and the port authority of Rotterdam agreed on a contract for years.",
        "Ships from Norway waited outside the port until the contract was signed.",
        "The contract raises wages in the port by five percent a year.",
    ]
    chosen = summarise(article(), sentences(texts), name="standfirst", count=3)
    assert [texts.index(sentence.text) for sentence in chosen] == [0, 4, 5]


def test_the_default_chooses_a_sentence_with_the_one_it_leans_on_and_nothing_that_readers_know() -> None:
    texts = [
        "Norway and Sweden signed a treaty about the fish in the northern sea on Monday.",
        "The treaty was signed by the ministers in the port of Bergen on Monday evening.",
        "It rained in Bergen.",
        "Both countries promise to catch less fish in the northern sea under the treaty.",
        "Ann Poe sells tea.",
    ]
    told = "The ministers of the two countries signed a treaty in the port of Bergen on Monday evening."
    chosen = summarise(article(), sentences(texts), name="standfirst", count=2, known=Known(told))
    assert [texts.index(sentence.text) for sentence in chosen] == [0, 3]


def test_every_summariser_gives_the_same_in_every_run() -> None:
    code = f"""
import sys
from generator.cli import main
for name in {list(SUMMARISERS)}:
    main(["show", "--json", "--summariser", name, {str(REAL_SEED)!r}], standalone_mode=False)
"""
    runs = [
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=HOME,
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1]
    assert len([json.loads(line) for line in runs[0].splitlines()]) == len(SUMMARISERS)


@pytest.mark.parametrize("name", SUMMARISERS)
@pytest.mark.parametrize("times", [0, 1, 3])
def test_every_summariser_by_name_through_the_front_door(project: Path, standfirst: Run, name: str, times: int) -> None:
    """The real seed, then articles of one sentence and of three that are equal."""
    equal = f"Harbour opens\n\n{'The port of Rotterdam opened again on Monday. ' * times}\n"
    text = equal if times else REAL_SEED.read_text(encoding="utf-8")
    (project / "seeds" / "a.txt").write_text(text, encoding="utf-8")
    result = standfirst("show", "--json", "--summariser", name, "seeds")
    assert (result.exit_code, result.stderr) == (0, "")
    record = json.loads(result.stdout)
    assert len(record["summary"]) in ({times} if times else {2, 3, 4} if name in BY_ARTICLE else {3})
    assert record["summary"] == [text[start:end] for start, end in record["spans"]]
