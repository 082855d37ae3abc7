"""A field handed over: from a person to the machine, from the machine to a person."""

from dataclasses import replace

from generator.errors import Place, StandfirstError
from generator.pages.fields import NAMES
from generator.pages.fieldvalues import normal, read_values
from generator.pages.ownership import Ownership, hand_of, without
from generator.pages.page import Page
from generator.pages.state import State
from generator.pages.update import see, with_fields


def release(page: Page, state: State, field: str) -> tuple[Page, Ownership]:
    """Return the page with a field as the machine says it, and whose its fields are then.

    Raises StandfirstError as `rewrite` does.
    """
    ownership, said, here = see(page, state), state.said.values, read_values(page)
    wanted = {field: said[field]} if normal(here[field]) != normal(said[field]) else {}
    return with_fields(page, wanted, state.seed), without(ownership, {field})


def accept(page: Page, state: State, field: str) -> Ownership:
    """Return whose the fields are once a person stands by a field as it is, whatever the machine says by now.

    Raises StandfirstError for a set: there a person owns what they put in and took off, and nothing waits.
    """
    if field in NAMES:
        message = f"`{field}` is a list that follows the article except where a person changed it; nothing to accept"
        raise StandfirstError(message, Place(f"docs/{page.path}"))
    ownership = see(page, state)
    return replace(ownership, hands={**ownership.hands, field: hand_of(field, read_values(page), state.said)})


def accept_all(page: Page, state: State) -> Ownership:
    """Return whose the fields are once a person has compared all that is theirs with the article."""
    ownership, values = see(page, state), read_values(page)
    return replace(ownership, hands={field: hand_of(field, values, state.said) for field in ownership.hands})
