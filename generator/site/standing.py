"""How the key points of a page stand to its article: word for word, changed by a person, or not in it."""

from generator.lint import SourceText, Standing, standing
from generator.pages import Page, State, normal, points


def standings(page: Page, state: State | None, source: SourceText | None) -> tuple[Standing, ...]:
    """Return how each item of the list that opens the page stands to the article; none for a page without state.

    Without the article's text, what the machine did not choose counts as edited.
    """
    if state is None:
        return ()
    sentences = normal(state.said.values["summary"])
    return tuple(_standing(item, item in sentences, source) for item in normal(items(page.body)))


def _standing(item: str, is_chosen: bool, source: SourceText | None) -> Standing:  # noqa: FBT001 -- private
    if is_chosen:
        return "verbatim"
    return standing(item, source) if source else "edited"


def items(body: str) -> tuple[str, ...]:
    """Return the items of the list that a page's text begins with, () for one that begins with something else."""
    found = points(body)
    return found.items if found.is_list else ()
