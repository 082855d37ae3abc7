"""What of a page waits for a person: the review queue."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from generator.pages.content import content_sha
from generator.pages.fieldvalues import digest, read_values
from generator.pages.ownership import stale
from generator.pages.page import Page
from generator.pages.signoff import changed_since
from generator.pages.state import State
from generator.pages.update import see

Severity = Literal["error", "review", "info"]


@dataclass(frozen=True, slots=True)
class Concern:
    """One thing to look at: "review" where the article changed, "info" where only the program did."""

    severity: Severity
    field: str  # "" for the whole page
    message: str


def concerns(page: Page, state: State) -> tuple[Concern, ...]:
    """Return what waits for a person on a page whose state is that of the last run."""
    return (*_of_review(page, state), *_of_hands(page, state))


def _of_review(page: Page, state: State) -> Iterator[Concern]:
    review = page.review()
    if review is None:
        return
    signed = f"{review.by} signed it off on {review.date}"
    if not review.sha:
        yield Concern("review", "review", f"{signed}, but of what cannot be told; sign it off with `standfirst review`")
    elif review.sha != content_sha(page):
        yield Concern("review", "review", f"the page changed after {signed}; sign it off anew")
    if review.seed and review.seed != state.said.seed:
        yield Concern("review", "review", f"the article changed after {signed}; compare them, then sign it off anew")
    for key in changed_since(page, state.signed):
        yield Concern("review", "corrections", f"{key} changed after {signed}; add what was wrong (date, text)")
    differing = stale(read_values(page), state.said, state.ownership)
    if differing:
        yield Concern("info", "review", f"the machine would now say something else in {', '.join(differing)}")


def _of_hands(page: Page, state: State) -> Iterator[Concern]:
    said = state.said
    for key, hand in see(page, state).hands.items():
        if digest(said.values[key]) not in {hand.against, hand.digest}:
            if not hand.against:
                either = "the state was lost, so this may be a person's or an older text of the program's"
                yield Concern("review", key, f"{either}; accept or release it")
            elif hand.seed != said.seed:
                yield Concern("review", key, "the article changed, and the machine would now say something else")
            else:
                yield Concern("info", key, "the program would now say something else")
