"""Whose a field is, the machine's or a person's: pure functions on values.

A scalar (a text, the date, the key points as one unit) that equals what the machine says, or said in one of the last
versions, is the machine's; any other is a person's and stays until it is released. A set (actors, topics) is what the
machine says without what a person took off and with what a person put in. The rules are those of field ownership in
Kubernetes (server-side apply) and of Debian's ucf, which knows a file by the hashes of its former versions.
"""

import unicodedata
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from generator.pages.fields import NAMES
from generator.pages.fieldvalues import MARKDOWN, SCALARS, Value, Values, digest, normal

MOST_VERSIONS = 8  # of former versions that a page is known by

_TELLING = ("title", "summary")  # of one article alone, as good as always
_NOTHING = (digest(""), digest(()))


@dataclass(frozen=True, slots=True)
class Hand:
    """A scalar that is a person's, and what it was last weighed against."""

    text: Value  # as it can be put back: of the key points their Markdown
    digest: str  # of the value
    against: str  # digest of the machine's value then
    seed: str  # first digits of the seed's SHA-256


@dataclass(frozen=True, slots=True)
class Ledger:
    """What a person put into a set and took off it; names as they were written."""

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Version:
    """What the machine said once: digests of the scalars and of each key point, the sets themselves."""

    digests: Mapping[str, str]
    names: Mapping[str, tuple[str, ...]]
    points: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ownership:
    """What of a page is a person's; `history` holds former versions of the machine's, the latest first."""

    hands: Mapping[str, Hand] = field(default_factory=dict)
    ledgers: Mapping[str, Ledger] = field(default_factory=dict)
    history: tuple[Version, ...] = ()
    gone: Version | None = None  # what the machine said when the page vanished: should it come back, it is of that

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that are a person's, wholly or, of a set, in part."""
        return tuple(key for key in (*SCALARS, *NAMES) if key in self.hands or key in self.ledgers)


@dataclass(frozen=True, slots=True)
class Said:
    """What the machine says of a seed whose SHA-256 begins with `seed`."""

    values: Values
    seed: str


def observe(page: Values, said: Said, ownership: Ownership, now: Values | None = None) -> Ownership:
    """Return whose each field is, seen from a page that was `said` by the machine and may have been edited since.

    What equals `now`, which the machine says by now, is the machine's too.
    """
    now = said.values if now is None else now
    base = _base(page, said.values, ownership)
    hands = {key: hand for key in SCALARS if (hand := _hand(key, page, said, ownership, now, base))}
    ledgers = {key: _ledger(page, base, key, ownership.ledgers.get(key, Ledger()), now) for key in NAMES}
    return replace(
        ownership, hands=hands, ledgers={key: ledger for key, ledger in ledgers.items() if ledger != Ledger()}
    )


def hand_of(key: str, page: Values, said: Said) -> Hand:
    """Return a person's hand in a scalar of a page, weighed against what the machine says."""
    text = page[MARKDOWN] if key == "summary" else page[key]
    return Hand(text, digest(page[key]), digest(said.values[key]), said.seed)


def stale(page: Values, said: Said, ownership: Ownership) -> tuple[str, ...]:
    """Return the scalars of a page that hold what the machine said before it said what it says now."""
    return tuple(key for key in SCALARS if _is_stale(key, digest(page[key]), said.values, ownership))


def advance(ownership: Ownership, before: Values, now: Values) -> Ownership:
    """Return the ownership once the machine says something else: what it said before goes into the history."""
    former = version(before)
    if former == version(now):
        return ownership
    others = [other for other in ownership.history if other != former]
    return replace(ownership, history=(former, *others)[:MOST_VERSIONS])


def without(ownership: Ownership, fields: Collection[str]) -> Ownership:
    """Return the ownership with these fields given back to the machine."""
    return replace(
        ownership,
        hands={key: hand for key, hand in ownership.hands.items() if key not in fields},
        ledgers={key: ledger for key, ledger in ownership.ledgers.items() if key not in fields},
    )


def unweighed(ownership: Ownership) -> Ownership:
    """Return the ownership of a page whose state was lost: what a person's texts were weighed against is not known."""
    return replace(ownership, hands={key: replace(hand, against="") for key, hand in ownership.hands.items()})


def renamed(ownership: Ownership, names: Mapping[str, Callable[[str], Iterable[str]]]) -> Ownership:
    """Return the ownership once actors or topics have other names: what was taken off stays off, whatever the name.

    `names` gives, for each set, the names that one of its members has by now.
    """
    ledgers = dict(ownership.ledgers)
    for key in names.keys() & ledgers.keys():
        removed = ledgers[key].removed
        now = (name for old in removed for name in names[key](old))
        ledgers[key] = replace(ledgers[key], removed=tuple(dict.fromkeys((*removed, *now))))
    return replace(ownership, ledgers=ledgers)


def vanish(ownership: Ownership, before: Values, now: Values) -> Ownership:
    """Return the ownership of a page that is gone once the machine says something else."""
    return replace(advance(ownership, before, now), gone=ownership.gone or version(before))


def changes(page: Values, said: Values, now: Values, ownership: Ownership) -> Values:
    """Return the fields in which a page must be brought up to date, with what they should say.

    `said` is what the machine said when the page was last brought up to date, `now` what it says by now. Key points
    of a person's, put back where they were lost, are one text of Markdown.
    """
    base = _base(page, said, ownership).names
    wanted: dict[str, Value] = {}
    for key in SCALARS:
        hand = ownership.hands.get(key)
        if digest(page[key]) != (hand.digest if hand else digest(now[key])):
            wanted[key] = hand.text if hand else now[key]
    for key in NAMES:
        names = _names(page[key], base[key], now[key], ownership.ledgers.get(key))
        if normal(names) != normal(page[key]):
            wanted[key] = names
    return wanted


def restored(page: Values, said: Values, ownership: Ownership, missing: Collection[str]) -> Values:
    """Return a page's values with those that some tool dropped put back as they were."""
    found = dict(page)
    for key in missing:
        hand = ownership.hands.get(key)
        found[key] = hand.text if hand else said[key]
        if key in NAMES:
            found[key] = _names((), said[key], said[key], ownership.ledgers.get(key, Ledger()))
    return found


def knows(ownership: Ownership, page: Values, said: Values) -> bool:
    """Whether a page's title or all its key points are or were the machine's, or are known as a person's."""
    versions = [version(said), *ownership.history, *([ownership.gone] if ownership.gone else [])]
    points = {point for one in versions for point in one.points}
    if page["summary"] and all(digest(point) in points for point in page["summary"]):
        return True
    texts = {(key, one.digests[key]) for one in versions for key in _TELLING}
    texts |= {(key, hand.digest) for key, hand in ownership.hands.items()}
    shown = [(key, digest(page[key])) for key in _TELLING]
    return any(text in texts and text[1] not in _NOTHING for text in shown)


def version(values: Values) -> Version:
    """Return what the values are known by later."""
    return Version(
        {key: digest(values[key]) for key in SCALARS},
        {key: tuple(values[key]) for key in NAMES},
        tuple(digest(point) for point in values["summary"]),
    )


def _hand(  # noqa: PLR0913, PLR0917 -- the rule needs them all
    key: str, page: Values, said: Said, ownership: Ownership, now: Values, base: Version
) -> Hand | None:
    """Return the person's hand in a scalar, None for the machine's.

    A page that shows a former version of the machine's in the place of a person's text was saved from an old draft;
    one that shows the present version was given back.
    """
    hand = ownership.hands.get(key)
    here, machine = digest(page[key]), digest(said.values[key])
    if hand and here == hand.digest:
        return hand
    if here in {machine, digest(now[key])}:
        return None
    if _is_stale(key, here, said.values, ownership) or (not page[key] and base.digests[key] == here):
        return hand
    new = hand_of(key, page, said)
    return replace(new, against=hand.against, seed=hand.seed) if hand else new


def _is_stale(key: str, here: str, said: Values, ownership: Ownership) -> bool:
    """Whether a scalar holds a former text of the machine's; that there is none shows nothing.

    Nor does a list of key points that is the present one with points more or fewer: a person may have made it.
    """
    hand = ownership.hands.get(key)
    known = {digest(said[key]), hand.digest if hand else ""}
    points = {digest(point) for point in said["summary"]} if key == "summary" else set()
    return here not in {*known, *_NOTHING} and any(
        here == former.digests[key] and not (points and (points <= {*former.points} or points >= {*former.points}))
        for former in ownership.history
    )


def _base(page: Values, said: Values, ownership: Ownership) -> Version:
    """Return the version that a page was made from: the latest or, of a page that was gone or an old draft, its own."""
    present = ownership.gone or version(said)
    here = {key: digest(page[key]) for key in SCALARS}
    if ownership.gone or not any(_is_stale(key, here[key], said, ownership) for key in SCALARS):
        return present
    return max((present, *ownership.history), key=lambda one: _likeness(page, here, one, ownership))


def _likeness(page: Values, here: Mapping[str, str], one: Version, ownership: Ownership) -> int:
    """Return in how many fields a page is what a person's changes make of a version."""
    scalars = sum(one.digests[key] == here[key] for key in SCALARS)
    return scalars + sum(
        set(_expected(one.names[key], ownership.ledgers.get(key))) == set(_by_key(page[key])) for key in NAMES
    )


def _expected(names: Sequence[str], ledger: Ledger | None) -> dict[str, str]:
    """Return the names, by key, that a person's changes make of the machine's."""
    added, removed = (_by_key(ledger.added), _by_key(ledger.removed)) if ledger else ({}, {})
    return {**{name: text for name, text in _by_key(names).items() if name not in removed}, **added}


def _ledger(page: Values, base: Version, key: str, ledger: Ledger, now: Values) -> Ledger:
    """Return what a person put in and took off; what they took back themselves is neither."""
    if ledger == Ledger() and normal(page[key]) in (normal(base.names[key]), normal(now[key])):
        return ledger
    here, machine, expected = _by_key(page[key]), _by_key(base.names[key]), _expected(base.names[key], ledger)
    added, removed = _by_key(ledger.added), _by_key(ledger.removed)
    back = {name for name in removed if normal(here.get(name, "")) == normal(machine.get(name, ""))}
    new = {name: text for name, text in here.items() if normal(expected.get(name, "")) != normal(text)}
    gone = {name: text for name, text in expected.items() if name not in here}
    undone = gone.keys() - machine.keys() - _by_key(now[key]).keys()
    kept = {name: text for name, text in added.items() if name in here}
    return Ledger(
        tuple(text for name, text in {**kept, **new}.items() if name not in back),
        tuple(text for name, text in {**removed, **gone}.items() if name not in {*here, *undone}),
    )


def _names(here: Sequence[str], base: Sequence[str], now: Sequence[str], ledger: Ledger | None) -> tuple[str, ...]:
    """Return a set as a page should list it: in the page's order, what is new where the machine has it."""
    if ledger is None and normal(tuple(here)) == normal(tuple(base)):
        return tuple(now)
    wanted = _expected(now, ledger)
    listed = {name: [name] for name in _by_key(here) if name in wanted}
    first: list[str] = []
    behind = first
    for name in wanted:
        if name in listed:
            behind = listed[name]
        else:
            behind.append(name)
    return tuple(wanted[name] for name in (*first, *chain.from_iterable(listed.values())))


def _by_key(names: Iterable[str]) -> dict[str, str]:
    """Return names by what makes two of them one: neither case nor white space nor how letters are composed."""
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(unicodedata.normalize("NFC", " ".join(name.split()).casefold()), name)
    return found
