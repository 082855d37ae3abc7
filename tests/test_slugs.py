import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.slugs import name_id, slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("!!!", ""),
        ("../../etc/passwd", "etc-passwd"),
        ("CON", "con-page"),
        ("aux", "aux-page"),
        ("COM1", "com1-page"),
        ("Index", "index-page"),
        ("README", "readme-page"),
        ("&lt;b&gt;", "lt-b-gt"),
        ("&#106;", "106"),
        ("Xi Jinping", "xi-jinping"),
        ("Élysée 2.0", "elysee-2-0"),
        ("China’s “friend”", "chinas-friend"),
        ("O'Hara", "ohara"),
        ("O’Hara", "ohara"),
        ("Владимир Путин", "vladimir-putin"),
        ("word " * 30, "-".join(["word"] * 16)),
        ("x" * 200, "x" * 80),
    ],
)
def test_slugs(text: str, expected: str) -> None:
    assert slug(text) == expected


@given(st.text())
def test_a_slug_is_of_the_alphabet_and_its_own_slug(text: str) -> None:
    made = slug(text)
    assert re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", made)
    assert len(made) <= 80
    assert slug(made) == made


@given(st.text())
def test_every_name_has_an_id(name: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name_id(name))
