"""Which topics of the desk's own an article means, whatever else it is about: their few keywords are meant."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import log

from generator.finding.keywords import LEAD_COUNTS, TITLE_COUNTS, Spelt
from generator.registry import Lexicon, Subject

SEVERAL = 2
LEAST_SAID = 2  # times that a short text says keywords; once more where its lead does
WORDS_FOR_ONE_MORE = 250
MOST_SAID = 5
_SHORT_WORD = 4  # letters; of a shorter one a last "s" is part


@dataclass(slots=True)
class _Said:
    """How often a text says the keywords of one topic."""

    headline: int = 0
    lead: int = 0
    others: int = 0
    keywords: Counter[str] = field(default_factory=Counter)  # each as often as it counts where it stands

    def is_meant(self, words: int) -> bool:
        """Whether a text of so many words says them in its headline and again, or several times."""
        in_text = self.lead + self.others
        if self.headline:
            return in_text > 0
        is_early = bool(self.lead and self.others)
        least = min(MOST_SAID, LEAST_SAID + words // WORDS_FOR_ONE_MORE)
        return in_text >= SEVERAL and in_text + is_early >= least


def own_topics(text: Sequence[Spelt], own: Lexicon) -> dict[str, float]:
    """Return what the keywords weigh of each topic that a text means, by id in the order of the topics.

    It means one whose keywords stand in its headline and in its text, or several times in its text: the longer it is,
    the oftener, since it says more in passing. Each topic is looked for as if there were no other.
    """
    if not own.weights:
        return {}
    words = sum(len(said) for _, said in text)
    found = _said(text, own)
    return {
        subject.id: _weight(subject, found[subject.id])
        for subject in own.subjects
        if subject.id in found and found[subject.id].is_meant(words)
    }


def _weight(subject: Subject, said: _Said) -> float:
    return sum(subject.weights[keyword] * (1 + log(count)) for keyword, count in said.keywords.items())


def _said(text: Sequence[Spelt], own: Lexicon) -> Mapping[str, _Said]:
    found: dict[str, _Said] = {}
    for counts, said in text:
        for topic, keyword in _keywords(said, own):
            one = found.setdefault(topic, _Said())
            one.keywords[keyword] += counts
            one.headline += counts == TITLE_COUNTS
            one.lead += counts == LEAD_COUNTS
            one.others += counts not in {TITLE_COUNTS, LEAD_COUNTS}
    return found


def _keywords(said: Sequence[tuple[str, str]], own: Lexicon) -> Iterator[tuple[str, str]]:
    """Yield each topic with each of its keywords in a text, several words before one."""
    behind: Counter[str] = Counter()  # where the last keyword of each topic ended
    for at, (word, lemma) in enumerate(said):
        longest = max(own.longest.get(first, 0) for first in _forms(word, lemma))
        for end in range(min(at + longest, len(said)), at, -1):
            before = [one for one, _ in said[at : end - 1]]
            for last in _forms(*said[end - 1]):
                keyword = " ".join([*before, last])
                for topic in own.weights.get(keyword, ()):
                    if behind[topic] <= at:
                        behind[topic] = end
                        yield topic, keyword


def _forms(word: str, lemma: str) -> tuple[str, ...]:
    """Return a word, its lemma and its singular, since models take words of a headline for names ("Talks")."""
    is_plural = len(word) >= _SHORT_WORD and word.endswith("s") and lemma == word
    return (word, lemma, word[:-1]) if is_plural else (word, lemma)
