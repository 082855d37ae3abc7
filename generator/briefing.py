"""Make a briefing of an article: the one function that everything else serves."""

import hashlib

from generator import finding, language, summarising
from generator.finding import FindTopics
from generator.language import Parse
from generator.model import Article, Briefing
from generator.registry import Registry
from generator.settings import Settings

LONGEST_TITLE = 300  # characters; on news the longest headline has 261
LONGEST_DESCRIPTION = 1_000
LONGEST_NAME = 200  # of a source or agency


def brief(article: Article, parse: Parse, registry: Registry, find_topics: FindTopics, settings: Settings) -> Briefing:
    """Return what the machine says about `article`, whose fragments `parse` holds."""
    sentences = language.sentences(article, parse)
    opening = _opening(article, parse)
    known = summarising.known(article, parse, opening, sentences)
    summary = summarising.summarise(article, sentences, name=settings.summariser, count=_asked(settings), known=known)
    actors = finding.find_actors(article, parse, registry)
    weighed = find_topics.weigh(article, parse)
    matter = summarising.Matter(article, parse, sentences, summary, actors, known.unfit)
    title = summarising.entitle(matter) or article.seed
    quotes = finding.find_quotes(article, parse, actors, registry)
    claims = finding.find_claims(article, parse, actors, registry, sentences)
    return Briefing(
        id=briefing_id(article.seed),
        seed=article.seed,
        sha256=article.sha256,
        title=_shortened(title, LONGEST_TITLE),
        description=_shortened(summarising.describe(matter, opening, title), LONGEST_DESCRIPTION),
        summary=summary,
        actors=finding.with_resolved(article, parse, actors, quotes, claims, registry),
        sources=finding.find_sources(article, parse, registry),
        topics=find_topics.choose(article, weighed),
        quotes=quotes,
        lang=article.lang,
        source=_shortened(article.source, LONGEST_NAME),
        agency=_shortened(finding.signed(article.agency, registry), LONGEST_NAME),
        date=article.date,
        claims=claims,
        weighed=weighed,
    )


def _asked(settings: Settings) -> int | summarising.Fill | None:
    return summarising.Fill(settings.words) if settings.words else settings.sentences


def briefing_id(seed: str) -> str:
    """Return the id of the briefing of a seed: twelve hexadecimal digits from its path below the seeds folder."""
    return hashlib.sha256(seed.encode(errors="surrogateescape")).hexdigest()[:12]


def _opening(article: Article, parse: Parse) -> str:
    """Return the first sentence of the standfirst, "" for an article without one and where it is the headline again."""
    if article.standfirst is None or parse.standfirst is None:
        return ""
    first = language.first_sentence(article.standfirst, parse.standfirst)
    return "" if article.headline and summarising.says(first, article.headline.text) else first


def _shortened(text: str, most: int) -> str:
    """Return the text, cut at a word if it has more than `most` characters: cards and lists show it whole."""
    if len(text) <= most:
        return text
    space = text.rfind(" ", most // 2, most)
    return text[: space if space > 0 else most - 1].rstrip() + "…"
