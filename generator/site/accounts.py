"""Whose account the key points of a page are."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.lint import contains, is_like
from generator.pages import Account, Attribution, Shown, State, accounts_of, claims_of, digest
from generator.site.captions import account
from generator.site.safe import safe
from generator.site.standing import is_reworded
from generator.site.tags import Tag

_JOINTS = re.compile(r"(, | and )")
_WORD = re.compile(r"[^\W_]+")


def accounts(
    points: Sequence[Shown], state: State | None, speakers: Mapping[str, Tag], given: Sequence[Attribution]
) -> Iterator[str]:
    """Yield whose account each key point is, HTML-safe ("claim: Kyiv"); "" for the article's.

    That is a sentence as the article has it, or had it once, or as a person changed it who still names the party.
    `speakers` are the page's actors by their names; `given` says, by a person's word, whose quotes are.
    """
    known = accounts_of(state) if state else {}
    claimed = list(claims_of(state)) if state else []
    for point in points:
        claim = known.get(digest(point.text)) or _reworded(point.text, claimed)
        if claim and (own := next((one for one in given if contains(point.text, one.text)), None)):
            claim = replace(claim, party=own.speaker) if own.speaker else None
        yield _account(safe(claim.party), safe(claim.channel), speakers) if claim else ""


def _reworded(item: str, claimed: "list[tuple[str, Account]]") -> Account | None:
    """Return whose account a point is that holds a claim or is one in like words, its party among them."""
    words = set(_WORD.findall(item.casefold()))
    for text, claim in claimed:
        named = words.issuperset(_WORD.findall(claim.party.casefold())[-1:])
        if text.rstrip(" .") in item or (named and (is_reworded(item, text) or is_like(item, text))):
            return claim
    return None


def _account(party: str, channel: str, speakers: Mapping[str, Tag]) -> str:
    """Return the mark of a claim, each of several parties ("Kyiv and Warsaw") by the name that its page has."""
    parties = [party] if party in speakers else _JOINTS.split(party)
    called = "".join(speakers[one].name if one in speakers else one for one in parties)
    return account(called, channel)
