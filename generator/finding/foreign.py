"""Who is named in an article that no model reads: countries, bodies and the desk's own actors, in its language."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cache

from generator.finding.mention import Mention
from generator.finding.parts import Part
from generator.finding.words import words
from generator.language import UNSPACED, stemmer
from generator.lists import shipped
from generator.registry import Desk, Entry, Registry, fold, load

Names = Mapping[tuple[str, ...], tuple[Entry, bool]]  # stems to what is named, and whether that has a capital

# Marks on letters belong to words, as vowels do in Devanagari.
_WORD = re.compile(r"[^\s!-/:-@\[-`{-~–—‘’“”„«»…।॥،؛؟·]+")
# Letters that one word takes over from the word before it: "and", "in", "to".
_JOINED = {"ar": "وفبلك", "he": "ובלהמשכ"}
# What is written onto the end of a word: "is", "of", "in", "from".
_APPENDED = {"ko": re.compile("(?<=.)(?:은|는|이|가|을|를|의|에|에서|에서는|에게|와|과|도|로|으로|만|까지|부터)$")}
# In these a name of one word ends as it is, but for the "s" of an owner in some.
_OWNING = frozenset({"af", "da", "de", "nb", "nl", "nn", "no", "sv"})
_UNDECLINED = frozenset({"af", "ca", "da", "de", "es", "fr", "gl", "it", "nb", "nl", "nn", "no", "pt", "sv"})
_BEFORE = re.compile(r"([^\W\d_]+) $")
_SURNAME = re.compile(r" (?:d[aeiou]s? |von |van )?[^\W\d_a-z](?=[^\W\d_]*[a-zß-ÿ])")
_IN = frozenset({"in", "en", "em", "i", "w"})  # before the name of a country, hardly before a person's
_CAPITALISING = frozenset({"de", "lb"})
_LONGEST_GIVEN = 20  # letters
_FEWEST_LETTERS = 2
_FEWEST_SHARED = 4  # letters that a country's name and the word for its people begin with, in most languages
_SCRIPTS = {"zh": ("zh_Hant",)}  # in which a language is written besides


def known_mentions(parts: Sequence[Part], lang: str, registry: Registry) -> Iterator[Mention]:
    """Yield the known names in each part, the longest where two overlap."""
    for number, part in enumerate(parts):
        for start, end, entry in known_names(part.text, lang, registry):
            yield Mention(number, start, end, part.text[start:end], entry=entry)


def known_names(text: str, lang: str, registry: Registry) -> Iterator[tuple[int, int, Entry]]:
    """Yield start, end and meaning of the known names in a text, the longest where two overlap."""
    found = [(match.start, match.end, match.value) for match in registry.find(text)]
    end = 0
    for start, stop, entry in sorted([*found, *_native(text, lang, registry.desk)], key=_first_and_longest):
        if start >= end and not (entry.kind == "country" and _is_persons(text, start, stop, lang)):
            yield start, stop, entry
            end = stop


def countries_of(words: Collection[str], lang: str, registry: Registry) -> Iterator[Entry]:
    """Yield the countries that one of the words, all in small letters, may come from: Spain of "spanisch"."""
    begun = {word[:_FEWEST_SHARED] for word in words}
    for name, entry in _names(lang, registry.desk):
        if entry.kind == "country" and name.casefold()[:_FEWEST_SHARED] in begun:
            yield entry


def _is_persons(text: str, start: int, end: int, lang: str) -> bool:
    """Tell whether a country's name is a surname ("Michael Jordan") or a given name ("Jordan Martin") there.

    In a language that writes all nouns with a capital, any may stand behind a country's name.
    """
    found = _BEFORE.search(text, max(0, start - _LONGEST_GIVEN), start)
    before = found.group(1) if found else ""
    if fold(before) in words().given:
        return True
    given = fold(text[start:end]) in words().given_too and before.casefold() not in _IN
    return given and lang not in _CAPITALISING and _SURNAME.match(text, end) is not None


def _first_and_longest(found: tuple[int, int, Entry]) -> tuple[int, int]:
    return found[0], -found[1]


def _native(text: str, lang: str, desk: Desk) -> Iterator[tuple[int, int, Entry]]:
    if lang in UNSPACED:
        pattern, entries = _unspaced(lang, desk)
        yield from ((match.start(), match.end(), entries[match.group()]) for match in pattern.finditer(text))
        return
    names, stem = _spaced(lang, desk), _stem_of(lang)
    longest = max(map(len, names), default=1)
    said = list(_WORD.finditer(text))
    stems = [tuple(_stems(word.group(), lang, stem)) for word in said]
    exact = _exact(lang, desk)
    for at in range(len(said)):
        for size in range(min(longest, len(said) - at), 0, -1):
            whole = exact.get(said[at].group()) if size == 1 else None
            if entry := whole or _named(names, said[at : at + size], stems[at : at + size]):
                yield said[at].start(), said[at + size - 1].end(), entry
                break


def _named(names: Names, words: Sequence[re.Match[str]], stems: Sequence[tuple[str, ...]]) -> Entry | None:
    rest = tuple(choices[0] for choices in stems[1:])
    for first in stems[0]:
        entry, has_capital = names.get((first, *rest), (None, False))
        if entry and not (has_capital and words[0].group()[0].islower()):
            return entry
    return None


def _stem_of(lang: str) -> Callable[[str], str]:
    """Return what takes the endings off a word; Arabic stems are roots, and "big" has that of "Peru"."""
    return str if lang == "ar" else stemmer(lang)


def _stems(word: str, lang: str, stem: Callable[[str], str]) -> Iterator[str]:
    """Yield the stem of a word, and that of the word without what is joined to it."""
    yield stem(word.casefold())
    if end := lang in _APPENDED and _APPENDED[lang].search(word):
        yield stem(word[: end.start()].casefold())
    if word[0] in _JOINED.get(lang, ""):
        yield stem(word[1:].casefold())


@cache
def _spaced(lang: str, desk: Desk) -> Names:
    stem = _stem_of(lang)
    found: dict[tuple[str, ...], tuple[Entry, bool]] = {}
    for name, entry in _names(lang, desk):
        words = [match.group() for match in _WORD.finditer(name)]
        if len(words) > 1 or (words and lang not in _UNDECLINED):
            found.setdefault(tuple(stem(word.casefold()) for word in words), (entry, words[0][0].isupper()))
    return found


@cache
def _exact(lang: str, desk: Desk) -> Mapping[str, Entry]:
    """Return names of one word where these have no other form but that with an "s": "Jordan" is not "Jordanie"."""
    named = [one for one in _names(lang, desk) if _WORD.fullmatch(one[0])] if lang in _UNDECLINED else []
    owners = [(f"{name}s", entry) for name, entry in named if lang in _OWNING]
    return dict(reversed([*named, *owners]))


@cache
def _unspaced(lang: str, desk: Desk) -> tuple[re.Pattern[str], Mapping[str, Entry]]:
    entries = {name: entry for name, entry in reversed(list(_names(lang, desk))) if len(name) >= _FEWEST_LETTERS}
    longest_first = sorted(entries, key=lambda name: (-len(name), name))
    return re.compile("|".join(map(re.escape, longest_first)) or "(?!)"), entries


def _names(lang: str, desk: Desk) -> Iterator[tuple[str, Entry]]:
    """Yield what the desk, our list and Unicode CLDR call whom in a language; the first of equal names holds."""
    registry = load(desk)
    for own in desk.actors:
        if not own.ignore:
            meant = registry.get(own.name) or Entry(own.name, own.kind or "person")
            yield from ((name, meant) for name in own.names)
    for known, names in shipped("finding/foreign.yml").items():
        if entry := registry.get(known):
            yield from ((name, entry) for name in names.get(lang, ()))
    in_english = _territories("en")
    for code, name in (item for locale in (lang, *_SCRIPTS.get(lang, ())) for item in _territories(locale).items()):
        # "South America" is a region of its own, so that its second word is no country.
        if entry := registry.get(in_english.get(code, "")) if code.isdigit() else registry.country(code):
            yield name, entry


def _territories(locale: str) -> Mapping[str, str]:
    from babel import Locale, UnknownLocaleError

    try:
        return dict(Locale.parse(locale).territories)
    except (UnknownLocaleError, ValueError):
        return {}
