"""What an article is about, as IPTC Media Topics."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import log
from typing import TYPE_CHECKING

import numpy as np

from generator.finding.parts import Part, parts
from generator.finding.words import shipped
from generator.model import Article, Topic

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.tokens import Doc, Token
    from spacy.vocab import Vocab

    from generator.language import Parse

MOST_TOPICS = 2
LEAST_SCORE = 0.12  # of the whole; an even spread over 17 topics gives each 0.06
LEAST_OF_FIRST = 0.45  # a second topic scores at least this share of the first
LEAST_WORDS = 1.0  # summed weight of keywords, so that two chance words make no topic
STRONG = 2.0
TITLE_COUNTS = 3
LONGEST_KEYWORD = 3
VECTOR_SHARE = 0.2
SHARPNESS = 12.0


@dataclass(frozen=True, slots=True)
class Subject:
    """A Media Topic and how much each of its keywords weighs."""

    id: str
    label: str
    weights: Mapping[str, float]


def find_topics(article: Article, parse: "Parse") -> tuple[Topic, ...]:
    """Return at most two topics by falling score; the scores of all topics of an article sum to 1."""
    ranked = rank_topics(article, parse)
    if not ranked or ranked[0].score < LEAST_SCORE:
        return ()
    least = max(LEAST_SCORE, LEAST_OF_FIRST * ranked[0].score)
    return tuple(topic for topic in ranked[:MOST_TOPICS] if topic.score >= least)


def rank_topics(article: Article, parse: "Parse") -> tuple[Topic, ...]:
    """Return every topic that has any keyword in the article, by falling score."""
    found = parts(article, parse)
    counted = _keyword_counts(found)
    words = np.array([_weight(subject, counted) for subject in subjects()])
    if words.max(initial=0.0) < LEAST_WORDS:
        return ()
    shares = words / words.sum()
    likeness = _likeness(found)
    if likeness is not None:
        shares = (1 - VECTOR_SHARE) * shares + VECTOR_SHARE * likeness
    scored = zip(subjects(), shares, words, strict=True)
    topics = [Topic(subject.id, subject.label, round(float(share), 4)) for subject, share, word in scored if word]
    return tuple(sorted(topics, key=lambda topic: (-topic.score, topic.id)))


@cache
def subjects() -> tuple[Subject, ...]:
    """Return the 17 top concepts with their keywords."""
    return tuple(Subject(row["id"], row["label"], _weights(row)) for row in shipped("topics.yml"))


def _weights(row: Mapping[str, str]) -> dict[str, float]:
    return {**dict.fromkeys(_split(row["keywords"]), 1.0), **dict.fromkeys(_split(row["strong"]), STRONG)}


def _split(text: str) -> list[str]:
    return [keyword.strip() for keyword in text.split(",")]


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
    for part in found:
        for keyword in _keywords(part.doc):
            counted[keyword] += TITLE_COUNTS if part.headline else 1
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


def _likeness(found: Sequence[Part]) -> "NDArray[np.float32] | None":
    """Compare the article's content words with each topic's keywords, where the model has word vectors."""
    content = [token for part in found for token in part.doc if _counts(token)]
    if not content:
        return None
    mean = _unit(np.sum([token.vector for token in content], axis=0))
    raised = np.exp(SHARPNESS * (_centroids(content[0].vocab) @ mean))
    return raised / raised.sum()


def _counts(token: "Token") -> bool:
    return token.has_vector and bool(token.vocab.vectors_length) and token.is_alpha and not token.is_stop


@cache
def _centroids(vocab: "Vocab") -> "NDArray[np.float32]":
    centroids = np.stack([_centroid(subject, vocab) for subject in subjects()])
    return centroids - centroids.mean(axis=0)


def _centroid(subject: Subject, vocab: "Vocab") -> "NDArray[np.float32]":
    single = [word for word in subject.weights if " " not in word and vocab.has_vector(word)]
    return _unit(np.sum([subject.weights[word] * _unit(vocab.get_vector(word)) for word in single], axis=0))


def _unit(vector: "NDArray[np.float32]") -> "NDArray[np.float32]":
    length = np.linalg.norm(vector)
    return vector / length if length else vector
