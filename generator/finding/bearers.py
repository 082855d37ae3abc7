"""Places' names that are a person's in an article: "Paris" after "Valeria Paris"."""

import re
from collections.abc import Sequence

from generator.finding.evident import people
from generator.finding.parts import Part
from generator.registry import Registry

_PLACES = frozenset({"place", "country"})
_LIES = r"\b(?i:in|at|near|outside|around|inside|across) {}\b(?!['’])"


def bearers(parts: Sequence[Part], registry: Registry) -> frozenset[str]:
    """Return the surnames of people named in full that are places' too, none of which the article names as a place."""
    full = (
        part.text[one.start : one.end] for part in parts if not part.unreliable for one in people(part.text, registry)
    )
    surnames = {name.rpartition(" ")[2] for name in full}
    known = {name for name in surnames if (entry := registry.get(name)) and entry.kind in _PLACES}
    return frozenset(
        name for name in known if not any(re.search(_LIES.format(re.escape(name)), part.text) for part in parts)
    )
