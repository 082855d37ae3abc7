"""Everything an article calls by one name or another, put together."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.finding.bynames import bynames
from generator.finding.forms import Form, Key, form_key, forms
from generator.finding.linking import links
from generator.finding.mention import Mention
from generator.finding.misspelt import put_right
from generator.finding.money import is_money
from generator.finding.namesakes import Named, Namesakes
from generator.finding.parts import Part
from generator.finding.stretches import Stretches
from generator.finding.surnamed import surnamed
from generator.finding.words import words
from generator.registry import Entry, Gazetteer, fold

MOST_FORMS = 600
MOST_MENTIONS = 20_000
_NEAR = 30
_DETERMINED = re.compile(
    r"\b(?:the|a|an|as|his|her|its|their|our|former|then|late|new|[A-Z]\w+['’]s)[ -]$", re.IGNORECASE
)
_CAPITAL = re.compile(r"[ -](?:of\b|[A-Z])")
_INITIAL = 2
_DOUBLE = re.compile(r"[-‑][^\W\d_a-z]")
_DOUBLED = re.compile(r"\w[-‑]$")


@dataclass(frozen=True, slots=True)
class Cluster:
    """All mentions of one actor in document order.

    `entry` is what the registry says, if it knows it, else `name` the spelling that the others stand for.
    """

    mentions: tuple[Mention, ...]
    entry: Entry | None = None
    name: Key = ()


def clusters(parts: Sequence[Part], mentions: Sequence[Mention]) -> list[Cluster]:
    """Return the actors of an article, each with all its mentions, in order of first mention."""
    mentions = put_right(parts, mentions[:MOST_MENTIONS])
    mentions = list(surnamed(mentions, parts[0].doc.lang_ if parts else ""))
    free = [mention for mention in mentions if mention.entry is None]
    found = forms(free, MOST_FORMS)
    linked = links(found, frozenset(number for number, part in enumerate(parts) if part.headline))
    linked = {**_surnames(found), **linked, **bynames(parts, found)}
    again = _again(parts, mentions, [*_written(found), *_written_surnames(found)])
    covered = {(mention.part, at) for mention in again for at in range(mention.start, mention.end)}
    seen = [mention for mention in free if not (mention.weak and (mention.part, mention.start) in covered)]
    chosen = [mention for mention in [*seen, *again] if form_key(mention.called) in {*found, *linked}]
    grouped = _grouped(parts, chosen, found, linked)
    whole = [Cluster(tuple(group), name=name) for name, group in grouped if not all(mention.weak for mention in group)]
    whole += _registered(one for one in mentions if one.entry and (one.part, one.start) not in covered)
    return sorted(whole, key=lambda cluster: _place(cluster.mentions[0]))


def _place(mention: Mention) -> tuple[int, int]:
    return mention.part, mention.start


def _registered(mentions: Iterable[Mention]) -> Iterator[Cluster]:
    by_entry: dict[Entry, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.entry:
            by_entry[mention.entry].append(mention)
    for entry, found in by_entry.items():
        yield Cluster(tuple(found), entry)


def _surnames(found: Mapping[Key, Form]) -> dict[Key, tuple[Key, ...]]:
    """Link surnames that the parser never found alone to the people who bear them."""
    people: dict[Key, list[Key]] = defaultdict(list)
    for name, form in found.items():
        if _bears_surname(form) and name[-1:] not in found:
            people[name[-1:]].append(name)
    return {surname: tuple(names) for surname, names in people.items()}


def _bears_surname(form: Form) -> bool:
    surname = form.key[-1]
    known = (words().not_names - words().reigns) | words().generation
    return (
        form.kind == "person"
        and not form.weak
        and len(form.key) > 1
        and len(surname) > _INITIAL
        and surname not in known
    )


def _written(found: Mapping[Key, Form]) -> list[str]:
    return [form.mentions[0].called for form in found.values() if not form.weak]


def _written_surnames(found: Mapping[Key, Form]) -> list[str]:
    return [form.mentions[0].called.split()[-1] for form in found.values() if _bears_surname(form)]


def _again(parts: Sequence[Part], mentions: Sequence[Mention], written: Sequence[str]) -> list[Mention]:
    """Find accepted spellings where the parser overlooked them, as it does in headlines."""
    names = Gazetteer((name, name) for name in written)
    strong: dict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if not mention.weak:
            strong[mention.part].append(mention)
    again: list[Mention] = []
    for number, part in enumerate(parts):
        taken = Stretches(_firm(part, strong[number], names))
        again.extend(
            Mention(number, match.start, match.end, part.text[match.start : match.end])
            for match in names.find(part.text)
            if not taken.meet(match.start, match.end)
            and _proper(part, match.start, match.end)
            and not _inside(part.text, match.start, match.end)
            and not _is_title(part.text, match.start, match.end)
        )
    return again


def _firm(part: Part, seen: Sequence[Mention], names: "Gazetteer[str]") -> Iterator[Mention]:
    """Yield what no longer name may cover; in a headline a known place may be the head of one: "Norland News"."""
    longer = Stretches(names.find(part.text))
    for mention in seen:
        around = longer.within(mention.start, mention.end) if mention.entry else []
        if not any(one.end - one.start > mention.end - mention.start for one in around):
            yield mention


def _inside(text: str, start: int, end: int) -> bool:
    """Tell whether it is half of a double name ("Achterberg-Kuiper") or of a currency's ("U.S. dollars")."""
    return (
        bool(_DOUBLE.match(text, end)) or bool(_DOUBLED.search(text, max(0, start - 2), start)) or is_money(text, end)
    )


def _is_title(text: str, start: int, end: int) -> bool:
    """Tell whether a surname that is a title, too, is one there: "Prince Charles", "the Prince", not "Prince said"."""
    if fold(text[start:end]) not in words().titles | words().reigns:
        return False
    return bool(_DETERMINED.search(text, max(0, start - _NEAR), start)) or bool(_CAPITAL.match(text, end))


def _proper(part: Part, start: int, end: int) -> bool:
    """Tell whether the words there are read as a name, as far as capitals and the parse can tell."""
    if part.unreliable:
        return True
    words = part.doc.char_span(start, end, alignment_mode="expand")
    return words is None or not part.doc.has_annotation("TAG") or all(word.pos_ != "VERB" for word in words)


def _grouped(
    parts: Sequence[Part],
    mentions: Iterable[Mention],
    found: Mapping[Key, Form],
    linked: Mapping[Key, tuple[Key, ...]],
) -> Iterator[tuple[Key, list[Mention]]]:
    ends = {name: _end(name, linked) for name in (*found, *linked)}
    spelt = ((mention, form_key(mention.called)) for mention in sorted(mentions, key=_place))
    named = [Named(mention, name, ends[name]) for mention, name in spelt]
    namesakes = Namesakes(parts, named)
    groups: dict[Key, list[Mention]] = defaultdict(list)
    for one in named:
        groups[namesakes.meant(one, groups)].append(one.mention)
    return iter(groups.items())


def _end(name: Key, linked: Mapping[Key, tuple[Key, ...]]) -> tuple[Key, ...]:
    """Follow links to the fullest names, however the links run."""
    ends: dict[Key, None] = {}
    seen: set[Key] = set()
    waiting = [name]
    while waiting:
        at = waiting.pop(0)
        if at in seen:
            continue
        seen.add(at)
        if linked.get(at):
            waiting.extend(linked[at])
        else:
            ends[at] = None
    return tuple(ends) or (name,)
