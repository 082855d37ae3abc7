"""A page brought up to date with what the machine says by now: the heart of `generate`, on values."""

from dataclasses import dataclass, replace
from datetime import date

from generator.pages.fields import WRITTEN
from generator.pages.fieldvalues import FIELDS, Value, Values, read_values
from generator.pages.ownership import (
    Ownership,
    Said,
    advance,
    changes,
    knows,
    observe,
    restored,
    stale,
    unweighed,
    version,
)
from generator.pages.page import Page
from generator.pages.points import points
from generator.pages.render import render
from generator.pages.rewriting import comments_of, rewritten
from generator.pages.state import State, page_hash

COPIES = "keep one, or delete the `seed` line of a copy that is to be a page of your own"


@dataclass(frozen=True, slots=True)
class Update:
    """A page brought up to date, the same as before where nothing needs writing, and whose its fields are."""

    page: Page
    ownership: Ownership
    restored: tuple[str, ...]  # fields that some tool had dropped, put back
    stale: tuple[str, ...]  # fields that held what the machine had said before


def update(page: Page, state: State | None, now: Said, seed: str, left: Ownership | None = None) -> Update:
    """Return `page` with the machine's fields as the machine says them `now`; `state` is that of the last run.

    Where there is none, `left` is what is known of it otherwise.

    A page whose `seed` line is gone went through a tool that drops what it does not know: what went with the line
    comes back. In any other page a field that is not there was taken out by a person. A page that is signed off
    (`review`) is not written, but for its `seed`. Raises StandfirstError as `rewrite` does.
    """
    said = state.said if state else now
    values = read_values(page)
    missing = _missing(page) if state else ()
    seen = restored(values, said.values, state.ownership, missing) if state else values
    known = state.ownership if state else left or Ownership()
    ownership = observe(seen, said, known, now.values)
    if state is None:
        ownership = unweighed(ownership)
    wanted = {} if is_pinned(page) else changes(values, said.values, now.values, ownership)
    # A page that is signed off is not written: its sets are those of what the machine said before.
    written_from = (known.gone or version(said.values)) if is_pinned(page) else None
    return Update(
        with_fields(page, wanted, seed),
        replace(advance(ownership, said.values, now.values), gone=written_from),
        tuple(key for key in missing if key in wanted),
        stale(seen, said, known),
    )


def see(page: Page, state: State) -> Ownership:
    """Return whose each field of a page is by now, without bringing anything up to date."""
    values = read_values(page)
    return observe(restored(values, state.said.values, state.ownership, _missing(page)), state.said, state.ownership)


def is_pinned(page: Page) -> bool:
    """Whether a person signed the page off, so that the machine writes nothing there."""
    return page.review() is not None


def fresh_text(state: State) -> str:
    """Return the page that the machine would write, had nobody touched it."""
    return render(state.said.values, state.seed)


def is_machines(page: Page, state: State) -> bool:
    """Whether every word that a page shows is the machine's, in whatever style it is written down."""
    return _is_fresh(page, state) or (not see(page, state).fields and not page.body[points(page.body).end :].strip())


def is_untouched(page: Page, state: State) -> bool:
    """Whether a page holds nothing of a person's: no word, no key, no comment."""
    if _is_fresh(page, state):
        return not state.ownership.fields
    own = [key for key in page.meta if key not in WRITTEN]
    return is_machines(page, state) and not own and not comments_of(page) and not state.ownership.fields


def is_known(page: Page, state: State) -> bool:
    """Whether a page says in its title or all its key points what the state knows, by now or from before."""
    return knows(state.ownership, read_values(page), state.said.values)


def _is_fresh(page: Page, state: State) -> bool:
    return page_hash(page.text.encode(errors="replace")) == page_hash(fresh_text(state).encode(errors="replace"))


def _missing(page: Page) -> tuple[str, ...]:
    return () if page.line("seed") else tuple(key for key in FIELDS if key != "summary" and key not in page.meta)


def with_fields(page: Page, wanted: Values, seed: str) -> Page:
    """Return the page with these fields changed and its `seed` line right; raises StandfirstError as `rewrite` does."""
    fields = {key: _typed(key, value) for key, value in wanted.items() if key != "summary"}
    if page.line("seed") != seed:
        fields["seed"] = seed
    if not fields and "summary" not in wanted:
        return page
    return rewritten(page, fields, wanted.get("summary"))


def _typed(key: str, value: Value) -> str | date | tuple[str, ...]:
    return date.fromisoformat(value) if key == "date" and isinstance(value, str) and value else value
