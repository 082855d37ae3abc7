"""Links that a page has among the sentences of its running text: "Watch the council meet »"."""

import re
from collections.abc import Iterator
from functools import cache

from generator.model import Fragment
from generator.reading.fold import cut
from generator.reading.words import longest_first

_MOST_CHARACTERS = 170
_BEHIND_SENTENCE = r"(?:^|(?<=[.!?…\"”'’»)] ))(?=[^\W\d_a-z])"
_WITHIN = r"(?:[^.!?«»]|\.(?=[^\s«»])|(?<=\b[A-Z])\.|(?<=\bNo)\.)"
_END = r"(?: ?(?<!\b[A-Z])[.!?]+[\"”'’)]*(?= |$)|$)"


def between_links(fragment: Fragment) -> Iterator[Fragment]:
    """Yield the stretches of a paragraph that stand before, between and behind links among its sentences."""
    start = 0
    for link in _link().finditer(fragment.text):
        yield cut(fragment, start, link.start())
        start = link.end()
    yield cut(fragment, start)


@cache
def _link() -> re.Pattern[str]:
    arrow = rf"(?:{longest_first('link_verbs')})\b{_WITHIN}{{0,{_MOST_CHARACTERS}}}[.?!]? ?»\.?"
    labelled = rf"(?:{longest_first('link_lead_ins')}): {_WITHIN}{{3,{_MOST_CHARACTERS}}}?(?:{_END}|(?=READ MORE:))"
    sentence = rf"(?:{longest_first('link_sentences')}) ?(?:\.(?= |$)|$)"
    return re.compile(rf"{_BEHIND_SENTENCE}(?:(?i:{arrow}|{labelled}|{sentence})) ?")
