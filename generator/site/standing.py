"""How the key points of a page stand to its article: word for word, changed by a person, or not in it."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import cache
from typing import Literal

from generator.lint import SourceText, Standing, source_text, standing
from generator.model import Article
from generator.pages import Page, Shown, State, Value, digest, normal, shown

_FEWEST_WORDS = 5  # of a sentence of the article that stands by itself
_ALIKE = 0.75  # share of its characters that a point changed by a person has in common with the machine's
_LONGEST = 1_000  # characters of a point that is compared

# "former": word for word in the article as it once was; "unsure": that, or a person's, since the state was lost.
PointStanding = Standing | Literal["former", "unsure"]


def points_of(page: Page, state: State | None, article: Article | None) -> tuple[Shown, ...]:
    """Return the key points as the page shows them; none for a page without state.

    Those are known, wherever in the page they stand, that the machine says or once said, that are sentences of the
    article, and those of the machine's that a person changed.
    """
    if state is None:
        return ()
    chosen, former = normal(state.said.values["summary"]), _former(state)
    body = normal(page.body)
    changed = [one for one in chosen if one not in body]

    @cache
    def source() -> SourceText | None:
        return source_text(article) if article else None

    def is_known(text: str) -> bool:
        if text in chosen or digest(text) in former or any(is_reworded(text, one) for one in changed):
            return True
        return len(text.split()) >= _FEWEST_WORDS and (told := source()) is not None and told.holds(text)

    return shown(page.body, is_known)


def is_reworded(text: str, before: str) -> bool:
    """Whether a text is another one in nearly the same words."""
    if max(len(text), len(before)) > _LONGEST:
        return False
    alike = SequenceMatcher(None, before, text, autojunk=False)
    return alike.quick_ratio() >= _ALIKE and alike.ratio() >= _ALIKE  # the first is quick, and never less


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
