"""One sentence that says what an article is about."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from generator.language import SIGNS_A_WORD, Parse, length, words
from generator.model import Article, Fragment, Sentence
from generator.summarising.anaphora import is_unresolved, opens_with_quotation
from generator.summarising.clause import main_clause

if TYPE_CHECKING:
    from spacy.tokens import Doc

FEWEST_WORDS = 6
MOST_WORDS = 30
LEAD = 5  # sentences among which it is looked for first


def describe(
    article: Article, parse: Parse, opening: str, sentences: Sequence[Sentence], summary: Sequence[Sentence]
) -> str:
    """Return `opening`, the first sentence of the article's standfirst, else a sentence of the article, verbatim.

    Of the article's sentences the first is taken that neither leans on another nor repeats the headline nor opens
    with somebody's words; then a key sentence, then the headline. An empty article has the empty description. One of
    more than MOST_WORDS words is taken without the clauses at its end, or passed over where that leaves too many
    still; where nothing else is left, it is cut and ends in "…". On two kinds of news 24 and 43 % of the sentences
    taken first are longer, and of those a fifth have such clauses.
    """
    if opening:
        short = _short(opening, article.standfirst, parse.standfirst)
        return short or _cut(opening)
    candidates = tuple(_candidates(article, sentences, summary))
    short = next(filter(None, (_short(one.text, *_paragraph(article, parse, one)) for one in candidates)), "")
    if short:
        return short
    headline = article.headline.text if article.headline else ""
    left = [*candidates, *sentences] if candidates or not headline else []
    return _cut(left[0].text if left else headline)


def _candidates(article: Article, sentences: Sequence[Sentence], summary: Sequence[Sentence]) -> Iterator[Sentence]:
    headline = _folded(article.headline.text) if article.headline else ""
    for sentence in (*sentences[:LEAD], *summary):
        folded = _folded(sentence.text)
        if (
            len(folded.split()) >= FEWEST_WORDS
            and folded != headline
            and not opens_with_quotation(sentence.text)
            and not is_unresolved(sentence.text, article.lang)
        ):
            yield sentence


def _short(text: str, fragment: Fragment | None, doc: "Doc | None") -> str:
    """Return a sentence, or its main clause, if it is short enough, else the empty string."""
    if length(text) <= MOST_WORDS:
        return text
    start = fragment.text.find(text) if fragment and doc is not None and doc.has_annotation("DEP") else -1
    span = doc.char_span(start, start + len(text), alignment_mode="expand") if doc is not None and start >= 0 else None
    return main_clause(span, MOST_WORDS) if span else ""


def _paragraph(article: Article, parse: Parse, sentence: Sentence) -> "tuple[Fragment | None, Doc | None]":
    if sentence.paragraph < len(article.paragraphs):
        return article.paragraphs[sentence.paragraph], parse.paragraphs[sentence.paragraph]
    return None, None


def _cut(text: str) -> str:
    if length(text) <= MOST_WORDS:
        return text
    by_words = " ".join(text.split(" ")[:MOST_WORDS])
    return (by_words if length(by_words) <= MOST_WORDS else text[: MOST_WORDS * SIGNS_A_WORD]) + "…"


def _folded(text: str) -> str:
    return " ".join(words(text.lower()))
