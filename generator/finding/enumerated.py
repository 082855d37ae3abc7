"""Bodies that are named after several fields: "Bureau of Alcohol, Tobacco and Firearms"."""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from generator.finding.acronyms import bracketed
from generator.finding.mention import Mention
from generator.finding.names import bounds, is_name, precedes_name
from generator.finding.parts import Part
from generator.finding.words import words
from generator.language import is_plain_word
from generator.registry import Registry, fold, key

if TYPE_CHECKING:
    from spacy.tokens import Doc

_FIELD = r"[A-Z][\w’'-]{,30}[a-z]\b(?: [A-Z][\w’'-]{,30}[a-z]\b){,4}"
_FIELDS = frozenset({"services"})  # as in "Department of Children and Family Services"
_WORD = re.compile(r"(\S+)\s+")


def enumerated(number: int, part: Part, registry: Registry) -> Iterator[Mention]:
    """Yield bodies of several fields, which parsers cut at the comma or at "and"."""
    if part.unreliable or " and " not in part.text:
        return
    for found in _pattern().finditer(part.text):
        begins = _behind_title(part.text, found.start(), found.start("head"))
        start, end = bounds(part.text, begins, found.end(), registry, person=False)
        apart = _is_another(found["last"], registry) or _stands_alone(part.doc, *found.span("last"))
        if end != found.end() or apart or not is_name(part.text[start:end], registry, person=False):
            continue
        short = bracketed(part.text, end)
        called = part.text[slice(*short)] if short else ""
        yield Mention(number, start, end, part.text[start:end], "ORG", hint="organisation", short=called)
        if short:
            yield Mention(number, *short, called, "ORG")


@cache
def _pattern() -> re.Pattern[str]:
    heads = "|".join(sorted(word.capitalize() for word in words().enumerating))
    head = rf"(?:(?:[A-Z][\w-]{{,30}}|(?:[A-Z]\.){{1,4}}) ){{,5}}(?P<head>{heads})"
    fields = rf"{_FIELD}(?:, {_FIELD}){{,6}},? and (?P<last>{_FIELD})"
    return re.compile(rf"(?<![\w.]){head} (?:of|for|on) (?:the )?{fields}(?! of\b)")


def _behind_title(text: str, start: int, head: int) -> int:
    """Return where a name begins behind the title of whom it is named after: "Archbishop" before "Arvid Centre"."""
    title, name = [*_WORD.finditer(text, start, head), None, None][:2]
    named = name is not None and fold(name.group(1)) in words().given
    return title.end() if title and named and precedes_name(title.group(1)) else start


def _is_another(last: str, registry: Registry) -> bool:
    """Tell whether what stands behind "and" is somebody else: "Department of Justice and Congress"."""
    folded = key(last)
    known = registry.get(last) or registry.demonym(folded[0])
    is_body = folded[-1] in words().organisation_words - _FIELDS
    return known is not None or is_body or folded[0] in words().given


def _stands_alone(doc: "Doc", start: int, end: int) -> bool:
    """Tell whether a parser takes one word behind "and" for a name of its own."""
    alone = (one[0] for one in doc.ents if (one.start_char, one.end_char) == (start, end) and len(one) == 1)
    return not all(map(is_plain_word, alone))
