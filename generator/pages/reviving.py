"""A page that is gone, made anew from its state and from what else is left of it."""

from dataclasses import dataclass, replace

from generator.pages.fieldvalues import read_values
from generator.pages.ownership import Ownership, changes, observe
from generator.pages.page import Page, read_page
from generator.pages.state import State
from generator.pages.update import fresh_text, is_pinned, with_fields


@dataclass(frozen=True, slots=True)
class Revival:
    """The text of a page that is there again, and its state."""

    text: str
    state: State
    superseded: tuple[str, ...] = ()  # texts of a person's in the last page that the state knew otherwise


def revive(state: State, last: Page | None = None) -> Revival:
    """Return the page of a state anew: what the machine says, with what a person had said in its fields.

    `last` is the page as it once stood, for what no state knows: sections, keys, comments, and an edit that no run
    saw. Where it differs from a text that the state knows as a person's, the state's stands. The machine's fields of
    a page that was signed off stay as they were. A retired page comes back as it was kept.
    """
    if state.kept:
        return Revival(_kept(state), _there(state, state.ownership))
    said, known = state.said, state.ownership
    if last is None and not known.fields:
        return Revival(fresh_text(state), _there(state, replace(known, gone=None)))
    page = last or read_page(fresh_text(state), state.page)
    values = read_values(page)
    seen = observe(values, said, known) if last else known
    ownership = replace(seen, hands={**seen.hands, **known.hands}, ledgers={**seen.ledgers, **known.ledgers})
    if not is_pinned(page):
        ownership = replace(ownership, gone=None)
    wanted = changes(values, said.values, said.values, ownership)
    if is_pinned(page):
        wanted = {key: value for key, value in wanted.items() if key in known.hands}
    text = with_fields(page, wanted, state.seed).text
    superseded = tuple(key for key, hand in known.hands.items() if key in seen.hands and seen.hands[key] != hand)
    return Revival(text, _there(state, ownership), superseded)


def _kept(state: State) -> str:
    """Return the text of a retired page; its `seed` line follows an article that was renamed since."""
    page = read_page(state.kept, state.page)
    return with_fields(page, {}, state.seed).text if page.line("seed") else state.kept


def _there(state: State, ownership: Ownership) -> State:
    return replace(state, tombstone="", kept="", ownership=ownership)
