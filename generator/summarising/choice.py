"""Summarisers by name, each behind sumy's interface and imported when chosen."""

import difflib
import warnings
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from itertools import islice
from typing import Any

from generator.errors import StandfirstError
from generator.language import length
from generator.model import Article, Sentence
from generator.summarising.filling import Fill, filling

SUMMARISERS: Mapping[str, str] = {
    "standfirst": "generator.summarising.ranker:StandfirstSummarizer",
    "centrality": "generator.summarising.centrality:CentralitySummarizer",
    "lead": "generator.summarising.lead:LeadSummarizer",
    "lex-rank": "sumy.summarizers.lex_rank:LexRankSummarizer",
    "text-rank": "sumy.summarizers.text_rank:TextRankSummarizer",
    "lsa": "sumy.summarizers.lsa:LsaSummarizer",
    "luhn": "sumy.summarizers.luhn:LuhnSummarizer",
    "sum-basic": "sumy.summarizers.sum_basic:SumBasicSummarizer",
    "kl": "sumy.summarizers.kl:KLSummarizer",
    "reduction": "sumy.summarizers.reduction:ReductionSummarizer",
    "edmundson": "sumy.summarizers.edmundson:EdmundsonSummarizer",
}

BY_ARTICLE = frozenset({"standfirst"})  # choose the number of sentences too

# News says what matters early; several of sumy's methods take cubic time, and a seed must not stop the others.
MOST_SENTENCES = 200
FEWEST = 2  # that are chosen by article
USUAL = 3  # of those that choose no number themselves


@dataclass(frozen=True, slots=True)
class Avoid:
    """What our own summarisers take only where nothing better is left."""

    shown: str = ""  # what readers see above the summary anyway
    fragments: Collection[int] = frozenset()  # places of what is no sentence


NOTHING = Avoid()


def check(name: str) -> None:
    """Raise StandfirstError, listing the choices, for a summariser that is not known."""
    if name not in SUMMARISERS:
        close = difflib.get_close_matches(name, SUMMARISERS, n=1)
        hint = f"did you mean `{close[0]}`? " if close else ""
        raise StandfirstError(f"unknown summariser `{name}`: {hint}Known are {', '.join(SUMMARISERS)}")


def summarise(
    article: Article,
    sentences: Sequence[Sentence],
    *,
    name: str,
    count: int | Fill | None = None,
    avoid: Avoid = NOTHING,
) -> tuple[Sentence, ...]:
    """Return `count` of the sentences, or as few as fill its words, in document order; all if there are no more.

    Where `count` is None, our own summariser takes two to four, as the article asks, and any other three.

    Raises StandfirstError for a summariser that is not known.
    """
    check(name)
    considered = sentences[:MOST_SENTENCES]
    if _are_no_more(considered, count):
        return tuple(considered)
    return tuple(considered[number] for number in _numbers(article, considered, name, count, avoid))


def _are_no_more(sentences: Sequence[Sentence], count: int | Fill | None) -> bool:
    if isinstance(count, Fill):
        return sum(length(sentence.text) for sentence in sentences) <= count.words
    return len(sentences) <= (count or FEWEST)


def _numbers(
    article: Article, sentences: Sequence[Sentence], name: str, count: int | Fill | None, avoid: Avoid
) -> Sequence[int]:
    """Return the places of the sentences that the summariser chose; where it finds too few, the first others."""
    document = import_module("generator.summarising.document")
    made = document.document(sentences, article.lang)
    module, _, attribute = SUMMARISERS[name].partition(":")
    summariser = document.equipped(getattr(import_module(module), attribute), article, made, avoid.shown)
    if hasattr(summariser, "fragments"):
        summariser.fragments = avoid.fragments

    def take(asked: int | Fill | None) -> list[int]:
        chosen = [sentence.number for sentence in _quietly(summariser, made, asked)] if made.words else []
        others = (number for number in range(len(sentences)) if number not in chosen)
        fewest = asked if isinstance(asked, int) else FEWEST if asked is None else 1
        return sorted([*chosen, *islice(others, max(0, fewest - len(chosen)))])

    if isinstance(count, Fill) and not (made.words and name in BY_ARTICLE):
        return filling([sentence.text for sentence in sentences], count, take)
    return take(count if count or (made.words and name in BY_ARTICLE) else min(USUAL, len(sentences)))


def _quietly(summariser: Any, document: Any, count: int | Fill | None) -> Any:  # noqa: ANN401 -- sumy has no types
    """Call the summariser without numpy's and sumy's remarks on texts of few words."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return summariser(document, count)
