"""One sentence that says what an article is about."""

from collections.abc import Sequence

from generator.language import words
from generator.model import Article, Sentence
from generator.summarising.anaphora import is_unresolved, opens_with_quotation

FEWEST_WORDS = 6


def describe(article: Article, opening: str, sentences: Sequence[Sentence], summary: Sequence[Sentence]) -> str:
    """Return `opening`, the first sentence of the article's standfirst, else a sentence of the article, verbatim.

    Of the article's sentences the first is taken that neither leans on another nor repeats the headline nor opens
    with somebody's words; then the first key sentence, then the headline. An empty article has the empty description.
    """
    if opening:
        return opening
    headline = _folded(article.headline.text) if article.headline else ""
    for sentence in (*sentences[:5], *summary, *sentences[:1]):
        folded = _folded(sentence.text)
        if (
            len(folded.split()) >= FEWEST_WORDS
            and folded != headline
            and not opens_with_quotation(sentence.text)
            and not is_unresolved(sentence.text, article.lang)
        ):
            return sentence.text
    return article.headline.text if article.headline else ""


def _folded(text: str) -> str:
    return " ".join(words(text.lower()))
