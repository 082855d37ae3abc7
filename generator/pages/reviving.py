"""A page that is gone, made anew from its state and from what else is left of it."""

from dataclasses import dataclass, replace

from generator.pages.fieldvalues import FIELDS, read_values
from generator.pages.ownership import Ownership, changes, observe, without
from generator.pages.page import Page, read_page
from generator.pages.state import State
from generator.pages.update import fresh_text, is_pinned, with_fields


@dataclass(frozen=True, slots=True)
class Revival:
    """The text of a page that is there again, and its state."""

    text: str
    state: State
    superseded: tuple[str, ...] = ()  # texts of a person's in the last page that the state knew otherwise


def revive(state: State, last: Page | None = None, former: Ownership | None = None) -> Revival:
    """Return the page of a state anew: what the machine says, with what a person had said in its fields.

    `last` is the page as it once stood, for what no state knows: sections, keys, comments, and an edit that no run
    saw. Where it differs from a text that the state knows as a person's, the state's stands. What was a person's in
    `former`, the ownership that stood with it, and is not by now was given back since. The machine's fields of a page
    that was signed off stay as they were. A retired page comes back as it was kept.
    """
    if state.kept:
        return Revival(_kept(state), _there(state, state.ownership))
    said, known = state.said, state.ownership
    if last is None and not known.fields:
        return Revival(fresh_text(state), _there(state, replace(known, gone=None)))
    page = last or read_page(fresh_text(state), state.page)
    values = read_values(page)
    seen = observe(values, said, known) if last else known
    given_back = _given_back(seen, known, former) if former else set[str]()
    left = without(seen, given_back)
    ownership = replace(left, hands={**left.hands, **known.hands}, ledgers={**left.ledgers, **known.ledgers})
    if not is_pinned(page):
        ownership = replace(ownership, gone=None)
    wanted = changes(values, said.values, said.values, ownership)
    if is_pinned(page):
        wanted = {key: value for key, value in wanted.items() if key in known.hands}
    text = with_fields(page, wanted, state.seed).text
    superseded = {key for key, hand in known.hands.items() if key in seen.hands and seen.hands[key] != hand}
    return Revival(text, _there(state, ownership), tuple(key for key in FIELDS if key in superseded | given_back))


def _given_back(seen: Ownership, known: Ownership, former: Ownership) -> set[str]:
    """Return the fields that are a person's in a former page and in its state, and not in the state by now."""
    hands = {key for key, hand in seen.hands.items() if key in former.hands and former.hands[key].digest == hand.digest}
    ledgers = {key for key, ledger in seen.ledgers.items() if former.ledgers.get(key) == ledger}
    return (hands | ledgers) - {*known.fields}


def _kept(state: State) -> str:
    """Return the text of a retired page; its `seed` line follows an article that was renamed since."""
    page = read_page(state.kept, state.page)
    return with_fields(page, {}, state.seed).text if page.line("seed") else state.kept


def _there(state: State, ownership: Ownership) -> State:
    return replace(state, tombstone="", kept="", ownership=ownership)
