"""Which people a surname, a given name or a shorter name stands for."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from generator.finding.forms import Form, Key
from generator.finding.spelling import likely_slip
from generator.finding.words import words

_MOST_NEAR = 50  # bearers of one name; only a hostile text has more
_GIVEN_AL = re.compile(r"(?:Al|Do) \w")  # a given name, not the article of "al-Assad", the "do" of "do Lago"


def by_name(found: Iterable[Form]) -> dict[str, list[Form]]:
    """Index what may be a person's full name by each of its words."""
    index: dict[str, list[Form]] = defaultdict(list)
    for form in found:
        if len(form.key) > 1 and words().organisation_words.isdisjoint(form.key):
            for word in dict.fromkeys(form.key):
                index[word].append(form)
    return index


def fuller_people(form: Form, people: Mapping[str, list[Form]]) -> list[Key]:
    """Return the fuller names a name may stand for: by surname, by another given name, by given name alone."""
    short = _bare(form)
    near = [one for one in people.get(short[-1], [])[:_MOST_NEAR] if "person" in {form.kind, one.kind}]
    if form.kind != "person" and len(short) > 1:
        return []
    by_family = [one for one in near if one.key != form.key and _family(short, _bare(one))]
    if by_family:
        return _fullest(by_family)
    if len(short) == 1 and (misspelt := _misspelt(form, people)):
        return misspelt
    if len(short) > 1:
        return [one.key for one in near if _better_known(one, form)][:1]
    known = [one for given in _same_givens(short[0]) for one in people.get(given, [])[:_MOST_NEAR]]
    both = [one.key for one in known if form.kind == one.kind == "person" and one.key != form.key]
    inner = [name for name in both if short[0] in name[1:-1]]  # "Lula" of "Luiz Inacio Lula da Silva"
    by_given = [name for name in both if name[0] == short[0] or len(name[0]) > len(short[0])] or inner
    return by_given or _by_first(form, known)


def _by_first(form: Form, known: Iterable[Form]) -> list[Key]:
    """Return the one person whose name begins with a word that a parser takes for a place or a body: "Malin"."""
    told = any(mention.hint or mention.titled for mention in form.mentions)
    full = {
        one.key: None for one in known if one.kind == "person" and one.key[0] == form.key[0] and one.key != form.key
    }
    return list(full) if len(full) == 1 and not told and len(form.key) == 1 else []


def _misspelt(form: Form, people: Mapping[str, list[Form]]) -> list[Key]:
    """Return the person whose surname this is but for a slip: "Zelensky" of "Volodymyr Zelenskyy"."""
    near = (name for name in people if name[0] == form.key[0][0] and likely_slip(form.key, (name,)))
    found = {one.key: None for name in near for one in people[name] if one.kind == "person" and one.key[-1] == name}
    return list(found) if len(found) == 1 else []


def _bare(form: Form) -> Key:
    """Drop particles at the head and generations at the tail: "al-Assad" is "Assad", "Bush Jr." is "Bush"."""
    name = form.key
    start, end = 0, len(name)
    if all(_GIVEN_AL.match(mention.called) for mention in form.mentions):
        return name
    while end - start > 1 and name[start] in words().leading_particles:
        start += 1
    while end - start > 1 and name[end - 1] in words().generation:
        end -= 1
    return name[start:end]


def _better_known(one: Form, two: Form) -> bool:
    """Tell whether `one` is `two` with another form of the given name, and stands more often or earlier."""
    if one.key == two.key or len(one.key) != len(two.key) or one.key[1:] != two.key[1:]:
        return False
    ranks = [(-len(form.mentions), form.mentions[0].part, form.mentions[0].start) for form in (one, two)]
    return same_given(one.key[0], two.key[0]) and ranks[0] < ranks[1]


def _family(short: Key, full: Key) -> bool:
    """Tell whether `short` is `full` without given or middle names."""
    if len(short) >= len(full):
        return False
    if full[-len(short) :] == short or (len(short) > 1 and full[: len(short)] == short):
        return True
    return len(short) > 1 and short[-1] == full[-1] and same_given(short[0], full[0])


def _same_givens(name: str) -> Iterator[str]:
    """Yield a given name and the others of its row: "Lenny", "Leonard"."""
    nicknames = words().nicknames
    root = nicknames.get(name)
    yield name
    if root:
        yield from (other for other, of in nicknames.items() if of == root and other != name)


def same_given(one: str, two: str) -> bool:
    """Tell whether two given names may be one person's: "Lenny", "Leonard" and "L"."""
    nicknames = words().nicknames
    return (
        one == two
        or nicknames.get(one, one) == nicknames.get(two, two)
        or (1 in {len(one), len(two)} and one[0] == two[0])
    )


def _fullest(found: list[Form]) -> list[Key]:
    """Of names that stand for each other ("George Bush", "George W. Bush") keep the fuller."""
    bare = {form.key: _bare(form) for form in found}
    return [name for name in bare if not any(name != other and _family(bare[name], bare[other]) for other in bare)]
