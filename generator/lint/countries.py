"""Countries that a text names, under whatever name, and their people."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.lint.source import SourceText
from generator.registry import Entry, Registry

_PAIR = re.compile(r"[^\W\d_]+(?:[ \u00a0-][^\W\d_]+)?")
_WORD = re.compile(r"[^\W\d_]+(?:[-][^\W\d_]+)*")


class Known(NamedTuple):
    """What the registry knows at `start` to `end`."""

    start: int
    end: int
    entry: Entry


def known(text: str, registry: Registry) -> list[Known]:
    """Return the registry's names in a text, and the words for people and things of a country, in order."""
    found = [Known(*match) for match in registry.find(text)]
    taken = [False] * (len(text) + 1)
    for each in found:
        taken[each.start : each.end] = [True] * (each.end - each.start)
    found.extend(each for each in _demonyms(text, registry) if not any(taken[each.start : each.end]))
    return sorted(found)


def named(source: SourceText, registry: Registry) -> frozenset[Entry]:
    """Return what of the registry the article names, in its own language too; a capital names its country.

    In other languages than English a word that begins as a country's name does is taken for one of its people.
    """
    entries = {each.entry for each in known(source.text, registry)}
    if source.lang != "en":
        from generator.finding.foreign import countries_of, known_names

        entries |= {entry for _, _, entry in known_names(source.text, source.lang, registry)}
        entries |= set(countries_of(source.words, source.lang, registry))
    codes = {entry.code for entry in entries if entry.kind == "place" and entry.code}
    return frozenset(entries | {entry for entry in registry.entries if entry.kind == "country" and entry.code in codes})


def _demonyms(text: str, registry: Registry) -> Iterator[Known]:
    at = 0
    while pair := _PAIR.search(text, at):
        word = _WORD.match(text, pair.start())
        at = word.end() if word else pair.end()
        for end in (pair.end(), word.end() if word else pair.end()):
            entry = (
                registry.demonym(text[pair.start() : end].replace("\u00a0", " ")) if pair.group()[0].isupper() else None
            )
            if entry:
                yield Known(pair.start(), end, entry)
                at = end
                break
