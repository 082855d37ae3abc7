"""docs/topics.yml, what people say of topics by hand, strictly read."""

import difflib
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial

from generator.errors import gathered
from generator.registry.gazetteer import key
from generator.registry.subjects import Subject, Subjects, fingerprint, keyword, own_id, shipped_subjects
from generator.strict_yaml import Leaf, Source, Tree
from generator.strict_yaml.typed import fields, flag, line, listed, listed_entries, said

FILE = "topics.yml"  # below docs/

_LONGEST = 200  # characters of a label
_PATTERN = re.compile(r"[*|^\\?(){}\[\]]")
_WEIGHT = 2.0  # of a keyword that the desk names: as of the strong ones among the shipped
_OWN_WEIGHT = 4.0  # of those of its own topics, which have a few where the shipped ones have hundreds
_CODE = "medtop:"
_EXAMPLE = (
    "`topic` for one of IPTC's, such as `- topic: labor`, or `label` for one of your own, such as `- label: Harbour`"
)


@dataclass(frozen=True, slots=True)
class _Entry:
    """One item of the file: about a `shipped` topic, or a topic of the desk's own."""

    index: int
    shipped: Subject | None = None
    label: str = ""
    keywords: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    broader: Leaf | None = None
    hide: bool = False

    @property
    def id(self) -> str:
        return self.shipped.id if self.shipped else own_id(self.label)


@dataclass(frozen=True, slots=True)
class _Claimed:
    """The ids of topics by their labels, and the names by the ids of those that an entry is about already."""

    labels: dict[tuple[str, ...], str]
    topics: dict[str, str]


def read_subjects(text: str, path: str) -> Subjects:
    """Return the shipped topics with what the text of a file says of them, and the topics that it adds.

    Raises StandfirstError with line and column for what is no such file, for all fields and topics that are not known,
    and for labels that two topics claim; `path` is shown in it.
    """
    source = Source(text, path)
    claimed = _Claimed({key(subject.label): subject.id for subject in shipped_subjects().everything}, {})
    items = listed_entries(source, "topics", _EXAMPLE)
    entries = list(gathered(partial(_claimed, source, item, claimed) for item in items))
    return _subjects(source, entries) if entries else shipped_subjects()


def _entry(source: Source, tree: Tree) -> _Entry:
    found = said(source, "topic", tree, _FIELDS)
    shipped = found.pop("topic", None)
    if not shipped and "label" not in found:
        raise source.error(tree.index, f"a topic needs {_EXAMPLE}")
    at = fields(source, "topic", tree, tuple(_FIELDS))
    entry = _Entry(at.get("label", at.get("topic", tree)).index, shipped, **found)
    tuple(gathered(partial(refuse, source, entry, at) for refuse in (_refuse_misplaced, _refuse_without, _refuse_both)))
    return entry


def _refuse_misplaced(source: Source, entry: _Entry, at: Mapping[str, Tree]) -> None:
    misplaced, reason = (
        ("broader", "what IPTC's topics are part of stands fast")
        if entry.shipped
        else ("without", "a topic of your own has no keywords yet")
    )
    if misplaced in at:
        raise source.error(at[misplaced].index, f"`{misplaced}` has no place here, since {reason}; delete it")


def _refuse_without(source: Source, entry: _Entry, at: Mapping[str, Tree]) -> None:
    """Raise StandfirstError for keywords to be taken off a shipped topic that are none of its own."""

    def own(source: Source, name: str, tree: Tree) -> str:
        word = _keyword(source, name, tree)
        if entry.shipped and word not in entry.shipped.weights:
            close = _close(word, entry.shipped.weights)
            raise source.error(tree.index, f"`{word}` is no keyword of {entry.shipped.label}{close}")
        return word

    if "without" in at:
        tuple(listed(source, "without", at["without"], own, "one keyword"))


def _refuse_both(source: Source, entry: _Entry, at: Mapping[str, Tree]) -> None:
    if both := [word for word in entry.keywords if word in entry.without]:
        raise source.error(at["without"].index, f"`{both[0]}` is among `keywords` and `without`; take it off one")


def _shipped(source: Source, name: str, tree: Tree) -> Subject:
    name = line(source, name, tree)
    subject = _shipped_names().get(name) or _shipped_names().get(key(name))
    if subject is None:
        digits = name.lower().removeprefix(_CODE).strip()
        everything = shipped_subjects().everything
        close = _close(_CODE + digits, [one.id for one in everything]) if digits.isdecimal() else ""
        close = close or _close(name, [one.label for one in everything])
        own = " For one of your own" if close else "; for one of your own"
        message = f"`{name}` is no topic of IPTC's two upper levels{close}{own} give its `label`"
        raise source.error(tree.index, message)
    return subject


@cache
def _shipped_names() -> Mapping[str | tuple[str, ...], Subject]:
    return _names(shipped_subjects().everything)


def _names(subjects: Sequence[Subject]) -> dict[str | tuple[str, ...], Subject]:
    """Return the topics by id and by the words of their labels."""
    by_label: dict[str | tuple[str, ...], Subject] = {key(one.label): one for one in reversed(subjects)}
    return by_label | {one.id: one for one in subjects}


def _close(name: str, known: Collection[str]) -> str:
    close = difflib.get_close_matches(name, known, n=1)
    return f"; did you mean `{close[0]}`?" if close else ""


def _label(source: Source, name: str, tree: Tree) -> str:
    found = line(source, name, tree)
    if not key(found):
        raise source.error(tree.index, f"`{name}` must have a letter or a digit in it")
    if len(found) > _LONGEST:
        raise source.error(
            tree.index, f"`{name}` has {len(found):,} characters, one has at most {_LONGEST}; shorten it"
        )
    return found


def _keywords(source: Source, name: str, tree: Tree) -> tuple[str, ...]:
    return tuple(listed(source, name, tree, _keyword, "one keyword"))


def _keyword(source: Source, name: str, tree: Tree) -> str:
    found = line(source, name, tree)
    if "," in found:
        raise source.error(tree.index, f"`{name}` takes one keyword an item, such as `[ferry, port authority]`")
    if sign := _PATTERN.search(found):
        message = f"`{found}` has `{sign[0]}` in it: keywords are words as articles say them; write out each spelling"
        raise source.error(tree.index, message)
    if not key(found):
        raise source.error(tree.index, f"`{found}` among `{name}` must have a letter or a digit in it")
    return keyword(found)


def _broader(source: Source, name: str, tree: Tree) -> Leaf | None:
    line(source, name, tree)
    return tree if isinstance(tree, Leaf) else None


_FIELDS: Mapping[str, Callable[[Source, str, Tree], object]] = {
    "topic": _shipped,
    "label": _label,
    "keywords": _keywords,
    "without": _keywords,
    "broader": _broader,
    "hide": flag,
}


def _claimed(source: Source, tree: Tree, claimed: _Claimed) -> _Entry:
    """Return an entry; raises StandfirstError for a topic that another is about, and for the label of another topic."""
    entry = _entry(source, tree)
    shown = entry.shipped.label if entry.shipped else entry.label
    if first := claimed.topics.get(entry.id):
        but = "" if first == shown else f": `{shown}` differs from it in signs, accents or capitals alone"
        raise source.error(entry.index, f"a second entry for {first}{but}; make one of both")
    claimed.topics[entry.id] = shown
    if entry.label and claimed.labels.setdefault(key(entry.label), entry.id) != entry.id:
        hint = "give another `label`" if entry.shipped else "give another `label`, or name IPTC's with `topic`"
        raise source.error(entry.index, f"`{entry.label}` is the label of another topic already; {hint}")
    return entry


def _subjects(source: Source, entries: Sequence[_Entry]) -> Subjects:
    told = {entry.id: entry for entry in entries}
    changed = [_changed(subject, told.get(subject.id)) for subject in shipped_subjects().everything]
    own = [
        Subject(one.id, one.label, _weights(one, _OWN_WEIGHT), hidden=one.hide)
        for one in told.values()
        if not one.shipped
    ]
    everything = (*changed, *own)
    names = {**_shipped_names(), **_names(everything)}
    placed = tuple(gathered(partial(_placed, source, subject, told, names) for subject in everything))
    former = {one.shipped.label: one.id for one in told.values() if one.shipped and one.label}
    shaping = [(one.id, one.label, one.weights, one.broader, one.hidden) for one in placed if one.id in told]
    return Subjects(placed, fingerprint(shaping), former)


def _changed(subject: Subject, entry: _Entry | None) -> Subject:
    if entry is None:
        return subject
    weights = {word: weight for word, weight in subject.weights.items() if word not in entry.without}
    return replace(
        subject, label=entry.label or subject.label, weights=weights | _weights(entry, _WEIGHT), hidden=entry.hide
    )


def _weights(entry: _Entry, weight: float) -> dict[str, float]:
    return dict.fromkeys(entry.keywords, weight)


def _placed(
    source: Source, subject: Subject, told: Mapping[str, _Entry], names: Mapping[str | tuple[str, ...], Subject]
) -> Subject:
    """Return a topic of the desk's own as part of the one that its entry names."""
    entry = told.get(subject.id)
    if entry is None or entry.broader is None:
        return subject
    name = " ".join(entry.broader.text.split())
    broader = names.get(name) or names.get(key(name))
    if broader is None:
        close = _close(name, [one.label for one in names.values() if not one.broader])
        raise source.error(entry.broader.index, f"there is no topic `{name}`{close}")
    other = told.get(broader.id)
    if broader.broader or (other and other.broader):
        raise source.error(entry.broader.index, f"`{name}` cannot be `broader`: name a topic that is part of no other")
    return replace(subject, broader=broader.id)
