"""What others choose of the same articles, three sentences each where they let one say so.

lede takes a number of characters: it gets those of the first three sentences, and the text in the form in which it does
best, a paragraph a sentence. newspaper4k wants a download to split sentences: it gets ours. `make quality` installs it
into a folder of its own, behind all others: it would hold python-dateutil, which the program needs, below 3.
"""

import sys
from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import lede
from abstracts import Abstracted

from generator.summarising import summarise

SENTENCES = 3
_APART = Path(__file__).parents[2] / ".venv" / "peers"
BY_NAME = ("lead", "centrality", "lex-rank", "text-rank", "luhn", "lsa", "sum-basic", "kl", "reduction", "edmundson")


def _named(name: str) -> Callable[[Abstracted], list[str]]:
    def chosen(row: Abstracted) -> list[str]:
        return [one.text for one in summarise(row.article, row.sentences, name=name, count=SENTENCES)]

    return chosen


def _lede(row: Abstracted) -> list[str]:
    budget = sum(len(sentence.text) + 1 for sentence in row.sentences[:SENTENCES])
    summary = str(lede.summarize("\n\n".join(one.text for one in row.sentences), budget, mode="coverage").summary)
    return [one.text for one in row.sentences if one.text in summary] or [summary]


def _newspaper(row: Abstracted) -> list[str]:
    nlp, settings = _part("nlp"), _part("settings")
    texts = [sentence.text for sentence in row.sentences]
    title = row.article.headline.text if row.article.headline else ""
    words = _stop_words()
    keywords = nlp.keywords(" ".join(texts), words, settings.SUMMARIZE_KEYWORD_COUNT)
    ranked = nlp.scored_sentences(texts, list(words.tokenizer(title)) if title else [], keywords, words)
    return [text for _, text in sorted(place for *place, _ in ranked[:SENTENCES])]


@cache
def _part(name: str) -> ModuleType:
    if str(_APART) not in sys.path:
        sys.path.append(str(_APART))
    return import_module(f"newspaper.{name}")


@cache
def _stop_words() -> Any:  # noqa: ANN401 -- newspaper's types are none of ours
    return _part("text").StopWords("en")


PEERS: Mapping[str, Callable[[Abstracted], list[str]]] = {
    **{name: _named(name) for name in BY_NAME},
    "lede": _lede,
    **({"newspaper4k": _newspaper} if _APART.is_dir() else {}),
}
