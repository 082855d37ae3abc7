"""The marks by which agencies sign: (dpa), [Reuters], /TASS/, (dpa/AFP)."""

import re
from collections.abc import Mapping
from functools import cache

from generator.lists import shipped
from generator.reading.words import key

_PARTS = re.compile(r"\s*(?:[/,;&+|]|\bund\b|\band\b)\s*")
_INITIALS = re.compile(r"[a-zäöüß]{2,5}\.?(?:[/, ]+[a-zäöüß]{2,5}\.?)*")
_CODE = re.compile(r"[a-zäöü]{2,4}\.?")
_WIRE_CODE = re.compile(
    r"©?\s?(?P<agency>dpa|sda|apa|afp|epd|kna|awp)(?:(?:-\w+)?,\s?\w+:\S+|(?:[ /]+[a-z]{2,3}\d?){1,7})", re.IGNORECASE
)
_TRAILING = re.compile(
    r"(?:[.!?…]['\"”\u2019»)]*|['\"”\u2019»])(?P<mark>\s*(?:[(\[](?P<inside>[^()\[\]]{2,40})[)\]]|[/©]\s?(?P<bare>[\w-]{2,12})|(?<=\s)(?P<word>[\w-]{2,12})(?:\s[A-Z]{2,4}){0,6})\.?)$"
)


@cache
def _names(group: str) -> Mapping[str, str]:
    lists = shipped("reading/lists/agencies.yml")[group]
    return {key(form): name for name, forms in lists.items() for form in (name, *forms)}


def agency(name: str) -> str:
    """Return the usual form of a news agency's name, or the empty string."""
    return _names("news").get(key(name), "")


@cache
def names_in(script: str) -> tuple[str, ...]:
    """Return the names of news agencies with a character of a script (a class of characters), longest first."""
    named = (name for name in _names("news") if re.search(script, name))
    return tuple(sorted(named, key=lambda name: (-len(name), name)))


def signs_pictures(name: str) -> bool:
    """Return whether pictures are credited to this name: a picture agency or a news agency."""
    return key(name) in _names("pictures") or key(name) in _names("news")


def is_picture_agency(name: str) -> bool:
    """Return whether the name is that of a source of pictures only."""
    return key(name) in _names("pictures")


def mark(inside: str) -> str:
    """Return the agencies that the inside of a mark names ("dpa/AFP"), or the empty string if it is no mark."""
    if whole := agency(inside):
        return whole
    parts = [part for part in _PARTS.split(inside.strip(" .")) if part]
    named = [agency(part) for part in parts]
    if all(name or _CODE.fullmatch(part) for name, part in zip(named, parts, strict=True)):
        return "/".join(dict.fromkeys(filter(None, named)))
    return ""


def bare_agency(text: str) -> str:
    """Return the agency of a block that is its name without brackets or strokes: "Reuters", "© dpa"."""
    name = re.sub(r"^(?:©|\(c\))\s*", "", text.strip(" .=-\u2013—"), flags=re.IGNORECASE)
    return agency(name) if name[:1].isalpha() and name[-1:].isalpha() else ""


def is_initials(inside: str) -> bool:
    """Return whether the inside of brackets may be a writer's initials: "abc", "jan./nzz"."""
    return _INITIALS.fullmatch(inside) is not None


def whole_mark(text: str) -> str:
    """Return the agencies of a block that is nothing but a mark: "(dpa)", "© dpa", "dpa/abc", "/TASS/"."""
    if len(text) > 60:  # noqa: PLR2004
        return ""
    bare = text.strip(" .")
    if coded := _WIRE_CODE.fullmatch(bare):
        return agency(coded["agency"])
    inside = re.sub(r"^(?:[(\[/]+|©|\(c\)|copyright)\s*|\s*[)\]/]+$", "", bare, flags=re.IGNORECASE)
    if inside == bare and not ("/" in bare and bare[:1].islower()):
        return ""
    return mark(re.sub(r"^\d{4}\s+", "", inside))


def trailing_mark(text: str) -> tuple[int, str]:
    """Return where an agency's mark behind the last sentence starts, and its agencies; (len(text), "") without one."""
    base = max(0, len(text) - 60)
    match = _TRAILING.search(text[base:])
    names = (mark(match["inside"] or match["bare"] or "") or agency(match["word"] or "")) if match else ""
    return (base + match.start("mark"), names) if match and names else (len(text), "")
