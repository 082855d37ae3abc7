"""The words of a text, in scripts with and without spaces between them."""

import re
import unicodedata
from functools import cache
from itertools import pairwise

UNSPACED = frozenset({"zh", "ja", "th", "lo", "km", "my"})  # languages without spaces between words
# Han, kana, Thai, Lao, Burmese, Khmer.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff"
SIGNS_A_WORD = 2  # of Chinese and Japanese, near enough
_LAST = 0x10000  # marks beyond are of scripts that no news is written in
_RUNS = re.compile(f"[{_UNSPACED}]+|[^{_UNSPACED}]+")


def words(text: str) -> tuple[str, ...]:
    """Return the words in order; where no spaces part them every two neighbours, as Lucene's CJKBigramFilter does."""
    return tuple(word for match in _word().finditer(text) for word in _parted(match.group()))


def _parted(word: str) -> tuple[str, ...]:
    runs = _RUNS.findall(word)
    if len(runs) == 1 and not _is_unspaced(word):
        return (word,)
    return tuple(part for run in runs for part in (_pairs(run) if _is_unspaced(run) else (run,)))


def _is_unspaced(run: str) -> bool:
    return re.match(f"[{_UNSPACED}]", run) is not None


def _pairs(run: str) -> tuple[str, ...]:
    return tuple(one + two for one, two in pairwise(run)) or (run,)


@cache
def _word() -> re.Pattern[str]:
    """Return the pattern of a word: marks on letters belong to it, as vowels do in Devanagari."""
    marks = "".join(char for char in map(chr, range(_LAST)) if unicodedata.category(char)[0] == "M")
    return re.compile(rf"\w[\w{marks}]*(?:[-'’.]\w[\w{marks}]*)*")


def length(text: str) -> int:
    """Return the number of words between spaces; where no spaces part them, one for each two signs."""
    return max(len(text.split()), len(words(text)) // SIGNS_A_WORD)
