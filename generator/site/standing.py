"""How the key points of a page stand to its article: word for word, changed by a person, or not in it."""

from typing import Literal

from generator.lint import SourceText, Standing, source_text, standing
from generator.model import Article
from generator.pages import Page, State, Value, digest, normal, points

# "former": word for word in the article as it once was; "unsure": that, or a person's, since the state was lost.
PointStanding = Standing | Literal["former", "unsure"]


def standings(page: Page, state: State | None, article: Article | None) -> tuple[PointStanding, ...]:
    """Return how each item of the list that opens the page stands to the article; none for a page without state.

    Without the article's text, what the machine did not choose counts as edited.
    """
    if state is None:
        return ()
    chosen = normal(state.said.values["summary"])
    former = {point for version in state.ownership.history for point in version.points}
    hand = state.ownership.hands.get("summary")
    others = [item for item in normal(items(page.body)) if item not in chosen]
    source = source_text(article) if article and others else None
    found = (_standing(item, chosen, former, source) for item in normal(items(page.body)))
    return tuple("unsure" if hand and not hand.against and one == "edited" else one for one in found)


def _standing(item: str, chosen: Value, former: set[str], source: SourceText | None) -> PointStanding:
    if item in chosen or (source and source.holds(item)):
        return "verbatim"
    if digest(item) in former:
        return "former"
    return standing(item, source) if source else "edited"


def items(body: str) -> tuple[str, ...]:
    """Return the items of the list that a page's text begins with, () for one that begins with something else."""
    found = points(body)
    return found.items if found.is_list else ()
