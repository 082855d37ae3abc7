from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.pages import Page, content_sha, read_page

CASES: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "cases/pages/content.yml").read_text(encoding="utf-8"))


def sha(text: str) -> str:
    return content_sha(read_page(text, "docs/x.md"))


def test_it_is_pinned_since_pages_hold_it() -> None:
    assert sha(CASES["page"]) == "4655d1b07ee4"


@pytest.mark.parametrize("case", CASES["same"], ids=lambda case: case["name"])
def test_a_page_in_another_style_says_the_same(case: dict[str, str]) -> None:
    assert case["page"] != CASES["page"]
    assert sha(case["page"]) == sha(CASES["page"])


@pytest.mark.parametrize(("old", "new"), CASES["other"])
def test_a_change_of_what_it_says_shows(old: str, new: str) -> None:
    assert CASES["page"].count(old) == 1
    assert sha(CASES["page"].replace(old, new)) != sha(CASES["page"])


def test_a_page_moved_says_the_same() -> None:
    assert sha(CASES["page"]) == content_sha(read_page(CASES["page"], "docs/y/z.md"))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(st.dictionaries(st.text(), JSON), st.text())
def test_any_fields_have_a_fingerprint_that_does_not_hang_on_their_order(meta: dict[str, object], body: str) -> None:
    found = content_sha(Page("x.md", meta, body))
    assert found == content_sha(Page("y.md", dict(reversed(meta.items())), body))
    assert len(found) == 12
    assert int(found, 16) >= 0
