"""What stands among an article's sentences and is none: a caption, a line of a list, what was cut off."""

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from generator.language import Parse, parsed
from generator.lists import shipped
from generator.model import Article, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Span

_STOP_APART = re.compile(r"\s\.$")
_VERBS = frozenset({"VBD", "VBP", "VBZ", "MD", "VB", "VBN"})


def fragments(article: Article, parse: Parse, sentences: Sequence[Sentence]) -> frozenset[int]:
    """Return the places, among an article's sentences, of those that are none.

    One has no verb; or it says where in a picture somebody stands; or its full stop stands apart, as
    programs put it behind lines that had none, while those of most other sentences do not.
    """
    apart = {number for number, one in enumerate(sentences) if _STOP_APART.search(one.text)}
    return frozenset(
        number
        for number, one in enumerate(sentences)
        if (number in apart and 2 * len(apart) <= len(sentences))
        or _points().search(one.text)
        or _is_verbless(parsed(article, parse, one))
    )


def _is_verbless(span: "Span | None") -> bool:
    """Whether no word could be the verb of a sentence; a participle could, since models take "left" for one."""
    return span is not None and not any(word.tag_ in _VERBS and word.dep_ != "amod" for word in span)


@cache
def _points() -> re.Pattern[str]:
    words = "|".join(shipped("summarising/fragments.yml")["pointing"])
    return re.compile(rf"\((?:{words})\)", re.IGNORECASE)
