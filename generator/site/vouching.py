"""Who stands behind a briefing: the program that made it, a person who edited it, or one who reviewed it."""

from typing import Literal

from generator.pages import Page, Review, State, content_sha, is_machines
from generator.pages.signing import SHA

Origin = Literal["machine", "edited", ""]  # "" for a page of a person's own


def origin(page: Page, state: State | None) -> Origin:
    """Return whose words a page holds: a page signed or written anew by a form is still the machine's."""
    if state is None:
        return ""
    return "machine" if is_machines(page, state) else "edited"


def review_that_holds(page: Page, state: State | None) -> Review | None:
    """Return the page's review, unless the page or its article is another by now."""
    review = page.review()
    if review is None or review.sha != content_sha(page):
        return None
    return review if not review.seed or (state and state.sha256[:SHA] == review.seed) else None
