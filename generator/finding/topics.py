"""What an article is about, as IPTC Media Topics and those of the desk."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.finding.keywords import Spelt, spelt, weigh
from generator.finding.own_topics import own_topics
from generator.finding.parts import Part, parts
from generator.language import has_model
from generator.model import Article, Topic, Weighed
from generator.registry import Lexicon, Subjects, shipped_subjects

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
_LEAST_REST = 1e-6


@dataclass(frozen=True, eq=False)
class FindTopics:
    """What finds the topics of articles: `learned` is what people taught."""

    subjects: Subjects = field(default_factory=shipped_subjects)
    learned: "Learned | None" = None

    def weigh(self, article: Article, parse: "Parse") -> tuple[Weighed, ...]:
        """Return what an article's words say of topics before anything is learned.

        The shares of those that are weighed against each other sum to 1 at most; of a text that says too little there
        are none. Each of the desk's own that the text means stands apart, with its share beside all others: one that is
        part of another as that one's part. Topics of which nothing is to be said are left out.
        """
        if not has_model(article.lang):  # the keywords are English ones
            return ()
        found = parts(article, parse)
        text = spelt(found)
        words = weigh(text, self.subjects.top)
        shares = _shares(words, found, self.subjects)
        narrow = {topic: _narrow(text, found, self.subjects.below(topic)) for topic in shares}
        against = (
            Weighed(topic, round(share, _DIGITS), *narrow[topic])
            for topic, share in shares.items()
            if share or narrow[topic][0]
        )
        return (*against, *self._apart(own_topics(text, self.subjects.own), sum(words.values())))

    def _apart(self, own: Mapping[str, float], others: float) -> Iterator[Weighed]:
        whole = others + sum(own.values())
        for one in self.subjects.own.subjects:
            if share := round(own.get(one.id, 0.0) / whole, _DIGITS) if whole else 0.0:
                yield Weighed(one.broader, part=one.id, part_share=share) if one.broader else Weighed(one.id, share)

    def choose(self, article: Article, weighed: Sequence[Weighed]) -> tuple[Topic, ...]:
        """Return at most two topics by falling score, the clear part of each, and the desk's own that are meant.

        A hidden topic takes its place among the two and is not shown. The scores of all topics that are not the desk's
        own sum to 1; a part has its share of the topic's.
        """
        if not has_model(article.lang):
            return ()
        judged = self._judged(article, weighed)
        chosen = _chosen(self._without_own(judged))
        shown = [topic for topic in (*chosen, *self._parts(chosen, weighed)) if topic.id not in self.subjects.hidden]
        return (*shown, *self._own(judged, weighed))

    def rank(self, article: Article, weighed: Sequence[Weighed]) -> tuple[Topic, ...]:
        """Return every topic that is weighed against others and speaks for itself in the article, by falling score."""
        return self._without_own(self._judged(article, weighed))

    def _judged(self, article: Article, weighed: Sequence[Weighed]) -> Mapping[str, float]:
        """Return the share of each topic that is part of no other, as people would have it where they taught."""
        shares = top_shares(weighed, self.subjects)
        if self.learned:
            return self.learned.corrected(shares, article)
        return {topic: share for topic, share in shares.items() if topic not in self.subjects.taught_alone}

    def _without_own(self, judged: Mapping[str, float]) -> tuple[Topic, ...]:
        own = {topic: share for topic, share in judged.items() if topic in self.subjects.own_ids}
        rest = _rest(own)
        return self._topics({topic: share / rest for topic, share in judged.items() if topic not in own})

    def _parts(self, chosen: Sequence[Topic], weighed: Sequence[Weighed]) -> Iterator[Topic]:
        parts_of = {one.topic: one for one in weighed if one.part and one.part not in self.subjects.own_ids}
        for topic in chosen:
            if (one := parts_of.get(topic.id)) and topic.id not in self.subjects.hidden:
                yield self._topic(one.part, topic.score * one.part_share)

    def _own(self, judged: Mapping[str, float], weighed: Sequence[Weighed]) -> Iterator[Topic]:
        """Yield the desk's own topics that people taught to give to the article, and those that it means."""
        taught = {topic.id: topic.score for topic in _chosen(self._topics(judged))}
        meant = {one.part or one.topic: one.part_share or one.share for one in weighed}
        for topic, score in {**taught, **meant}.items():
            if topic in self.subjects.own_ids:
                yield self._topic(topic, score)

    def _topics(self, shares: Mapping[str, float]) -> tuple[Topic, ...]:
        """Return the topics that have a share, by falling score."""
        topics = (self._topic(topic, share) for topic, share in shares.items() if share)
        return tuple(sorted(topics, key=lambda topic: (-topic.score, topic.id)))

    def _topic(self, identifier: str, score: float) -> Topic:
        return Topic(identifier, self.subjects.label_of(identifier), round(score, _SCORE_DIGITS))


def find_topics(
    article: Article, parse: "Parse", subjects: Subjects | None = None, learned: "Learned | None" = None
) -> tuple[Topic, ...]:
    """Return the topics of an article, as `FindTopics` weighs and chooses them."""
    find = FindTopics(subjects or shipped_subjects(), learned)
    return find.choose(article, find.weigh(article, parse))


def top_shares(weighed: Sequence[Weighed], subjects: Subjects) -> dict[str, float]:
    """Return the share of each topic that is part of no other, by id, the desk's own among them.

    One without keywords, which is known from people's pages alone, has an even share, so that those can tell.
    """
    said = {one.topic: one.share for one in weighed if one.share}
    own = {one.id: said.get(one.id, 0.0) for one in subjects.own.subjects if not one.broader}
    rest, top = _rest(own), subjects.top.subjects
    return {one.id: rest * said.get(one.id, 0.0) if one.weights else 1 / len(top) for one in top} | own


def _rest(own: Mapping[str, float]) -> float:
    """Return what the desk's own leave of the whole, never nothing."""
    return max(1 - sum(own.values()), _LEAST_REST)


def _shares(words: Mapping[str, float], found: Sequence[Part], subjects: Subjects) -> dict[str, float]:
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
