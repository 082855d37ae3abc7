"""Which language a text is written in."""

from functools import cache
from typing import TYPE_CHECKING

from generator.errors import StandfirstError

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

AUTO = "auto"  # as a setting: detect it
FALLBACK = "en"  # of a text that is too short to tell

_LEAST_SURE = 0.9  # of 1; of 7,200 English articles and notes none reads as another language so surely
_MOST_READ = 2_000  # characters
_FIRST_GREEK = "\u0370"
_NO_LANGUAGE = "zxx"


def detect(text: str) -> str:
    """Return the ISO 639 code of the text's language, FALLBACK where that cannot be told for sure.

    By the trigram model of langid.py (Lui and Baldwin 2012, https://aclanthology.org/P12-3005/) in py3langid. Raises
    StandfirstError where the disk is full.
    """
    found, sure = _identifier().classify(text[:_MOST_READ])
    least = _LEAST_SURE if _is_latin(text[:_MOST_READ]) else 0
    return str(found) if sure >= least and found != _NO_LANGUAGE else FALLBACK


def _is_latin(text: str) -> bool:
    """Tell whether at least half the letters may be English ones; others leave less to choose from."""
    letters = list(filter(str.isalpha, text))
    return 2 * sum(letter < _FIRST_GREEK for letter in letters) >= len(letters)


@cache
def _identifier() -> "LanguageIdentifier":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    try:
        return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    except OSError as error:  # it unpacks its model into a temporary file
        told = f"languages cannot be told, since no temporary file can be written: {error.strerror}"
        raise StandfirstError(f"{told}; make room, or set `language` in mkdocs.yml") from error
