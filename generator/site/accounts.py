"""Whose account the key points of a page are."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from generator.pages import Page, normal
from generator.site.captions import account
from generator.site.safe import safe
from generator.site.standing import items
from generator.site.tags import Tag


class Account(NamedTuple):
    """Whose account a key point is, HTML-safe ("according to Kyiv"), and whether the point itself names the party."""

    told: str = ""  # empty for what the article says in its own name
    is_named: bool = False


def accounts(page: Page, record: Mapping[str, Any], speakers: Mapping[str, Tag]) -> Iterator[Account]:
    """Yield whose account each item of the list is that opens a page.

    Only a point as the machine has it is one; `speakers` are the page's actors by their names.
    """
    spans = [tuple(span) for span in record.get("spans", ())]
    claims = {tuple(claim["span"]): claim for claim in record.get("claims", ())}
    points = dict(zip(normal(tuple(record.get("summary", ()))), spans, strict=False))
    for item in normal(items(page.body)):
        claim = claims.get(points.get(item, ()))
        yield _account(item, safe(claim["party"]), safe(claim["channel"]), speakers) if claim else Account()


def _account(item: str, party: str, channel: str, speakers: Mapping[str, Tag]) -> Account:
    actor = speakers.get(party)
    names = {party, *((actor.name, *actor.aliases) if actor else ())}
    if actor and actor.kind == "person":
        names |= {name.split()[-1] for name in names}
    return Account(account(actor.name if actor else party, channel), any(_names(item, name) for name in names))


def _names(item: str, name: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", safe(item), re.IGNORECASE))
