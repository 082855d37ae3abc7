"""Lines of figures in reports on matches: results, scorers, teams, attendance."""

import re
from functools import cache

from generator.reading.block import length
from generator.reading.names import are_names, words_of
from generator.reading.words import listed, longest_first

_MOST_RESULT_WORDS = 14
_MOST_WORDS = 90
_RESULT = re.compile(
    r"(?:[^\W\d_][\w -]{1,20}:\s)?(?P<one>[^\d:;.!?]{2,40}?),?\s(?P<goals>\d{1,3})"
    r"(?:\s?[-\u2013:]\s?\d{1,3}\s(?P<other>[^\d:;!?]{2,40}?)|,?\s(?P<second>[^\d:;!?]{2,40}?)\s\d{1,3})(?:\s\([^()]{1,40}\))?"
)
_TEAM = re.compile(r"[^:()]{2,40}\s?\(\d(?:-\d){2,4}\)\s?:")


@cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"(?:{longest_first('match_labels')})\s?:\s*(?=\S)", re.IGNORECASE)


def is_score(text: str) -> bool:
    """Return whether a block is a result ("Basel 2-1 Bern"), a team, or a labelled list of names and minutes."""
    words = length(text)
    if words > _MOST_WORDS:
        return False
    if label := _label().match(text):
        return are_names(words_of(text[label.end() :]), listed("match_words"))
    return _TEAM.match(text) is not None or (words <= _MOST_RESULT_WORDS and _is_result(text))


def _is_result(text: str) -> bool:
    found = _RESULT.fullmatch(text)
    if found is None:
        return False
    small = listed("place_words")
    return all(are_names(words_of(name), small) for name in (found["one"], found["other"] or found["second"]))
