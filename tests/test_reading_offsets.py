"""What holds for every seed: each part of an article stands where its offsets say, whatever the text."""

import tempfile
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_reading import CASES, MOST_BYTES, read_bytes

from generator.model import Article, Fragment
from generator.reading import read
from generator.reading.entities import fold_decoded

PIECES = st.sampled_from(
    [
        "The bank left its rate unchanged on Thursday.", "LONDON, Feb. 4, 2022 (Reuters) - ", "(dpa) ", "Mikhail Metzel / Imago", "source site-1",  # noqa: E501 -- a table
        "By Jane Doe", "Photo: ", "Source: ", "© dpa", "(Reporting by ", ")", "(", "[", "]", "ADVERTISEMENT", "https://example.org/", "12:45", "- ", "* ", "“", "”", '"',  # noqa: E501 -- a table
        "\n", "\n\n", "\r\n", "\r", "\u2028", "\u2029", "\f", "\t", "  ", "\u00a0", "\u200b", "\u00ad", "\u202e", "\u0085", "\u0092", "e\u0301", "\U0001f600", "北京。",  # noqa: E501 -- a table
        "---\n", "title: x\n", "date: 2022-02-04\n", "# ", "## ", "> ", "**", "_", "`", "``", "[a](b)", "![c](d)", "[e][f]", "[f]: g\n", "\\", "\\*", "&amp;", "&ldquo;", "&#39;", "&#", "&notit;", "~~",  # noqa: E501 -- a table
        "|", "|---|", "<p>", "</p>", "<br>", "<b>", "</b>", "<!--", "-->", "<script>", "</script>", "<h1>", "</h1>", "<li>", "<td>", "<figcaption>", "<title>", "<a href='", "'>", '<a "', ">", "<", "<nav>", "</nav>", "<body>",  # noqa: E501 -- a table
    ]
)  # fmt: skip
TEXT = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="".join(map(chr, (*range(9), *range(14, 32), 127)))),
    max_size=40,
)
SEEDS = st.lists(st.one_of(PIECES, TEXT), max_size=40).map("".join)
SUFFIXES = (".txt", ".md", ".html")


def fragments(article: Article) -> list[Fragment]:
    return [fragment for fragment in (article.headline, article.standfirst, *article.paragraphs) if fragment]


def assert_offsets_hold(article: Article) -> None:
    for fragment in fragments(article):
        assert fragment.text == fragment.text.strip()
        assert len(fragment.offsets) in {0, len(fragment.text)}
        assert all(one <= other for one, other in pairwise(fragment.offsets))
        span = fragment.span(0, len(fragment.text))
        assert span is None or 0 <= span.start < span.end <= len(article.text)
    for paragraph in article.paragraphs:
        assert paragraph.text
        assert paragraph.offsets
    assert all(one.offsets[-1] < other.offsets[0] for one, other in pairwise(article.paragraphs))


def assert_spans_fold(article: Article) -> None:
    for fragment in fragments(article):
        span = fragment.span(0, len(fragment.text))
        assert span is not None
        cuts_entity = article.text[span.start] == ";" or article.text[span.end - 1] == "&"
        assert cuts_entity or fold_decoded(article.text, *span).text == fragment.text


def assert_letters_stand_there(article: Article) -> None:
    """Every character without markup's own meaning stands in the seed at its offset."""
    for fragment in fragments(article):
        for character, offset in zip(fragment.text, fragment.offsets, strict=False):
            there = article.text[offset]
            assert character in (there, " ") or there in "&;\\" or not there.isascii() or there == "\n", (
                character,
                there,
            )


@pytest.mark.parametrize(
    "case", [case for case in CASES if "error" not in case.values[0] and "none" not in case.values[0]]
)
def test_offsets_of_the_cases_hold(case: dict[str, str], tmp_path: Path) -> None:
    content = case["bytes"].encode("latin-1") if "bytes" in case else case["text"].encode()
    article = read_bytes(tmp_path, case.get("file", "seed.txt"), content)
    assert article is not None
    assert_offsets_hold(article)
    if not case.get("file", "").endswith((".md", ".html", ".htm")):
        assert_spans_fold(article)
    assert_letters_stand_there(article)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_any_text_is_read_with_offsets_that_hold(suffix: str) -> None:
    with tempfile.TemporaryDirectory() as folder:

        @settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
        @given(SEEDS)
        def holds(text: str) -> None:
            opened = text.lstrip("\ufeff")
            article = read_unless_front_matter_fails(Path(folder), f"seed{suffix}", opened)
            if article:
                assert_offsets_hold(article)
                assert_letters_stand_there(article)
                if suffix == ".txt":
                    assert_spans_fold(article)

        holds()


def read_unless_front_matter_fails(folder: Path, name: str, text: str) -> Article | None:
    from generator.errors import StandfirstError

    try:
        return read_bytes(folder, name, text.encode())
    except StandfirstError:
        if not text.startswith("---"):
            raise
        return None


def test_the_real_seed_is_taken_apart() -> None:
    seed = next((Path(__file__).parent.parent / "seeds").glob("000_*.txt"))
    article = read(seed, seed.name, most_bytes=MOST_BYTES, lang="en")
    assert article is not None
    assert article.headline is not None
    assert article.headline.text.startswith("Putin and Xi Jingping")
    assert (article.credit, article.agency, article.source) == ("Mikhail Metzel / Imago", "dpa", "site-111")
    assert article.standfirst is not None
    assert article.standfirst.text.startswith("Ahead of the opening")
    assert article.caption.startswith("After several virtual meetings")
    assert len(article.paragraphs) == 6
    assert article.paragraphs[0].text.startswith("Against the background")
    assert_spans_fold(article)
