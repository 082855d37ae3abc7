"""The summary that is hard to beat on news: the first sentences."""

from typing import Any

from sumy.summarizers._summarizer import AbstractSummarizer


class LeadSummarizer(AbstractSummarizer):  # type: ignore[misc]
    """Chooses the first sentences."""

    def __call__(self, document: Any, sentences_count: int) -> tuple[Any, ...]:  # noqa: ANN401 -- sumy has no types
        """Return the first `sentences_count` sentences of a sumy document."""
        return tuple(document.sentences[:sentences_count])
