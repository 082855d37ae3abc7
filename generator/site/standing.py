"""How the key points of a page stand to its article: word for word, changed by a person, or not in it."""

from collections.abc import Sequence
from typing import Literal

from generator.lint import SourceText, Standing, source_text, standing
from generator.model import Article
from generator.pages import Page, Shown, State, Value, digest, normal, shown

# "former": word for word in the article as it once was; "unsure": that, or a person's, since the state was lost.
PointStanding = Standing | Literal["former", "unsure"]


def points_of(page: Page, state: State | None) -> tuple[Shown, ...]:
    """Return the key points as the page shows them; none for a page without state."""
    if state is None:
        return ()
    chosen, former = normal(state.said.values["summary"]), _former(state)
    return shown(page.body, lambda text: text in chosen or digest(text) in former)


def standings(points: Sequence[Shown], state: State | None, article: Article | None) -> tuple[PointStanding, ...]:
    """Return how each key point stands to the article; none for a page without state.

    Without the article's text, what the machine did not choose counts as edited.
    """
    if state is None:
        return ()
    chosen, former = normal(state.said.values["summary"]), _former(state)
    hand = state.ownership.hands.get("summary")
    is_read = article and any(one.text not in chosen for one in points)
    source = source_text(article) if article and is_read else None
    found = (_standing(one.text, chosen, former, source) for one in points)
    return tuple("unsure" if hand and not hand.against and one == "edited" else one for one in found)


def _former(state: State) -> set[str]:
    return {point for version in state.ownership.history for point in version.points}


def _standing(item: str, chosen: Value, former: set[str], source: SourceText | None) -> PointStanding:
    if item in chosen or (source and source.holds(item)):
        return "verbatim"
    if digest(item) in former:
        return "former"
    return standing(item, source) if source else "edited"
