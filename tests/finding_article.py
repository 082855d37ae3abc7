"""An article and its parse from a few lines of a case file."""

import tempfile
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from generator.language import Parse, parse
from generator.model import Article
from generator.reading import read

CASES = Path(__file__).parent / "cases"
REAL_SEED = Path(__file__).parent.parent / "seeds" / "000_726d4f89b42f5d81.txt"


@cache
def parsed(text: str) -> tuple[Article, Parse]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "case.txt"
        path.write_text(text, encoding="utf-8")
        article = read(path, "case.txt", most_bytes=2_000_000, lang="en")
    assert article is not None
    return next(iter(parse([article])))


def cases(name: str, table: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = yaml.safe_load((CASES / f"{name}.yml").read_text("utf-8"))[table]
    return rows
