"""Whose account the key points of a page are."""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.pages import Page, normal
from generator.site.captions import account
from generator.site.safe import safe
from generator.site.standing import items
from generator.site.tags import Tag


def accounts(page: Page, record: Mapping[str, Any], speakers: Mapping[str, Tag]) -> Iterator[str]:
    """Yield what marks each item of the list that opens a page, "" for what the article says in its own name.

    Only a point as the machine has it is marked; `speakers` are the page's actors by their names.
    """
    spans = [tuple(span) for span in record.get("spans", ())]
    claims = {tuple(claim["span"]): claim for claim in record.get("claims", ())}
    points = dict(zip(normal(tuple(record.get("summary", ()))), spans, strict=False))
    for item in normal(items(page.body)):
        claim = claims.get(points.get(item, ()))
        party = safe(claim["party"]) if claim else ""
        shown = speakers[party].name if party in speakers else party
        yield account(shown, safe(claim["channel"])) if claim else ""
