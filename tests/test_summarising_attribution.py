"""Which sources at the end of a sentence are nobody in particular."""

import pytest

from generator import language
from generator.summarising.attribution import is_nobody, told

TOLD = "The old bridge over the river was closed on Monday evening"


@pytest.mark.parametrize("source", ["officials said", "experts say", "military authorities said on Tuesday"])
def test_nobody_in_particular(source: str) -> None:
    (sentence,) = language.load("en")(f"{TOLD}, {source}.").sents
    assert told(sentence).text == "closed"


@pytest.mark.parametrize(
    "source", ["the mayor said", "prosecutors said", "Anna Brook said", "officials of Norland Bank said"]
)
def test_somebody(source: str) -> None:
    (sentence,) = language.load("en")(f"{TOLD}, {source}.").sents
    assert told(sentence).text == "said"


def test_what_names_no_source_is_none() -> None:
    (sentence,) = language.load("en")(f"{TOLD}.").sents
    assert not is_nobody(sentence)
    assert told(sentence) == sentence.root


@pytest.mark.parametrize("source", ["police said", "the fire service said", "the health ministry said on Tuesday"])
def test_who_helps_is_left_out_only_where_nobody_is_accused(source: str) -> None:
    (sentence,) = language.load("en")(f"{TOLD}, {source}.").sents
    assert told(sentence).text == "closed"
    (sentence,) = language.load("en")(f"The old miller closed the bridge on Monday evening, {source}.").sents
    assert told(sentence).text == "said"
