"""Sentences as the model read them."""

import pytest
from finding_article import parsed as read

from generator.language import parsed, parsed_in, sentences

TEXT = "The mayor  opens a bridge\n\nThe bridge is open. It cost two million.\n\nPeople walk, 3 of 4 by night."


def test_each_sentence_has_its_own_words() -> None:
    article, parse = read(TEXT)
    found = sentences(article, parse)
    spans = [parsed(article, parse, one) for one in found]
    assert len(found) == 3
    assert [span.text for span in spans if span is not None] == [one.text for one in found]
    assert all(span.root.pos_ in {"VERB", "AUX"} for span in spans if span is not None)


def test_part_of_a_fragment_has_its_words() -> None:
    article, parse = read(TEXT)
    assert article.headline is not None
    assert parse.headline is not None
    span = parsed_in(article.headline, parse.headline, "opens a bridge")
    assert span is not None
    assert [word.text for word in span] == ["opens", "a", "bridge"]
    assert parsed_in(article.headline, parse.headline, "a road") is None


@pytest.mark.parametrize(
    "text", ["Der Bürgermeister eröffnet eine Brücke\n\nDie Brücke ist offen, sagt die Stadt am Montag."]
)
def test_without_a_model_nothing_is_parsed(text: str) -> None:
    article, parse = read(text, lang="de")
    found = sentences(article, parse)
    assert found
    assert [parsed(article, parse, one) for one in found] == [None] * len(found)
