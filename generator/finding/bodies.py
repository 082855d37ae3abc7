"""Which organisation a short form or an acronym stands for."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from generator.finding.forms import Form, Key, form_key
from generator.finding.owned import owned
from generator.finding.words import words

_MOST_NEAR = 50  # bearers of one name; only a hostile text has more
_SHORTEST_FIRST_WORD = 4
_SHORTEST_NICKNAME = 4
_SHORTEST_FIRM = 3
_ACRONYM = range(2, 8)


def by_word(found: Iterable[Form]) -> dict[str, list[Form]]:
    """Index the names of organisations of several words by each of them."""
    index: dict[str, list[Form]] = defaultdict(list)
    for form in found:
        if len(form.key) > 1 and form.kind == "organisation":
            for word in dict.fromkeys(form.key):
                index[word].append(form)
    return index


def fuller_bodies(form: Form, bodies: Mapping[str, list[Form]]) -> list[Key]:
    """Return the organisation a name is the head of, or the tail: "Supreme Court" of "Israeli Supreme Court"."""
    forms = [one for one in bodies.get(form.key[0], [])[:_MOST_NEAR] if one.key != form.key]
    if form.kind == "person" and form.votes["person"] > 1:
        return _of_firm(form, forms)
    near = [one.key for one in forms]
    heads = [name for name in near if _heads(form, name)]
    owners = [name for name in near if owned(form.key, name) or _owned_head(form.key, name)]
    return heads[:1] or owners or _nicknamed(form, near) or _members(form, near) or _of_firm(form, forms)


def _nicknamed(form: Form, near: Iterable[Key]) -> list[Key]:
    """Return the team or the bank that the last word stands for: "Rangers" for "Texas Rangers", of "Banco Dorn"."""
    near = list(near)
    firms = [name for name in near if name[0] in words().leading_firms and name[1:] == form.key]
    if firms:
        return firms[:1]
    teams = [name for name in near if name[-1:] == form.key and len(form.key[0]) >= _SHORTEST_NICKNAME]
    return teams if len(teams) == 1 and form.key[0].endswith("s") else []


def _of_firm(form: Form, forms: Sequence[Form]) -> list[Key]:
    """Return the one firm that its first word stands for: "Dorn" of "Dorn Ruben Berg Inc.".

    By other tails it is one if the whole name is introduced first: "Dorn Semiconductor".
    """
    plain = words().organisation_words | words().not_names | words().titles | words().directions
    if len(form.key) > 1 or form.kind == "place" or len(form.key[0]) < _SHORTEST_FIRM or form.key[0] in plain:
        return []
    begun = [one for one in forms if one.key[0] == form.key[0]]
    firms = [one.key for one in begun if one.key[-1] in words().company_tails]
    firms = firms or [one.key for one in begun if len(begun) == 1 and _first_in_text(one) < _first_in_text(form)]
    return firms if len(firms) == 1 else []


def _first_in_text(form: Form) -> tuple[int, int]:
    """Return where a name stands first, behind the headline if it stands there."""
    places = [(mention.part, mention.start) for mention in form.mentions]
    return min((place for place in places if place[0]), default=places[0])


def _members(form: Form, near: Iterable[Key]) -> list[Key]:
    """Return the body whose plural this shortens: "Harland" of "Harland Rovers", "Green Kite" of "Green Kites"."""
    if form.kind != "organisation" or len(form.key[0]) < _SHORTEST_FIRST_WORD:
        return []
    plural = [name for name in near if name == (*form.key[:-1], f"{form.key[-1]}s")]
    tailed = [name for name in near if name[:-1] == form.key and name[-1].endswith(("s", "x"))]
    return plural or (tailed if len(tailed) == 1 else [])


def _owned_head(short: Key, full: Key) -> bool:
    """Tell whether `full` says whose `short` is, and of what: "Supreme Court" of "Zambian Supreme Court of Appeal"."""
    size = len(short)
    return size > 1 and full[1 : size + 1] == short and full[size + 1 : size + 2] == ("of",)


def _heads(form: Form, full: Key) -> bool:
    """Tell whether the form is the head of `full`: "Barclays" of "Barclays Bank", not a union's university."""
    size = len(form.key)
    if form.kind == "place" or size >= len(full) or full[:size] != form.key or len(form.key[0]) < _SHORTEST_FIRST_WORD:
        return False
    rest = full[size:]
    if size > 1 and len(rest) > 1 and rest[-1] in words().inner_bodies:
        return False
    return size > 1 or all(word in words().organisation_words | words().company_tails for word in rest)


def by_initials(found: Iterable[Form]) -> dict[str, list[Key]]:
    """Index names of several words by their initials, with and without "of" and the like."""
    index: dict[str, list[Key]] = defaultdict(list)
    for form in found:
        if form.kind != "person" and len(form.key) > 1:
            for letters in dict.fromkeys((_initials(form.key, all_words=True), _initials(form.key, all_words=False))):
                index[letters].append(form.key)
    return index


def by_bracket(found: Iterable[Form]) -> dict[Key, Key]:
    """Index organisations by the acronym in brackets behind them; it may abbreviate the native name."""
    index: dict[Key, Key] = {}
    for form in found:
        if form.kind == "organisation" and len(form.key) > 1:
            for mention in form.mentions:
                if mention.short:
                    index.setdefault(form_key(mention.short), form.key)
    return index


def _initials(name: Key, *, all_words: bool) -> str:
    return "".join(word[0] for word in name if all_words or word not in words().particles)


def expanded(form: Form, acronyms: Mapping[str, list[Key]]) -> list[Key]:
    """Return the names a spelling in capitals abbreviates."""
    letters = form.mentions[0].name.replace(".", "")
    if len(form.key) > 1 or not letters.isupper() or len(letters) not in _ACRONYM:
        return []
    return acronyms.get(letters.casefold(), [])[:1]
