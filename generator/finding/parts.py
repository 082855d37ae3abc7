"""An article's fragments beside their parses, in reading order."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model import Article, Fragment
from generator.registry import key, shouted

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from generator.language import Parse

_SHORT_WORD = 4
_MOST_CAPITALS = 0.7
_FEWEST_WORDS = 4
_LONGEST_HEADING = 120


@dataclass(frozen=True, slots=True)
class Part:
    """A fragment with its parse; `position` is the number of characters before it."""

    fragment: Fragment
    doc: "Doc"
    headline: bool
    position: int
    unreliable: bool  # capitals say nothing here, so that the parser's names are worth little

    @property
    def text(self) -> str:
        """The fragment's text, which the parse's offsets count in."""
        return self.fragment.text


def parts(article: Article, parse: "Parse") -> tuple[Part, ...]:
    """Return headline, standfirst and paragraphs, as far as there are any."""
    found: list[Part] = []
    position = 0
    for fragment, doc, headline in _pairs(article, parse):
        if fragment is not None and doc is not None:
            found.append(Part(fragment, doc, headline, position, _unreliable(fragment.text, headline=headline)))
            position += len(fragment.text) + 1
    return tuple(found)


def _pairs(article: Article, parse: "Parse") -> Iterator[tuple[Fragment | None, "Doc | None", bool]]:
    yield article.headline, parse.headline, True
    yield article.standfirst, parse.standfirst, False
    for fragment, doc in zip(article.paragraphs, parse.paragraphs, strict=True):
        yield fragment, doc, False


def _unreliable(text: str, *, headline: bool) -> bool:
    return shouted(text) or ((headline or _heading(text)) and title_case(text))


def _heading(text: str) -> bool:
    return len(text) <= _LONGEST_HEADING and not text.endswith((".", "!", "?", "”", '"'))


def title_case(text: str) -> bool:
    """Tell whether nearly every longer word is capitalised."""
    longer = [word for word in text.split() if len(word) >= _SHORT_WORD and word[0].isalpha()]
    capitals = sum(not word[0].islower() for word in longer)
    return len(key(text)) >= _FEWEST_WORDS and len(longer) > 1 and capitals >= _MOST_CAPITALS * len(longer)
