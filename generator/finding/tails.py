"""Bodies that a parser overlooked and their last word gives away: "Signature Bank" behind another bank."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from generator.finding.mention import Mention
from generator.finding.names import bounds, is_name
from generator.finding.parts import Part
from generator.finding.runs import runs
from generator.finding.starts import starts
from generator.finding.stretches import Stretches
from generator.finding.words import words
from generator.lists import shipped
from generator.registry import Match, Registry, fold

_MOST_WORDS = 5
_NEAR = 40
_AND = re.compile(r"\b([A-Z][\w’'-]*),? (?:and|&) (?:the )?$")
_TAKEN = frozenset({"ORG", "PERSON", "GPE", "LOC", "FAC", "PRODUCT", "NORP", "EVENT", "WORK_OF_ART", "LAW"})


def tailed(number: int, part: Part, registry: Registry) -> Iterator[Mention]:
    """Yield, where the parser has found nothing, runs of words with capitals that end as a body's name does.

    So are acronyms behind what they are: "the operator SNCB".
    """
    if part.unreliable:
        return
    taken = Stretches(_entities(part))
    for found in _called().finditer(part.text):
        short = found.group(1)
        if not taken.meet(*found.span(1)) and not registry.get(short):
            yield Mention(number, *found.span(1), short, "ORG", hint="organisation")
    for run in runs(part.text):
        if not 1 < len(run) <= _MOST_WORDS or fold(run[-1].text) not in words().tails:
            continue
        start, end = bounds(part.text, run[0].start, run[-1].end, registry, person=False)
        name = part.text[start:end]
        if taken.meet(start, end) or _runs_on(part.text, start) or " " not in name or starts(part.text, start):
            continue
        if end == run[-1].end and is_name(name, registry, person=False) and not registry.get(name):
            yield Mention(number, start, end, name, "ORG")


@cache
def _called() -> re.Pattern[str]:
    nouns = "|".join(sorted(re.escape(word) for word in shipped("finding/beside.yml")["bodies"].split()))
    return re.compile(rf"\b(?:{nouns}) ([A-Z]{{3,6}})\b(?![-’'])")


def _runs_on(text: str, start: int) -> bool:
    """Tell whether a name begins before "and": "Convention and Visitors Authority", but not "Dorn Bank and"."""
    found = _AND.search(text, max(0, start - _NEAR), start)
    return found is not None and fold(found.group(1)) not in words().tails


def _entities(part: Part) -> Sequence[Match[str]]:
    return [Match(one.start_char, one.end_char, one.label_) for one in part.doc.ents if one.label_ in _TAKEN]
