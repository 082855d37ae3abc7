"""What an article is about, as IPTC Media Topics and those of the desk."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from generator.finding.keywords import weigh
from generator.finding.parts import Part, parts
from generator.model import Article, Topic
from generator.registry import Lexicon, Subjects, shipped_subjects

if TYPE_CHECKING:
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


def find_topics(article: Article, parse: "Parse", subjects: Subjects | None = None) -> tuple[Topic, ...]:
    """Return at most two topics by falling score, then of each, where that is clear, the part that it is about.

    The scores of all topics of an article sum to 1; a part has its share of the topic's.
    """
    subjects = subjects or shipped_subjects()
    found = parts(article, parse)
    chosen = _chosen(_ranked(found, subjects.top))
    narrow = (_narrow(found, topic, subjects.below(topic.id)) for topic in chosen)
    return (*chosen, *(topic for topic in narrow if topic))


def rank_topics(article: Article, parse: "Parse", subjects: Subjects | None = None) -> tuple[Topic, ...]:
    """Return every topic that is part of no other and has any keyword in the article, by falling score."""
    return _ranked(parts(article, parse), (subjects or shipped_subjects()).top)


def _chosen(ranked: Sequence[Topic]) -> tuple[Topic, ...]:
    if not ranked or ranked[0].score < LEAST_SCORE:
        return ()
    least = max(LEAST_SCORE, LEAST_OF_FIRST * ranked[0].score)
    return tuple(topic for topic in ranked[:MOST_TOPICS] if topic.score >= least)


def _ranked(found: Sequence[Part], lexicon: Lexicon) -> tuple[Topic, ...]:
    words = weigh(found, lexicon)
    if max(words.values(), default=0) < LEAST_WORDS:
        return ()
    shares = _with_likeness([word / sum(words.values()) for word in words.values()], found, lexicon)
    return _topics(dict(zip(words, shares, strict=True)), words, lexicon)


def _topics(shares: Mapping[str, float], words: Mapping[str, float], lexicon: Lexicon) -> tuple[Topic, ...]:
    topics = [
        Topic(subject.id, subject.label, round(shares[subject.id], 4))
        for subject in lexicon.subjects
        if words[subject.id]
    ]
    return tuple(sorted(topics, key=lambda topic: (-topic.score, topic.id)))


def _with_likeness(shares: list[float], found: Sequence[Part], lexicon: Lexicon) -> list[float]:
    """Mix in how near the article's words are to each topic's, where the model has word vectors."""
    from generator.finding.likeness import likeness  # numpy is slow to import

    alike = likeness(found, lexicon)
    if alike is None:
        return shares
    return [(1 - VECTOR_SHARE) * share + VECTOR_SHARE * float(near) for share, near in zip(shares, alike, strict=True)]


def _narrow(found: Sequence[Part], topic: Topic, lexicon: Lexicon | None) -> Topic | None:
    """Return the part of a topic that an article is about, None where that is not clear."""
    words = weigh(found, lexicon) if lexicon else {}
    heaviest = sorted((*words.values(), 0.0, 0.0), reverse=True)
    if lexicon is None or heaviest[0] < max(_narrow_weight(found), NARROW_LEAD * heaviest[1]):
        return None
    shares = {identifier: topic.score * word / sum(words.values()) for identifier, word in words.items()}
    return _topics(shares, words, lexicon)[0]


def _narrow_weight(found: Sequence[Part]) -> float:
    """Return what the keywords must weigh: the longer a text, the more it says in passing."""
    least, most = NARROW_WEIGHT
    return least + (most - least) * min(1.0, sum(len(part.doc) for part in found) / LONG_TEXT)
