from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.summarising.leaning import antecedents

CASES = yaml.safe_load((Path(__file__).parent / "cases/summarising/leaning.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES["quotations"], ids=lambda case: case["name"])
def test_a_sentence_within_a_quotation_leans_on_the_one_before(case: dict[str, Any]) -> None:
    assert antecedents(case["texts"], "en") == case["expected"]
