"""Whose account key points are, by what the machine says now and by what it said of those that a page still shows."""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from generator.pages.fieldvalues import digest, normal
from generator.pages.page import Page
from generator.pages.shown import shown
from generator.pages.state import Account, State

Accounts: TypeAlias = Mapping[str, Account]


def claims_of(state: State) -> Iterator[tuple[str, Account]]:
    """Yield the sentences of the article that are a party's account, normalised, with whose they are."""
    record = state.briefing
    chosen = zip(map(tuple, record.get("spans", ())), record.get("summary", ()), strict=False)
    texts: dict[tuple[int, ...], str] = dict(chosen)
    for claim in record.get("claims", ()):
        if text := claim.get("text") or texts.get(tuple(claim["span"])):
            yield " ".join(normal((text,))), Account(claim["party"], claim["channel"])


def accounts_of(state: State) -> Accounts:
    """Return whose account the article's sentences are, now or when they were key points before, by their digests."""
    return {**state.reported, **{digest(text): account for text, account in claims_of(state)}}


def still_reported(page: Page, before: State | None, now: State) -> Accounts:
    """Return the accounts of those key points of a page that the machine chose before and no longer chooses."""
    known = accounts_of(before) if before else {}
    found = (digest(one.text) for one in shown(page.body, lambda text: digest(text) in known))
    chosen = {digest(point) for point in normal(tuple(now.briefing["summary"]))}
    return {point: known[point] for point in found if point in known and point not in chosen}
