"""What counts as a word, in scripts with and without spaces."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.language import words

CASES = yaml.safe_load((Path(__file__).parent / "cases/language/words.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_words_of_any_script(case: dict[str, Any]) -> None:
    assert list(words(case["text"])) == case["words"]
