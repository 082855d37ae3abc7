"""How near an article stands to each topic, by word vectors."""

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from numpy.typing import NDArray

from generator.finding.parts import Part
from generator.registry import Lexicon, Subject

if TYPE_CHECKING:
    from spacy.tokens import Token
    from spacy.vocab import Vocab

SHARPNESS = 12.0

_Vector: TypeAlias = NDArray[np.float32]


def likeness(found: Sequence[Part], lexicon: Lexicon) -> _Vector | None:
    """Return a share for each topic, or None where the model has no word vectors."""
    content = [token for part in found for token in part.doc if _counts(token)]
    if not content:
        return None
    mean = _unit(np.mean([_vector(token.vector) for token in content], axis=0))
    centroids = _centroids(content[0].vocab, lexicon)
    raised = np.exp(SHARPNESS * (centroids @ mean)) * centroids.any(axis=1)  # none for a topic without known words
    return _vector(raised / raised.sum())


def _counts(token: "Token") -> bool:
    return bool(token.vocab.vectors_length) and token.has_vector and token.is_alpha and not token.is_stop


@cache
def _centroids(vocab: "Vocab", lexicon: Lexicon) -> _Vector:
    """Return a row for each topic: the mean of its keywords' vectors, less what all topics share."""
    centroids = np.stack([_centroid(subject, vocab) for subject in lexicon.subjects])
    known = centroids.any(axis=1, keepdims=True)
    return _vector((centroids - centroids.sum(axis=0) / max(known.sum(), 1)) * known)


def _centroid(subject: Subject, vocab: "Vocab") -> _Vector:
    single = [word for word in subject.weights if " " not in word and vocab.has_vector(word)]
    weighed = [subject.weights[word] * _unit(_vector(vocab.get_vector(word))) for word in single]
    return _unit(np.mean(weighed, axis=0)) if weighed else np.zeros(vocab.vectors_length, dtype=np.float32)


def _vector(values: object) -> _Vector:
    return np.asarray(values, dtype=np.float32)


def _unit(vector: _Vector) -> _Vector:
    length = float(np.linalg.norm(vector))
    return vector / np.float32(length) if length else vector
