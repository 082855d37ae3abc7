"""Whose account key points are, by what the machine says now and by what it said of those that a page still shows."""

from collections.abc import Mapping
from typing import TypeAlias

from generator.pages.fieldvalues import digest, normal
from generator.pages.page import Page
from generator.pages.shown import shown
from generator.pages.state import Account, State

Accounts: TypeAlias = Mapping[str, Account]


def accounts_of(state: State) -> Accounts:
    """Return whose account the key points are that the machine chose, now or before, by their digests."""
    record = state.briefing
    claims = {tuple(claim["span"]): Account(claim["party"], claim["channel"]) for claim in record.get("claims", ())}
    chosen = zip(normal(tuple(record.get("summary", ()))), map(tuple, record.get("spans", ())), strict=False)
    return {**state.reported, **{digest(point): claims[span] for point, span in chosen if span in claims}}


def still_reported(page: Page, before: State | None, now: State) -> Accounts:
    """Return the accounts of those key points of a page that the machine chose before and no longer chooses."""
    known = accounts_of(before) if before else {}
    found = (digest(one.text) for one in shown(page.body, lambda text: digest(text) in known))
    chosen = {digest(point) for point in normal(tuple(now.briefing["summary"]))}
    return {point: known[point] for point in found if point in known and point not in chosen}
