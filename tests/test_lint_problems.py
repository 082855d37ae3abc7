from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lint_article import SOURCE, cases

from generator import registry
from generator.errors import StandfirstError
from generator.lint import lint_page
from generator.pages import FIELDS, read_page

KNOWN = registry.load()


@pytest.mark.parametrize("case", cases("problems"), ids=lambda case: case["name"])
def test_a_page_is_told_of_with_the_exact_place(case: dict[str, Any]) -> None:
    found = lint_page(read_page(case["page"], "docs/x.md"), FIELDS, SOURCE, KNOWN)
    told = [f"{each.place.line}:{each.place.column} {each.severity} {each.kind}" for each in found]
    assert told == case["problems"]
    assert {each.place.path for each in found} <= {"docs/x.md"}


def test_fields_of_the_machines_are_left_alone() -> None:
    page = read_page("---\ntitle: In 1999\nactors: [Petra Schmidt]\n---\n- With 777 people.\n", "docs/x.md")
    assert lint_page(page, (), SOURCE, KNOWN) == []


def test_a_message_says_what_to_do() -> None:
    page = read_page("---\ntitle: In 1999\n---\n", "docs/x.md")
    (problem,) = lint_page(page, FIELDS, SOURCE, KNOWN)
    assert problem.message == (
        '"1999" is a number that the article does not hold; correct it, or add a waiver with its reason'
    )


@given(st.text(alphabet="-: ab1“”\"'\n[]{}>|#\r\ufeffé") | st.text())
def test_any_page_is_looked_at(text: str) -> None:
    for page in (text, f"---\ntitle: {text}\n---\n- {text}\n", f"---\ntitle: >\n {text}\n---\n"):
        try:
            read = read_page(page, "docs/x.md")
        except StandfirstError:
            continue
        lines = page.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        for problem in lint_page(read, FIELDS, SOURCE, KNOWN):
            assert 1 <= problem.place.line <= len(lines)
            assert 1 <= problem.place.column <= len(lines[problem.place.line - 1]) + 1
