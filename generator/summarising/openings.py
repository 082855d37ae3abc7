"""Sentences that open with a word whose meaning stands in the sentence before."""

import re
from functools import cache
from importlib.resources import files

import yaml

_QUOTED = frozenset("\"“„«‘'")


def is_unresolved(text: str, lang: str) -> bool:
    """Whether the sentence leans on the one before it: "But ...", "He ...", "That is why ...".

    A pronoun inside quotation marks speaks for its speaker, who is named behind it.
    """
    pattern = _openings(lang)
    if pattern is None or text[:1] in _QUOTED:
        return False
    return bool(pattern.match(text.replace("’", "'")))


@cache
def _openings(lang: str) -> re.Pattern[str] | None:
    lists = yaml.safe_load(files(__package__).joinpath("openings.yml").read_text(encoding="utf-8"))
    entries = sorted(lists.get(lang, ()), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, entries))})(?![\w'-])", re.IGNORECASE) if entries else None
