"""Picture credits, as lines of their own and at the end of a caption."""

import re
from functools import cache
from itertools import accumulate

from generator.reading.agencies import is_picture_agency, mark, signs_pictures
from generator.reading.block import is_closed, length
from generator.reading.names import are_names, has_picture_agency, is_person, picture_parts, words_of
from generator.reading.words import listed, longest_first

_MOST_WORDS = 16
_MOST_CHARACTERS = 160
_LONGEST_CREDITED = 40  # words of a caption behind its credit
_BRACKETED = re.compile(r"[(\[][^()\[\]]{3,90}[)\]]")
_COLON = re.compile(r":\s(?=\S+\s\S)")
_YEAR = re.compile(r"^\d{4}\s+")
_ENDS = re.compile(
    r"(?:^|[.!?…)\"”\u2019»]|\s)\s*(?P<credit>"
    r"[(\[][^()\[\]]{3,90}[)\]]|"
    r"(?:photos?|fotos?|pictures?|images?|credit|bild|©|\(c\)|photograph)\s?(?::|/|by\b|courtesy\b|(?<=[©)]))\s?[^.:!?()]{2,80}|"
    r"REUTERS/[^.:!?()]{2,60}"
    r")\.?$",
    re.IGNORECASE,
)


@cache
def _label() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{longest_first('pictures')})\s*(?P<colon>[:/]|(?<=\bsource),\s|(?<=\bcredit),\s|\s[-\u2013—]\s|\s+by:?\s|(?<=\bby)\s|(?<=\bof)\s|(?<=\bvon)\s|\s)\s*",
        re.IGNORECASE,
    )


@cache
def _caption_label() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{longest_first('caption_labels')})\s?[:\u2013—]\s*|(?:{longest_first('caption_openings')})\b",
        re.IGNORECASE,
    )


@cache
def _caption_colon() -> re.Pattern[str]:
    return re.compile(rf"(?:{longest_first('caption_labels')})\s?:", re.IGNORECASE)


def credit(text: str) -> str:
    """Return the names in a block that is nothing but a picture credit, or the empty string."""
    if len(text) > _MOST_CHARACTERS or length(text) > _MOST_WORDS:
        return ""
    bare = _unwrapped(text)
    label = _label().match(bare)
    if label and _is_labelled(bare[label.end() :], strong=bool(label["colon"].strip())):
        return bare[label.end() :].strip(" .")
    owner = re.match(r"(?:©|\(c\)|copyright(?=\s*[:©]))[\s:©]*", bare, re.IGNORECASE)
    names = _YEAR.sub("", bare[owner.end() :]) if owner else bare
    return names if _is_bare_credit(names, owned=owner is not None) else ""


def _unwrapped(text: str) -> str:
    bare = text.strip(" .")
    if bare[:1] + bare[-1:] in {"()", "[]"}:
        bare = bare[1:-1].strip(" .")
    return re.sub(r"^\((?=©)|\)$(?<=\(c\))", "", bare)


def _is_labelled(rest: str, *, strong: bool) -> bool:
    rest = rest.strip(" .")
    if not rest or rest[-1] in "!?:":
        return False
    named = are_names(words_of(rest), _small())
    return named and (strong or has_picture_agency(rest))


def _is_bare_credit(names: str, *, owned: bool) -> bool:
    names = names.strip(" .")
    if not names or (is_closed(names) and not names.endswith((")", "]"))):
        return False
    if signs_pictures(names) or names.casefold() in {"ap photo", "ap photos"}:
        return True
    parts = picture_parts(names)
    if not are_names(words_of(names), _small()) or any(length(part) > 6 for part in parts):  # noqa: PLR2004
        return False
    if owned:
        return has_picture_agency(names)
    if "/" not in names and "|" not in names and " via " not in names.casefold():
        return len(parts) > 1 and is_picture_agency(parts[-1])
    return _has_stroke_form(parts)


def _has_stroke_form(parts: list[str]) -> bool:
    """Return whether parts read "Jane Doe / Agency": an agency among them, or exactly a person and a one-word firm."""
    if len(parts) > 1 and any(signs_pictures(part) or signs_pictures(part.rsplit(" ", 1)[-1]) for part in parts):
        return True
    return len(parts) == 2 and is_person(parts[0]) and len(parts[1].split()) == 1  # noqa: PLR2004


def _small() -> frozenset[str]:
    return listed("byline_words") | {
        "via",
        "by",
        "pool",
        "handout",
        "imago",
        "dpa",
        "picture",
        "photo",
        "images",
        "the",
        "courtesy",
        "file",
        "archive",
        "com",
        "http",
    }


def trailing_credit(text: str) -> tuple[int, str]:
    """Return where a marked credit at the end of a caption starts, and its names; (len(text), "") without one."""
    base = max(0, len(text) - _MOST_CHARACTERS)
    for match in _ENDS.finditer(text, base):
        found = match["credit"]
        names = credit(found)
        if names and match.start("credit") and (found[0] not in "([" or _names_pictures(found)):
            return match.start("credit"), names
    return len(text), ""


def _names_pictures(bracketed: str) -> bool:
    """Return whether brackets hold more than an agency's mark: "(AP Photo/Jane Doe)", "(Photo: dpa)"."""
    if mark(bracketed[1:-1]):
        return False
    return "/" in bracketed or ":" in bracketed or "photo" in bracketed.casefold() or is_picture_agency(bracketed[1:-1])


def is_caption(text: str) -> bool:
    """Return whether a block opens as captions do and running text does not."""
    if length(text) > 80:  # noqa: PLR2004
        return False
    return _caption_label().match(text) is not None or _opens_with_credit(text) or _is_bracketed_picture(text)


def _is_bracketed_picture(text: str) -> bool:
    """Return whether a block is brackets that begin with a label: "(Photo: Workers at the dam. AFP)"."""
    found = _label().match(text, 1)
    is_picture = found is not None and found["colon"].strip() == ":"
    return (is_picture or _caption_colon().match(text, 1) is not None) and _is_bracketed(text)


def _is_bracketed(text: str) -> bool:
    """Return whether the bracket that opens a text is closed at its end."""
    bare = text.rstrip(" .")
    depths = accumulate((sign in "([") - (sign in ")]") for sign in bare)
    closed = next((at for at, depth in enumerate(depths) if depth == 0), 0)
    return bare[-1:] in {")", "]"} and closed == len(bare) - 1


def _opens_with_credit(text: str) -> bool:
    """Return whether a picture credit stands before a short text: "(Photo: Jane Doe/dpa) A bridge"."""
    if length(text) > _LONGEST_CREDITED:
        return False
    bracketed = _BRACKETED.match(text)
    if bracketed and bracketed.end() < len(text):
        return bool(credit(bracketed.group())) and _names_pictures(bracketed.group())
    ends = (found.start() for found in _COLON.finditer(text) if _label().match(text))
    return any(credit(text[:end]) for end in ends)


def has_caption_cue(text: str) -> bool:
    """Return whether a block holds a phrase of captions: "(left)", "file photo"."""
    low = f"{text.casefold()} "
    return any(cue in low for cue in listed("caption_cues"))
