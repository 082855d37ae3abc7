"""What is known of an article's sentences beside their words."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from generator.language import Parse
from generator.model import Article, Sentence
from generator.summarising.fragments import fragments
from generator.summarising.hanging import hanging, idle
from generator.summarising.introductions import introductions


@dataclass(frozen=True, slots=True)
class Known:
    """What our own summarisers heed; numbers are the places of sentences among the article's."""

    shown: str = ""  # above the summary: said again only where nothing better is left
    fragments: Collection[int] = frozenset()  # no sentences: taken only where nothing better is left
    introductions: Mapping[int, int] = field(default_factory=dict)  # the sentence without which one is not understood
    hanging: Mapping[int, int] = field(default_factory=dict)  # likewise, which the ranker was not trained with
    idle: Collection[int] = frozenset()  # tell nothing: likewise taken only where nothing better is left

    @property
    def needed(self) -> Mapping[int, int]:
        """The sentence without which one is not understood, for whatever reason."""
        return {**self.introductions, **self.hanging}

    @property
    def unfit(self) -> Collection[int]:
        """The sentences that are taken only where nothing better is left."""
        return frozenset(self.fragments) | frozenset(self.idle)


NOTHING = Known()


def known(article: Article, parse: Parse, shown: str, sentences: Sequence[Sentence]) -> Known:
    """Return what the parse tells of the sentences, and what readers see above the summary."""
    return Known(
        shown,
        fragments(article, parse, sentences),
        introductions(article, parse, sentences),
        hanging(article, parse, sentences),
        idle(article, sentences),
    )
