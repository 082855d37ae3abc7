"""Numbers in running text, as digits or in words, by what they are worth."""

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.lint.digits import LONGEST, in_digits
from generator.lint.number import Number, plain
from generator.lint.numberlists import number_lists
from generator.lint.spelt import in_words

_GROUPED = re.compile(r"(?<![\d,])\d{1,3}(?:[,'’]\d{3})+(?![\d,])")  # "3,000", which holds no 3


def numbers(text: str) -> Iterator[Number]:
    """Yield the numbers of a text; those that belong to a name ("G7", "Covid-19") are none."""
    for number in (*in_digits(text, named=False), *in_words(text, vague=False)):
        before = text[max(0, number.start - LONGEST) : number.start]
        yield replace(number, rounded=True) if number_lists().rounding.search(before) else number


def values(text: str) -> frozenset[str]:
    """Return every value that a text may be said to hold, words such as "both" and digits of names included."""
    found: set[str] = set()
    for number in (*in_digits(text, named=True), *in_words(text, vague=True)):
        found.update(number.readings, *number.parts)
    pieces = re.findall(r"\d+", _GROUPED.sub(" ", text))
    found.update(plain(digits) for digits in pieces if len(digits) <= LONGEST)
    also = number_lists().also
    for word in {word.lower() for word in re.findall(r"[A-Za-z]+", text)} & also.keys():
        found.update(also[word])
    return frozenset(found)
