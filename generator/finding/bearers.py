"""Places' names that are a person's in an article: "Paris" after "Valeria Paris"."""

import re
from collections.abc import Iterator, Sequence

from generator.finding.evident import people
from generator.finding.parts import Part
from generator.finding.words import words
from generator.registry import Registry

_PLACES = frozenset({"place", "country"})
_LIES = r"\b(?i:in|at|near|outside|around|inside|across) {}\b(?!['’])"


def bearers(parts: Sequence[Part], registry: Registry) -> frozenset[str]:
    """Return the surnames of people named in full that are places' too, none of which the article names as a place.

    A given name that stands in small letters too is none: "Cricket Australia".
    """
    names: Iterator[str] = (
        part.text[one.start : one.end] for part in parts if not part.unreliable for one in people(part.text, registry)
    )
    names = (name for name in names if name.partition(" ")[0].rpartition("-")[2] not in words().suffixes)
    full = {(name.partition(" ")[0], name.rpartition(" ")[2]) for name in names}
    known = {one for one in full if (entry := registry.get(one[1])) and entry.kind in _PLACES}
    called = {surname for given, surname in known if not _said(rf"\b{re.escape(given.lower())}\b", parts)}
    return frozenset(name for name in called if not _said(_LIES.format(re.escape(name)), parts))


def _said(pattern: str, parts: Sequence[Part]) -> bool:
    return any(re.search(pattern, part.text) for part in parts)
