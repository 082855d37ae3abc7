"""Words in quotation marks with the one who said them."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.finding.cast import Cast
from generator.finding.continued import Spoken, spoken
from generator.finding.foreign_quotes import Told, foreign_quotes
from generator.finding.offices import Offices
from generator.finding.parts import parts, title_case
from generator.finding.passages import passages
from generator.finding.works import is_title
from generator.language import has_model, length
from generator.model import Actor, Article, Quote
from generator.registry import Registry

if TYPE_CHECKING:
    from generator.language import Parse

LEAST_WORDS = 4
MOST_QUOTES = 200
LONGEST = 2_000  # characters of a quote; what is longer is a document
_SMALL = frozenset({"and", "as", "at", "but", "by", "for", "from", "in", "of", "on", "or", "to", "with"})
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def find_quotes(article: Article, parse: "Parse", actors: Sequence[Actor], registry: Registry) -> tuple[Quote, ...]:
    """Return the quotes of at least four words whose speaker is told, in document order.

    In languages that no model reads it is told where a name and a verb of the language stand beside.
    """
    told = list(passages(parts(article, parse), actors, registry, article.lang))
    if not has_model(article.lang):
        found = map(_foreign, foreign_quotes(told, article.lang))
        return tuple(quote for quote in found if quote)[:MOST_QUOTES]
    said = list(spoken(told, Cast(told, actors, Offices(registry, article.date))))
    made = [(one, _quote(one, whole)) for one, whole in zip(said, _wholes(said), strict=True)]
    return tuple(_once([(quote, one.passage.part.headline) for one, quote in made if quote]))[:MOST_QUOTES]


def _once(found: Sequence[tuple[Quote, bool]]) -> Iterator[Quote]:
    """Yield the quotes, but for those of the headline that stand in the text, too."""
    below = {_bare(quote) for quote, in_headline in found if not in_headline}
    yield from (quote for quote, in_headline in found if not (in_headline and _bare(quote) in below))


def _bare(quote: Quote) -> str:
    return " ".join(_WORD.findall(quote.text.casefold()))


def _wholes(said: Sequence[Spoken]) -> Iterator[int]:
    """Yield how many words each quote has together with its other half: "It rains," he said, "and it snows"."""
    counts = [len(_WORD.findall(_words(one))) for one in said]
    halves = [_goes_on(one, after) for one, after in pairwise(said)]
    for at, count in enumerate(counts):
        before = counts[at - 1] if at and halves[at - 1] else 0
        yield count + before + (counts[at + 1] if at < len(halves) and halves[at] else 0)


def _goes_on(one: Spoken, after: Spoken) -> bool:
    """Tell whether a quote goes on in the next behind the words that tell whose it is."""
    between = one.passage.text[one.quote.closes : after.quote.opens] if one.passage is after.passage else "."
    return _words(one).endswith(",") and between.rstrip().endswith(",") and not re.search(r"[.!?;:]", between)


def _words(one: Spoken) -> str:
    return one.passage.text[one.quote.start : one.quote.end]


def _quote(one: Spoken, words: int) -> Quote | None:
    """Return a quote that has, with its other half, so many words."""
    part, quote = one.passage.part, one.quote
    whole = _words(one).rstrip(", -–—")  # the comma before the closing mark is the sentence's
    text = whole.lstrip()
    span = part.fragment.span(quote.start + len(whole) - len(text), quote.start + len(whole))
    if not span or len(text) > LONGEST or words < LEAST_WORDS or _names_work(text):
        return None
    return Quote(text, one.said.speaker, span.start, span.end, _channel(one), one.said.verb)


def _foreign(one: Told) -> Quote | None:
    text = one.passage.text[one.start : one.end].rstrip(", -–—")
    span = one.passage.part.fragment.span(one.start, one.start + len(text))
    if not span or len(text) > LONGEST or length(text) < LEAST_WORDS:
        return None
    return Quote(text, one.speaker, span.start, span.end, one.channel, "said")


def _names_work(text: str) -> bool:
    """Tell whether words are a title, whose sentence may end with it: "Go Set a Watchman."; a shout is none."""
    if text.endswith(("!", "?")):
        return False
    capitals = " ".join(word for word in text.rstrip(".").split() if word not in _SMALL and not word.isdigit())
    return (title_case(text) and not text.endswith(".")) or (is_title(capitals) and not text.isupper())


def _channel(one: Spoken) -> str:
    """Return the source named in the quote's sentence, outside the quote, if it is not the speaker."""
    quote = one.quote
    found = one.passage.channel(quote.before, quote.opens) or one.passage.channel(quote.closes, quote.after)
    return "" if found == one.said.speaker else found
