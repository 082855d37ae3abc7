"""Key sentences of an article (temporary stand-in: the helper for this room replaces this file)."""

from collections.abc import Sequence

from generator.model import Article, Sentence


def check(name: str) -> None:
    """Accept any name."""


def summarise(article: Article, sentences: Sequence[Sentence], *, name: str, count: int) -> tuple[Sentence, ...]:
    """Return the first sentences."""
    return tuple(sentences[:count])


def describe(article: Article, sentences: Sequence[Sentence], summary: Sequence[Sentence]) -> str:
    """Return the standfirst."""
    return article.standfirst.text.split(". ")[0] if article.standfirst else ""
