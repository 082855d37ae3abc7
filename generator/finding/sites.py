"""Which park, square or hotel a short name stands for: "Yarrow" of "Yarrow National Park"."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from generator.finding.forms import Form, Key
from generator.finding.words import words

_WATERS = frozenset({"river", "lake", "mount", "mt"})
_WITH_KIND = 2


def by_first(found: Iterable[Form]) -> dict[str, list[Key]]:
    """Index names that only add to one word what kind of place it is."""
    index: dict[str, list[Key]] = defaultdict(list)
    for form in found:
        if form.kind != "person" and len(form.key) > 1 and words().sites.issuperset(form.key[1:]):
            index[form.key[0]].append(form.key)
        elif len(form.key) == _WITH_KIND and form.key[0] in _WATERS:  # "River Severn"
            index[form.key[1]].append(form.key)
    return index


def fuller_sites(form: Form, sites: Mapping[str, list[Key]]) -> list[Key]:
    """Return the one site that a single word stands for."""
    found = sites.get(form.key[0], []) if len(form.key) == 1 and form.kind != "person" else []
    return found if len(found) == 1 else []
