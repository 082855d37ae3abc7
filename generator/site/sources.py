"""What the articles say to which people changed key points."""

from collections.abc import Iterator
from pathlib import Path

from generator import reading
from generator.errors import StandfirstError
from generator.lint import SourceText, source_text
from generator.pages import Known, Page, State, normal, points
from generator.settings import Settings
from generator.site.docs import Docs


def sources(docs: Docs, folder: Path, settings: Settings) -> dict[str, SourceText]:
    """Return the articles, by seed, of the pages with a key point that the machine did not choose.

    `folder` is that of the seeds. An article that is gone or cannot be read is left out: `generate` tells of it.
    """
    found = {}
    for state in _edited(docs):
        try:
            found[state.seed] = article_text(folder, state.seed, settings)
        except StandfirstError:
            continue
    return found


def article_text(folder: Path, seed: str, settings: Settings) -> SourceText:
    """Return what the article at `seed` below `folder` says; raises StandfirstError for one that cannot be read."""
    article = reading.read(folder / seed, seed, most_bytes=settings.seed_bytes, lang=settings.language)
    if article is None:
        raise StandfirstError(f"{seed}: holds no text")
    return source_text(article)


def _edited(docs: Docs) -> Iterator[State]:
    known = Known.of(docs.states)
    for page in docs.pages.values():
        state = known.state(page)
        if state and _has_other_points(page, state):
            yield state


def _has_other_points(page: Page, state: State) -> bool:
    said = normal(state.said.values["summary"])
    return any(item not in said for item in normal(points(page.body).items))
