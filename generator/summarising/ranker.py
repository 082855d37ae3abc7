"""The default ranker: trees weigh each sentence, then each set of the best ones, and the best set is the summary.

Where the number of sentences is fixed, trees weigh each stem instead, and the set that covers most is taken: on DUC,
on which nothing was trained, three sentences gain 2.7 ROUGE-1 over the first three, and 2.0 without.
Articles in languages that it was not trained on go to the centrality ranker. Trained on news with human summaries;
`make train` makes the weights anew. What was tried and gained nothing: how rare a stem is in other articles, more
seeds, rounds and leaves, thresholds by chance for sentences and sets (all within 0.1 ROUGE-1), and key sentences
without the clauses at their end (clause.py; a sixth of them has some): +0.02 ROUGE-1, -0.07 ROUGE-2.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from sumy.summarizers._summarizer import AbstractSummarizer

from generator.summarising.centrality import CentralitySummarizer
from generator.summarising.choice import USUAL
from generator.summarising.covering import Sentences, Words, Worth, most_covering
from generator.summarising.features import sentence_features
from generator.summarising.filling import Fill, filling
from generator.summarising.known import NOTHING, Known
from generator.summarising.selection import Candidate, select
from generator.summarising.set_features import set_features
from generator.summarising.sets import REPEAT, candidate_sets
from generator.summarising.stem_features import stem_features
from generator.summarising.story import Array, Story, story
from generator.summarising.weights import LANGUAGES, Model, Weights, weights

FEWEST_WORDS = 6  # shorter sentences are taken only where nothing else is left
# The ROUGE F1 that three sentences, or four, may have less than two, by the paragraphs that an article has at least.
# Each sentence more gains on DUC, agency copy in paragraphs with abstracts of 100 words (40.6 ROUGE-1 without, 43.1
# with this), and loses on CNN/DM, whose highlights have half as many, and whose articles have no paragraphs at all.
ROOM = {7: {3: 0.01, 4: 0.01}, 20: {3: 0.02, 4: 0.035}}
SHOWN_SHARE = 0.5  # likewise those of whose stems more than this part stands in the standfirst above the summary


class StandfirstSummarizer(AbstractSummarizer):  # type: ignore[misc]
    """Chooses the set of sentences that, for its length, should say most of what a person would have said."""

    stop_words: Sequence[str] = ()
    shown_words: Sequence[str] = ()  # of the standfirst that readers see above the summary
    known: Known = NOTHING

    def __call__(self, document: Any, sentences_count: int | Fill | None) -> tuple[Any, ...]:  # noqa: ANN401 -- sumy has no types
        """Return as many sentences of a sumy document as are asked for, two to four if that is None, in its order."""
        sentences = document.sentences
        lang = sentences[0].lang if sentences else ""
        if lang not in LANGUAGES:
            return self._untrained(document, sentences_count)
        told = story(
            [str(sentence) for sentence in sentences],
            [sentence.words for sentence in sentences],
            lang,
            self.stem_word,
            frozenset(self.stop_words),
        )
        told = replace(told.introduced(self.known.needed), paragraphs=len(document.paragraphs))
        shown = frozenset(self.stem_word(word) for word in self.shown_words if word.lower() not in self.stop_words)
        barred = frozenset(
            number for number in range(told.size) if number in self.known.unfit or is_barred(told, number, shown)
        )
        chosen = choose(told, lang, weights(), sentences_count, barred)
        return tuple(sentences[number] for number in chosen)

    def _untrained(self, document: Any, sentences_count: int | Fill | None) -> tuple[Any, ...]:  # noqa: ANN401 -- sumy has no types
        other = CentralitySummarizer(self._stemmer)
        other.stop_words, other.shown_words, other.known = self.stop_words, self.shown_words, self.known
        if not isinstance(sentences_count, Fill):
            return other(document, sentences_count or USUAL)
        texts = [str(sentence) for sentence in document.sentences]
        chosen = filling(texts, sentences_count, lambda count: [one.number for one in other(document, count)])
        return tuple(document.sentences[number] for number in chosen)


def is_barred(told: Story, number: int, shown: Collection[int] = frozenset()) -> bool:
    """Whether a sentence is too short, says again what stands above the summary, or opens the article with "But"."""
    stems = told.content(number)
    return (
        len(told.words[number]) < FEWEST_WORDS
        or len(stems & set(shown)) > SHOWN_SHARE * len(stems)
        or number in told.unresolved
    )


def choose(
    told: Story, lang: str, trained: Weights, count: int | Fill | None, barred: Collection[int]
) -> Sequence[int]:
    """Return the numbers of the sentences chosen, rising; as many as are asked for, else two to four."""
    features = sentence_features(told, lang)
    scores = trained.sentence.predict(features)
    if count is None:
        chosen = _by_article(told, trained.set, features, scores, barred)
    else:
        wanted = trained.stem.predict(stem_features(told, features, scores["both"]))["written"]
        room = Words(count.words) if isinstance(count, Fill) else Sentences(count)
        chosen = most_covering(told, room, Worth.of(wanted, scores["both"], features["early"]), barred)
    if chosen:
        return chosen
    candidates = [
        Candidate(float(score), told.content(number), told.leans_on[number], number in barred)
        for number, score in enumerate(scores["both"])
    ]
    if isinstance(count, Fill):
        return filling(told.texts, count, lambda fewer: select(candidates, fewer, REPEAT))
    return select(candidates, count or min(USUAL, told.size), REPEAT)


def _by_article(
    told: Story, model: Model, features: Mapping[str, Array], scores: Mapping[str, Array], barred: Collection[int]
) -> list[int]:
    """Return the set of two to four sentences that is worth most, [] where there is none.

    Of an article in many paragraphs that is rather one of three, of a long one of four.
    """
    sets = candidate_sets(told, scores["both"], barred)
    if not len(sets.members):
        return []
    worth = model.predict(set_features(told, sets, features, scores))["worth"]
    room = next((more for least, more in sorted(ROOM.items(), reverse=True) if told.paragraphs >= least), {})
    worth = worth + np.array([room.get(int(size), 0.0) for size in sets.members.sum(axis=1)])
    return sets.numbers(int(worth.argmax()))
