"""docs/topics.yml, what people say of topics by hand, strictly read."""

import difflib
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from generator.registry.gazetteer import key
from generator.registry.subjects import Subject, Subjects, fingerprint, keyword, own_id, shipped_subjects
from generator.strict_yaml import Leaf, Source, Tree
from generator.strict_yaml.typed import fields, flag, line, listed, listed_entries

FILE = "topics.yml"  # below docs/

_FIELDS = ("topic", "label", "keywords", "without", "broader", "hide")
_LONGEST = 200  # characters of a label
_PATTERN = re.compile(r"[*|^\\?(){}\[\]]")
_WEIGHT = 2.0  # of a keyword that the desk names: as of the strong ones among the shipped
_CODE = "medtop:"
_EXAMPLE = (
    "`topic` for one of IPTC's, such as `- topic: labor`, or `label` for one of your own, such as `- label: Harbour`"
)


@dataclass(frozen=True, slots=True)
class _Entry:
    """One item of the file: about a `shipped` topic, or a topic of the desk's own."""

    index: int
    shipped: Subject | None
    label: str
    keywords: tuple[str, ...]
    without: tuple[str, ...]
    broader: Leaf | None
    hide: bool

    @property
    def id(self) -> str:
        return self.shipped.id if self.shipped else own_id(self.label)


def read_subjects(text: str, path: str) -> Subjects:
    """Return the shipped topics with what the text of a file says of them, and the topics that it adds.

    Raises StandfirstError with line and column for what is no such file, for a field or topic that is not known, and
    for a label that two topics claim; `path` is shown in it.
    """
    source = Source(text, path)
    entries = [_entry(source, item) for item in listed_entries(source, "topics", _EXAMPLE)]
    _refuse_twice(source, entries)
    return _subjects(source, entries) if entries else shipped_subjects()


def _entry(source: Source, tree: Tree) -> _Entry:
    found = fields(source, "topic", tree, _FIELDS)
    shipped = _shipped(source, found["topic"]) if "topic" in found else None
    if not shipped and "label" not in found:
        raise source.error(tree.index, f"a topic needs {_EXAMPLE}")
    for name in ("broader",) if shipped else ("without",):
        if name in found:
            reason = (
                "what IPTC's topics are part of stands fast" if shipped else "a topic of your own has no keywords yet"
            )
            raise source.error(found[name].index, f"`{name}` has no place here, since {reason}; delete it")
    label = _label(source, found["label"]) if "label" in found else ""
    keywords, without = (tuple(_keywords(source, name, found, shipped)) for name in ("keywords", "without"))
    if both := [word for word in keywords if word in without]:
        raise source.error(found["without"].index, f"`{both[0]}` is among `keywords` and `without`; take it off one")
    broader = found.get("broader")
    if broader is not None:
        line(source, "broader", broader)
    hide = "hide" in found and flag(source, "hide", found["hide"])
    index = found.get("label", found.get("topic", tree)).index
    return _Entry(index, shipped, label, keywords, without, broader if isinstance(broader, Leaf) else None, hide)


def _shipped(source: Source, tree: Tree) -> Subject:
    name = line(source, "topic", tree)
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


def _label(source: Source, tree: Tree) -> str:
    found = line(source, "label", tree)
    if not key(found):
        raise source.error(tree.index, "`label` must have a letter or a digit in it")
    if len(found) > _LONGEST:
        raise source.error(tree.index, f"`label` has {len(found):,} characters, one has at most {_LONGEST}; shorten it")
    return found


def _keywords(source: Source, name: str, found: Mapping[str, Tree], shipped: Subject | None) -> Iterator[str]:
    """Yield keywords; those to be taken off a shipped topic must be among its own."""

    def read(source: Source, name: str, tree: Tree) -> str:
        said = line(source, name, tree)
        if "," in said:
            raise source.error(tree.index, f"`{name}` takes one keyword an item, such as `[ferry, port authority]`")
        if sign := _PATTERN.search(said):
            message = (
                f"`{said}` has `{sign[0]}` in it: keywords are words as articles say them; write out each spelling"
            )
            raise source.error(tree.index, message)
        if not key(said):
            raise source.error(tree.index, f"`{said}` among `{name}` must have a letter or a digit in it")
        word = keyword(said)
        if name == "without" and shipped and word not in shipped.weights:
            message = f"`{said}` is no keyword of {shipped.label}{_close(word, shipped.weights)}"
            raise source.error(tree.index, message)
        return word

    if name in found:
        yield from listed(source, name, found[name], read, "one keyword")


def _refuse_twice(source: Source, entries: Iterable[_Entry]) -> None:
    """Raise StandfirstError for a topic that two entries are about, and for a label that two topics have."""
    labels = {key(subject.label): subject.id for subject in shipped_subjects().everything}
    seen: dict[str, str] = {}
    for entry in entries:
        shown = entry.shipped.label if entry.shipped else entry.label
        if first := seen.get(entry.id):
            but = "" if first == shown else f": `{shown}` differs from it in signs, accents or capitals alone"
            raise source.error(entry.index, f"a second entry for {first}{but}; make one of both")
        seen[entry.id] = shown
        if entry.label and labels.setdefault(key(entry.label), entry.id) != entry.id:
            hint = "give another `label`" if entry.shipped else "give another `label`, or name IPTC's with `topic`"
            raise source.error(entry.index, f"`{entry.label}` is the label of another topic already; {hint}")


def _subjects(source: Source, entries: Iterable[_Entry]) -> Subjects:
    told = {entry.id: entry for entry in entries}
    changed = [_changed(subject, told.get(subject.id)) for subject in shipped_subjects().everything]
    own = [Subject(one.id, one.label, _weights(one), hidden=one.hide) for one in told.values() if not one.shipped]
    everything = (*changed, *own)
    names = {**_shipped_names(), **_names(everything)}
    placed = tuple(_placed(source, subject, told, names) for subject in everything)
    former = {one.shipped.label: one.id for one in told.values() if one.shipped and one.label}
    shaping = [(one.id, one.label, one.weights, one.broader, one.hidden) for one in placed if one.id in told]
    return Subjects(placed, fingerprint(shaping), former)


def _changed(subject: Subject, entry: _Entry | None) -> Subject:
    if entry is None:
        return subject
    weights = {word: weight for word, weight in subject.weights.items() if word not in entry.without}
    return replace(subject, label=entry.label or subject.label, weights=weights | _weights(entry), hidden=entry.hide)


def _weights(entry: _Entry) -> dict[str, float]:
    return dict.fromkeys(entry.keywords, _WEIGHT)


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
