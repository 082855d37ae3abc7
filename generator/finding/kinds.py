"""What kind of actor a name is: the registry first, else a vote of everything the article says about it."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from generator.finding.clubs import is_signed
from generator.finding.mention import Mention
from generator.finding.words import words
from generator.model import Kind
from generator.registry import key

_KIND: dict[str, Kind] = {
    "PERSON": "person",
    "ORG": "organisation",
    "PRODUCT": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
}
_ORDER: tuple[Kind, ...] = ("person", "organisation", "place")
_MIXED = re.compile(r"(?!(?:Mc|Mac|De|Di|Du|Da|La|Le|Van|Von|Fitz|St|Des|Del|Lo|O)[A-Z])[A-Z][a-z]+[A-Z][A-Za-z]+")
_INNER = re.compile(r"[A-Z]{1,2}[a-z]{1,2}[A-Z]{1,2}|[a-z][A-Z][A-Za-z]+")
_CALL_SIGN = re.compile(r"[KW][A-Z]{3}(?:-(?:TV|FM|AM))?")  # of stations in the United States
_OF_PEOPLE = frozenset({"de", "des", "du", "van", "von"})  # "Laure des Cars"
_OWNER = "s"  # of "People's"
_FULL = 2  # words of a full name without its middle initial: "Chandra D. Tiwary"
_MOST_SURNAMES = 3  # words behind a given name: "Bruce McCandless II"
_TITLE_VOTES = 2
_SHORTEST_TAIL = 3
_HINT_VOTES = 3
_WORD_VOTES = 3


def votes(mentions: Iterable[Mention]) -> Counter[Kind]:
    """Count what speaks for each kind: the parser's labels, titles before the name, words in it."""
    mentions = list(mentions)
    counted = _beside(mentions)
    names = dict.fromkeys(mention.called for mention in mentions)
    for name in names:
        if kind := _by_head(key(name)):
            return Counter({kind: sum(counted.values())})
    for name in names:
        kind = _by_word(key(name), placed=bool(counted["place"])) or _by_letters(name)
        if kind == "person" and _is_towns(name, counted):
            continue
        if kind and not (kind == "place" and counted["organisation"] >= _HINT_VOTES):  # "Manchester City" in a match
            counted[kind] += _WORD_VOTES
        if _is_no_person(key(name)):
            counted["place"] += counted.pop("person", 0)
        club = counted["organisation"] >= _HINT_VOTES and is_signed(key(name))
        sure = " " in name and key(name)[-1] in words().sure_bodies and _OF_PEOPLE.isdisjoint(key(name))
        if club or sure:
            counted["organisation"] += counted.pop("person", 0) + counted.pop("place", 0)
    return counted


def _beside(mentions: Sequence[Mention]) -> Counter[Kind]:
    """Count the parser's labels, titles and the words beside; a surname is a person's, whatever a parser says."""
    counted: Counter[Kind] = Counter()
    in_full = any(map(_is_full_name, mentions))
    for mention in mentions:
        if in_full and " " not in mention.called and mention.label:
            counted["person"] += 1
        elif mention.label in _KIND and mention.hint in {None, "person"}:
            counted[_KIND[mention.label]] += 2 if " " in mention.called else 1
        if mention.titled:
            counted["person"] += _TITLE_VOTES
        if mention.hint:
            counted[mention.hint] += _HINT_VOTES
    return counted


def _is_towns(name: str, counted: Counter[Kind]) -> bool:
    """Tell whether a given name is said to be a town's: "Norman, Oklahoma"."""
    return " " not in name and counted["place"] >= max(_HINT_VOTES, counted["person"] + 1)


def _is_full_name(mention: Mention) -> bool:
    """Tell whether a mention is the full name of a person, by its words or a parser."""
    name = key(mention.called)
    by_word = _by_word(name, placed=False)
    return len(name) > 1 and (by_word == "person" or (mention.label == "PERSON" and by_word is None))


def _is_no_person(name: tuple[str, ...]) -> bool:
    """Tell whether a name is a mountain's or a town's, whatever a parser says: "Mount Arvid", "Arvid City"."""
    return len(name) > 1 and (name[0] in words().leading_places or name[-1] in words().sure_places)


def _by_letters(name: str) -> Kind | None:
    """Return what capitals inside a single word say: "AfD", "TikTok" and "KQXZ" are bodies', "McKay" anybody's."""
    inner = _MIXED.fullmatch(name) or _INNER.fullmatch(name)
    return "organisation" if inner or _CALL_SIGN.fullmatch(name) else None


def _by_word(name: tuple[str, ...], *, placed: bool) -> Kind | None:
    """Return what the words of a name say; `placed` if anything takes it for a place, as "St. Louis"."""
    if name[0] in words().given and (len(name) == 1 or _is_surname(name[1:])):
        return "person"
    if set(name) & (words().organisation_words if len(name) > 1 else words().chambers):
        return "organisation"
    if len(name) > 1 and (name[-1] in words().papers or _is_firm(name)):
        return "organisation"
    if len(name) > _FULL and _is_surname(name[-1:]) and any(len(word) == 1 and word != _OWNER for word in name[1:-1]):
        return "person"
    if len(name) > 1 and name[0] in words().reigns and not placed:
        return "person"
    return "place" if len(name) > 1 and name[-1] in words().place_words else None


def _is_firm(name: tuple[str, ...]) -> bool:
    """Tell whether a name ends as a firm's: "Dorn Savings & Loan"; "Co" and "Sa" are surnames too."""
    return len(name[-1]) >= _SHORTEST_TAIL and name[-1] in words().company_tails


def _by_head(name: tuple[str, ...]) -> Kind | None:
    """Return what a building or site is: "Kennedy Space Center"; "Pew Research Center" is a body."""
    if name[0] in words().leading_bodies and name[1:2] == ("of",):
        return "organisation"
    head = next((at for at, word in enumerate(name) if word in {"of", "at", "in", "for"}), len(name))
    if len(name) == 1 or name[head - 1] not in words().facilities:
        return None
    return "place" if words().offices.isdisjoint(name) else "organisation"


def _is_surname(name: tuple[str, ...]) -> bool:
    """Tell whether what follows a given name can be a surname, though a place may be called so too: "Hill"."""
    if len(name) > 1 and (len(name) > _MOST_SURNAMES or name[-1] in words().place_words):
        return False
    return (words().organisation_words | words().facilities | words().company_tails | words().particles).isdisjoint(
        name
    )


def winner(counted: Counter[Kind]) -> Kind:
    """Return the kind with most votes; a tie goes to the more specific."""
    return max(_ORDER, key=lambda kind: (counted[kind], -_ORDER.index(kind)))
