"""People whom a parser takes for bodies, though a surname alone follows the full name: "Novak Djokovic", "Djokovic"."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.finding.beside import club_tails
from generator.finding.forms import Key, form_key
from generator.finding.mention import Mention
from generator.finding.words import words
from generator.language import is_word

_FULL = (2, 3)  # words
_SHORTEST = 5  # letters of a surname that tells enough
_TAKEN_FOR = frozenset({"ORG", "PRODUCT", "PERSON", ""})


def surnamed(mentions: Sequence[Mention], lang: str) -> Iterator[Mention]:
    """Yield the mentions, those of such a full name and of its surname alone as a person's."""
    named: dict[Key, list[Mention]] = defaultdict(list)
    for one in mentions:
        if one.entry is None:
            named[form_key(one.called)].append(one)
    people = {name for full in named if _is_persons(full, named, lang) for name in (full, full[-1:])}
    for one in mentions:
        person = one.entry is None and form_key(one.called) in people
        yield replace(one, hint="person") if person else one


def _is_persons(full: Key, named: Mapping[Key, Sequence[Mention]], lang: str) -> bool:
    surname = named.get(full[-1:], ())
    if len(full) not in _FULL or not surname or len(full[-1]) < _SHORTEST or full[-1].endswith("s"):
        return False
    free = all(one.label in _TAKEN_FOR and one.hint is None for one in (*named[full], *surname))
    shouted = any(one.name.isupper() for one in (*named[full], *surname))
    plain = any(is_word(word, lang) for word in full)
    return free and not shouted and not plain and _of_bodies().isdisjoint(full)


def _of_bodies() -> frozenset[str]:
    lists = words()
    return (
        lists.organisation_words
        | lists.facilities
        | lists.company_tails
        | lists.sure_bodies
        | lists.tails
        | lists.place_words
        | lists.papers
        | lists.particles
        | club_tails()
    )
