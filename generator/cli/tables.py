"""How pages stand, as lines for a terminal and as JSON."""

from collections.abc import Iterator, Sequence
from typing import Any

from generator.pages import FIELDS, Ledger
from generator.run import Compared, Status

_HEADS = ("title", "description", "date", "summary", "actors", "topics", "source", "agency", "lang")
_LEGEND = (
    "hand: a person's; hand!: its article changed below it, or the state was lost; "
    "hand?: the program would say something else; +1 -2: put in, taken off"
)


def status_lines(found: Sequence[Status], *, everything: bool) -> Iterator[str]:
    """Yield a table of the pages that a person touched or that wait, the queue, and what they add up to."""
    shown = [one for one in found if everything or one.whole != "machine" or one.queue]
    if shown:
        yield from _table([("state", *_HEADS, "page"), *map(_row, shown)])
        yield _LEGEND
        yield ""
    for one in sorted((one for one in shown if one.queue), key=lambda one: one.page):
        for concern in one.queue:
            where = f"docs/{one.page}: " if concern.severity != "error" else ""
            field = f"{concern.field}: " if concern.field else ""
            yield f"{concern.severity:<7} {where}{field}{concern.message}"
    kinds = {one.whole: sum(other.whole == one.whole for other in found) for one in found}
    waiting = sum(concern.severity != "info" for one in found for concern in one.queue)
    told = ", ".join(f"{count} {whole}" for whole, count in sorted(kinds.items()))
    yield f"{told or 'no pages'}; {waiting or 'nothing'} waiting"


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _row(one: Status) -> tuple[str, ...]:
    return (one.whole, *(_cell(one, key) for key in _HEADS), f"docs/{one.page}" if one.page else one.seed)


def _cell(one: Status, field: str) -> str:
    if field in one.ledgers:
        ledger = one.ledgers[field]
        return " ".join(f"{sign}{len(names)}" for sign, names in (("+", ledger.added), ("-", ledger.removed)) if names)
    marks = {"review": "!", "info": "?", "error": ""}
    waits = next((marks[concern.severity] for concern in one.queue if concern.field == field), "")
    return f"hand{waits}" if field in one.fields else "."


def status_json(one: Status) -> dict[str, Any]:
    """Return how a page stands: `fields` says of each "machine" or "person", `queue` what waits."""
    return {
        "page": f"docs/{one.page}" if one.page else "",
        "seed": one.seed,
        "state": one.whole,
        "fields": {key: "person" if key in one.fields else "machine" for key in FIELDS},
        "sets": {key: _ledger(ledger) for key, ledger in one.ledgers.items()},
        "queue": [
            {"severity": concern.severity, "field": concern.field, "message": concern.message} for concern in one.queue
        ],
    }


def _ledger(ledger: Ledger) -> dict[str, list[str]]:
    return {"added": list(ledger.added), "removed": list(ledger.removed)}


def compared(found: Compared) -> Iterator[str]:
    """Yield, of each field in which a page and the machine differ, the machine's lines and the page's."""
    yield f"docs/{found.page} (+) against what the machine says of {found.seed} by now (-)"
    if not found.differences:
        yield "nothing differs"
    for difference in found.differences:
        yield f"{difference.field}: {difference.whose}"
        yield from difference.lines
