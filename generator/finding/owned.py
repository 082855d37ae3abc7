"""Bodies that an article calls by their owner once, and without it after that: "US Congress", then "Congress"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.finding.forms import Key, form_key
from generator.finding.mention import Mention
from generator.finding.words import words
from generator.registry import Entry, key

_SHORTEST = 4  # letters of a first word that stands for all
_MOST_OWNERS = 2  # words: "United States"


def owned(short: Key, full: Key) -> bool:
    """Tell whether `full` only says whose body `short` is: "Air Force" of "United States Air Force"."""
    before = len(full) - len(short)
    known = len(short) > 1 or short[0] in words().chambers
    return known and 0 < before <= _MOST_OWNERS and full[before:] == short and words().particles.isdisjoint(full)


def recognised(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the mentions, with short names given to the one known body of the article that they can mean."""
    bodies = {one.entry: key(one.entry.name) for one in mentions if one.entry and one.entry.kind == "organisation"}
    for mention in mentions:
        name = form_key(mention.name)
        body = _only(name, bodies) if mention.entry is None and (mention.label == "ORG" or len(name) == 1) else None
        yield mention if body is None else replace(mention, entry=body)


def _only(short: Key, bodies: dict[Entry, Key]) -> Entry | None:
    found = [entry for entry, full in bodies.items() if owned(short, full)]
    found = found or [entry for entry, full in bodies.items() if _opens(short, full)]
    return found[0] if len(found) == 1 else None


def _opens(short: Key, full: Key) -> bool:
    """Tell whether one word is the first, and tells enough, of a body's name: "Bayern" of "Bayern Munich"."""
    plain = words().organisation_words | words().not_names | words().titles | words().directions
    return len(short) == 1 < len(full) and full[:1] == short and len(short[0]) >= _SHORTEST and short[0] not in plain
