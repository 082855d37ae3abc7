"""What an article says, in a form in which a person's words can be looked up."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.lint.days import Day, days, from_date
from generator.lint.numbers import values
from generator.model import Article

_MARKS = "\"'`´‘’‚‛“”„‟«»‹›′″ʹʺʻʼ＂＇「」『』《》"
_DASHES = "‐‑‒–—―−﹘﹣－"
_LEVEL = str.maketrans({**dict.fromkeys(_MARKS, "'"), **dict.fromkeys(_DASHES, "-"), "…": "..."})
# Not to be seen: soft hyphens, joiners, marks of direction, byte order marks, lone surrogates.
_UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ud800-\udfff]")
_RUN = re.compile(r"'{2,}")
_DASH = re.compile(r" ?-[- ]*")
_WORD = re.compile(r"[^\W_]+")


def normalised(text: str) -> str:
    """Return text composed (NFC), with one quotation mark and one dash for all, white space folded, nothing unseen."""
    shown = _UNSEEN.sub("", unicodedata.normalize("NFC", text)).translate(_LEVEL)
    return _DASH.sub("-", " ".join(_RUN.sub("'", shown).split()))


def folded(text: str) -> str:
    """Return normalised text without case and accents."""
    plain = normalised(text)
    if not plain.isascii():
        plain = "".join(char for char in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(char))
    return plain.casefold()


@dataclass(frozen=True, slots=True, eq=False)
class SourceText:
    """An article's words: `text` as it stands, `plain` normalised, its words marked, the rest for looking up."""

    text: str
    plain: str
    words: frozenset[str]  # folded
    numbers: frozenset[str]  # as `values` gives them
    days: frozenset[Day]
    date: date | None
    lang: str  # ISO 639-1

    def holds(self, text: str) -> bool:
        """Tell whether the article holds a text word for word: quotation marks, dashes and white space aside."""
        return self.find(text) >= 0

    def find(self, text: str, start: int = 0) -> int:
        """Return where in `plain` whole words that are this text end, from `start`; -1 for nowhere, `start` for ""."""
        wanted = _bounded(normalised(text))
        at = self.plain.find(wanted, start)
        return at + len(wanted) if at >= 0 else -1


def source_text(article: Article) -> SourceText:
    """Return what an article says in all its parts; the seed itself stands last, for what reading left out."""
    return from_texts(_parts(article), article.date, article.lang)


def from_texts(parts: Iterable[str], day: date | None = None, lang: str = "en") -> SourceText:
    """Return the source that texts make; no span reaches from one into the next."""
    text = "\n\n¶\n\n".join(part for part in parts if part)
    found = frozenset(each for mention in days(text, strict=False) for each in mention.readings)
    return SourceText(
        text=text,
        plain=_bounded(normalised(text)),
        words=frozenset(_WORD.findall(folded(text))),
        numbers=values(text) | ({str(day.year)} if day else frozenset()),
        days=found | ({from_date(day)} if day else frozenset()),
        date=day,
        lang=lang,
    )


def _parts(article: Article) -> list[str]:
    fragments = (article.headline, article.standfirst, *article.paragraphs)
    furniture = (article.caption, article.credit, article.byline, article.agency, article.dateline, article.source)
    # Paragraphs in one piece: what a person quotes may reach over the end of one.
    running = "\n\n".join(fragment.text for fragment in fragments if fragment)
    return [running, *furniture, article.text]


def _bounded(text: str) -> str:
    """Mark where words begin and end, so that one search finds whole words only and its cost stays linear."""
    return _WORD.sub(lambda word: f"\x1f{word.group()}\x1f", text)
