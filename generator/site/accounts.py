"""Whose account the key points of a page are."""

from collections.abc import Iterator, Mapping

from generator.pages import Page, State, accounts_of, digest
from generator.site.captions import account
from generator.site.safe import safe
from generator.site.standing import items
from generator.site.tags import Tag


def accounts(page: Page, state: State | None, speakers: Mapping[str, Tag]) -> Iterator[str]:
    """Yield whose account each item of the list is that opens a page, HTML-safe ("claim: Kyiv"); "" for the article's.

    Only a point as the machine has it, or had it once, is one; `speakers` are the page's actors by their names.
    """
    known = accounts_of(state) if state else {}
    for item in items(page.body):
        claim = known.get(digest(item))
        yield _account(safe(claim.party), safe(claim.channel), speakers) if claim else ""


def _account(party: str, channel: str, speakers: Mapping[str, Tag]) -> str:
    actor = speakers.get(party)
    return account(actor.name if actor else party, channel)
