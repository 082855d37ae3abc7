from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from rendering import Seen, to_html

from generator.pages.escaping import escape
from generator.pages.oneline import one_line

CASES = yaml.safe_load((Path(__file__).parent / "cases/pages/escaping.yml").read_text(encoding="utf-8"))

SIGNS = r"""\ ` * _ { } [ ] ( ) < > # + - . ! | ~ ^ = : $ & ; " ' / @ % ? , 1 a Z é ٣ __ ** *** --- ``` ~~~ == ++ -->
    ]( [^1] ![ <!-- <b> <a@b.c> </script> &amp; &#106; &lt &copy http://a.b a_b [TOC] [x] 1. - # :: :smile: !!! {:.x}
    *[A]: [1]: :--- ---|--- klzzwxh:0000 wzxhzdk:0"""
SPACES = [" ", "  ", "\t", "\n", "\u00a0", "\u2028", "\x00", "\x02", "\x03", "\x1f", "\x85", "\ufeff", "\ud800"]
MESSY = st.lists(st.sampled_from(SIGNS.split() + SPACES) | st.text(max_size=3), max_size=12).map("".join)


@pytest.mark.parametrize("text", CASES["unchanged"])
def test_text_that_markdown_leaves_alone_is_left_alone(text: str) -> None:
    assert escape(text) == text
    assert Seen(to_html(f"- {text}")).items == [text]


@pytest.mark.parametrize(("text", "markdown"), CASES["escaped"])
def test_signs_with_a_meaning_are_escaped(text: str, markdown: str) -> None:
    assert escape(text) == markdown
    assert Seen(to_html(f"- {markdown}")).items == [text]


@given(st.lists(MESSY.map(one_line).filter(bool), min_size=1, max_size=3))
def test_any_text_renders_as_itself_and_as_nothing_else(lines: list[str]) -> None:
    seen = Seen(to_html("".join(f"- {escape(line)}\n" for line in lines) + "\n## Below\n"))
    assert seen.items == lines
    assert seen.tags == ["ul", *["li"] * len(lines), "h2"]


@given(MESSY)
def test_one_line_is_one_line_that_stays_as_it_is(text: str) -> None:
    line = one_line(text)
    assert len(line.splitlines()) <= 1
    assert one_line(line) == line
    line.encode()
