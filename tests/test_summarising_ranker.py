"""What holds of the default summary, whatever the text."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.language import length
from generator.model import Article, Fragment, Sentence
from generator.summarising import Fill, Known, summarise
from generator.summarising.leaning import antecedents

WORDS = 'But He They port treaty Norway Sweden signed fish “We are are” " both sides said 12 % . ?'.split()
written = st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map(" ".join)
anything = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60)
MILL = (
    "The last mill in Avonlea will close in May after nine years of losses, its owner said on Monday, a blow to "
    "some forty bakers in the valley who bought their flour there. The owner blamed a flood in March, which broke "
    "the old dam above the mill, and the council of Avonlea, which had refused to pay for repairs that would cost "
    "nine million crowns. Anna Brook, who leads the union of the bakers, called on the council of the town to buy "
    "the wheel and the two barns. The council will talk about the price at its meeting on Friday. A flood in March "
    "broke the old dam above the mill, and repairs would cost nine million crowns. Engineers from Carmody found "
    "cracks in three of the beams. Farmers in the north of the valley sell most of their wheat abroad since the "
    "railway was built. Prices of bread rose by nine percent in April. The mayor of Carmody offered to send flour "
    "from a newer mill on the coast. Tom Blythe, a baker, said that he would rather close his shop than buy it "
    "there. The mill was built by monks in 1744. A museum in the capital wants the oldest stones. Lawyers of the "
    "owner asked a court in April to free him of his debts. The court will rule in June. Eleven people work at the "
    "mill today, and most of them are older than fifty. The youngest, Gil Barry, has found a job at the harbour. "
    "The harbour was closed for two weeks in winter because of ice. Two ferries bring wheat from the islands every "
    "week. Islanders fear that nobody will buy their harvest now. The minister of farming promised help for them in "
    "a letter. Opponents in parliament called the letter a poor joke. An election is due in the autumn. Polls see "
    "the party of the minister in third place. The owner has not said who will get the land around the mill."
).split(". ")
texts_of = st.lists(st.one_of(written, anything), min_size=1, max_size=30)


def summary(texts: Sequence[str], count: int | Fill | None = None, lang: str = "en", shown: str = "") -> list[int]:
    """Return the places of the sentences chosen."""
    headline = Fragment("Port opens", tuple(range(10)))
    article = Article("x.txt", "", "", headline, None, (), "", "", "", "", "", "", lang, None)
    sentences = [Sentence(text, number, number + 1, number // 3) for number, text in enumerate(texts)]
    chosen = summarise(article, sentences, name="standfirst", count=count, known=Known(shown))
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


@pytest.mark.parametrize(("paragraphs", "expected"), [(1, 2), (6, 2), (7, 3), (24, 4)])
def test_an_article_in_many_paragraphs_has_more_key_sentences(paragraphs: int, expected: int) -> None:
    article = Article("x.txt", "", "", None, None, (), "", "", "", "", "", "", "en", None)
    sentences = [Sentence(f"{text}.", 0, 1, number * paragraphs // len(MILL)) for number, text in enumerate(MILL)]
    assert len(summarise(article, sentences, name="standfirst")) == expected
