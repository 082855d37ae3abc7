import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from mkdocs.structure.pages import _RawHTMLPreprocessor
from rendering import Seen, to_html

from generator.site.links import is_safe_link, is_safe_picture
from generator.site.markdown import SafeMarkdown

CASES = Path(__file__).parent / "cases/site"
LINKS = yaml.safe_load((CASES / "links.yml").read_text(encoding="utf-8"))
MARKDOWN = yaml.safe_load((CASES / "markdown.yml").read_text(encoding="utf-8"))

FORMS = ["[text]({})", "[text](<{}>)", '[text]({} "title")', "[text][a]\n\n[a]: {}", "![text]({})"]
PIECES = r"""[ ] ( ) < > ! : // \ / " ' & ; # javascript: java script data: https:// mailto: &#106; &Tab; &colon;
    <script> <img onerror= [a]( ![a]( [a]: [a] <a@b> ` ** {: onclick=x } --- | > 1. - # <!-- <![ ]]> &#x"""
REPEATED = [
    "[",
    "![",
    "[a](",
    "[](",
    "[a][",
    "![a](b",
    "``a`",
    "\\`",
    "***",
    "*_",
    "<!--",
    "<![CDATA[",
    "&#1",
    "1. ",
    "> ",
]
SPACES = [" ", "\n", "\n\n", "\t", "\x01"]
HOSTILE = st.lists(st.sampled_from(PIECES.split() + SPACES) | st.text(max_size=2)).map("".join)


@pytest.mark.parametrize("address", LINKS["refused"])
@pytest.mark.parametrize("form", FORMS)
def test_an_address_that_could_do_harm_is_plain_text(address: str, form: str) -> None:
    seen = Seen(to_html(form.format(address)))
    assert not [value for name, value in seen.attributes if name in {"href", "src"}]
    assert "text" in seen.text


@pytest.mark.parametrize("address", LINKS["refused"] + LINKS["refused_as_seen"])
def test_an_address_is_judged_as_a_browser_reads_it(address: str) -> None:
    assert not is_safe_link(address)
    assert not is_safe_picture(address)


@pytest.mark.parametrize("case", LINKS["allowed"], ids=lambda case: case["address"] or "empty")
def test_a_harmless_address_is_a_link_and_a_relative_one_a_picture(case: dict[str, Any]) -> None:
    assert ("href", case["address"]) in Seen(to_html(f"[text]({case['address']})")).attributes
    assert (("src", case["address"]) in Seen(to_html(f"![text]({case['address']})")).attributes) == case["picture"]


@pytest.mark.parametrize("case", MARKDOWN["harmless"], ids=lambda case: case["name"])
def test_raw_html_is_shown_as_text(case: dict[str, Any]) -> None:
    seen = Seen(to_html(case["markdown"]))
    assert (seen.text, seen.tags) == (case["text"], case["tags"])
    assert not [name for name, _ in seen.attributes if name.startswith("on")]


@pytest.mark.parametrize("case", MARKDOWN["works"], ids=lambda case: case["name"])
def test_markdown_still_works(case: dict[str, Any]) -> None:
    assert Seen(to_html(case["markdown"])).tags == case["tags"]


def test_handlers_that_another_extension_lets_in_are_taken_out() -> None:
    seen = Seen(to_html("# a {: onclick=x }\n\n[b](c){: OnMouseOver=y }\n", "attr_list"))
    assert [name for name, _ in seen.attributes if name.lower().startswith("on")] == []


@given(HOSTILE)
def test_no_markdown_makes_an_element_that_runs_or_leads_elsewhere(markdown: str) -> None:
    seen = Seen(to_html(markdown))
    known = "p ul ol li a img span em strong code pre blockquote hr br table thead tbody tr th td h1 h2 h3 h4 h5 h6"
    assert set(seen.tags) <= set(known.split())
    assert {name for name, _ in seen.attributes} <= {"href", "src", "alt", "title", "id", "class", "style"}
    for name, value in seen.attributes:
        assert name not in {"href", "src"} or not str(value).lower().strip().startswith(("javascript:", "data:", "//"))


@pytest.mark.parametrize("piece", REPEATED)
def test_a_line_of_one_repeated_sign_costs_its_length(piece: str) -> None:
    start = time.perf_counter()
    to_html(f"- {piece * (10_000 // len(piece))}\n")
    assert time.perf_counter() - start < 10  # without bounds: minutes, or a crash


HEADINGS = ["# a\n", "a\n===\n", "***\n", "> # a\n", "a\n[a]: b\n"]


@pytest.mark.parametrize("piece", HEADINGS)
def test_many_headings_without_a_blank_line_are_the_same_as_with(piece: str) -> None:
    near, apart = to_html(piece * 350), to_html(f"{piece}\n" * 350)
    assert Seen(near).tags == Seen(apart).tags
    assert Seen(near).text.split() == Seen(apart).text.split()


def test_text_lists_and_code_between_many_headings_stay_whole() -> None:
    piece = "# a\ntext\nmore\n## b\n- c\n- d\n***\n    code\n    code\n"
    assert Seen(to_html(piece * 100)).tags == ["h1", "p", "h2", "ul", "li", "li", "hr", "pre", "code"] * 100


def test_a_wide_table_has_no_more_cells_than_somebody_wrote() -> None:
    seen = Seen(to_html("|a" * 1000 + "\n" + "|-" * 1000 + "\n" + "|\n" * 1000 + "|a" * 999))
    assert (seen.tags.count("th"), seen.tags.count("td")) == (1000, 20_999)
    assert Seen(to_html("|a|b|c|\n|-|-|-|\n|d|\n")).tags.count("td") == 3


def test_mkdocs_search_for_anchors_does_not_fail_on_the_text() -> None:
    md = Markdown(extensions=[SafeMarkdown()])
    _RawHTMLPreprocessor()._register(md)  # noqa: SLF001 -- as MkDocs does
    assert md.convert("<![ <a id='x'>") == "<p>&lt;![ &lt;a id='x'&gt;</p>"


def test_fenced_code_has_no_id_or_class_that_a_script_could_act_on() -> None:
    for fence in ("``` {#__config}", "~~~{.mermaid #a}", "``` python {.mermaid}"):
        seen = Seen(to_html(f"{fence}\ngraph\n{fence[:3]}\n"))
        assert not {value for name, value in seen.attributes if name == "id" or value == "mermaid"}
        assert "graph" in seen.text
