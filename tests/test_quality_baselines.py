"""The baselines of the quality gate: the plainest methods find what they should, and no more."""

from pathlib import Path

import pytest
from as_read import parsed
from baselines import by_spelling, claims, names, quotes, subjects

from generator.finding.mention import Mention

TEXT = """Harbour opens

The port was built by Siemens. Angela Merkel praised Siemens in Berlin on Monday.

"We have waited for this," said Angela Merkel. He spoke of a "free port" and left.

According to Angela Merkel, ships will come next year. Nobody knows how many ships will come.
"""
CONCEPTS = """{"concepts": [
  {"code": "medtop:1", "label": "sport", "definition": "Of the body", "broader": [], "retired": null},
  {"code": "medtop:2", "label": "ball games", "definition": "With balls", "broader": ["medtop:1"], "retired": null},
  {"code": "medtop:3", "label": "rugby", "definition": null, "broader": ["medtop:2"], "retired": null},
  {"code": "medtop:4", "label": "religion", "definition": null, "broader": [], "retired": null},
  {"code": "medtop:5", "label": "temple games", "definition": null, "broader": ["medtop:4"], "retired": "2020-01-01"}
]}"""


def test_each_spelling_of_a_name_is_an_actor_the_most_frequent_first() -> None:
    found = names(*parsed(TEXT))
    assert [(one.name, one.kind, len(one.mentions)) for one in found] == [
        ("Angela Merkel", "person", 3),
        ("Siemens", "organisation", 2),
        ("Berlin", "country", 1),
    ]
    assert {TEXT[one.start : one.end] for one in found[0].mentions} == {"Angela Merkel"}


def test_mentions_are_put_together_by_spelling_alone() -> None:
    told = [Mention(0, 0, 5, "Anna Bell"), Mention(0, 9, 14, "Bell"), Mention(1, 0, 5, "Anna Bell")]
    assert by_spelling((), told) == [[told[0], told[2]], [told[1]]]


@pytest.mark.parametrize(("opening", "closing"), [('"', '"'), ("“", "”"), ("``", "''")])
def test_what_stands_between_double_marks_is_a_quotation(opening: str, closing: str) -> None:
    text = TEXT.replace('"We', f"{opening}We").replace('this,"', f"this,{closing}")
    assert [(one.text, one.speaker) for one in quotes(*parsed(text))] == [("We have waited for this,", "Angela Merkel")]


def test_a_sentence_in_which_somebody_said_is_a_claim() -> None:
    found = [(TEXT[one.start : one.end], one.party) for one in claims(*parsed(TEXT))]
    assert found == [
        ('"We have waited for this," said Angela Merkel.', "Angela Merkel"),
        ("According to Angela Merkel, ships will come next year.", "Angela Merkel"),
    ]


def test_a_topic_has_the_words_of_all_concepts_below_it(tmp_path: Path) -> None:
    (tmp_path / "concepts.json").write_text(CONCEPTS, encoding="utf-8")
    found = {one.label: set(one.weights) for one in subjects(tmp_path / "concepts.json").everything}
    assert found == {"sport": {"sport", "body", "ball", "games", "with", "balls", "rugby"}, "religion": {"religion"}}
