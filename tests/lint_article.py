"""The article that the cases of the lint are about."""

from pathlib import Path
from typing import Any

import yaml

from generator.lint.source import from_texts

FOLDER = Path(__file__).parent / "cases/lint"


def cases(name: str) -> Any:  # noqa: ANN401 -- the shape differs from file to file
    return yaml.safe_load((FOLDER / f"{name}.yml").read_text(encoding="utf-8"))


WORDING = cases("wording")
TEXT: str = WORDING["article"]
SOURCE = from_texts([TEXT], WORDING["date"])
MANY = 100_000  # characters; linear: the same was measured with a million
HOSTILE = {
    "digits": "1" * MANY,
    "groups": "1,111" * (MANY // 5),
    "spaced digits": "1 " * (MANY // 2),
    "numbers in words": "one hundred " * (MANY // 12),
    "capitals": "Aa " * (MANY // 3),
    "acronyms": "A." * (MANY // 2),
    "quotation marks": "“" * MANY,
    "quotations": "“a b” " * (MANY // 6),
    "typewriter's marks": '"a' * (MANY // 2),
    "apostrophes": "'" * MANY,
    "omissions": "“" + "a … " * (MANY // 4) + "”",
    "brackets": "(" * (MANY // 2) + ")" * (MANY // 2),
    "dashes": "a-" * (MANY // 2),
    "months": "May 1 " * (MANY // 6),
    "white space": "a" + " " * MANY + "b",
    "links": "[a](b" * (MANY // 5),
    "ampersands": "&#" * (MANY // 2),
    "stars": "*_" * (MANY // 2),
    "lines": "Aa.\n" * (MANY // 4),
    "a long word": "a" * MANY,
}
