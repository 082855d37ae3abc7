import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from language_article import article, split_up

from generator.language import Parse, has_model, lemmatize, load, model_name, parse, sentences
from generator.language.parsing import CHUNK_CHARACTERS, MODEL_CHARACTERS, chunks

if TYPE_CHECKING:
    from spacy.tokens import Doc

TEXTS = [
    "President George W. Bush met Wang Yi in Beijing on Friday. They talked.",
    "Yes.",
    "Apple Inc. shares fell by 5 percent on Monday, analysts at Reuters said.\n\nThe Dow Jones lost 3 points.",
    "“Why now?” Vladimir Putin asked. TASS reported it.\n\n“We are friends,” Xi Jinping said in Beijing.",
]


def _told(doc: "Doc") -> list[tuple[str, bool | None, str, str, int]]:
    return [(token.text, token.is_sent_start, token.tag_, token.ent_type_, token.head.i) for token in doc]


def test_importing_language_does_not_import_spacy() -> None:
    code = "import sys, generator.language as language; language.model_name('en'); print('spacy' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "False\n"


@pytest.mark.parametrize("lang", ["", "xx", "tlh", "../en", "ja", "en_core_web_md", "de", "EN-gb"])
def test_every_language_code_gets_a_pipeline(lang: str) -> None:
    assert load(lang).pipe_names
    assert model_name(lang)


def test_english_has_a_model_whose_name_needs_no_loading() -> None:
    assert has_model("en")
    assert not has_model("de")
    assert model_name("en") == "{lang}_{name} {version}".format(**load("en").meta)


def test_a_parse_does_not_hang_on_its_neighbours() -> None:
    articles = [article(text) for text in TEXTS]
    together = [[_told(doc) for doc in parsed.paragraphs] for _, parsed in parse(articles)]
    alone = [[_told(doc) for doc in next(iter(parse([one])))[1].paragraphs] for one in articles]
    assert together == alone


def test_headline_and_standfirst_are_parsed_apart_from_the_paragraphs() -> None:
    ((_, parsed),) = parse([article("A body.", headline="A headline", standfirst="A standfirst.")])
    assert [str(doc) for doc in (parsed.headline, parsed.standfirst, *parsed.paragraphs)] == [
        "A headline",
        "A standfirst.",
        "A body.",
    ]


@pytest.mark.parametrize(
    "text", [*TEXTS, "", "\n\n".join(TEXTS) * 40, "Ships left. " * 500 + "){[ " * 2000 + "They met."]
)
@pytest.mark.parametrize("lang", ["en", "de"])
def test_words_and_lemmas_are_those_of_a_whole_parse(text: str, lang: str) -> None:
    one = article(text, lang, headline="Ministers met in Beijing", standfirst="They talked.")
    ((_, whole),) = parse([one])
    assert _lemmas(lemmatize(one)) == _lemmas(whole)
    assert load(lang).disabled == [name for name in load(lang).disabled if name == "senter"]


def _lemmas(parsed: Parse) -> list[list[tuple[str, str]]]:
    found = (parsed.headline, parsed.standfirst, *parsed.paragraphs)
    return [[(token.text, token.lemma_) for token in doc] for doc in found if doc is not None]


def test_an_article_without_text_has_no_sentences() -> None:
    ((made, parsed),) = parse([article("")])
    assert sentences(made, parsed) == ()


@given(st.text(max_size=50), st.integers(1, 400))
def test_chunks_are_the_text(text: str, times: int) -> None:
    pieces = list(chunks(text * times))
    assert "".join(pieces) == text * times
    assert max(map(len, pieces)) <= CHUNK_CHARACTERS


def test_a_paragraph_beyond_what_the_model_reads_is_still_split() -> None:
    text = "Vladimir Putin met Mr. Xi in Beijing. " * (MODEL_CHARACTERS // 30)
    ((made, parsed),) = parse([article(text.strip())])
    assert str(parsed.paragraphs[0]) == made.text
    assert {sentence.text for sentence in sentences(made, parsed)} == {"Vladimir Putin met Mr. Xi in Beijing."}


@pytest.mark.parametrize("mark", ["(", '"', "“a. ", "a.", ". ", "' a", "\x00", "é́ "])
def test_a_hostile_paragraph_ends_in_time(mark: str) -> None:
    assert split_up(article((mark * 10_000).strip()))
