"""A text of an article as the model read it."""

from typing import TYPE_CHECKING

from generator.language.parsing import Parse
from generator.model import Article, Fragment, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span


def parsed(article: Article, parse: Parse, sentence: Sentence) -> "Span | None":
    """Return the words of a sentence as the model read them; None where it read none."""
    if sentence.paragraph >= len(article.paragraphs):
        return None
    return parsed_in(article.paragraphs[sentence.paragraph], parse.paragraphs[sentence.paragraph], sentence.text)


def parsed_in(fragment: Fragment, doc: "Doc", text: str) -> "Span | None":
    """Return the words of a part of a fragment, from its first place on; None where the model read none."""
    start = fragment.text.find(text)
    if start < 0 or not doc.has_annotation("DEP") or not doc.has_annotation("TAG"):
        return None
    return doc.char_span(start, start + len(text), alignment_mode="expand")
