"""Which sentences can stand for a whole article, and how well."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import exp, sqrt
from typing import TYPE_CHECKING

from generator.language import length, parsed, stemmer, words
from generator.lists import shipped
from generator.model import Actor, Article, Sentence
from generator.summarising.alone import stands_alone

if TYPE_CHECKING:
    from spacy.tokens import Span

    from generator.language import Parse

LEAD = 8  # sentences that are looked at besides the key sentences
_MAIN = 5  # actors
_SALIENT = 2.0  # salience of one who is named more than in passing
_PRESENT = frozenset({"VBZ", "VBP"})
_PAST = "VBD"
_STATIVE = frozenset({"be", "have", "say", "do"})
_LONG_ENOUGH = 12  # words
_NEAR = 3.0  # sentences from the first, over which the worth of a place falls to a third


@dataclass(frozen=True)
class Matter:
    """An article with what was found of it; actors by falling salience."""

    article: Article
    parse: "Parse"
    sentences: Sequence[Sentence]
    summary: Sequence[Sentence] = ()
    actors: Sequence[Actor] = ()
    fragments: Collection[int] = frozenset()  # the places of sentences that are none

    def span(self, sentence: Sentence) -> "Span | None":
        """Return the sentence as parsed, None where it is not."""
        return parsed(self.article, self.parse, sentence)

    def is_told_in(self, span: "Span | None") -> bool:
        """Whether a sentence has the tense in which its article is told; captions of a past event have the present."""
        if span is None or span.root.tag_ not in _PRESENT or span.root.lemma_ in _STATIVE:
            return True
        return self.tenses[_PAST] <= self.tenses.total() / 2

    @cached_property
    def tenses(self) -> Counter[str]:
        """How many sentences have a verb of each form."""
        docs = (doc for doc in self.parse.paragraphs if doc.has_annotation("DEP"))
        tags = (sentence.root.tag_ for doc in docs for sentence in doc.sents)
        return Counter(tag for tag in tags if tag in _PRESENT or tag == _PAST)

    @cached_property
    def frequency(self) -> Counter[str]:
        """How often each stem with content stands in the article."""
        return Counter(stem for sentence in self.sentences for stem in self.stems(sentence.text))

    def stems(self, text: str) -> list[str]:
        """Return the stems of a text's words with content."""
        from generator.summarising.document import stop_words  # sumy is slow to import

        stopped, stem = stop_words(self.article.lang), stemmer(self.article.lang)
        return [stem(word) for word in words(text.lower()) if word not in stopped]


def alone(matter: Matter) -> list[Sentence]:
    """Return those of the first LEAD and the key sentences that are understood alone, in order."""
    lang, first = matter.article.lang, matter.sentences[:1]
    none = {matter.sentences[number] for number in matter.fragments}
    looked_at = [one for one in dict.fromkeys((*matter.sentences[:LEAD], *matter.summary)) if one not in none]
    return [one for one in looked_at if stands_alone(one.text, matter.span(one), lang, is_first=one in first)]


def worth(matter: Matter, sentence: Sentence, end: int) -> float:
    """Return how well a sentence stands for its article, or its beginning of `end` characters."""
    weights = shipped("summarising/telling.yml")
    return float(sum(weights[name] * merit for name, merit in _merits(matter, sentence, end).items()))


def _merits(matter: Matter, sentence: Sentence, end: int) -> Mapping[str, float]:
    text = sentence.text[:end]
    return {
        "key": float(sentence in matter.summary),
        "lead": float(sentence in matter.sentences[:1]),
        "place": exp(-matter.sentences.index(sentence) / _NEAR),
        "actors": _named(matter, sentence, end),
        "words": _likeness(Counter(matter.stems(text)), matter.frequency),
        "length": min(1.0, length(text) / _LONG_ENOUGH),
        "tense": float(matter.is_told_in(matter.span(sentence))),
    }


def _named(matter: Matter, sentence: Sentence, end: int) -> float:
    """Return how many of the main actors a sentence names, by their salience, whole names twice.

    Where nobody is salient, whoever a sentence names tells little of it.
    """
    main = matter.actors[:_MAIN]
    named = sum(_of(actor, sentence, end) * actor.salience / place for place, actor in enumerate(main, 1))
    return named / (sum(actor.salience / place for place, actor in enumerate(main, 1)) + _SALIENT)


def _of(actor: Actor, sentence: Sentence, end: int) -> float:
    spans = [span for span in actor.mentions if sentence.start <= span.start and span.end <= sentence.start + end]
    letters = max((span.end - span.start for span in spans), default=0)
    return 1.0 if letters >= len(actor.name) else 0.5 if letters else 0.0


def _likeness(one: Mapping[str, int], other: Mapping[str, int]) -> float:
    product = sum(count * other.get(stem, 0) for stem, count in one.items())
    return product / (_length(one.values()) * _length(other.values())) if product else 0.0


def _length(counts: Iterable[int]) -> float:
    return sqrt(sum(count * count for count in counts))
