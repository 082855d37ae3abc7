"""Words that an article says were not said are nobody's quote."""

import pytest
from finding_article import parsed

from generator.finding import find_actors, find_quotes
from generator.registry import load

WORDS = "the harbour is closed for good"


def speakers(sentence: str) -> list[str]:
    article, parse = parsed(f"Harbour dispute goes on\n\nHanna Vik came to Bergen on Monday. {sentence}\n")
    return [quote.speaker for quote in find_quotes(article, parse, find_actors(article, parse, load()), load())]


@pytest.mark.parametrize(
    "sentence",
    [
        f'Vik denied saying "{WORDS}".',
        f'Vik denied that she had ever said "{WORDS}".',
        f'Vik denied reports that she had said "{WORDS}".',
        f'Vik denied having told the crew "{WORDS}".',
        f'Vik refused to say whether "{WORDS}".',
        f'Vik declined to say if "{WORDS}".',
        f'Vik was accused of saying that "{WORDS}".',
        f'Emil Lund accused Vik of saying "{WORDS}".',
        f'Vik said she had not told Emil Lund that "{WORDS}".',
        'Vik denied that she "ever took a coin from anyone".',
        f'Vik never said "{WORDS}".',
        f'Vik left without saying "{WORDS}".',
        f'It is not true that Vik said "{WORDS}".',
        f'It is untrue that Vik said "{WORDS}".',
        f'Vik was falsely quoted as saying "{WORDS}".',
        '"The harbour is closed for good," Vik did not say.',
        '"The harbour is closed for good," Vik denied saying.',
    ],
)
def test_what_was_not_said_is_no_quote(sentence: str) -> None:
    assert speakers(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        f'Vik denied the charge and said "{WORDS}".',
        f'Vik refused the offer, saying "{WORDS}".',
        f'Vik did not deny saying "{WORDS}".',
        f'Vik regretted having said "{WORDS}".',
        'Vik, who has denied any fault, said: "The harbour is closed for good."',
        '"I never said the harbour is closed," Vik said.',
        f'Vik does not believe "{WORDS}", she said.',
    ],
)
def test_what_was_said_beside_a_denial_is_a_quote(sentence: str) -> None:
    assert speakers(sentence) == ["Hanna Vik"]


def test_what_is_said_behind_a_denial_is_a_quote() -> None:
    assert speakers(f'Vik denied saying "{WORDS}". "I never said anything like it," she said.') == ["Hanna Vik"]
