"""An article made of paragraphs alone, and its sentences."""

from generator.language import parse, sentences
from generator.model import Article, Fragment, Sentence

PARAGRAPH_BREAK = "\n\n"


def article(text: str, lang: str = "en", headline: str = "", standfirst: str = "") -> Article:
    paragraphs, start = [], 0
    for part in text.split(PARAGRAPH_BREAK):
        paragraphs.append(Fragment(part, tuple(range(start, start + len(part)))))
        start += len(part) + len(PARAGRAPH_BREAK)
    return Article(
        seed="case.txt",
        sha256="0" * 64,
        text=text,
        headline=Fragment(headline, ()) if headline else None,
        standfirst=Fragment(standfirst, ()) if standfirst else None,
        paragraphs=tuple(paragraphs),
        caption="",
        credit="",
        byline="",
        agency="",
        dateline="",
        source="",
        lang=lang,
        date=None,
    )


def split_up(article: Article) -> tuple[Sentence, ...]:
    ((_, parsed),) = parse([article])
    return sentences(article, parsed)
