"""By-names of people: "Emil Bergfeld, known as Flint"."""

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.finding.forms import Form, Key, form_key
from generator.finding.parts import Part

_CALLED = re.compile(
    r"(?:,| \(|,? who is| –)? (?:(?:also|better|best|widely|commonly|popularly|otherwise|simply) )?"
    r"(?:known (?:simply |to \w+ )?as|nicknamed|dubbed|alias|a\.?k\.?a\.?) [\"“‘']?(?=[A-Z])"
)
_NAME = re.compile(r"(?:[A-Z][\w’-]*)(?: [A-Z][\w’-]*){0,2}")


def bynames(parts: Sequence[Part], found: Mapping[Key, Form]) -> dict[Key, tuple[Key, ...]]:
    """Return for the spellings that are somebody's by-name the full name before which it stands."""
    linked: dict[Key, tuple[Key, ...]] = {}
    for name, form in found.items():
        if form.kind == "person" and len(name) > 1:
            for byname in _told(parts, form):
                if byname in found and byname != name:
                    linked.setdefault(byname, (name,))
    return {byname: full for byname, full in linked.items() if full[0] not in linked}


def _told(parts: Sequence[Part], form: Form) -> Iterator[Key]:
    for mention in form.mentions:
        text = parts[mention.part].text
        if (called := _CALLED.match(text, mention.end)) and (name := _NAME.match(text, called.end())):
            yield form_key(name.group())
