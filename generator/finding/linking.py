"""Which spellings in one article name the same actor."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.finding.kinds import votes, winner
from generator.finding.mentions import Mention
from generator.finding.spelling import likely_slip, traces
from generator.finding.words import words
from generator.model import Kind
from generator.registry import key

Key = tuple[str, ...]

_POSSESSIVE = re.compile(r"['’]s\b")
_SHORTEST_FIRST_WORD = 4
_CLEARLY_MORE = 3
_ACRONYM = range(2, 8)


@dataclass(frozen=True)
class Form:
    """One spelling and where it stands."""

    key: Key
    mentions: tuple[Mention, ...]

    @cached_property
    def votes(self) -> Counter[Kind]:
        """What speaks for each kind."""
        return votes(self.mentions)

    @cached_property
    def kind(self) -> Kind:
        """The kind most speaks for."""
        return winner(self.votes)

    @cached_property
    def weak(self) -> bool:
        """Whether it may only join others."""
        return all(mention.weak for mention in self.mentions)


def form_key(name: str) -> Key:
    """Return what spellings that differ in capitals, accents or a possessive share."""
    return key(_POSSESSIVE.sub("", name))


def forms(mentions: Iterable[Mention], most: int) -> dict[Key, Form]:
    """Group mentions by spelling; of more than `most` spellings the most frequent stay, the earlier first."""
    grouped: dict[Key, list[Mention]] = defaultdict(list)
    for mention in mentions:
        grouped[form_key(mention.name)].append(mention)
    kept = sorted(grouped, key=lambda name: -len(grouped[name]))[:most]
    chosen = set(kept)
    return {name: Form(name, tuple(found)) for name, found in grouped.items() if name in chosen}


def links(found: Mapping[Key, Form]) -> dict[Key, tuple[Key, ...]]:
    """Return for each spelling the fuller or better attested ones it may stand for: one, or several to choose from."""
    linked: dict[Key, tuple[Key, ...]] = {}
    for slip, right in _slips(found):
        linked[slip] = (right,)
    targets = {name: form for name, form in found.items() if not form.weak and name not in linked}
    people = _index(targets.values(), "person")
    others = _index(targets.values(), "organisation")
    acronyms = _acronyms(targets.values())
    for name, form in found.items():
        if name not in linked:
            fuller = _fuller_people(form, people) or _fuller_bodies(form, others) or _expanded(form, acronyms)
            linked[name] = tuple(fuller)
    return {name: fuller for name, fuller in linked.items() if fuller}


def _slips(found: Mapping[Key, Form]) -> Iterator[tuple[Key, Key]]:
    """Yield misspelt names beside the well-attested spelling."""
    buckets: dict[Key, list[Key]] = defaultdict(list)
    for name in found:
        for trace in dict.fromkeys(traces(name)):
            buckets[trace].append(name)
    for name, form in found.items():
        near = {other: None for trace in traces(name) for other in buckets[trace] if likely_slip(name, other)}
        better = [other for other in near if _better(found[other], form)]
        if better:
            yield name, max(better, key=lambda other: len(found[other].mentions))


def _better(one: Form, two: Form) -> bool:
    """Tell whether `one` is attested so much better than `two` that `two` must be a slip."""
    if one.weak or (len(one.key) == 1 and one.kind != two.kind):
        return False
    many, few = len(one.mentions), len(two.mentions)
    if few > 1 and many < _CLEARLY_MORE * few:
        return False
    return many > few or (many == few and one.mentions[0].part > two.mentions[0].part == 0)


def _index(found: Iterable[Form], kind: Kind) -> dict[str, list[Form]]:
    """Index fuller names by each of their first and last words."""
    index: dict[str, list[Form]] = defaultdict(list)
    for form in found:
        named = form.kind == kind if kind == "organisation" else not set(form.key) & words().organisation_words
        if named and len(form.key) > 1:
            for word in dict.fromkeys((*form.key, *(bare for bare in _bare(form.key)))):
                index[word].append(form)
    return index


def _bare(name: Key) -> Key:
    """Drop particles at the head and generations at the tail: "al-Assad" is "Assad", "Bush Jr." is "Bush"."""
    start, end = 0, len(name)
    while end - start > 1 and name[start] in words().leading_particles:
        start += 1
    while end - start > 1 and name[end - 1] in words().generation:
        end -= 1
    return name[start:end]


def _fuller_people(form: Form, people: Mapping[str, list[Form]]) -> list[Key]:
    short = _bare(form.key)
    if form.kind != "person" and not (len(short) == 1 and form.votes["place"] <= 1):
        return []
    near = people.get(short[-1], [])
    by_family = [one.key for one in near if one.key != form.key and _family(short, _bare(one.key))]
    if by_family:
        return _fullest(by_family)
    return [one.key for one in near if len(short) == 1 and one.key != form.key and one.key[0] == short[0]]


def _family(short: Key, full: Key) -> bool:
    """Tell whether `short` is `full` without given or middle names."""
    if len(short) >= len(full):
        return False
    if full[-len(short) :] == short:
        return True
    return len(short) > 1 and short[-1] == full[-1] and _same_given(short[0], full[0])


def _same_given(one: str, two: str) -> bool:
    nicknames = words().nicknames
    return one == two or nicknames.get(one, one) == nicknames.get(two, two) or (1 in {len(one), len(two)} and one[0] == two[0])


def _fullest(names: list[Key]) -> list[Key]:
    """Of names that stand for each other ("George Bush", "George W. Bush") keep the fuller."""
    return [name for name in names if not any(name != other and _family(_bare(name), _bare(other)) for other in names)]


def _fuller_bodies(form: Form, bodies: Mapping[str, list[Form]]) -> list[Key]:
    if form.kind == "person" and form.votes["person"] > 1:
        return []
    near = [one for one in bodies.get(form.key[0], []) if one.key != form.key]
    return [one.key for one in near if _short_body(form, one.key)][:1] or [
        one.key for one in near if len(form.key) > 1 and len(one.key) == len(form.key) + 1 and one.key[1:] == form.key
    ]


def _short_body(form: Form, full: Key) -> bool:
    """Tell whether the form is the head of `full`: "Barclays" of "Barclays Bank", "Federal Mogul" of "Federal Mogul Corp"."""
    size = len(form.key)
    if form.kind == "place" or size >= len(full) or full[:size] != form.key or len(form.key[0]) < _SHORTEST_FIRST_WORD:
        return False
    rest = full[size:]
    return size > 1 or all(word in words().organisation_words | words().company_tails for word in rest)


def _acronyms(found: Iterable[Form]) -> dict[str, list[Key]]:
    index: dict[str, list[Key]] = defaultdict(list)
    for form in found:
        if form.kind != "person" and len(form.key) > 1:
            for letters in dict.fromkeys((_initials(form.key, all_words=True), _initials(form.key, all_words=False))):
                index[letters].append(form.key)
    return index


def _initials(name: Key, *, all_words: bool) -> str:
    return "".join(word[0] for word in name if all_words or word not in words().particles)


def _expanded(form: Form, acronyms: Mapping[str, list[Key]]) -> list[Key]:
    """Return the names a spelling in capitals abbreviates."""
    letters = form.mentions[0].name.replace(".", "")
    if len(form.key) > 1 or not letters.isupper() or len(letters) not in _ACRONYM:
        return []
    return acronyms.get(letters.casefold(), [])[:1]
