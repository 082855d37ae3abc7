"""Stems of words, in languages for which sumy has a stemmer."""

from collections.abc import Callable
from typing import cast

LONGEST_WORD = 100  # characters; some stemmers take time that grows with the square of a word


def stemmer(lang: str) -> Callable[[str], str]:
    """Return sumy's stemmer of a language; for a language without, one that only lowers the case."""
    from sumy.nlp.stemmers import Stemmer, null_stemmer

    try:
        stem = cast("Callable[[str], str]", Stemmer(lang))
        stem("word")
    except (LookupError, ValueError, ImportError):  # the last two where it wants another package
        stem = cast("Callable[[str], str]", null_stemmer)
    return lambda word: stem(word[:LONGEST_WORD])
