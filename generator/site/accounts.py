"""Whose account the key points of a page are."""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.pages import Page, normal
from generator.site.captions import account
from generator.site.safe import safe
from generator.site.standing import items
from generator.site.tags import Tag


def accounts(page: Page, record: Mapping[str, Any], speakers: Mapping[str, Tag]) -> Iterator[str]:
    """Yield whose account each item of the list is that opens a page, HTML-safe ("claim: Kyiv"); "" for the article's.

    Only a point as the machine has it is one; `speakers` are the page's actors by their names.
    """
    spans = [tuple(span) for span in record.get("spans", ())]
    claims = {tuple(claim["span"]): claim for claim in record.get("claims", ())}
    points = dict(zip(normal(tuple(record.get("summary", ()))), spans, strict=False))
    for item in normal(items(page.body)):
        claim = claims.get(points.get(item, ()))
        yield _account(safe(claim["party"]), safe(claim["channel"]), speakers) if claim else ""


def _account(party: str, channel: str, speakers: Mapping[str, Tag]) -> str:
    actor = speakers.get(party)
    return account(actor.name if actor else party, channel)
