from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.pages.scalar import scalar

CASES = yaml.safe_load((Path(__file__).parent / "cases/pages/scalars.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", CASES["plain"])
def test_ordinary_text_gets_no_quotes(text: str) -> None:
    assert scalar(text) == text
    assert yaml.safe_load(f"key: {text}") == {"key": text}


@pytest.mark.parametrize(("text", "written"), CASES["quoted"])
def test_text_that_yaml_would_retype_is_quoted(text: str, written: str) -> None:
    assert scalar(text) == written


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_any_text_is_read_back_in_a_mapping_and_in_a_list(text: str) -> None:
    document = f"key: {scalar(text)}\nlist:\n  - {scalar(text)}\n"
    assert yaml.load(document, yaml.CSafeLoader) == {"key": text, "list": [text]}
    assert yaml.safe_load(document) == {"key": text, "list": [text]}
