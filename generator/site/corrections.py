"""The list of all that briefings got wrong, so that nothing is put right in silence."""

from collections.abc import Iterable, Iterator

from generator.pages import Correction
from generator.site import labels
from generator.site.entry import Entry
from generator.site.paging import parts
from generator.site.safe import safe
from generator.site.staged import Meta, Sheet

FOLDER = "corrections"


def corrections(entries: Iterable[Entry]) -> Iterator[Sheet]:
    """Yield the pages of the list of all corrections, latest first; none where nothing was ever corrected."""
    made = [(correction, entry) for entry in entries for correction in entry.page.corrections()]
    made.sort(key=lambda pair: pair[0].date, reverse=True)
    if not made:
        return
    for part in parts(made, labels.SIZES["corrections"], f"{FOLDER}/index.md", FOLDER):
        listed = [item(correction) | {"title": entry.title, "url": entry.url} for correction, entry in part.items]
        standfirst: Meta = {"kind": FOLDER, "count": len(made), "corrections": listed, "pager": part.pager}
        title = labels.numbered(labels.TITLES[FOLDER], part.number)
        yield Sheet(part.path, title, labels.description(FOLDER), standfirst, "listing.html")


def url_of(entries: Iterable[Entry]) -> str:
    """Return the address of the list, "" where there is none."""
    return f"{FOLDER}/" if any(entry.page.corrections() for entry in entries) else ""


def item(correction: Correction) -> dict[str, object]:
    """Return what templates show of a correction."""
    day = labels.full_date(correction.date)
    return {
        "date": correction.date.isoformat(),
        "date_label": day,
        "label": labels.correction(day),
        "text": safe(correction.text),
    }
