"""How a sentence stands to the article: its own words, those of another, or neither."""

import re
from functools import lru_cache
from typing import Literal

from generator.lint.source import SourceText, folded

Standing = Literal["verbatim", "edited", "absent"]

_SENTENCE = re.compile(r"(?<=[.!?])['\")\]]*\s+|\n+")
_WORD = re.compile(r"[^\W_]+")
_SHARED = 0.5  # of a sentence's words with one sentence of the article; measured, see the tests
_LONG = 4  # letters of a word that says something


def standing(sentence: str, source: SourceText) -> Standing:
    """Return "verbatim" for what the article holds, "edited" for what shares half its long words with one sentence."""
    if source.holds(sentence):
        return "verbatim"
    words = _long(sentence)
    if not words:
        return "absent"
    most = max((len(words & other) for other in _sentences(source.text)), default=0)
    return "edited" if most >= _SHARED * len(words) else "absent"


def is_like(text: str, sentence: str) -> bool:
    """Tell whether a text shares half its long words with a sentence."""
    words = _long(text)
    return bool(words) and len(words & _long(sentence)) >= _SHARED * len(words)


@lru_cache(maxsize=4)
def _sentences(text: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(_long(sentence)) for sentence in _SENTENCE.split(text))


def _long(text: str) -> frozenset[str]:
    words = frozenset(_WORD.findall(folded(text)))
    return frozenset(word for word in words if len(word) >= _LONG or word.isdigit()) or words
