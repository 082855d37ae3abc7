"""Who the annotators of GUM say an article is about, and which of our actors that is.

A gold actor is a cluster of type PER, ORG or LOC with a mention whose head is a proper name; GUM's own flag "named"
also holds for "the teams from Sudan". Some clusters are *optional* (neither missed nor wrong, whatever we do): peoples
and religions ("the Afghans", "Muslims"), which are no actors; two names that one "and" joins; names that stand only
inside longer ones ("Constitution" in "Constitution Hall"); what stands only outside of the article as read, in captions
and lists of sources; and agencies and papers that the briefing lists as sources. An actor matches a cluster if one of
its mentions ends where the head of a named mention ends, or the mention itself, and begins where that begins, or behind
titles, nationalities and other words that do not end in "of".
"""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from generator.registry import fold, load

TYPES = {"PER", "ORG", "LOC"}
_WORD = re.compile(r"[^\W_][\w.&’'-]*")
_TAILS = (
    r"[,;:\"]|\s\(|\s[–—-]+\s|"
    r"\s(?:who|whom|whose|which|that|from|in|at|on|with|to|by|as|against|regarding|traveling{})\s"
)
_TAIL, _PERSON_TAIL = re.compile(_TAILS.format("")), re.compile(_TAILS.format("|of|for"))
_OF = re.compile(r"(?:^|\s)(?:of|for|and|&)(?:\s+the)?\s*$", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?:\s?['’]s|(?<=s)['’])$")
_PEOPLES = frozenset(
    "muslims muslim christians christian jews jew catholics catholic protestants hindus hindu sikhs buddhists "
    "arabs europeans africans asians westerners republicans democrats republican democrat god lord".split()
)
_ROLES = frozenset(
    "president minister chancellor secretary ambassador governor mayor senator court chief justice honor honour honors "
    "lords lordships speaker counsel chairman director vice king queen prime mr mrs ms dr sir madam".split()
)
_WHOSE = 2  # words at most of a country or a field: "New Zealand"


@dataclass(frozen=True)
class Mention:
    """A gold mention; `heads` holds where its name may end."""

    start: int
    end: int
    text: str
    type: str
    named: bool

    @cached_property
    def heads(self) -> tuple[int, ...]:
        whole = _POSSESSIVE.sub("", self.text).rstrip(" .,\"”'")
        tail = (_TAIL if self.type != "PER" or self._office else _PERSON_TAIL).search(self.text, 1)
        cut = _POSSESSIVE.sub("", self.text[: tail.start()]).rstrip(" .,\"”'") if tail else whole
        return tuple(dict.fromkeys((self.start + len(cut), self.start + len(whole))))

    @cached_property
    def _office(self) -> bool:
        """Whether the name stands behind an office and whose it is: "Governor of Washington Chris Gregoire"."""
        office, _, rest = self.text.partition(" of ")
        capitals = [word for word in rest.split() if word[0].isupper()]
        named = rest[:1].isupper() and len(capitals) > _WHOSE and load().get(rest) is None
        return named and fold(office.split()[-1]) in _ROLES

    @cached_property
    def head(self) -> str:
        """The last word of the name, without what follows it."""
        name = self.text[: self.heads[0] - self.start]
        before_of = re.split(r"\s(?:of|for)\s(?!the\s[A-Z]|[A-Z])", name)[0]
        words = _WORD.findall(before_of)
        return words[-1] if words else ""

    @cached_property
    def proper(self) -> bool:
        """Whether the head is a name, and not a role or a common word that opens a sentence."""
        head = self.head
        plain = fold(head) in _ROLES or (self.text[:1].isupper() and " " not in self.text and not self.named)
        return self.named and head[:1].isupper() and not plain

    def is_named_by(self, start: int, end: int) -> bool:
        """Tell whether `start` to `end` is the name in this mention."""
        if not self.start <= start < end or all(abs(end - head) > 1 for head in self.heads):
            return False
        return not _OF.search(self.text[: start - self.start])

    def is_called(self, names: Container[str]) -> bool:
        """Tell whether the mention is one of these names, but for an article before it."""
        bare = _POSSESSIVE.sub("", self.text)
        return bare in names or bare.partition(" ")[2] in names


@dataclass(frozen=True)
class Cluster:
    mentions: tuple[Mention, ...]
    type: str
    salience: int
    optional: bool

    @cached_property
    def proper(self) -> tuple[Mention, ...]:
        return tuple(one for one in self.mentions if one.proper)

    @property
    def name(self) -> str:
        return max((one.text for one in self.proper), key=lambda text: (-len(text.split()) > -6, len(text)))


@dataclass(frozen=True)
class Row:
    id: str
    genre: str
    seed: str  # headline, blank line, text
    clusters: tuple[Cluster, ...]


def read(path: Path) -> Iterator[Row]:
    """Yield the articles with their gold actors, offsets counted in `seed`."""
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        seed, title, shift = _seed(row["text"], row["title"])
        yield Row(row["id"], row["genre"], seed, tuple(_clusters(row["entities"], title, shift)))


def _seed(text: str, title: str) -> tuple[str, int, int]:
    """Return the seed, from where offsets shift, and by how much."""
    if text.casefold().startswith(title.casefold()):
        rest = text[len(title) :].lstrip()
        seed = f"{text[: len(title)]}\n\n{rest}"
        return seed, len(title), len(seed) - len(text)
    return f"{title}\n\n{text}", 0, len(title) + 2


def _clusters(entities: Sequence[dict[str, Any]], title: int, shift: int) -> Iterator[Cluster]:
    grouped: dict[str, list[Mention]] = defaultdict(list)
    salience: dict[str, int] = {}
    for one in entities:
        moved = shift if one["start"] >= title else 0
        found = Mention(one["start"] + moved, one["end"] + moved, one["text"], one["type"], one["named"])
        grouped[one["cluster"]].append(found)
        salience[one["cluster"]] = one["salience"]
    everything = [one for found in grouped.values() for one in found if one.proper]
    pairs = {one for one in everything if _pair(one, everything)}
    everything = [one for one in everything if one not in pairs]
    for cluster, found in grouped.items():
        proper = [one for one in found if one.proper and one.type in TYPES]
        if proper:
            kind = Counter(one.type for one in proper).most_common(1)[0][0]
            optional = all(one in pairs or _people(one) or _inside(one, everything) for one in proper)
            yield Cluster(tuple(found), kind, salience[cluster], optional)


def _people(mention: Mention) -> bool:
    """Tell whether a mention names a nationality, a religion or their members."""
    return mention.type == "PER" and (fold(mention.head) in _PEOPLES or load().demonym(mention.head) is not None)


def _inside(mention: Mention, everything: Iterable[Mention]) -> bool:
    """Tell whether a name stands inside a longer proper name, with nothing but names and particles between."""
    for other in everything:
        end = other.heads[-1]
        if (
            other.start <= mention.start
            and mention.end <= end
            and (other.start, end) != (mention.start, mention.heads[-1])
        ):
            rest = (
                other.text[: mention.start - other.start]
                + " "
                + other.text[mention.end - other.start : end - other.start]
            )
            if all(word[0].isupper() or word in {"of", "the", "and", "for"} for word in _WORD.findall(rest)):
                return True
    return False


def _pair(mention: Mention, everything: Iterable[Mention]) -> bool:
    """Tell whether two names are joined here, each a mention of its own."""
    joint = mention.text.find(" and ")
    inside = [one for one in everything if one != mention and mention.start <= one.start and one.end <= mention.end]
    middle = mention.start + joint
    return joint > 0 and any(one.end <= middle for one in inside) and any(one.start >= middle for one in inside)
