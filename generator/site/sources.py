"""The articles behind the pages, read anew for what the site shows of them."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from generator import reading
from generator.errors import StandfirstError
from generator.lint import SourceText, source_text
from generator.model import Article
from generator.pages import State
from generator.settings import Settings

Sources: TypeAlias = Callable[[State], Article | None]


def no_sources(_state: State) -> Article | None:
    """Return None: as if all articles were gone."""
    return None


def sources(folder: Path, settings: Settings) -> Sources:
    """Return what reads the article that a state is of, None for one that is gone or cannot be read any more.

    `folder` is that of the seeds. Articles are read one by one and not kept: all at once would fill the memory.
    """

    def read(state: State) -> Article | None:
        try:
            return _read(folder, state, settings)
        except StandfirstError:
            return None

    return read


def article_text(folder: Path, state: State, settings: Settings) -> SourceText:
    """Return what the article of a state says; raises StandfirstError for one that cannot be read."""
    article = _read(folder, state, settings)
    if article is None:
        raise StandfirstError(f"{state.seed}: holds no text")
    return source_text(article)


def _read(folder: Path, state: State, settings: Settings) -> Article | None:
    """Return an article in the language that it was read in; to detect that anew would cost a second."""
    lang = str(state.briefing["lang"])
    return reading.read(folder / state.seed, state.seed, most_bytes=settings.seed_bytes, lang=lang)
