"""The marks by which agencies sign: (dpa), [Reuters], /TASS/, (dpa/AFP)."""

import re
from collections.abc import Mapping
from functools import cache

from generator.lists import shipped
from generator.reading.words import key

_PARTS = re.compile(r"\s*(?:[/,;&+|]|\b(?:und|and|et|y)\b)\s*")
_INITIALS = re.compile(r"[a-zäöüß]{2,5}\.?(?:[/, ]+[a-zäöüß]{2,5}\.?)*")
_CODE = re.compile(r"[a-zäöü]{2,4}\.?|[a-z]{2,6}-\d{1,4}")
_WIRE_CODE = re.compile(
    r"©?\s?(?P<agency>dpa|sda|apa|afp|epd|kna|awp)(?:(?:-\w+)?,\s?\w+:\S+|(?:[ /]+[a-z]{2,3}\d?){1,7})", re.IGNORECASE
)
_TRAILING = re.compile(
    r"(?:[.!?…]['\"”\u2019»)]*|['\"”\u2019»])(?P<mark>\s*(?:[(\[](?P<inside>[^()\[\]]{2,40})[)\]]|[/©]\s?(?P<bare>[\w-]{2,12})|(?<=\s)(?P<word>[\w-]{2,12}(?:/[\w-]{2,12}){0,3})(?:\s[A-Z]{2,4}){0,6})\.?)$"
)

_LONGEST_MARK = 60  # characters


@cache
def _names(group: str) -> Mapping[str, str]:
    lists = shipped("reading/lists/agencies.yml")[group]
    return {key(form): name for name, forms in lists.items() for form in (name, *forms)}


@cache
def _words() -> Mapping[str, tuple[str, ...]]:
    """Return the agencies whose name is also a word or a place, with the spellings in which it is not."""
    lists = shipped("reading/lists/agencies.yml")
    return {name: (name, *lists["news"][name]) for name in lists["words"]}


def agency(name: str) -> str:
    """Return the usual form of a news agency's name, or the empty string."""
    found = _names("news").get(key(name), "")
    return found if any(form in name for form in _words().get(found, ("",))) else ""


def is_only_agency(name: str) -> bool:
    """Return whether a name is a news agency's and neither a place nor a word: "Reuters", not "Petra" or "MAP"."""
    return agency(name) not in {"", *_words()}


@cache
def names_in(script: str) -> tuple[str, ...]:
    """Return the names of news agencies with a character of a script (a class of characters), longest first."""
    named = (name for name in _names("news") if re.search(script, name))
    return tuple(sorted(named, key=lambda name: (-len(name), name)))


def signs_pictures(name: str) -> bool:
    """Return whether pictures are credited to this name: a picture agency or a news agency."""
    return key(name) in _names("pictures") or agency(name) != ""


def is_picture_agency(name: str) -> bool:
    """Return whether the name is that of a source of pictures only."""
    return key(name) in _names("pictures")


def joint(text: str) -> str:
    """Return the agencies of a text that names nothing else ("AP", "AP/Reuters", "ANSA-AFP"), or the empty string."""
    if whole := agency(text):
        return whole
    if len(text) > _LONGEST_MARK:
        return ""
    for parts in (_PARTS.split(text), text.split("-")):
        if len(parts) > 1 and all(is_only_agency(part) for part in parts):
            return "/".join(dict.fromkeys(map(agency, parts)))
    return ""


def mark(inside: str) -> str:
    """Return the agencies that the inside of a mark names ("dpa/AFP"), or the empty string if it is no mark."""
    if named := joint(inside):
        return named
    parts = [part for part in _PARTS.split(inside.strip(" .")) if part]
    names = [agency(part) for part in parts]
    if all(name or _CODE.fullmatch(part) for name, part in zip(names, parts, strict=True)):
        return "/".join(dict.fromkeys(filter(None, names)))
    return ""


def bare_agency(text: str) -> str:
    """Return the agency of a block that is its name without brackets: "Reuters", "© dpa", "AP/Reuters"."""
    name = re.sub(r"^(?:©|\(c\))\s*", "", text.strip(" .=-\u2013—"), flags=re.IGNORECASE)
    return joint(name) if name[:1].isalpha() and name[-1:].isalpha() else ""


def is_initials(inside: str) -> bool:
    """Return whether the inside of brackets may be a writer's initials: "abc", "jan./nzz"."""
    return _INITIALS.fullmatch(inside) is not None


def whole_mark(text: str) -> str:
    """Return the agencies of a block that is nothing but a mark: "(dpa)", "© dpa", "dpa/abc", "/TASS/"."""
    if len(text) > _LONGEST_MARK:
        return ""
    bare = text.strip(" .")
    if coded := _WIRE_CODE.fullmatch(bare):
        return "/".join(dict.fromkeys(filter(None, map(agency, [coded["agency"], *bare.split("/")]))))
    inside = re.sub(r"^(?:[(\[/]+|©|\(c\)|copyright)\s*|\s*[)\]/]+$", "", bare, flags=re.IGNORECASE)
    if inside == bare and not ("/" in bare and bare[:1].islower()):
        return ""
    return mark(re.sub(r"^\d{4}\s+", "", inside))


def trailing_mark(text: str) -> tuple[int, str]:
    """Return where an agency's mark behind the last sentence starts, and its agencies; (len(text), "") without one."""
    base = max(0, len(text) - _LONGEST_MARK)
    match = _TRAILING.search(text[base:])
    if match is None:
        return len(text), ""
    word = match["word"] or ""
    names = mark(match["inside"] or match["bare"] or "") or ("" if agency(word) in _words() else joint(word))
    return (base + match.start("mark"), names) if names else (len(text), "")
