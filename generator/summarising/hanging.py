"""Which sentences make poor key points though they are sentences: what goes on from another, and what tells nothing.

The ranker was trained without knowing them: they are left out of the sets that it chooses from.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from generator.language import Parse, parsed, words
from generator.lists import shipped
from generator.model import Article, Sentence
from generator.summarising.alone import points_back

_MOST_LETTERS = 160  # of a sentence that says little else
_NEVER = re.compile(r"(?!)")


def hanging(article: Article, parse: Parse, sentences: Sequence[Sentence]) -> Mapping[int, int]:
    """Return for sentences with a word for what the one before tells ("then", "the remarks") the place of that one."""
    spans = ((number, parsed(article, parse, sentence)) for number, sentence in enumerate(sentences))
    return {number: number - 1 for number, span in spans if number and span is not None and any(map(points_back, span))}


def idle(article: Article, sentences: Sequence[Sentence]) -> frozenset[int]:
    """Return the places of sentences that say the headline again, or little but that somebody did not answer."""
    headline = _folded(article.headline.text) if article.headline else ""
    return frozenset(
        number
        for number, sentence in enumerate(sentences)
        if _folded(sentence.text) == headline or (number and _answers_nothing(sentence.text, article.lang))
    )


def _answers_nothing(text: str, lang: str) -> bool:
    return len(text) <= _MOST_LETTERS and _pattern(lang).search(text.replace("’", "'")) is not None


def _folded(text: str) -> str:
    return " ".join(words(text.lower()))


@cache
def _pattern(lang: str) -> re.Pattern[str]:
    listed = shipped("summarising/hanging.yml")["unanswered"].get(lang, ())
    return re.compile(rf"(?:{'|'.join(listed)})\b", re.IGNORECASE) if listed else _NEVER
