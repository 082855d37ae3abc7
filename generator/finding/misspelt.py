"""Names one slip off one that the article has rightly, too: "European Commision", "Volkswagon" in a headline."""

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from generator.finding.forms import Key, form_key
from generator.finding.mention import Mention
from generator.finding.parts import Part
from generator.finding.spelling import likely_slip, traces
from generator.finding.stretches import Stretches
from generator.language import is_word
from generator.registry import Entry, fold

_CAPITALISED = re.compile(r"[^\W\d_a-z][^\W\d_]{5,}")
_INFLECTED = ("s", "n")  # "Panthers", "Russian"


def put_right(parts: Sequence[Part], mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions; those one slip off a name that the text has mean that one.

    That is a known name of several words, and for a word of the headline that stands nowhere else any name of one word.
    """
    return list(_known_ones(_with_headlines(parts, mentions)))


def _known_ones(mentions: Sequence[Mention]) -> Iterator[Mention]:
    known = {name: one.entry for one in mentions if one.entry and len(name := form_key(one.name)) > 1}
    free = dict.fromkeys(form_key(one.called) for one in mentions if one.entry is None)
    meant = _meant(free, known)
    for one in mentions:
        entry = None if one.entry else meant.get(form_key(one.called))
        yield replace(one, entry=entry) if entry else one


def _meant(names: Mapping[Key, None], known: Mapping[Key, Entry]) -> dict[Key, Entry]:
    """Return for names that are a slip of a known one whom they mean."""
    buckets = _by_trace(known)
    found: dict[Key, Entry] = {}
    for name in names if buckets else ():
        near = (right for trace in traces(name) for right in buckets.get(trace, ()) if likely_slip(name, right))
        if (right := next(near, None)) is not None:
            found[name] = known[right]
    return found


def _by_trace(names: Iterable[Key]) -> dict[Key, list[Key]]:
    buckets: dict[Key, list[Key]] = defaultdict(list)
    for name in names:
        for trace in dict.fromkeys(traces(name)):
            buckets[trace].append(name)
    return buckets


def _with_headlines(parts: Sequence[Part], mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions with the misspelt words of headlines, each as a mention of what the text has."""
    slips = [slip for number, part in enumerate(parts) if part.headline for slip in _slips(number, parts, mentions)]
    there = Stretches(slips)
    headed = {slip.part for slip in slips}
    return sorted(
        [*(one for one in mentions if one.part not in headed or not there.meet(one.start, one.end)), *slips],
        key=lambda mention: (mention.part, mention.start),
    )


def _slips(number: int, parts: Sequence[Part], mentions: Sequence[Mention]) -> Iterator[Mention]:
    targets = _lone([one for one in mentions if not parts[one.part].headline and not one.weak])
    buckets = _by_trace((name,) for name in targets)
    in_text = [fold(part.text) for part in parts if not part.headline]
    elsewhere = {form_key(one.called) for one in mentions if one.part != number}
    longer = Stretches(
        one for one in mentions if one.part == number and " " in one.name and (one.entry or _known(one, elsewhere))
    )
    for found in _CAPITALISED.finditer(parts[number].text):
        word = fold(found.group())
        if longer.meet(found.start(), found.end()) or any(word in text for text in in_text):
            continue
        near = (right for trace in traces((word,)) for (right,) in buckets.get(trace, ()) if _is_slip(word, right))
        right = next(near, "")
        if right and not is_word(word, parts[number].doc.lang_):
            one = targets[right]
            full = "" if one.entry else one.called.split()[-1]
            yield Mention(number, found.start(), found.end(), found.group(), one.label, one.entry, full=full)


def _known(mention: Mention, elsewhere: Container[Key]) -> bool:
    """Tell whether a longer name is one, and no run of a headline's capitals: "Norway Minster Solhem"."""
    return mention.label != "ORG" or form_key(mention.called) in elsewhere


def _lone(mentions: Sequence[Mention]) -> dict[str, Mention]:
    """Return by their word the names of one word, and the surnames of people."""
    named = ((form_key(one.called), one) for one in mentions)
    lone = [(name[-1], one) for name, one in named if len(name) == 1 or (one.label == "PERSON" and not one.entry)]
    return dict(chain(reversed(lone)))


def _is_slip(word: str, name: str) -> bool:
    longer, shorter = sorted((word, name), key=len, reverse=True)
    inflected = longer[:-1] == shorter and longer[-1] in _INFLECTED
    return not inflected and likely_slip((word,), (name,))
