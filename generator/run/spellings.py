"""Names that may be misspelt: told, and left to a person."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator import pages
from generator.language import has_model
from generator.pages import Concern, Page, State
from generator.registry import Desk, key
from generator.slugs import slug

Name = tuple[str, ...]
_UMLAUT = re.compile("([aou])e")
_OTHER_LETTERS = re.compile("[\u0370-\u1dff\u2c00-\uffff]")  # than Latin ones

_MOST_ALIKE = 30  # names that share a trace; only a hostile text has more, and its pairs grow with the square
_FEWEST_WORDS = 2  # of a name that is told of: single words are too often different names


@dataclass(frozen=True, slots=True)
class Lookalike:
    """A name of a page that is nearly another of that or of another page; paths are below docs/."""

    name: str
    page: str
    other: str
    other_page: str


def misspelt(page: Page, state: State, desk: Desk) -> Iterator[Concern]:
    """Yield a concern for each actor whom the title calls by a spelling one slip from that of the text.

    A spelling that the desk lists as an alias is known, and a page that is signed off was looked at. In languages
    without a model every spelling is one that is right there, or is inflected: "Libanon", "Казахстане".
    """
    if pages.is_pinned(page) or not has_model(str(state.briefing["lang"])):
        return
    title = page.line("title")
    for actor in state.briefing["actors"]:
        spellings = (actor["name"], *actor["aliases"])
        for spelling in spellings:
            others = [other for other in spellings if other != spelling and not _holds(state.briefing["title"], other)]
            if spelling in title and not desk.get(spelling) and (other := _right(spelling, others)):
                message = f"“{spelling}” is {other} elsewhere in the article; correct it, or list it in docs/actors.yml"
                yield Concern("review", "title", message)


def _holds(title: str, name: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", title) is not None


def _right(spelling: str, others: Sequence[str]) -> str:
    """Return the name of which, or of the end of which, a spelling is one slip; none where one has it as it is."""
    from generator.finding.spelling import likely_slip

    name = key(spelling)
    ends = {other: key(other)[-len(name) :] for other in others}
    return (
        ""
        if name in ends.values()
        else next((one for one, end in ends.items() if likely_slip(name, end, given=True)), "")
    )


def lookalikes(found: Iterable[Page], desk: Desk) -> list[Lookalike]:
    """Return the actors that may be one, each pair once, the rarer name first.

    Names that differ by one slip of a letter, or one in the first and one in the last word, by what stands between
    these, by a given name that is short for the other, or by how "ø" is written. What the desk knows is settled, and
    names of pages in other languages, or in letters that are inflected, may well differ.
    """
    from generator.finding.spelling import likely_slip, likely_slips, traces

    found = list(found)
    places, spoken = _places(found, desk), {page.path: page.line("lang") for page in found}
    languages = {name: {spoken[path] for _, path in stood} for name, stood in places.items()}
    near: dict[Name, list[Name]] = defaultdict(list)
    for name in places:
        worn = {(name[0][0], *name[1:-1], *last) for last in traces(name[-1:])}
        for trace in {*traces(name), *worn, _formal(name), _plain(name), (name[0], "", name[-1])}:
            near[trace].append(name)
    pairs = {
        tuple(sorted((one, two), key=lambda name: (len(places[name]), name)))
        for alike in (names[:_MOST_ALIKE] for names in near.values())
        for at, one in enumerate(alike)
        for two in alike[at + 1 :]
        if not languages[one].isdisjoint(languages[two])
        and (
            likely_slip(one, two)
            or likely_slips(one, two)
            or _formal(one) == _formal(two)
            or _plain(one) == _plain(two)
            or _is_shorter(one, two)
            or _is_shorter(two, one)
        )
    }
    return [_lookalike(places, one, two) for one, two in sorted(pairs)]


def _places(found: Iterable[Page], desk: Desk) -> dict[Name, list[tuple[str, str]]]:
    """Return for each name of several words the spellings and pages where it stands."""
    places: dict[Name, list[tuple[str, str]]] = defaultdict(list)
    for page in sorted(found, key=lambda page: page.path):
        for name in page.names("actors"):
            if len(key(name)) >= _FEWEST_WORDS and not desk.get(name) and not _OTHER_LETTERS.search(name):
                places[key(name)].append((name, page.path))
    return places


def _formal(name: Name) -> Name:
    """Return a name with a given name for all that are short for it or spelt otherwise: "Sergei", "Sergey"."""
    from generator.finding.words import words

    return (words().nicknames.get(name[0], name[0]), *name[1:])


def _plain(name: Name) -> Name:
    """Return a name as those write it who have no other letters than a to z: "Stoere" and "Støre" are one."""
    return tuple(_UMLAUT.sub(r"\1", slug(word)) for word in name)


def _is_shorter(one: Name, two: Name) -> bool:
    """Tell whether `one` is `two` without words from its middle: "Ingrid Solheim" for "Ingrid M. Solheim"."""
    rest = iter(two)
    return (one[0], one[-1]) == (two[0], two[-1]) and len(one) < len(two) and all(word in rest for word in one)


def _lookalike(places: Mapping[Name, Sequence[tuple[str, str]]], one: Name, two: Name) -> Lookalike:
    (name, page), (other, other_page) = places[one][0], places[two][0]
    return Lookalike(name, page, other, other_page)
