"""How many quotations of agency copy are found, and whether the right one is named as speaker.

`quotes.json` holds the gold: articles of `summaries/duc_dev.jsonl` by id, drawn at random among those of under 6,000
characters with three stretches in quotation marks or more, each annotated from end to end. Offsets count characters of
the article; `speaker` is where the speaker is named. The rules were made with the half called development; of the
other, `held`, only the figures were looked at, once it was annotated. `baseline` is the same of all that stands between
double marks, given to the person who is named nearest.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import baselines
from duc import HALVES, Annotated, alike, annotated, same_name, word_list
from texts import TEXTS

from generator.finding import find_actors, find_quotes
from generator.language import Parse
from generator.model import Article, Quote
from generator.registry import load

GOLD = Path(__file__).parent / "quotes.json"
Find = Callable[[Article, Parse], tuple[Quote, ...]]
LEAST_WORDS = 4  # what is shorter is no quote to show


@dataclass(frozen=True, slots=True)
class Gold:
    """A quotation at `seed_text[start:end]`; without a `verb` where none is written."""

    start: int
    end: int
    text: str
    speaker: str
    verb: str
    channel: str

    def is_like(self, quote: Quote) -> bool:
        """Tell whether both stand at nearly the same place."""
        return alike((self.start, self.end), (quote.start, quote.end))

    def is_by(self, name: str) -> bool:
        """Tell whether a name is the speaker's, in full or in short."""
        return same_name(self.speaker, name)

    def is_told_with(self, verb: str) -> bool:
        """Tell whether a verb is the gold one; for "saying" and the like stands "said"."""
        return verb.partition(" ")[0] == ("said" if self.verb.endswith("ing") else self.verb)


@dataclass(frozen=True, slots=True)
class Judged:
    """What is in an article beside what was found."""

    article: Article
    gold: tuple[Gold, ...]
    found: tuple[Quote, ...]

    def pairs(self) -> Iterator[tuple[Gold, Quote | None]]:
        """Yield each gold quotation of enough words with what was found of it."""
        for gold in self.gold:
            if len(word_list(gold.text)) >= LEAST_WORDS:
                yield gold, next((quote for quote in self.found if gold.is_like(quote)), None)


def ours(article: Article, parse: Parse) -> tuple[Quote, ...]:
    """Return the quotations that the program finds."""
    return find_quotes(article, parse, find_actors(article, parse, load()), load())


def judged(texts: Path, half: str, find: Find = ours) -> Iterator[Judged]:
    """Yield the articles of a half with what was found in them."""
    for one in annotated(texts, GOLD, half):
        found = find(one.article, one.parse)
        yield Judged(one.article, tuple(_gold(one, quote) for quote in one.notes["quotes"]), found)


def _gold(one: Annotated, quote: dict[str, Any]) -> Gold:
    start, end = quote["start"], quote["end"]
    speaker = one.text[slice(*quote["speaker"])]
    text, shift = one.text[start:end], one.shift
    return Gold(start + shift, end + shift, text, speaker, quote["verb"], quote.get("channel", ""))


def measures(texts: Path) -> dict[str, float]:
    """Return every measure of quotes, and the same of what stands between marks."""
    plain = {f"{name} baseline": value for name, value in _measures(texts, baselines.quotes).items()}
    return _measures(texts, ours) | plain


def _measures(texts: Path, find: Find) -> dict[str, float]:
    """Return of each half recall, precision, and of what was found the part with the right speaker and verb."""
    found: dict[str, float] = {}
    for half in HALVES:
        articles = list(judged(texts, half, find))
        pairs = [pair for article in articles for pair in article.pairs()]
        hits = [(gold, quote) for gold, quote in pairs if quote]
        shown = [(one, quote) for one in articles for quote in one.found]
        right = sum(any(gold.is_like(quote) for gold in one.gold) for one, quote in shown)
        found |= {
            f"{half} quotes": len(pairs),
            f"{half} recall": len(hits) / len(pairs),
            f"{half} precision": right / max(1, len(shown)),
            f"{half} verb right": sum(gold.is_told_with(quote.verb) for gold, quote in hits) / max(1, len(hits)),
            f"{half} speaker right": sum(gold.is_by(quote.speaker) for gold, quote in hits) / max(1, len(hits)),
        }
    return found


if __name__ == "__main__":
    for name, value in measures(TEXTS).items():
        print(f"{name:36} {value:.3f}")
