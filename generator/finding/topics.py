"""What an article is about, as IPTC Media Topics and those of the desk."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from generator.finding.keywords import weigh
from generator.finding.parts import Part, parts
from generator.language import has_model
from generator.model import Article, Topic
from generator.registry import Lexicon, Subjects, shipped_subjects

if TYPE_CHECKING:
    from generator.finding.learning import Learned
    from generator.language import Parse

FindTopics: TypeAlias = "Callable[[Article, Parse], tuple[Topic, ...]]"

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


def find_topics(
    article: Article, parse: "Parse", subjects: Subjects | None = None, learned: "Learned | None" = None
) -> tuple[Topic, ...]:
    """Return at most two topics by falling score, then of each, where that is clear, the part that it is about.

    The scores of all topics of an article sum to 1; a part has its share of the topic's. `learned` is what people
    taught.
    """
    if not has_model(article.lang):  # the keywords are English ones
        return ()
    subjects = subjects or shipped_subjects()
    found = parts(article, parse)
    chosen = _chosen(rank_topics(article, parse, subjects, learned))
    narrow = (_narrow(found, topic, subjects.below(topic.id)) for topic in chosen)
    return (*chosen, *(topic for topic in narrow if topic))


def rank_topics(
    article: Article, parse: "Parse", subjects: Subjects | None = None, learned: "Learned | None" = None
) -> tuple[Topic, ...]:
    """Return every topic that is part of no other and speaks for itself in the article, by falling score."""
    top = (subjects := subjects or shipped_subjects()).top
    shares = top_shares(parts(article, parse), subjects)
    if learned:
        return _topics(learned.corrected(shares, article), top)
    return _topics({one.id: shares[one.id] for one in top.subjects if one.weights}, top)


def top_shares(found: Sequence[Part], subjects: Subjects) -> dict[str, float]:
    """Return the share of each topic that is part of no other, by id; of a text that says too little 0 for each.

    One without keywords, which is known from people's pages alone, has an even share, so that those can tell.
    """
    words = weigh(found, subjects.top)
    shares = dict.fromkeys(words, 0.0)
    if max(words.values(), default=0) >= LEAST_WORDS:
        mixed = _with_likeness([word / sum(words.values()) for word in words.values()], found, subjects.top)
        shares |= {topic: float(share) for topic, share in zip(words, mixed, strict=True) if words[topic]}
    return shares | {subject.id: 1 / len(words) for subject in subjects.top.subjects if not subject.weights}


def _chosen(ranked: Sequence[Topic]) -> tuple[Topic, ...]:
    if not ranked or ranked[0].score < LEAST_SCORE:
        return ()
    least = max(LEAST_SCORE, LEAST_OF_FIRST * ranked[0].score)
    return tuple(topic for topic in ranked[:MOST_TOPICS] if topic.score >= least)


def _topics(shares: Mapping[str, float], lexicon: Lexicon) -> tuple[Topic, ...]:
    """Return the topics that have a share, by falling score."""
    topics = [
        Topic(subject.id, subject.label, round(shares[subject.id], 4))
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


def _narrow(found: Sequence[Part], topic: Topic, lexicon: Lexicon | None) -> Topic | None:
    """Return the part of a topic that an article is about, None where that is not clear."""
    words = weigh(found, lexicon) if lexicon else {}
    heaviest = sorted((*words.values(), 0.0, 0.0), reverse=True)
    if lexicon is None or heaviest[0] < max(_narrow_weight(found), NARROW_LEAD * heaviest[1]):
        return None
    whole = sum(words.values())
    return _topics({identifier: topic.score * word / whole for identifier, word in words.items()}, lexicon)[0]


def _narrow_weight(found: Sequence[Part]) -> float:
    """Return what the keywords must weigh: the longer a text, the more it says in passing."""
    least, most = NARROW_WEIGHT
    return least + (most - least) * min(1.0, sum(len(part.doc) for part in found) / LONG_TEXT)
