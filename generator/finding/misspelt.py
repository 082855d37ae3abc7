"""Names one slip off one that the registry knows and the article has, too: "European Commision"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.finding.forms import form_key
from generator.finding.mention import Mention
from generator.finding.spelling import likely_slip


def put_right(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the mentions; a name of several words that is one slip off a known one means that one."""
    known = {name: one.entry for one in mentions if one.entry and len(name := form_key(one.name)) > 1}
    for one in mentions:
        name = form_key(one.called)
        right = None if one.entry else next((other for other in known if likely_slip(name, other)), None)
        yield replace(one, entry=known[right]) if right else one
