from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.pages import read_page

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "cases/pages/signed.yml").read_text())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_reviews_and_corrections_are_read_as_people_and_forms_write_them(case: dict[str, Any]) -> None:
    page = read_page(f"---\n{case['front']}---\n", "docs/x.md")
    review = page.review()
    named = review and {
        "state": review.state,
        "by": review.by,
        "date": review.date.isoformat(),
        "sha": review.sha,
        "seed": review.seed,
    }
    assert named == case.get("review")
    listed = [[correction.date.isoformat(), correction.text] for correction in page.corrections()]
    assert listed == case.get("corrections", [])


def test_fields_that_a_form_left_empty_hold_nothing() -> None:
    page = read_page(f"---\n{CASES[-1]['front']}---\n", "docs/x.md")
    assert [page.line(key) for key in ("title", "description", "agency")] == ["", "", ""]
    assert (page.names("actors"), page.names("topics"), page.date()) == ((), (), None)
