"""People whom the words around a name give away, where a parser may have overlooked them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from generator.finding.fields import field_before, is_held
from generator.finding.names import is_side, precedes_name
from generator.finding.runs import Word, runs
from generator.finding.speech import listed
from generator.finding.words import words
from generator.registry import Registry, fold

_MOST_WORDS = 5
_AGED = re.compile(r", (?:aged )?\d{1,3}(?:,|\.|;| years old)| \(\d{2}\)")
_CLAUSE = re.compile(r", (?:who|whose)\b")
_PHRASE = re.compile(r", (?:the|an?|his|her|its|their|former)? ?((?:[\w’'-]+ ?){1,6})")
_BEFORE = re.compile(r"([^\W\d_][\w’'-]*),? $")
_OF = re.compile(r"\b[A-Z][\w’'-]+ (?:of|for)(?: the)? $")  # "Office of" before the rest of its name
_AFTER = re.compile(r" ([a-z]+)\b")
_NEAR = 40
_SURNAME_AND_GIVEN = 2
_LONGEST_SYLLABLE = 6


@dataclass(frozen=True, slots=True)
class Person:
    """A person's full name at `text[start:end]`."""

    start: int
    end: int


def people(text: str, registry: Registry) -> Iterator[Person]:
    """Yield full names that a given name, a role beside them or a verb of saying shows to be people's."""
    for run in runs(text):
        field = field_before(text, run, registry)
        name = _name(run[field:], registry)
        if name and _full(name, registry) and (field or is_held(text, run[0].start) or _evident(text, run, name)):
            yield Person(name[0].start, name[-1].end)


def _name(run: tuple[Word, ...], registry: Registry) -> tuple[Word, ...]:
    """Return a run without the roles, nationalities and openings at its head."""
    last = max((at for at, word in enumerate(run[:-1]) if _is_role(word.text)), default=-1)
    first = last + 1
    while first < len(run) - 1 and _leads(run[first].text, registry):
        first += 1
    return run[first:]


def _leads(word: str, registry: Registry) -> bool:
    folded = fold(word)
    listed = folded in words().determiners or folded in words().ranks
    return listed or precedes_name(word) or is_side(word) or registry.demonym(word) is not None


def _is_role(word: str) -> bool:
    return fold(word) in words().roles


def _full(name: tuple[Word, ...], registry: Registry) -> bool:
    """Tell whether these words can be a person's name and surname."""
    folded = [fold(word.text) for word in name[: _MOST_WORDS + 1]]
    if not 1 < len(folded) <= _MOST_WORDS or len(folded[-1]) == 1 or not _blocked().isdisjoint(folded):
        return False
    if any(len(word.text.rstrip(".")) > 1 and word.text.isupper() for word in name):
        return False
    first = name[0].text
    known = registry.get(" ".join(word.text for word in name)) or registry.get(f"{first} {name[1].text}")
    return known is None and (folded[0] in words().given or registry.get(first) is None)


@cache
def _blocked() -> frozenset[str]:
    lists = words()
    return (
        lists.organisation_words
        | lists.facilities
        | lists.place_words
        | lists.not_names
        | lists.not_actor_words
        | lists.reigns
    ) - (lists.generation | lists.given)


def _evident(text: str, run: tuple[Word, ...], name: tuple[Word, ...]) -> bool:
    before, end = run[: len(run) - len(name)], name[-1].end
    beside = _word(_BEFORE.search(text, max(0, run[0].start - _NEAR), run[0].start))
    given = fold(name[0].text) in words().given
    if beside in words().vessels or (not given and _OF.search(text, max(0, run[0].start - _NEAR), run[0].start)):
        return False
    if _romanised(name) or given or (before and _is_role(before[-1].text)):
        return True
    beside = "" if before else beside
    after = _word(_AFTER.match(text, end))
    if {beside, after} & words().saying or beside in words().roles:
        return True
    return bool(_AGED.match(text, end) or _CLAUSE.match(text, end)) or _told(text, end)


def _romanised(name: tuple[Word, ...]) -> bool:
    """Tell whether a name is written as Chinese and Korean ones are: "Cheng Chung-tai"."""
    given = name[-1].text
    syllables = given.split("-")
    return (
        len(name) == _SURNAME_AND_GIVEN
        and len(syllables) == _SURNAME_AND_GIVEN
        and name[0].text.isalpha()
        and max(map(len, syllables)) <= _LONGEST_SYLLABLE
        and given[0].isupper()
        and syllables[1].isalpha()
        and syllables[1].islower()
        and syllables[1] not in words().suffixes
    )


def _word(found: re.Match[str] | None) -> str:
    return found.group(1) if found else ""


def _told(text: str, end: int) -> bool:
    """Tell whether the phrase behind a name says what the person is: ", a former union leader"."""
    found = _PHRASE.match(text, end)
    return found is not None and not (words().roles | listed("humans")).isdisjoint(map(fold, found.group(1).split()))
