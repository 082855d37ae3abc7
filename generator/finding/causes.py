"""Bodies that are called by what they ask for: "activists of Save the Tigris"."""

import re
from collections.abc import Iterator

from generator.finding.mention import Mention
from generator.finding.parts import Part

_CAUSE = re.compile(
    r"(?:(?<=[a-z,] )(?<!to )|(?<![^.!?”\"] )(?=[^.]{8,60} (?:said|says|called|calls|wants|warned|is|has|will)\b))"
    r"(?:Defend|End|Free|Keep|Protect|Reclaim|Save|Stop) (?:the|[Oo]ur) [A-Z][\w’'-]{1,30}(?: [A-Z][\w’'-]{1,30}){,3}"
)


def causes(number: int, part: Part) -> Iterator[Mention]:
    """Yield names that begin with such a verb and its capital inside a sentence, where capitals tell anything."""
    if not part.unreliable:
        for found in _CAUSE.finditer(part.text):
            yield Mention(number, found.start(), found.end(), found.group(), "ORG", hint="organisation")
