"""Which spellings in one article name the same actor."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from generator.finding.bodies import by_bracket, by_initials, by_word, expanded, fuller_bodies
from generator.finding.forms import Form, Key
from generator.finding.people import by_name, fuller_people
from generator.finding.sites import by_first, fuller_sites
from generator.finding.spelling import likely_slip, traces

_CLEARLY_MORE = 3


def links(found: Mapping[Key, Form], headlines: Collection[int] = ()) -> dict[Key, tuple[Key, ...]]:
    """Return for each spelling the fuller or better attested ones it may stand for: one, or several to choose from.

    `headlines` are the numbers of the parts that are headlines.
    """
    linked: dict[Key, tuple[Key, ...]] = {}
    for slip, right in _slips(found, headlines):
        linked[slip] = (right,)
    targets = {name: form for name, form in found.items() if not form.weak and name not in linked}
    people, bodies, initials = by_name(targets.values()), by_word(targets.values()), by_initials(targets.values())
    bracketed, sites = by_bracket(targets.values()), by_first(targets.values())
    for name, form in found.items():
        if name in bracketed:
            linked[name] = (bracketed[name],)
        elif name not in linked:
            fuller = fuller_people(form, people) or fuller_bodies(form, bodies) or expanded(form, initials)
            fuller = fuller or fuller_sites(form, sites)
            linked[name] = tuple(fuller)
    return {name: fuller for name, fuller in linked.items() if fuller}


def _slips(found: Mapping[Key, Form], headlines: Collection[int]) -> Iterator[tuple[Key, Key]]:
    """Yield misspelt names beside the well-attested spelling; a headline has no people whom the text does not have."""
    buckets: dict[Key, list[Key]] = defaultdict(list)
    for name in found:
        for trace in dict.fromkeys(traces(name)):
            buckets[trace].append(name)
    for name, form in found.items():
        headed = all(mention.part in headlines for mention in form.mentions)
        alike = (other for trace in traces(name) for other in buckets[trace])
        near = {other: None for other in alike if likely_slip(name, other, given=headed)}
        better = [other for other in near if _better(found[other], form, found, headlines)]
        if better:
            yield name, max(better, key=lambda other: len(found[other].mentions))


def _better(one: Form, two: Form, found: Mapping[Key, Form], headlines: Collection[int]) -> bool:
    """Tell whether `one` is attested so much better than `two` that `two` must be a slip.

    Of full names that stand equally often the one whose surname stands alone more often is right, else the one of the
    text rather than that of the headline; without a headline that of the first paragraph.
    """
    if one.weak or (len(one.key) == 1 and one.kind != two.kind):
        return False
    many, few = len(one.mentions), len(two.mentions)
    if few > 1 and many < _CLEARLY_MORE * few:
        return False
    if many == few and len(one.key) > 1:
        many, few = (len(found[form.key[-1:]].mentions) if form.key[-1:] in found else 0 for form in (one, two))
    first, other = (two, one) if 0 in headlines else (one, two)
    return many > few or (many == few and first.mentions[0].part == 0 < other.mentions[0].part)
