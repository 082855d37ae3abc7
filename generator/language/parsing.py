"""Articles parsed by spaCy, one `Doc` for each fragment."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import compress, islice
from typing import TYPE_CHECKING

from generator.language.models import load
from generator.model import Article, Fragment

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# spaCy takes up to 1 GB for 100,000 characters parsed at once; these keep a batch below that.
CHUNK_CHARACTERS = 5_000
BATCH_CHARACTERS = 100_000
BATCH_TEXTS = 64  # larger batches are no faster
# No article is longer, and a model needs minutes for a seed of two megabytes.
MODEL_CHARACTERS = 100_000
PROSE = 0.6  # share of letters, digits and spaces; English prose has 0.97, and a model learns nothing from brackets

_NOT_FOR_WORDS = {"parser", "senter", "ner"}  # of a pipeline
_TOKEN = re.compile(r"(\S+|\s)( ?)")
_SENTENCE_END = re.compile(r"[.!?][^\w\s]?\s+")


@dataclass(frozen=True, slots=True)
class Parse:
    """An article's fragments parsed: offsets of a `Doc` are offsets into its fragment's `text`."""

    headline: "Doc | None"
    standfirst: "Doc | None"
    paragraphs: "tuple[Doc, ...]"


def parse(articles: Iterable[Article]) -> Iterator[tuple[Article, Parse]]:
    """Parse articles one after the other, as they are asked for.

    Batches never reach over the end of an article: the shape of a batch moves the last bits of the
    model's numbers, so an article's parse must not hang on the articles that stand beside it.
    """
    for article in articles:
        yield article, _parse_one(article, load(article.lang))


def lemmatize(article: Article) -> Parse:
    """Return an article's words with their lemmas, as `parse` has them, without sentences and entities."""
    nlp = load(article.lang)
    with nlp.select_pipes(disable=[name for name in nlp.pipe_names if name in _NOT_FOR_WORDS]):
        return _parse_one(article, nlp)


def _parse_one(article: Article, nlp: "Language") -> Parse:
    present = [part for part in (article.headline, article.standfirst, *article.paragraphs) if part is not None]
    docs = _parse_fragments(present, nlp)
    headline = next(docs) if article.headline else None
    standfirst = next(docs) if article.standfirst else None
    return Parse(headline, standfirst, tuple(docs))


def _parse_fragments(fragments: Iterable[Fragment], nlp: "Language") -> "Iterator[Doc]":
    chunked = [tuple(chunks(fragment.text)) for fragment in fragments]
    flat = [chunk for pieces in chunked for chunk in pieces]
    read = list(_are_read(flat))
    longest = max(map(len, flat), default=0)
    batch = min(BATCH_TEXTS, BATCH_CHARACTERS // max(longest, 1))
    parsed = nlp.pipe(compress(flat, read), batch_size=batch)
    docs = (next(parsed) if is_read else _unread(chunk, nlp) for chunk, is_read in zip(flat, read, strict=True))
    for pieces in chunked:
        yield _join(list(islice(docs, len(pieces))))


def _are_read(texts: Iterable[str]) -> Iterator[bool]:
    """Tell which texts a model reads: prose, up to the length of the longest articles."""
    length = 0
    for text in texts:
        length += len(text)
        letters = sum(map(str.isalnum, text)) + text.count(" ")
        yield length <= MODEL_CHARACTERS and letters >= PROSE * len(text) > 0


def _unread(text: str, nlp: "Language") -> "Doc":
    """Return a `Doc` of one sentence whose words, cut at spaces, all hang on the first; it has no entities."""
    from spacy.tokens import Doc

    tokens = _TOKEN.findall(text)
    return Doc(
        nlp.vocab,
        words=[word for word, _ in tokens],
        spaces=[bool(space) for _, space in tokens],
        heads=[0] * len(tokens),
        deps=["ROOT" if index == 0 else "dep" for index in range(len(tokens))],
    )


def _join(docs: "list[Doc]") -> "Doc":
    if len(docs) == 1:
        return docs[0]
    return type(docs[0]).from_docs(docs, ensure_whitespace=False, exclude=["tensor"])  # type: ignore[call-arg]  # not in spaCy's stub


def chunks(text: str) -> Iterator[str]:
    """Cut a text into pieces a model can hold, behind a sentence where possible, else behind a word."""
    start = 0
    while len(text) - start > CHUNK_CHARACTERS:
        end = _cut(text, start, start + CHUNK_CHARACTERS)
        yield text[start:end]
        start = end
    yield text[start:]


def _cut(text: str, start: int, end: int) -> int:
    half = (start + end) // 2
    sentence_ends = [match.end() for match in _SENTENCE_END.finditer(text, half, end)]
    if sentence_ends:
        return sentence_ends[-1]
    space = text.rfind(" ", half, end)
    return space + 1 if space >= 0 else end
