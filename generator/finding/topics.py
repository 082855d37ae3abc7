"""What an article is about, as IPTC Media Topics."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from math import log
from typing import TYPE_CHECKING

from generator.finding.parts import Part, parts
from generator.finding.subjects import Subject, subjects
from generator.language import has_model
from generator.model import Article, Topic

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from generator.language import Parse

MOST_TOPICS = 2
LEAST_SCORE = 0.12  # of the whole; an even spread over 17 topics gives each 0.06
LEAST_OF_FIRST = 0.45  # a second topic scores at least this share of the first
LEAST_WORDS = 1.0  # summed weight of keywords, so that two chance words make no topic
TITLE_COUNTS = 5
LEAD_COUNTS = 2
LONGEST_KEYWORD = 3
VECTOR_SHARE = 0.2


def find_topics(article: Article, parse: "Parse") -> tuple[Topic, ...]:
    """Return at most two topics by falling score; the scores of all topics of an article sum to 1."""
    ranked = rank_topics(article, parse) if has_model(article.lang) else ()
    if not ranked or ranked[0].score < LEAST_SCORE:
        return ()
    least = max(LEAST_SCORE, LEAST_OF_FIRST * ranked[0].score)
    return tuple(topic for topic in ranked[:MOST_TOPICS] if topic.score >= least)


def rank_topics(article: Article, parse: "Parse") -> tuple[Topic, ...]:
    """Return every topic that has any keyword in the article, by falling score."""
    found = parts(article, parse)
    counted = _keyword_counts(found)
    words = [_weight(subject, counted) for subject in subjects()]
    if max(words) < LEAST_WORDS:
        return ()
    shares = _with_likeness([word / sum(words) for word in words], found)
    scored = zip(subjects(), shares, words, strict=True)
    topics = [Topic(subject.id, subject.label, round(float(share), 4)) for subject, share, word in scored if word]
    return tuple(sorted(topics, key=lambda topic: (-topic.score, topic.id)))


def _with_likeness(shares: list[float], found: Sequence[Part]) -> list[float]:
    """Mix in how near the article's words are to each topic's, where the model has word vectors."""
    from generator.finding.likeness import likeness  # numpy is slow to import

    alike = likeness(found)
    if alike is None:
        return shares
    return [(1 - VECTOR_SHARE) * share + VECTOR_SHARE * float(near) for share, near in zip(shares, alike, strict=True)]


@cache
def _rarity() -> Mapping[str, float]:
    """Weigh a keyword less the more topics share it."""
    shared = Counter(keyword for subject in subjects() for keyword in subject.weights)
    return {keyword: 1 / count for keyword, count in shared.items()}


def _weight(subject: Subject, counted: Mapping[str, int]) -> float:
    rarity = _rarity()
    present = (keyword for keyword in counted if keyword in subject.weights)
    return sum(subject.weights[keyword] * rarity[keyword] * (1 + log(counted[keyword])) for keyword in present)


def _keyword_counts(found: Sequence[Part]) -> Counter[str]:
    counted: Counter[str] = Counter()
    leads = 1 if found and found[0].headline else 0
    for number, part in enumerate(found):
        for keyword in _keywords(part.doc):
            counted[keyword] += TITLE_COUNTS if part.headline else LEAD_COUNTS if number <= leads else 1
    return counted


def _keywords(doc: "Doc") -> Iterator[str]:
    """Yield the keywords in a text, several words before one."""
    known = _rarity()
    spellings = [(token.lower_, token.lemma_.lower()) for token in doc if not token.is_space]
    at = 0
    while at < len(spellings):
        for length in range(min(LONGEST_KEYWORD, len(spellings) - at), 0, -1):
            window = spellings[at : at + length]
            said = " ".join(lower for lower, _ in window)
            lemma = " ".join([*(lower for lower, _ in window[:-1]), window[-1][1]])
            keyword = said if said in known else lemma
            if keyword in known:
                yield keyword
                at += length - 1
                break
        at += 1
