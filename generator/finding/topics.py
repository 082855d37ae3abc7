"""What an article is about, as IPTC Media Topics and those of the desk."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.finding.keywords import Spelt, spelt, weigh
from generator.finding.parts import Part, parts
from generator.language import has_model
from generator.model import Article, Topic, Weighed
from generator.registry import OWN, Lexicon, Subjects, shipped_subjects

if TYPE_CHECKING:
    from generator.finding.learning import Learned
    from generator.language import Parse

MOST_TOPICS = 2
LEAST_SCORE = 0.12  # of the whole; an even spread over 17 topics gives each 0.06
LEAST_OF_FIRST = 0.45  # a second topic scores at least this share of the first
LEAST_WORDS = 1.0  # summed weight of keywords, so that two chance words make no topic
VECTOR_SHARE = 0.2
NARROW_WEIGHT = (
    4.0,
    6.5,
)  # summed weight of the keywords of a topic that is part of another: in a short text, in a long
LONG_TEXT = 400  # words
NARROW_LEAD = 2.0  # times the weight of the next such topic
_DIGITS = 6  # after the point, of what is kept
_SCORE_DIGITS = 4


@dataclass(frozen=True, eq=False)
class FindTopics:
    """What finds the topics of articles: `learned` is what people taught."""

    subjects: Subjects = field(default_factory=shipped_subjects)
    learned: "Learned | None" = None

    def weigh(self, article: Article, parse: "Parse") -> tuple[Weighed, ...]:
        """Return what an article's words say of each topic that is part of no other, before anything is learned.

        The shares sum to 1 at most; of a text that says too little there are none. Topics of which nothing is to be
        said are left out.
        """
        if not has_model(article.lang):  # the keywords are English ones
            return ()
        found = parts(article, parse)
        text = spelt(found)
        shares = _shares(text, found, self.subjects)
        narrow = {topic: _narrow(text, found, self.subjects.below(topic)) for topic in shares}
        return tuple(
            Weighed(topic, round(share, _DIGITS), *narrow[topic])
            for topic, share in shares.items()
            if share or narrow[topic][0]
        )

    def choose(self, article: Article, weighed: Sequence[Weighed]) -> tuple[Topic, ...]:
        """Return at most two topics by falling score, then of each, where that is clear, the part that it is about.

        A part that is the desk's own is there even where the topic is not: its few keywords are meant. The scores of
        all topics of an article sum to 1; a part has its share of the topic's.
        """
        if not has_model(article.lang):
            return ()
        chosen = _chosen(self.rank(article, weighed))
        narrow = {one.topic: one for one in weighed if one.part}
        parts_of = [self._part(topic.score, narrow.pop(topic.id)) for topic in chosen if topic.id in narrow]
        own = [self._part(one.share, one) for one in narrow.values() if one.part.startswith(OWN)]
        return (*chosen, *parts_of, *own)

    def rank(self, article: Article, weighed: Sequence[Weighed]) -> tuple[Topic, ...]:
        """Return every topic that is part of no other and speaks for itself in the article, by falling score."""
        top, shares = self.subjects.top, top_shares(weighed, self.subjects)
        if self.learned:
            return _topics(self.learned.corrected(shares, article), top)
        return _topics({one.id: shares[one.id] for one in top.subjects if one.weights}, top)

    def _part(self, score: float, one: Weighed) -> Topic:
        return Topic(one.part, self.subjects.label_of(one.part), round(score * one.part_share, _SCORE_DIGITS))


def find_topics(
    article: Article, parse: "Parse", subjects: Subjects | None = None, learned: "Learned | None" = None
) -> tuple[Topic, ...]:
    """Return the topics of an article, as `FindTopics` weighs and chooses them."""
    find = FindTopics(subjects or shipped_subjects(), learned)
    return find.choose(article, find.weigh(article, parse))


def top_shares(weighed: Sequence[Weighed], subjects: Subjects) -> dict[str, float]:
    """Return the share of each topic that is part of no other, by id.

    One without keywords, which is known from people's pages alone, has an even share, so that those can tell.
    """
    top, shares = subjects.top.subjects, {one.topic: one.share for one in weighed}
    return {one.id: shares.get(one.id, 0.0) if one.weights else 1 / len(top) for one in top}


def _shares(text: Sequence[Spelt], found: Sequence[Part], subjects: Subjects) -> dict[str, float]:
    words = weigh(text, subjects.top)
    shares = dict.fromkeys(words, 0.0)
    if max(words.values(), default=0) >= LEAST_WORDS:
        mixed = _with_likeness([word / sum(words.values()) for word in words.values()], found, subjects.top)
        shares |= {topic: float(share) for topic, share in zip(words, mixed, strict=True) if words[topic]}
    return shares


def _chosen(ranked: Sequence[Topic]) -> tuple[Topic, ...]:
    if not ranked or ranked[0].score < LEAST_SCORE:
        return ()
    least = max(LEAST_SCORE, LEAST_OF_FIRST * ranked[0].score)
    return tuple(topic for topic in ranked[:MOST_TOPICS] if topic.score >= least)


def _topics(shares: Mapping[str, float], lexicon: Lexicon) -> tuple[Topic, ...]:
    """Return the topics that have a share, by falling score."""
    topics = [
        Topic(subject.id, subject.label, round(shares[subject.id], _SCORE_DIGITS))
        for subject in lexicon.subjects
        if shares.get(subject.id)
    ]
    return tuple(sorted(topics, key=lambda topic: (-topic.score, topic.id)))


def _with_likeness(shares: list[float], found: Sequence[Part], lexicon: Lexicon) -> list[float]:
    """Mix in how near the article's words are to each topic's, where the model has word vectors."""
    from generator.finding.likeness import likeness  # numpy is slow to import

    alike = likeness(found, lexicon)
    if alike is None:
        return shares
    return [(1 - VECTOR_SHARE) * share + VECTOR_SHARE * float(near) for share, near in zip(shares, alike, strict=True)]


def _narrow(text: Sequence[Spelt], found: Sequence[Part], lexicon: Lexicon | None) -> tuple[str, float]:
    """Return the part of a topic that an article is about and its share of all parts, "" where that is not clear."""
    words = weigh(text, lexicon) if lexicon else {}
    heaviest = sorted((*words.values(), 0.0, 0.0), reverse=True)
    if heaviest[0] < max(_narrow_weight(found), NARROW_LEAD * heaviest[1]):
        return "", 0.0
    part = min(words, key=lambda identifier: (-words[identifier], identifier))
    return part, round(words[part] / sum(words.values()), _DIGITS)


def _narrow_weight(found: Sequence[Part]) -> float:
    """Return what the keywords must weigh: the longer a text, the more it says in passing."""
    least, most = NARROW_WEIGHT
    return least + (most - least) * min(1.0, sum(len(part.doc) for part in found) / LONG_TEXT)
