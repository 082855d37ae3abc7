"""Names that a parser overlooked, though the headline has them and the text repeats them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from generator.finding.beside import kind_beside
from generator.finding.mention import Mention
from generator.finding.names import is_name
from generator.finding.parts import Part
from generator.finding.runs import Word, runs
from generator.finding.starts import starts
from generator.finding.stretches import Stretches
from generator.finding.words import words
from generator.registry import Registry, fold, key

_OFTEN = 2
_MOST_WORDS = 3


def recurring(parts: Sequence[Part], seen: Iterable[Mention], registry: Registry) -> Iterator[Mention]:
    """Yield overlooked names of the headline that stand at least twice within sentences, always with a capital."""
    taken: dict[int, list[Mention]] = defaultdict(list)
    longer: set[str] = set()  # words of longer names
    for mention in seen:
        taken[mention.part].append(mention)
        longer.update(key(mention.name) if " " in mention.name else ())
    titled = {fold(word) for part in parts if part.headline for word in key(part.text)}
    small = {
        fold(word) for part in parts for word in re.findall(r"\b[^\W\d_A-Z][^\W\d_]+", part.text) if word.islower()
    }
    found: dict[tuple[str, ...], list[Mention]] = defaultdict(list)
    for number, part in enumerate(parts):
        if not part.unreliable and not part.headline:
            for one in _overlooked(number, part, Stretches(taken[number]), registry):
                found[key(one.name)].append(one)
    for name, places in found.items():
        if len(places) >= _OFTEN and titled.issuperset(name) and small.isdisjoint(name) and longer.isdisjoint(name):
            yield from places


def _overlooked(number: int, part: Part, taken: Stretches[Mention], registry: Registry) -> Iterator[Mention]:
    for run in runs(part.text):
        name = _bare(run)
        if not name or len(name) > _MOST_WORDS or taken.meet(name[0].start, name[-1].end):
            continue
        start, end = name[0].start, name[-1].end
        text = part.text[start:end]
        if not starts(part.text, start) and _read_as_name(part, start, end) and is_name(text, registry, person=False):
            yield Mention(number, start, end, text, "ORG", hint=kind_beside(part.text, start, end, "PERSON"))


def _bare(run: tuple[Word, ...]) -> tuple[Word, ...]:
    lists = words()
    leading = (lists.determiners, lists.not_names, lists.titles)
    first = next((at for at, word in enumerate(run) if not any(fold(word.text) in one for one in leading)), len(run))
    return run[first:]


def _read_as_name(part: Part, start: int, end: int) -> bool:
    span = part.doc.char_span(start, end, alignment_mode="expand")
    return span is not None and all(word.pos_ == "PROPN" or word.is_punct or not word.is_title for word in span)
