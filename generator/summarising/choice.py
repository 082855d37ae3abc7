"""Summarisers by name, each behind sumy's interface and imported when chosen."""

import difflib
import warnings
from collections.abc import Mapping, Sequence
from importlib import import_module
from itertools import islice
from typing import Any

from generator.errors import StandfirstError
from generator.model import Article, Sentence

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


def check(name: str) -> None:
    """Raise StandfirstError, listing the choices, for a summariser that is not known."""
    if name not in SUMMARISERS:
        close = difflib.get_close_matches(name, SUMMARISERS, n=1)
        hint = f"did you mean `{close[0]}`? " if close else ""
        raise StandfirstError(f"unknown summariser `{name}`: {hint}Known are {', '.join(SUMMARISERS)}")


def summarise(
    article: Article, sentences: Sequence[Sentence], *, name: str, count: int | None = None, shown: str = ""
) -> tuple[Sentence, ...]:
    """Return `count` of the sentences, in document order; all of them if there are no more.

    Where `count` is None, our own summariser takes two to four, as the article asks, and any other three.

    `shown` is what readers see above the summary: our own summariser says it again only where nothing better is left.

    Raises StandfirstError for a summariser that is not known.
    """
    check(name)
    considered = sentences[:MOST_SENTENCES]
    if len(considered) <= (count or FEWEST):
        return tuple(considered)
    return tuple(considered[number] for number in _numbers(article, considered, name, count, shown))


def _numbers(article: Article, sentences: Sequence[Sentence], name: str, count: int | None, shown: str) -> list[int]:
    """Return the places of the sentences that the summariser chose; where it finds too few, the first others."""
    document = import_module("generator.summarising.document")
    made = document.document(sentences, article.lang)
    if not made.words:
        return list(range(min(count or USUAL, len(sentences))))
    module, _, attribute = SUMMARISERS[name].partition(":")
    summariser = document.equipped(getattr(import_module(module), attribute), article, made, shown)
    asked = count if count or name in BY_ARTICLE else min(USUAL, len(sentences))
    chosen = [sentence.number for sentence in _quietly(summariser, made, asked)]
    others = (number for number in range(len(sentences)) if number not in chosen)
    return sorted([*chosen, *islice(others, max(0, (asked or FEWEST) - len(chosen)))])


def _quietly(summariser: Any, document: Any, count: int | None) -> Any:  # noqa: ANN401 -- sumy has no types
    """Call the summariser without numpy's and sumy's remarks on texts of few words."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return summariser(document, count)
