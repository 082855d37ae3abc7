"""HTML seeds to the parts of an article."""

import logging
import re
from dataclasses import replace

import trafilatura

from generator.model import Fragment
from generator.reading.assemble import assemble
from generator.reading.block import Block, Kind
from generator.reading.chosen import chosen
from generator.reading.fold import cut, unplaced
from generator.reading.front import same_words
from generator.reading.markup import Stretch, stretches
from generator.reading.metadata import metadata
from generator.reading.parts import Parts
from generator.reading.site_name import without_site

# trafilatura's second opinions take time that grows with the square of the tags (46 s for 40,000), so a page with more
# goes without them; its first opinion does so too on a hostile page, so a page with very many goes without it.
_LARGE = 6_000
_MOST_TAGS = 40_000
_HUGE_TAG = re.compile(r"<[^<>]{20000}")  # lxml, too, takes the square of the attributes of one tag
_MOST_FIRST_HEADINGS = 4
_HEAD = 100_000  # characters
# They speak on standard error about every page they find odd.
for _name in ("trafilatura", "htmldate", "courlan", "justext"):
    logging.getLogger(_name).setLevel(logging.CRITICAL + 1)


def read_html(text: str, _name: str = "") -> Parts:
    """Take the text of an `.html` seed apart.

    trafilatura says which text is the article's; the blocks come from our own scan, which knows their places.
    """
    found = list(stretches(text, 0, len(text)))
    visible = [stretch for stretch in found if not stretch.is_page_title]
    tags = text.count("<")
    is_hostile = tags > _MOST_TAGS or _HUGE_TAG.search(text) is not None
    kept = chosen(visible, "" if is_hostile else _extracted(text, is_large=tags > _LARGE))
    known = metadata(_head(text) if is_hostile else text)
    headline = _placed_headline(found, _without_site(known, visible))
    standfirst = _placed_standfirst(visible, kept, known.standfirst)
    return assemble(kept, replace(known, headline=headline, standfirst=standfirst))


def _extracted(text: str, *, is_large: bool) -> str:
    try:
        return trafilatura.extract(text, output_format="txt", fast=is_large, include_comments=False) or ""
    except Exception:  # noqa: BLE001 - whatever a hostile page does to it, our own blocks remain
        return ""


def _head(text: str) -> str:
    return text[:_HEAD].partition("</head>")[0]


def _without_site(known: Parts, visible: list[Stretch]) -> Fragment | None:
    if known.headline is None:
        return None
    first = [stretch.block.text for stretch in visible if stretch.block.kind == Kind.TITLE and not stretch.is_aside]
    return unplaced(without_site(known.headline.text, known.source, first[:_MOST_FIRST_HEADINGS]))


def _placed_headline(found: list[Stretch], headline: Fragment | None) -> Fragment | None:
    """Return the headline where it stands on the page, in the page's title, or nowhere as such."""
    if headline is None:
        return None
    for stretch in sorted(found, key=lambda stretch: stretch.block.kind != Kind.TITLE):
        if not stretch.is_page_title and same_words(stretch.block.text, headline.text):
            return stretch.block.fragment
    title = next((stretch.block.fragment for stretch in found if stretch.is_page_title), None)
    at = title.text.find(headline.text) if title else -1
    return cut(title, at, at + len(headline.text)) if title and at >= 0 else headline


def _placed_standfirst(visible: list[Stretch], kept: list[Block], standfirst: Fragment | None) -> Fragment | None:
    """Return the description with its place if it stands on the page outside the running text."""
    if standfirst is None:
        return None
    running = {id(block) for block in kept if block.kind != Kind.HEADING}
    for stretch in visible:
        if same_words(stretch.block.text, standfirst.text):
            return unplaced(standfirst.text) if id(stretch.block) in running else stretch.block.fragment
    return standfirst
