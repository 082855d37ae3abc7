from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from language_article import article, split_up

from generator.language.quotation import enclosures
from generator.language.rules import rules
from generator.language.splitting import LONGEST, split

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "language" / "sentences.yml").read_text("utf-8"))
PIECES = [
    "He said",
    "Mr",
    "U.S",
    "No",
    "5",
    "a",
    "é",
    "。",
    "习",
    ".",
    "...",
    "?",
    "!",
    " ",
    "“",
    "”",
    '"',
    "'",
    "‘",
    "’",
    "(",
    ")",
]
MESSY = st.lists(st.sampled_from([*PIECES, "«", "»", "``", "''", "\u2009", "Xi.", "e.g."]), max_size=40).map("".join)


@pytest.mark.parametrize(("lang", "case"), [(lang, case) for lang, cases in CASES.items() for case in cases])
def test_sentences_end_where_the_case_says(lang: str, case: str) -> None:
    found = [sentence.text for sentence in split_up(article(case.replace("‖", ""), lang))]
    assert found == [part.strip() for part in case.split("‖")]


def test_sentences_are_verbatim_and_never_reach_over_a_paragraph() -> None:
    made = article("The first one has no full stop\n\nThe second has one. So has this.\n\n  \n\nThe end")
    found = split_up(made)
    assert [(sentence.text, sentence.paragraph) for sentence in found] == [
        ("The first one has no full stop", 0),
        ("The second has one.", 1),
        ("So has this.", 1),
        ("The end", 3),
    ]
    assert all(made.text[sentence.start : sentence.end] == sentence.text for sentence in found)


@pytest.mark.parametrize("text", ["x" * (2 * LONGEST + 1), "Ships " + "aye " * LONGEST, "\\" * LONGEST + "<" * LONGEST])
def test_what_is_too_long_for_a_sentence_comes_in_pieces(text: str) -> None:
    made = article(text)
    found = split_up(made)
    assert max(len(sentence.text) for sentence in found) <= LONGEST
    assert "".join(sentence.text for sentence in found).replace(" ", "") == text.replace(" ", "")
    assert all(made.text[sentence.start : sentence.end] == sentence.text for sentence in found)


@given(MESSY, st.sets(st.integers(0, 200)))
def test_sentences_cover_the_text_in_order_and_trimmed(text: str, starts: set[int]) -> None:
    found = list(split(text, sorted(starts)))
    assert "".join("".join(text[start:end] for start, end in found).split()) == "".join(text.split())
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in found)
    assert all(before.end <= after.start for before, after in pairwise(found))


@given(MESSY, st.sets(st.integers(0, 200)))
def test_no_sentence_ends_inside_a_quotation(text: str, starts: set[int]) -> None:
    ends = [stretch.end for stretch in split(text, sorted(starts))][:-1]
    assert not [end for end in ends for mark in enclosures(text, rules()).stretches if mark.start < end < mark.end]
