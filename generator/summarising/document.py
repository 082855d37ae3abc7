"""Our sentences as a sumy document, without the downloads that sumy's own tokeniser wants."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from sumy.models.dom import ObjectDocumentModel, Paragraph
from sumy.models.dom import Sentence as SumySentence
from sumy.utils import get_stop_words

from generator.language import stemmer, words
from generator.model import Article, Sentence

# What Edmundson's cue method counts against a sentence.
STIGMA_WORDS = ("hardly", "impossible", "perhaps", "incidentally", "anyway", "example", "instance")


class Words:
    """Takes text apart into words, as sumy asks of a tokeniser."""

    def to_words(self, text: str) -> tuple[str, ...]:
        """Return the words of a text, in order."""
        return words(text)


class NumberedSentence(SumySentence):  # type: ignore[misc]
    """A sentence that equals only itself, so that one said twice is two."""

    __slots__ = ("lang", "number")

    def __init__(self, text: str, number: int, lang: str) -> None:
        super().__init__(text, Words())
        self.number = number
        self.lang = lang

    def __eq__(self, other: object) -> bool:
        return isinstance(other, NumberedSentence) and self.number == other.number

    def __hash__(self) -> int:
        return self.number


class StemNumbers:
    """A stemmer that gives each stem a number, in order of appearance.

    sumy sums over sets of stems; sets of strings have another order in every run, and sums another last digit.
    """

    def __init__(self, lang: str) -> None:
        self._stem = stemmer(lang)
        self._numbers: dict[str, int] = {}

    def __call__(self, word: str) -> int:
        """Return the number of the word's stem."""
        return self._numbers.setdefault(self._stem(word), len(self._numbers))


def document(sentences: Sequence[Sentence], lang: str) -> Any:  # noqa: ANN401 -- sumy has no types
    """Return a sumy document whose sentences are NumberedSentence, numbered by their place in `sentences`."""
    paragraphs = groupby(enumerate(sentences), key=lambda pair: pair[1].paragraph)
    return ObjectDocumentModel(
        Paragraph(NumberedSentence(sentence.text, number, lang) for number, sentence in group)
        for _, group in paragraphs
    )


def stop_words(lang: str) -> frozenset[str]:
    """Return sumy's stop words of a language, none for a language without."""
    try:
        return frozenset(get_stop_words(lang))
    except LookupError:
        return frozenset()


def equipped(kind: type, article: Article, made: Any, shown: str) -> Any:  # noqa: ANN401 -- sumy has no types
    """Return a summariser of the kind with stemmer and word lists for the article."""
    # Luhn's method wants stems that are text, and iterates over no set.
    summariser = kind(stemmer(article.lang) if kind.__name__ == "LuhnSummarizer" else StemNumbers(article.lang))
    stopped = stop_words(article.lang)
    if hasattr(summariser, "stop_words"):
        summariser.stop_words = sorted(stopped)
    if hasattr(summariser, "shown_words"):
        summariser.shown_words = words(shown)
    if hasattr(summariser, "bonus_words"):
        summariser.bonus_words = _bonus_words(article, made, stopped)
        summariser.stigma_words = STIGMA_WORDS
        summariser.null_words = sorted(stopped) or ("the",)
    return summariser


def _bonus_words(article: Article, made: Any, stopped: Iterable[str]) -> list[str]:  # noqa: ANN401 -- sumy has no types
    """Return the headline's words, those of the first sentence where there is none."""
    found = words(article.headline.text) if article.headline else made.sentences[0].words
    return [word for word in found if word.lower() not in set(stopped)] or list(found) or ["news"]
