"""Bodies that an article calls by their owner once, and without it after that: "US Congress", then "Congress"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.finding.forms import Key, form_key
from generator.finding.mention import Mention
from generator.finding.words import words
from generator.registry import Entry, key

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
        body = _only(form_key(mention.name), bodies) if mention.entry is None and mention.label == "ORG" else None
        yield mention if body is None else replace(mention, entry=body)


def _only(short: Key, bodies: dict[Entry, Key]) -> Entry | None:
    found = [entry for entry, full in bodies.items() if owned(short, full)]
    return found[0] if len(found) == 1 else None
