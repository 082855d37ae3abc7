from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import Place, StandfirstError
from generator.pages import read_page

CASES = Path(__file__).parent / "cases/pages"


@pytest.mark.parametrize("case", yaml.safe_load((CASES / "refused.yml").read_text()), ids=lambda case: case["name"])
def test_a_page_that_would_be_misread_is_refused_with_place_and_advice(case: dict[str, str]) -> None:
    with pytest.raises(StandfirstError) as caught:
        read_page(case["text"], "docs/x.md")
    assert str(caught.value) == case["error"]


@pytest.mark.parametrize("case", yaml.safe_load((CASES / "read.yml").read_text()), ids=lambda case: case["name"])
def test_a_page_is_read(case: dict[str, object]) -> None:
    page = read_page(str(case["text"]), "docs/x.md")
    lists_for_tuples = {key: list(value) if isinstance(value, tuple) else value for key, value in page.meta.items()}
    assert (lists_for_tuples, page.body, page.text) == (case["meta"], case["body"], case["text"])


@pytest.mark.parametrize("written", ["2022-02-04", "'2022-02-04'", '"2022-02-04"'])
def test_a_date_is_read_with_and_without_quotes(written: str) -> None:
    assert read_page(f"---\ndate: {written}\n---\n", "x.md").date() == date(2022, 2, 4)


def test_names_are_given_once_on_one_line_without_empty_ones() -> None:
    page = read_page('---\nactors: ["Xi  Jinping", "Xi\\nJinping", "", Wang Yi]\n---\n', "x.md")
    assert page.names("actors") == ("Xi Jinping", "Wang Yi")


@given(st.text(alphabet=st.sampled_from("-\n: []{}&*!#'\"|>%@`a1~<?,\\\t\r\ufeff\x00é\u2028")))
def test_any_text_gives_a_page_or_an_error_with_a_place(text: str) -> None:
    lines = text.count("\n") + text.count("\r") + 4
    place = place_of_error(f"---\n{text}\n---\n")
    assert place is None or 1 <= place.line <= lines


@given(st.lists(st.sampled_from(["\ufeff", "---", "title: A", "a", " ", "\n", "\r\n", "\r", "\u2028"])).map("".join))
def test_a_page_holds_its_file_as_it_stands(text: str) -> None:
    if place_of_error(text) is None:
        assert read_page(text, "docs/x.md").text == text


def place_of_error(text: str) -> Place | None:
    try:
        read_page(text, "docs/x.md")
    except StandfirstError as error:
        return error.place or Place("nowhere")
    return None
