"""Whom of several people of one surname an article means by the surname alone."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple

from generator.finding.forms import Key, form_key
from generator.finding.mention import Mention
from generator.finding.parts import Part
from generator.finding.speech import listed
from generator.finding.words import words

_NEAR = 60
_OFTEN = 2
_SEVERAL = 2
_MOST_NEAR = 50  # mentions; only a hostile text has more before somebody does anything
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


class Named(NamedTuple):
    """A mention, its spelling and the full names that it may stand for."""

    mention: Mention
    name: Key
    choices: tuple[Key, ...]


@dataclass(frozen=True)
class Namesakes:
    """What an article says about those who share a name."""

    parts: Sequence[Part]
    named: Sequence[Named]

    def meant(self, one: Named, groups: Mapping[Key, Sequence[Mention]]) -> Key:
        """Return whom a mention means, given the mentions of each before it.

        "Mr." is no woman's; of several named before, only one of whom did anything so far, that one is meant. Else
        somebody introduced as another's kin keeps the full name. Of the others the surname means the one whom the
        headline names in full, else the one named most so far, else in this paragraph, else first.
        Who is called by the given name is seldom the one called by the surname.
        """
        if one.choices == (one.name,):
            return one.name
        choices = (one.name, *one.choices) if one.name in self._apart else one.choices
        sex = self._sex_beside(one.mention)
        if not sex and (doer := self._only_doer(one, groups)):
            return doer
        choices = self._fitting(sex, choices)
        if len(choices) == 1:
            return choices[0]
        before = [name for name in choices if groups.get(name)]
        if not before:
            return max(choices, key=lambda name: (name not in self._familiar, self._overall[name]))
        return max(before, key=lambda name: self._rank(name, groups[name], one.mention))

    def _only_doer(self, one: Named, groups: Mapping[Key, Sequence[Mention]]) -> Key | None:
        """Return the only one of several named so far who did anything: "Mia Berg, a sister of Jon Berg, denied it"."""
        if self.parts[one.mention.part].headline or len(one.name) > 1:
            return None
        first = {name: groups.get(name, ())[:_MOST_NEAR] for name in one.choices}
        before = [name for name, found in first.items() if any(not self._in_headline(near) for near in found)]
        doers = [name for name, found in first.items() if any(map(self._does, found))]
        if len(before) < _SEVERAL or len(doers) != 1 or doers[0] not in before:
            return None
        others = (near for name in before if name != doers[0] for near in first[name])
        stood = any(form_key(near.called) == one.name and not self._in_headline(near) for near in others)
        return None if stood else doers[0]  # what stood for another goes on to: "Mrs. Berg", then "Berg"

    def _in_headline(self, mention: Mention) -> bool:
        return self.parts[mention.part].headline

    def _does(self, mention: Mention) -> bool:
        """Tell whether somebody is a subject there; in a headline, whose parse is worth little, no owner may be one."""
        part = self.parts[mention.part]
        if part.headline:
            return part.text[mention.end : mention.end + 2] not in {"'s", "’s"}
        words = part.doc.char_span(mention.start, mention.end, alignment_mode="expand")
        return words is not None and any(word.dep_ in _SUBJECTS for word in words)

    def _rank(self, name: Key, group: Sequence[Mention], mention: Mention) -> tuple[bool, bool, int, bool, int, int]:
        first, last = group[0], group[-1]
        near = last.part == mention.part
        return first.part == 0, name not in self._familiar, len(group), near, -first.part, -first.start

    def _fitting(self, sex: str, choices: tuple[Key, ...]) -> tuple[Key, ...]:
        fit = tuple(name for name in choices if not sex or self._sexes.get(name, sex) == sex) or choices
        return tuple(name for name in fit if name not in self._kin) or fit

    @cached_property
    def _clear(self) -> list[Named]:
        return [one for one in self.named if len(one.choices) == 1]

    @cached_property
    def _full(self) -> list[Named]:
        return [one for one in self._clear if len(one.name) > 1]

    @cached_property
    def _overall(self) -> Counter[Key]:
        return Counter(one.choices[0] for one in self._clear)

    @cached_property
    def _familiar(self) -> frozenset[Key]:
        """Who is called by the given name alone, without an honorific: not "Dame Ingrid"."""
        alone = (one for one in self._clear if _given_alone(one.name, one.choices[0]))
        return frozenset(one.choices[0] for one in alone if not self._sex_beside(one.mention))

    @cached_property
    def _kin(self) -> frozenset[Key]:
        """Who is introduced as somebody's kin where the full name stands first, if that is not in the headline."""
        first = {one.choices[0]: one.mention for one in reversed(self._full)}
        told = ((name, mention) for name, mention in first.items() if not self.parts[mention.part].headline)
        return frozenset(name for name, mention in told if self._relation(mention))

    @cached_property
    def _sexes(self) -> dict[Key, str]:
        counted: dict[Key, Counter[str]] = defaultdict(Counter)
        for one in self._full:
            if sex := self._sex_beside(one.mention) or _sex(self._relation(one.mention)):
                counted[one.choices[0]][sex] += 1
        for one in self.named:
            if len(one.name) == 1 and (sex := self._sex_beside(one.mention)):
                counted[one.name][sex] += 1
        return {name: found.most_common(1)[0][0] for name, found in counted.items()}

    @cached_property
    def _apart(self) -> frozenset[Key]:
        """The surnames of somebody who is never named in full, though a husband or a daughter is."""
        lone = {one.name: one.choices for one in self.named if len(one.name) == 1 and one.name not in one.choices}
        return frozenset(name for name, choices in lone.items() if self._is_apart(name, choices))

    def _is_apart(self, name: Key, choices: Iterable[Key]) -> bool:
        if name[0] not in {full[-1] for full in choices} or not self._kin.issuperset(choices):
            return False
        places = [one for one in self.named if not self.parts[one.mention.part].headline]
        first = next((at for at, one in enumerate(places) if one.name != name and one.choices[0] in choices), 0)
        often = sum(one.name == name for one in places[:first]) >= _OFTEN
        sex = self._sexes.get(name)
        return often or (sex is not None and all(self._sexes.get(full, sex) != sex for full in choices))

    def _sex_beside(self, mention: Mention) -> str:
        text = self.parts[mention.part].text[max(0, mention.start - _NEAR) : mention.start]
        found = re.search(r"\b([^\W\d_]+)\.? $", text)
        return _sex(found.group(1)) if found else ""

    def _relation(self, mention: Mention) -> str:
        """Return what kin the words around a full name say somebody is: "her husband, X", "X, her husband"."""
        text = self.parts[mention.part].text
        found = _kin_before().search(text, max(0, mention.start - _NEAR), mention.start)
        found = found or _kin_after().match(text, mention.end, mention.end + _NEAR)
        return found.group(1) if found else ""


def _given_alone(name: Key, full: Key) -> bool:
    return name == full[:1] and name != full[-1:]


def _sex(word: str) -> str:
    return next((sex for sex in ("feminine", "masculine") if word.casefold() in listed(sex)), "")


@cache
def _kin() -> str:
    return rf"(?:ex-|step)?({'|'.join(sorted(words().kin))})(?:-in-law)?"


@cache
def _kin_before() -> re.Pattern[str]:
    return re.compile(rf"\b{_kin()},? $", re.IGNORECASE)


@cache
def _kin_after() -> re.Pattern[str]:
    whose = r"(?:his|her|their|the|an?|[\w-]+['’]s?) (?:[\w’'-]+ ){0,3}?"
    return re.compile(rf",? (?:{whose})?{_kin()}\b(?!,? [A-Z]| of (?:\d|an?\b|one|two|three|four|five|six))")
