"""What is a name: where it starts and ends in what a parser found, and what can never be one."""

import re
from collections.abc import Sequence

from generator.finding.ministries import fields
from generator.finding.words import words
from generator.registry import Registry, fold, key

LONGEST = 80
MOST_WORDS = 9
_FULL = 2  # words of a full name
_CHUNK = re.compile(r"\S+")
_NAME = re.compile(r"(?:\d{1,4}(?:st|nd|rd|th) )?[^\W\d_](?:[^\W\d_]|[ .'’&‑-]|, )*\.?")
_OWNED = re.compile(r"['’]s? (?=[^\W\d_])")
_ENTITY = re.compile(r"&(?:#\w{1,7}|amp|lt|gt|quot|apos|nbsp|[mn]dash|[lr][sd]quo)\b;?", re.IGNORECASE)
_TAIL = re.compile(r" (?:[-–—] |in (?:the )?[A-Z])")  # where a body lies, or what the next clause names
_POINTING = frozenset({"this", "that", "his", "her", "its", "their", "our"})
_SMALL_AFTER = re.compile(r" [a-z]")
_SHORTEST_ACRONYM = 3
_NOTIONS = ("phobia", "ism", "isms", "ologist", "ologists", "ized", "ised")  # of single words that name no actor
_POSSESSIVE = re.compile(r"(?:['’`]s|(?<=s)['’`])$", re.IGNORECASE)
_BODY_OWNED = re.compile(r"(?<=\w)['’]s? (?=[A-Z])")
_ACRONYMS = re.compile(r"[A-Z]{2}/[A-Z]{2}")  # in a longer name they are one: "HIV/AIDS Office"
_BESIDE = re.compile(r"(?<=[^\W\d_]{3}) ?/ ?(?=[A-Z][^\W\d_]{2})")  # not in "TV/AP" or "AFL/CIO"
_SPLIT = re.compile(r"\s*(?:,|;|/|\band\b|&)\s+|/")
_SCORE = re.compile(r"\d{1,2}[-–:]\d{1,2}\W*")
_NEAR_IT = re.compile(r" (?:at|with|near|over|outside) (?=[A-Z])")
_OF_FIELDS = frozenset({"agency", "authority", "commission"})
_NUMERAL = re.compile(r"[ivx]+")
_SEAT = re.compile(r"[DR][-‑][^\W\d_a-z]")  # "D-Riverside" behind the name of a member
_SIDE = re.compile(r"(?:pro|anti|pan|non)[-‑]\w", re.IGNORECASE)  # "Pan-democrat" before a name
_ADDED = re.compile(r".*\] ?")  # what an editor put before a name: "[Phil] Gramm", of which parsers see "Phil] Gramm"
_INITIALS = re.compile(r"(?:\b[^\W\d_]|\b(?:Jr|Sr|Inc|Corp|Co|Ltd|Bros))\.$")


def bounds(text: str, start: int, end: int, registry: Registry, *, person: bool) -> tuple[int, int]:
    """Shrink `text[start:end]` to the name in it: no article, title, possessive or stray mark.

    Returns equal offsets where nothing is left.
    """
    entity = _ENTITY.search(text, start, end)
    start, end = _bare(text, start, entity.start() if entity else end)
    if added := _ADDED.search(text, start, end):
        start = added.end()
    owner = _OWNED.search(text, start, end)
    if owner and (person or _is_owned(text, start, owner, end, registry)):
        start = owner.end()
    if not person and (tail := _TAIL.search(text, start, end)):
        end = tail.start()
    chunks = list(_CHUNK.finditer(text, start, end))
    while chunks and _not_in_name(chunks[0].group(), registry, person=person and len(chunks) > 1):
        chunks.pop(0)
    del chunks[_until_common(chunks, person=person) :]
    if person:
        del chunks[: _behind_office(chunks)]
    elif _SMALL_AFTER.match(text, end) and _ends_as_adjective(chunks, registry):
        chunks.pop()
    while not person and len(chunks) > _FULL and fold(chunks[-1].group()) in words().roles | words().acting:
        chunks.pop()
    tails = words().ranks | words().bylines if person else words().ranks
    while chunks and (_ends_off(chunks[-1].group()) or (len(chunks) > 1 and fold(chunks[-1].group()) in tails)):
        chunks.pop()
    return _bare(text, chunks[0].start(), chunks[-1].end()) if chunks else (start, start)


def _ends_off(word: str) -> bool:
    """Tell whether a last word is none of a name: "Jannik Sinner 6-2"."""
    return _SCORE.fullmatch(word) is not None or _small(word)


def _is_owned(text: str, start: int, owner: re.Match[str], end: int, registry: Registry) -> bool:
    """Tell whether a name is whole without the country or place before it: "Nepal's Thapa", not "China's Navy"."""
    known = registry.get(text[start : owner.start()])
    rest = key(text[owner.end() : end])
    return known is not None and known.kind in {"country", "place"} and bool(rest) and not _generic(rest, registry)


def _until_common(chunks: Sequence[re.Match[str]], *, person: bool) -> int:
    """Return where a name ends before a word that is none: "Gilda neared Barbados"."""
    return next((at for at, chunk in enumerate(chunks) if at and _is_common(chunk.group(), person=person)), len(chunks))


def _is_common(word: str, *, person: bool) -> bool:
    common = word.isalpha() and word.islower() and word not in words().particles
    return common and (person or word.endswith("ed") or word in _POINTING)


def _ends_as_adjective(chunks: Sequence[re.Match[str]], registry: Registry) -> bool:
    """Tell whether a body's name runs on into what belongs to the next word: "Air Force European" command."""
    return len(chunks) > _FULL and registry.demonym(chunks[-1].group()) is not None


def _behind_office(chunks: Sequence[re.Match[str]]) -> int:
    """Return where a full name begins behind a town and an office: "Saratoga Fire Chief Ernest Kraule"."""
    offices = [at for at, chunk in enumerate(chunks[:-_FULL], 1) if fold(chunk.group()) in words().titles]
    return offices[-1] if offices else 0


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and not text[start].isalnum():
        start += 1
    before = -1
    while end != before:
        before = end
        while end > start and not text[end - 1].isalnum() and not _INITIALS.search(text[start:end]):
            end -= 1
        if possessive := _POSSESSIVE.search(text[start:end]):
            end = start + possessive.start()
    return start, end


def _not_in_name(word: str, registry: Registry, *, person: bool) -> bool:
    folded = fold(word)
    if folded in words().determiners or ("-" in word and folded.rpartition("-")[2] in words().suffixes):
        return True
    if person and is_side(word):
        return True
    if person and (precedes_name(word) or registry.demonym(word) or _country(word, registry)):
        return True
    return _small(word) and folded not in words().leading_particles


def _country(word: str, registry: Registry) -> bool:
    entry = registry.get(_POSSESSIVE.sub("", word)) if word[0].isupper() else None
    return entry is not None and entry.kind == "country" and (word.isupper() or bool(_POSSESSIVE.search(word)))


def _small(word: str) -> bool:
    """Tell whether a word starts small and is no name all the same, as "al-Assad", "d'Estaing" and "eBay" are."""
    head, dash, _ = word.partition("-")
    prefixed = bool(dash) and fold(head) not in words().leading_particles
    return word[0].islower() and (prefixed or not any(char.isupper() for char in word[1:]))


def is_side(word: str) -> bool:
    """Tell whether a word says which side somebody is on: "Pan-democrat", "Pro-Beijing"."""
    return _SIDE.match(word) is not None


def precedes_name(word: str) -> bool:
    """Tell whether a word stands before names without being part of them: "President", "Vice-Chancellor"."""
    folded = fold(word)
    return folded in words().titles or all(half in words().titles for half in folded.split("-"))


def pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Split what a parser ran together ("Wang Yi and Sergey Lavrov") into its names."""
    found = []
    for gap in _SPLIT.finditer(text, start, end):
        found.append((start, gap.start()))
        start = gap.end()
    return [(one, two) for one, two in [*found, (start, end)] if one < two]


def places(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Split what a parser ran together ("the Rhine at Leverkusen", "Kesta with Dorn") into its places."""
    gaps = list(_NEAR_IT.finditer(text, start, end))
    starts, ends = [start, *(gap.end() for gap in gaps)], [*(gap.start() for gap in gaps), end]
    return list(zip(starts, ends, strict=True))


def owned_pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Split a body from the one that it belongs to, or stands beside: "Treasury Department's Office", "Sun/Ipsos"."""
    slash = _BESIDE.search(text, start, end)
    if slash and not (_ACRONYMS.search(text, start, end) and " " in text[start:end].strip()):
        return [(start, slash.start()), *owned_pieces(text, slash.end(), end)]
    for owner in _BODY_OWNED.finditer(text, start, end):
        named = key(text[start : owner.start()])
        if len(named) > 1 and named[-1] in words().organisation_words:
            return [(start, owner.start()), (owner.end(), end)]
    return [(start, end)]


def is_name(name: str, registry: Registry, *, person: bool) -> bool:
    """Tell whether a spelling could name an actor at all."""
    if not 1 < len(name) <= LONGEST or not _NAME.fullmatch(name) or name.islower():
        return False
    folded = key(name)
    if not 0 < len(folded) <= MOST_WORDS or max(map(len, folded)) == 1:
        return False
    if len(folded) > 1 and (_is_storm_or_craft(folded) or not words().things.isdisjoint(folded)):
        return False
    if name.isupper() and len(folded) == 1 and len(folded[0]) < _SHORTEST_ACRONYM + person:
        return False
    if _attribute(name) or _from(name, registry):
        return False
    return not _generic(folded, registry) and not (_awarded(folded) if person else _event(folded))


def _is_storm_or_craft(folded: tuple[str, ...]) -> bool:
    """Tell whether a name is a storm's or a craft's: "Hurricane Gilda", "Super Typhoon Gilda"."""
    return folded[0] in words().storms | words().crafts or not words().storms.isdisjoint(folded[1:-1])


def _from(name: str, registry: Registry) -> bool:
    """Tell whether a word only says where people live: "Londoners"."""
    town = registry.get(name.removesuffix("s").removesuffix("er")) if name.endswith(("er", "ers")) else None
    return town is not None and town.kind == "place"


def _attribute(name: str) -> bool:
    """Tell whether a spelling is a notion or says what somebody is: "Award-winning", "Pan-democrat", "D-Riverside"."""
    single = " " not in name and (fold(name).endswith(_NOTIONS) or is_side(name))
    return single or name.rpartition("-")[2] in words().suffixes or _SEAT.match(name) is not None


def _generic(folded: tuple[str, ...], registry: Registry) -> bool:
    lists = words()
    plain = lists.not_names | lists.determiners | lists.particles | lists.titles
    folded = tuple(word for word in folded if len(word) > 1)
    if len(folded) > 1 and folded[-1] in lists.factions and lists.unnamed.isdisjoint(folded):
        return False
    if _composed(folded):
        return False
    if len(folded) == 1:
        plain |= lists.openings | lists.organisation_words | lists.not_actor_words | lists.place_words | lists.reigns
        plain -= lists.chambers
    return " ".join(folded) in registry.demonyms or all(word in plain or word in registry.demonyms for word in folded)


def _composed(folded: tuple[str, ...]) -> bool:
    """Tell whether plain words together name one body: "Federal Court of Justice", "Norwegian Energy Agency"."""
    lists = words()
    head = next((at for at, word in enumerate(folded) if word in lists.particles), len(folded))
    if len(folded) == _FULL and folded[0] in fields() and folded[1] in _OF_FIELDS:  # "Environment Agency"
        return True
    telling = [word for word in folded if word not in lists.particles | lists.determiners]
    return len(telling) > _FULL and folded[max(0, head - 1)] in lists.organisation_words - lists.roles - lists.factions


def capitalised(name: str) -> str:
    """Return a name set in capitals as it is written elsewhere: "WAYNE DAILEY" is "Wayne Dailey"."""
    return re.sub(r"[^\W\d_]+", lambda word: word.group().capitalize(), name)


def _awarded(folded: tuple[str, ...]) -> bool:
    """Tell whether what a parser takes for a person is a law or a prize: "Defence of Harbours Act"."""
    return len(folded) > 1 and folded[-1] in words().never_people


def _event(folded: tuple[str, ...]) -> bool:
    """Tell whether the head of the name is an event, a law, a prize: "Treaty of Rome", "Super Bowl XXV"."""
    if words().organisation_words.isdisjoint(folded) and (folded[-1] == "system" or _awarded(folded)):
        return True
    last = len(folded) - (len(folded) > 1 and _NUMERAL.fullmatch(folded[-1]) is not None)
    head = next((at for at, word in enumerate(folded) if word in {"of", "for", "on"}), last)
    return bool({folded[0], folded[head - 1]} & words().not_actor_words)
