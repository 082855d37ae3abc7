"""Whether a name that a parser found is more than the known names in it."""

import re
from collections.abc import Callable, Sequence

from generator.finding.glued import is_gerund
from generator.finding.mention import Mention
from generator.finding.words import words
from generator.registry import Entry, Match, fold, key

_TWO = 2
_OF_STATE = re.compile(r"(?:State|Commonwealth|City|Republic|Kingdom|Government) of ", re.IGNORECASE)


def stands_against(
    mention: Mention, covered: Sequence[Match[Entry]], is_person: Callable[[Mention, Entry], bool]
) -> bool:
    """Tell whether a mention names somebody else than the known names that it covers.

    `is_person` tells whether it is a person who is called as a known place is.
    """
    if not covered:
        return True
    first, last = covered[0], covered[-1]
    if (first.start, last.end) == (mention.start, mention.end) and len(covered) == 1:
        return is_person(mention, first.value)
    if _only_tells(mention.name[: first.start - mention.start].strip(), first.value):
        return first.end != mention.end
    if first.value.kind == "organisation" and mention.start == first.start and _tailed(mention, first.end):
        return False
    if _OF_STATE.fullmatch(mention.name[: first.start - mention.start]) and last.end == mention.end:
        return False
    return len(covered) == 1 and mention.start <= first.start and last.end <= mention.end


def _tailed(mention: Mention, end: int) -> bool:
    """Tell whether a known firm is named there with its legal form alone: "Siemens AG", not "Siemens Group"."""
    rest = key(mention.name[end - mention.start :])
    return bool(rest) and words().legal_forms.issuperset(rest)


def _only_tells(before: str, entry: Entry) -> bool:
    """Tell whether words before a known name are no part of one: "Northern Norland", "Leaving Oslo"."""
    folded = fold(before)
    told = folded.partition(" ")[0] in words().directions or folded in words().not_names
    return (told and entry.kind == "country") or (entry.kind in {"country", "place"} and is_gerund(before))


def is_branch(mention: Mention, covered: Sequence[Match[Entry]]) -> bool:
    """Tell whether a body is a country's branch of a known one: "Norland Red Cross", "Red Cross Norland"."""
    if len(covered) != _TWO or mention.name.partition(" ")[0].isupper():
        return False
    first, last = covered
    if (first.start, last.end) != (mention.start, mention.end) or first.end + 1 != last.start:
        return False
    if first.value.kind == "country":
        return last.value.kind == "organisation" and " " in mention.name[last.start - mention.start :]
    return first.value.kind == "organisation" and last.value.kind in {"country", "place"}
