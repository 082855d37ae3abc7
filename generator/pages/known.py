"""Which state is a page's."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.pages.page import Page
from generator.pages.state import State


@dataclass(frozen=True, slots=True)
class Known:
    """All states, by the seed that a page names and by the page that a state names."""

    by_seed: dict[str, State]
    by_page: dict[str, State]

    @classmethod
    def of(cls, states: Iterable[State]) -> "Known":
        """Return the states, to be asked for; where a page was deleted, what stands there now is a person's own."""
        listed = list(states)
        by_page = {state.page: state for state in listed if not state.tombstone}
        return cls({state.seed: state for state in listed}, by_page)

    def state(self, page: Page) -> State | None:
        """Return the state of a page, by its seed or, where a person took that line out, by its path below docs/."""
        return self.by_seed.get(page.line("seed")) or self.by_page.get(page.path)
