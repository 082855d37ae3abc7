"""Who wrote and published an article, and so is nobody it is about."""

import re

from generator.finding.runs import runs
from generator.finding.words import words
from generator.model import Article, Kind
from generator.registry import key

_LONGEST = 200  # characters
_THANKS = re.compile(
    r"\W{,3}[Ww]ith (?:(?:additional )?reporting|assistance|help|files|contributions?) (?:from|by) [A-Z]"
)


def thanks(text: str) -> bool:
    """Tell whether a paragraph only names who helped: "With assistance from Anna Berg"."""
    return len(text) <= _LONGEST and _THANKS.match(text) is not None


def publishes(article: Article, name: str, kind: Kind) -> bool:
    """Tell whether a name is that of an author in the byline, or of the site, perhaps shortened ("the Courier")."""
    named = key(name)
    if kind == "person":
        return len(named) > 1 and named in _authors(article.byline)
    return kind == "organisation" and key(article.source)[-len(named) :] == named


def _authors(byline: str) -> set[tuple[str, ...]]:
    found = (key(" ".join(word.text for word in run)) for run in runs(byline))
    return {name[1:] if name[0] in words().determiners else name for name in found}
