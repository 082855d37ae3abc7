"""The agency copy that quotes and claims were annotated in, found by the ids of its articles."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from as_read import parsed

from generator.language import Parse
from generator.model import Article

HALVES = ("development", "held")
_ALIKE = 0.8
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_FILLERS = frozenset({"a", "an", "the", "one", "mr", "mrs", "ms"})


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article with its annotations; their offsets count in `text`, which starts at `shift` in the article."""

    article: Article
    parse: Parse
    text: str
    shift: int
    notes: Mapping[str, Any]


def annotated(texts: Path, gold: Path, half: str) -> Iterator[Annotated]:
    """Yield the articles of a half of the gold in a file."""
    rows = [row for row in json.loads(gold.read_text("utf-8")) if row["half"] == half]
    wanted = {row["id"]: row for row in rows}
    lines = (texts / "summaries" / "duc_dev.jsonl").read_text("utf-8").splitlines()
    for told in filter(lambda told: told["id"] in wanted, map(json.loads, lines)):
        article, parse = parsed(f"{told['title']}\n\n{told['article']}")
        yield Annotated(article, parse, told["article"], len(told["title"]) + 2, wanted[told["id"]])


def alike(first: tuple[int, int], second: tuple[int, int]) -> bool:
    """Tell whether two spans stand at nearly the same place."""
    shared = min(first[1], second[1]) - max(first[0], second[0])
    return shared >= _ALIKE * (max(first[1], second[1]) - min(first[0], second[0]))


def same_name(gold: str, name: str) -> bool:
    """Tell whether a name is the gold one, in full or in short."""
    words = [{word.casefold() for word in word_list(text)} - _FILLERS for text in (gold, name)]
    return bool(words[1]) and (words[0] <= words[1] or words[1] <= words[0])


def word_list(text: str) -> list[str]:
    """Return the words of a text."""
    return _WORD.findall(text)
