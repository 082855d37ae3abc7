"""Where each key point stands in its article, and what stands around it there."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model import Article
from generator.pages import Shown, State, normal
from generator.site.safe import safe
from generator.site.staged import Meta

_WORD = re.compile(r"[^\W_]+")
_OPENING = r"[\"'“„‘«‹(\[¿¡]*"
_CLOSING = r"[\"'”’»›)\]]*[.!?…。！？]*[\"'”’»›)\]]*"
MOST_AROUND = 400  # characters on either side, of a paragraph that is longer than most

Range = tuple[int, int, int]  # number of a paragraph, from 0, and where in it something starts and ends


@dataclass(frozen=True, slots=True)
class Places:
    """What is shown of an article: by key point, None for one that does not stand there; and, on request, all of it."""

    points: tuple[Meta | None, ...] = ()
    paragraphs: tuple[Meta, ...] = ()


def places(points: Sequence[Shown], state: State, article: Article, shown: str) -> Places:
    """Return where the key points of a page stand in the article that its state was made from.

    `shown` is the setting `source_text`: with "none" only numbers of paragraphs, with "full" all paragraphs too.
    """
    found = [_range(one.text, _spans(state), article) for one in points]
    shown_of = tuple(one and _point(one, article, with_text=shown != "none") for one in found)
    return Places(shown_of, tuple(_paragraphs(article, [one for one in found if one])) if shown == "full" else ())


def _spans(state: State) -> dict[str, tuple[int, int]]:
    spans = (tuple(span) for span in state.briefing["spans"])
    return dict(zip(normal(state.said.values["summary"]), spans, strict=False))


def _range(item: str, spans: dict[str, tuple[int, int]], article: Article) -> Range | None:
    """Return where an item stands: at its span if the machine chose it, else where its words are first found."""
    for number, paragraph in enumerate(article.paragraphs):
        if item in spans and paragraph.offsets:
            start, end = (bisect_left(paragraph.offsets, offset) for offset in spans[item])
            if paragraph.offsets[0] <= spans[item][0] <= paragraph.offsets[-1]:
                return number, start, end
    pattern = None if item in spans else _as_said(item)
    found = ((number, pattern.search(one.text)) for number, one in enumerate(article.paragraphs)) if pattern else ()
    return next(((number, *match.span()) for number, match in found if match), None)


def _as_said(item: str) -> "re.Pattern[str] | None":
    """Return what finds an item's words in a row, whatever quotation marks, dashes and white space are between."""
    words = list(map(re.escape, _WORD.findall(item)))
    if not words:
        return None
    return re.compile(_OPENING + r"(?<!\w)" + r"[\W_]+".join(words) + r"(?!\w)" + _CLOSING)


def _point(place: Range, article: Article, *, with_text: bool) -> Meta:
    number, start, end = place
    found: Meta = {"number": number + 1, "count": len(article.paragraphs)}
    if with_text:
        text = article.paragraphs[number].text
        found |= {
            "before": _piece(_end(text[:start])),
            "cited": safe(text[start:end]),
            "after": _piece(_start(text[end:])),
        }
    return found


def _piece(text: str) -> str:
    """Return part of a text HTML-safe, with the space that sets it off from the next."""
    before, after = (" " if one.isspace() else "" for one in (text[:1], text[-1:]))
    return f"{before}{safe(text)}{after}"


def _start(text: str) -> str:
    """Return what follows, cut at a word where it is long."""
    return text if len(text) <= MOST_AROUND else f"{text[:MOST_AROUND].rpartition(' ')[0] or text[:MOST_AROUND]} …"


def _end(text: str) -> str:
    return text if len(text) <= MOST_AROUND else f"… {text[-MOST_AROUND:].partition(' ')[2] or text[-MOST_AROUND:]}"


def _paragraphs(article: Article, cited: Sequence[Range]) -> Iterator[Meta]:
    for number, paragraph in enumerate(article.paragraphs):
        ranges = sorted({(start, end) for at, start, end in cited if at == number})
        yield {"number": number + 1, "pieces": list(_pieces(paragraph.text, ranges))}


def _pieces(text: str, cited: Sequence[tuple[int, int]]) -> Iterator[Meta]:
    """Yield a paragraph's text in pieces, each cited or not."""
    at = 0
    for start, end in cited:
        if start > at:
            yield {"text": _piece(text[at:start]), "cited": False}
        if end > max(at, start):
            yield {"text": _piece(text[max(at, start) : end]), "cited": True}
        at = max(at, end)
    if at < len(text):
        yield {"text": _piece(text[at:]), "cited": False}
