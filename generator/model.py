"""The values that pass from stage to stage.

All offsets count characters of the seed's decoded text: UTF-8, without its byte order mark,
line ends as they stand. A span is half-open: `seed_text[start:end]`.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

Kind = Literal["person", "country", "organisation", "place"]


class Span(NamedTuple):
    """A half-open range of characters of the seed's decoded text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Fragment:
    """Cleaned text (white space folded, markup gone) that knows where it stands in the seed.

    `offsets` holds the seed offset of each character of `text`, rising; it is empty where the
    text does not stand in the seed as such (a headline from escaped front matter, say).
    """

    text: str
    offsets: tuple[int, ...]

    def span(self, start: int, end: int) -> Span | None:
        """Return the seed span of `text[start:end]`, or None for text without offsets."""
        if not self.offsets or start >= end:
            return None
        return Span(self.offsets[start], self.offsets[end - 1] + 1)


@dataclass(frozen=True, slots=True)
class Article:
    """A seed taken apart. Absent parts are None or the empty string."""

    seed: str  # path below the seeds folder, with forward slashes
    sha256: str  # of the seed's bytes, hexadecimal
    text: str  # the seed's decoded text
    headline: Fragment | None
    standfirst: Fragment | None
    paragraphs: tuple[Fragment, ...]  # running text only: no furniture
    caption: str
    credit: str
    byline: str
    agency: str
    dateline: str
    source: str
    lang: str  # ISO 639-1
    date: date | None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the running text: `text` is `seed_text[start:end]`, white space folded, entities decoded."""

    text: str
    start: int
    end: int
    paragraph: int  # index into Article.paragraphs


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, country, organisation or place, with every span that names it."""

    id: str  # slug of the name
    name: str
    kind: Kind
    aliases: tuple[str, ...]  # other spellings found, in order of appearance, without `name`
    mentions: tuple[Span, ...]  # in document order
    salience: float


@dataclass(frozen=True, slots=True)
class Topic:
    """An IPTC Media Topic: `id` such as "medtop:11000000", score from 0 to 1."""

    id: str
    label: str
    score: float


@dataclass(frozen=True, slots=True)
class Weighed:
    """What an article's words say of a topic before anything is learned: its share and, where clear, one part of it.

    A part that is the desk's own stands in one more of the same topic, without a share.
    """

    topic: str  # id
    share: float = 0.0  # from 0 to 1
    part: str = ""  # id of the topic that is part of it, or the empty string
    part_share: float = 0.0  # of the topic's score


@dataclass(frozen=True, slots=True)
class Quote:
    """Words in quotation marks, a verbatim span, with who said them."""

    text: str
    speaker: str  # name of an Actor, or the article's words for somebody without a name ("a union official")
    start: int
    end: int
    channel: str  # the source that carried it ("Xinhua"), or the empty string
    verb: str = ""  # as it may stand behind the speaker ("said", "told reporters"), or the empty string


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence that reports what a party says."""

    text: str
    start: int
    end: int
    party: str  # name of an Actor, or the article's words for somebody without a name ("officials")
    channel: str  # the source that carried it, or the empty string


@dataclass(frozen=True, slots=True)
class Briefing:
    """Everything the machine says about one seed."""

    id: str  # twelve hexadecimal digits, from the seed's path
    seed: str
    sha256: str
    title: str
    description: str  # one sentence
    summary: tuple[Sentence, ...]  # in document order
    actors: tuple[Actor, ...]  # by falling salience
    sources: tuple[str, ...]  # news agencies and media the article leans on
    topics: tuple[Topic, ...]  # by falling score
    quotes: tuple[Quote, ...]
    lang: str
    source: str
    agency: str
    date: date | None
    claims: tuple[Claim, ...] = ()
    weighed: tuple[Weighed, ...] = ()  # what the topics were chosen from
