from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.pages import Shaping
from generator.pages.shaping import read_shaping

CASES = yaml.safe_load((Path(__file__).parent / "cases/pages/shapings.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["line"])
def test_the_line_of_older_states_says_the_same(case: dict[str, Any]) -> None:
    assert read_shaping(case["line"]) == Shaping(**case["shaping"])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["line"])
def test_what_is_told_is_read_back(case: dict[str, Any]) -> None:
    assert (told := Shaping(**case["shaping"]).told()) == case["shaping"]
    assert read_shaping(told) == Shaping(**case["shaping"])
