"""The spellings of an article: every name once, with all places where it stands."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from generator.finding.kinds import votes, winner
from generator.finding.mention import Mention
from generator.model import Kind
from generator.registry import key

Key = tuple[str, ...]

_POSSESSIVE = re.compile(r"['’]s\b")


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
        grouped[form_key(mention.called)].append(mention)
    kept = sorted(grouped, key=lambda name: -len(grouped[name]))[:most]
    chosen = set(kept)
    return {name: Form(name, tuple(found)) for name, found in grouped.items() if name in chosen}
