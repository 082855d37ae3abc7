from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from summarising_story import told

from generator.summarising.features import sentence_features
from generator.summarising.trees import whole
from generator.summarising.weights import weights

CASES = yaml.safe_load((Path(__file__).parent / "cases/summarising/features.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["texts"][0])
def test_what_can_be_counted_by_hand(case: dict[str, Any]) -> None:
    found = sentence_features(told(case["texts"]), "en")
    assert {name: found[name].tolist() for name in case["expected"]} == case["expected"]


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60), min_size=1, max_size=12))
def test_every_feature_is_a_number_for_any_text(texts: list[str]) -> None:
    found = sentence_features(told(texts), "en")
    assert all(values.shape == (len(texts),) and np.isfinite(values).all() for values in found.values())
    assert tuple(found) == weights().sentence.features
    assert whole(found.values()).shape == (len(texts), len(found))
