"""News articles with what people wrote as their summaries, read as the program reads a seed."""

import json
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from as_read import as_read

from generator import language
from generator.model import Article, Sentence
from generator.summarising import Avoid, fragments

PARTS = {"cnndm": "summaries/cnndm_dev.jsonl", "duc": "summaries/duc_dev.jsonl"}


class MissingTextsError(SystemExit):
    """The folder of texts is not there."""


@dataclass(frozen=True, slots=True)
class Abstracted:
    """An article, its sentences, and the summaries that people wrote: of each its sentences."""

    id: str
    article: Article
    sentences: tuple[Sentence, ...]
    avoid: Avoid
    abstracts: tuple[tuple[str, ...], ...]


def abstracted(texts: Path, part: str, workers: int = 2) -> list[Abstracted]:
    """Return the articles of a part, "cnndm" or "duc".

    Raises MissingTextsError where the folder does not hold it.
    """
    path = texts / PARTS[part]
    if not path.is_file():
        raise MissingTextsError(f"{path} is not there: set STANDFIRST_DATA to the folder of the texts")
    rows = path.read_text(encoding="utf-8").splitlines()
    with ProcessPoolExecutor(workers) as pool:
        return [row for row in pool.map(_read, rows, chunksize=20) if row is not None]


def _read(line: str) -> Abstracted | None:
    row = json.loads(line)
    text = "\n\n".join(part for part in ((row.get("title") or "").strip(), row["article"]) if part)
    article = as_read(text + "\n")
    if article is None:
        return None
    with language.load("en").select_pipes(
        enable=["tok2vec", "tagger", "parser"]
    ):  # what sentences need, in half the time
        ((_, parse),) = language.parse([article])
    opening = ""
    if article.standfirst is not None and parse.standfirst is not None:
        opening = language.first_sentence(article.standfirst, parse.standfirst)
    sentences = language.sentences(article, parse)
    avoid = Avoid(opening, fragments(article, parse, sentences))
    return Abstracted(row["id"], article, sentences, avoid, tuple(_abstracts(row)))


def _abstracts(row: dict[str, list[str] | list[list[str]]]) -> Iterator[tuple[str, ...]]:
    for abstract in row.get("summaries") or [row["summary"]]:
        yield (abstract,) if isinstance(abstract, str) else tuple(abstract)
