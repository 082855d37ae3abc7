"""What a briefing says of itself: its badge, its review, and how its key points are to be read."""

from collections.abc import Iterator

from babel import Locale

from generator.site import labels
from generator.site.corrections import FOLDER, item
from generator.site.entry import Entry
from generator.site.safe import safe
from generator.site.staged import Meta
from generator.site.standing import PointStanding


def notes(entry: Entry) -> Meta:
    """Return the notes on a briefing, for templates."""
    latest_first = sorted(entry.page.corrections(), key=lambda correction: correction.date, reverse=True)
    return {
        "origin": entry.origin,
        "badge": _badge(entry),
        "review": _review(entry),
        "points": _points(entry),
        "paragraphs": list(entry.places.paragraphs),
        "language": _language(entry),
        "article": labels.ARTICLES.get(entry.article, ""),
        "corrections": [item(correction) for correction in latest_first],
        "corrections_url": f"{FOLDER}/" if latest_first else "",
    }


def _language(entry: Entry) -> str:
    """Return what is less about a briefing whose language no model read, "" for any other."""
    if not entry.by_rules:
        return ""
    name = Locale("en").languages.get(entry.page.line("lang"), "")
    return labels.LANGUAGES["named" if name else "unnamed"].format(language=safe(name))


def _badge(entry: Entry) -> Meta:
    if entry.reviewed:
        return {"kind": "reviewed", "label": _signed("badge", entry)}
    return {"kind": entry.origin, "label": labels.BADGES[entry.origin]} if entry.origin else {}


def _review(entry: Entry) -> str:
    """Return a sentence on the page's review; one without a fingerprint was never confirmed by the program."""
    review = entry.page.review()
    if review is None:
        return ""
    return _signed("holds" if entry.reviewed else "stale" if review.sha else "unsigned", entry)


def _signed(kind: str, entry: Entry) -> str:
    review = entry.page.review()
    return labels.REVIEWS[kind].format(by=safe(review.by), date=labels.full_date(review.date)) if review else ""


def _points(entry: Entry) -> Meta:
    """Return for each key point its mark, if any, and its place in the article, and what to say below them all."""
    if not entry.standings:
        return {}
    places = entry.places.points or (None,) * len(entry.standings)
    known = zip(entry.standings, entry.accounts, places, strict=True)
    marks = [{"key": point.key, **_mark(*each)} for point, each in zip(entry.points, known, strict=True)]
    if set(entry.standings) == {"verbatim"}:
        return {"marks": marks, "line": labels.POINTS["verbatim"]}
    line = " ".join(labels.POINTS[key] for key in _lines(set(entry.standings)))
    return {"marks": marks, "line": line, "unmarked": labels.POINTS["unmarked"]}


def _mark(standing: PointStanding, account: str, place: Meta | None) -> Meta:
    """Return what stands behind and below a key point: whose account it is, and how it stands to the article."""
    shown: Meta = dict(labels.STANDINGS.get(standing, {}))
    if account and standing in labels.CLAIMED:
        told = labels.CLAIMED[standing]
        shown = {"kind": "account", "label": told["label"].format(account=account), "hint": told["hint"]}
    return {**shown, **({"place": place} if place else {})}


def _lines(kinds: set[PointStanding]) -> Iterator[str]:
    yield from (kind for kind in ("former", "unsure") if kind in kinds)
    if kinds & {"edited", "absent"}:
        yield "mixed" if kinds & {"former", "unsure"} else "marked"
    if "verbatim" in kinds:
        yield "others"
