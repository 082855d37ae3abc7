"""Lines that desks write for other desks: initials, changes since the last version, contacts, corrections."""

import re
from functools import cache

from generator.reading.agencies import whole_mark
from generator.reading.block import length
from generator.reading.words import listed, longest_first

_MOST_CHANGE_WORDS = 60
_MOST_CORRECTION_WORDS = 80
_MOST_SHOUTED_WORDS = 30
_MOST_CONTACT_WORDS = 40
_MOST_HANDLE_WORDS = 12
_SHORTCODE = re.compile(r"\[[a-z][\w-]{1,40}\s[^\[\]=]{1,60}=[^\[\]]{0,400}\](?:[^\[\]]{0,400}\[/[a-z][\w-]{1,40}\])?")
_INITIALS = re.compile(r"(?:[a-z]{2,4}-)?[a-z]{2,4}(?:[/-][a-z]{2,4}){1,6}")  # "bur-abc/def"
_MEDIA = re.compile(
    r"(?:[(\[](?:fotos?|photos?|v[ií]deos?|audios?|graphics?|infograf[ií]as?)[)\]]\s?){1,6}", re.IGNORECASE
)
_REACHED_AT = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}\.\w|(?:\+|\b)\d[\d ()./-]{6,20}\d|\bwww\.")
_NEW = re.compile(r"\((?:neu|neue fassung|nouveau|nuevo|new) ?: [^()]*\)\.?", re.IGNORECASE)
_HANDLE = re.compile(r"(?:\bX|\bTwitter|\bMastodon|\bBluesky|\bInstagram)\b.{0,20}@[\w.]{2,40}\.?$", re.IGNORECASE)
_EARLIER = re.compile(
    r"\ban? (?:earlier|previous) version of (?:this|the) (?:article|story|report|dispatch|headline|caption|post)\b|"
    r"^\W{0,3}(?:\w{2,12}: )?this (?:version|story|article|report|post) "
    r"(?:corrects|has been (?:corrected|updated|amended)|has not been edited|was (?:corrected|updated|amended))\b",
    re.IGNORECASE,
)


@cache
def _changes() -> re.Pattern[str]:
    return re.compile(rf"\(+(?:{longest_first('changes')})\b|eds\s?:", re.IGNORECASE)


@cache
def _shouted() -> re.Pattern[str]:
    """Return what opens a note in capitals whose rest is none: "ADDS police statement", "ATTENTION - ADDS ..."."""
    heed, changes = longest_first("heeds").upper(), longest_first("changes")
    opening = (change.partition(" ") for change in sorted(listed("shouted_changes"), key=len, reverse=True))
    shouted = "|".join(rf"{first.upper()}{space}(?i:{rest})" for first, space, rest in opening)
    to_desks = rf"(?:{heed}) (?i:{longest_first('heeded')}) ?[:\u2013—-]"
    changed = rf"(?:(?:{heed}) ?[:\u2013—-] ?)?(?:(?:{shouted})\b|(?i:{changes})\b(?=.*///))(?=.*[a-zà-ÿ])"
    return re.compile(rf"/{{0,4}} ?(?:{to_desks}|{changed}|(?:{heed})\b(?=.*///$))")


@cache
def _note() -> re.Pattern[str]:
    return re.compile(
        rf"[(\[*_]{{0,2}}(?:(?:{longest_first('notes')})\.? ?:|editor['’]s note ?[\u2013—-] )", re.IGNORECASE
    )


@cache
def _contact() -> re.Pattern[str]:
    return re.compile(rf"\(?(?:{longest_first('contacts')})(?!\w)[^:]{{0,40}}:", re.IGNORECASE)


def is_desk_note(text: str) -> bool:
    """Return whether a block is meant for a desk or for the site, not for the reader of the article."""
    words = length(text)
    if any(sign.fullmatch(text) for sign in (_SHORTCODE, _MEDIA)) or _is_initials(text):
        return True
    if words <= _MOST_CHANGE_WORDS and _changes().match(text) and (text[0] != "(" or text.rstrip(".")[-1:] == ")"):
        return True
    if words <= _MOST_CORRECTION_WORDS and (_EARLIER.search(text) or _note().match(text) or _NEW.fullmatch(text)):
        return True
    if words <= _MOST_SHOUTED_WORDS and _shouted().match(text):
        return True
    return _is_contact(text, words) or (words <= _MOST_HANDLE_WORDS and _HANDLE.search(text) is not None)


def _is_initials(text: str) -> bool:
    return "/" in text and _INITIALS.fullmatch(text) is not None and not whole_mark(text)


def _is_contact(text: str, words: int) -> bool:
    """Return whether a block says how someone is reached: "Contact: Jane Doe, +1 202 555 0134", "((jane@...))"."""
    label = _contact().match(text)
    if label and label.end() == len(text):
        return True
    if words > _MOST_CONTACT_WORDS or not _REACHED_AT.search(text):
        return False
    return label is not None or (text.startswith("((") and text.endswith("))"))
