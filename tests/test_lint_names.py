import pytest

from generator.lint.names import names_of, strangers

ARTICLE = "Angela Merkel of the Christian Democratic Union met al-Assad, George W. Bush and Californians in Port Town."


@pytest.mark.parametrize(
    "text",
    [
        "Merkel’s party",
        "a meeting with Bush",
        "the CDU of Merkel",
        "in California",
        "Christian Democrats",
        "the Port of Town",
        "Nothing happened. Everybody left.",
        "Assad-Merkel talks",
        "MERKEL MEETS BUSH",
        "The Very Great Meeting of Important Leaders",
        "I’m told",
    ],
)
def test_names_of_the_article_in_any_form_are_no_strangers(text: str) -> None:
    assert list(strangers(text, names_of(ARTICLE))) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a meeting with Schmidt", "Schmidt"),
        ("a meeting with Angela Schmidt", "Schmidt"),
        ("the SPD of Merkel", "SPD"),
        ("Petra Schmidt met her", "Petra Schmidt"),
        ("Obama said so", "Obama"),
    ],
)
def test_other_names_are_strangers(text: str, found: str) -> None:
    assert [text[start:end] for start, end in strangers(text, names_of(ARTICLE))] == [found]


def test_a_name_as_a_whole_is_one_even_where_it_opens() -> None:
    assert list(strangers("Schmidt", names_of(ARTICLE))) == []
    assert list(strangers("Schmidt", names_of(ARTICLE), as_name=True)) == [(0, 7)]
