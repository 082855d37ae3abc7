"""What holds of the default summary, whatever the text."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.language import length
from generator.model import Article, Fragment, Sentence
from generator.summarising import Avoid, Fill, summarise
from generator.summarising.leaning import antecedents

WORDS = 'But He They port treaty Norway Sweden signed fish “We are are” " both sides said 12 % . ?'.split()
written = st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map(" ".join)
anything = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60)
texts_of = st.lists(st.one_of(written, anything), min_size=1, max_size=30)


def summary(texts: Sequence[str], count: int | Fill | None = None, lang: str = "en", shown: str = "") -> list[int]:
    """Return the places of the sentences chosen."""
    headline = Fragment("Port opens", tuple(range(10)))
    article = Article("x.txt", "", "", headline, None, (), "", "", "", "", "", "", lang, None)
    sentences = [Sentence(text, number, number + 1, number // 3) for number, text in enumerate(texts)]
    chosen = summarise(article, sentences, name="standfirst", count=count, avoid=Avoid(shown))
    assert all(sentence in sentences for sentence in chosen)
    return [sentence.start for sentence in chosen]


@settings(max_examples=150, deadline=None)
@given(texts_of, st.sampled_from(["", "The port treaty of Norway."]))
def test_two_to_four_sentences_in_order_and_none_without_what_it_leans_on(texts: list[str], shown: str) -> None:
    chosen = summary(texts, shown=shown)
    assert chosen == sorted(set(chosen))
    assert min(2, len(texts)) <= len(chosen) <= 4
    leaning = antecedents(texts, "en")
    assert all(leaning[number] in {None, *chosen} for number in chosen)


@settings(max_examples=100, deadline=None)
@given(texts_of, st.integers(1, 20), st.sampled_from(["en", "de", "zh", "qq"]))
def test_the_number_asked_for_in_any_language(texts: list[str], count: int, lang: str) -> None:
    chosen = summary(texts, count, lang)
    assert chosen == sorted(set(chosen))
    assert len(chosen) == min(count, len(texts))


@settings(max_examples=100, deadline=None)
@given(texts_of, st.integers(20, 90), st.sampled_from(["en", "de", "zh", "qq"]))
def test_the_words_asked_for_in_any_language(texts: list[str], words: int, lang: str) -> None:
    chosen = summary(texts, Fill(words), lang)
    assert chosen == sorted(set(chosen))
    assert sum(length(texts[number]) for number in chosen) >= words or len(chosen) == len(texts)


@pytest.mark.parametrize("lang", ["en", "de"])
@pytest.mark.parametrize(
    "texts",
    [
        ["The port of Rotterdam opened again on Monday."] * 2_000,
        ["x" * 100_000, "The port of Rotterdam opened again on Monday.", "y" * 100_000],
        ["He left."] * 300,
        ["...", "—", "!!"],
        ["“We are glad."] * 50,
        ["1 " * 5_000] * 3,
    ],
    ids=["equal", "long words", "leaning", "no words", "open quotations", "numbers"],
)
def test_no_text_is_too_odd(texts: list[str], lang: str) -> None:
    assert 2 <= len(summary(texts, lang=lang)) <= 4
    assert len(summary(texts, 7, lang)) == min(7, len(texts))
    assert summary(texts, Fill(100), lang)


def test_another_language_gets_the_ranker_without_training_and_three_sentences() -> None:
    texts = [
        f"Der Hafen von Rotterdam öffnete am Montag um {hour} Uhr wieder, sagte Minister {hour}." for hour in range(9)
    ]
    assert len(summary(texts, lang="de")) == 3


def test_a_sentence_out_of_a_quotation_comes_with_the_one_that_opens_it() -> None:
    texts = [
        "Dockers in the port of Rotterdam ended their strike on Monday after nine days.",
        "Their leader Anna de Vries said: “We have won higher wages for all dockers in the port.",
        "The port pays five percent more to all dockers from Monday, and no docker is dismissed for the strike.”",
        "It rained.",
    ]
    chosen = summary(texts, 2)
    assert 2 not in chosen
    assert {1, 2} <= set(summary(texts, 3)) or 2 not in summary(texts, 3)
