"""Names that a text has and an article has not: rather one too few than one too many."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.finding.words import words as known_words
from generator.lint.capitals import ACRONYM, Word, is_headline, key, runs, words
from generator.lint.namelists import name_lists

_STEM = 4


@dataclass(frozen=True, slots=True)
class Names:
    """What names a text holds: the words that it sets with a capital, and the letters that runs of them begin with."""

    words: frozenset[str]  # folded, with parts of hyphenated ones
    all_words: frozenset[str]  # of any case
    initials: frozenset[str]
    acronyms: frozenset[str]

    def hold(self, word: str, *, any_case: bool = False) -> bool:
        """Tell whether a word is one of these names, a form of one, an acronym, or made of such with hyphens."""
        return self._holds(word, any_case=any_case) or (
            len(parts := re.split(r"[-‑.'’&]", word)) > 1
            and all(len(part) <= 1 or part.islower() or self._holds(part, any_case=any_case) for part in parts)
        )

    def _holds(self, word: str, *, any_case: bool) -> bool:
        folded = key(word)
        pool = self.all_words if any_case else self.words
        return folded in pool or folded in self.initials or any(form in pool for form in _forms(folded))


@lru_cache(maxsize=4)
def names_of(text: str) -> Names:
    """Return the names of a text."""
    found = words(text)
    large = [word for word in found if word.large]
    folded = {form for word in large for form in _spellings(word.text)}
    return Names(
        words=frozenset(folded),
        all_words=frozenset(folded | {form for word in found for form in _spellings(word.text)}),
        initials=frozenset(_initials(text, found)),
        acronyms=frozenset(key(word.text) for word in large if word.acronym),
    )


def strangers(text: str, names: Names, *, as_name: bool = False) -> Iterator[tuple[int, int]]:
    """Yield where a text has names, or parts of names, that are not among these; `as_name` where it is one itself."""
    found = words(text)
    loose = not as_name and is_headline(found)
    for run in runs(text, found):
        wrong = [word for word in run if _is_stranger(word, run, text, names, loose=loose, as_name=as_name)]
        if any(_names_alone(word, run, wrong) for word in wrong) and not _is_spelt_out(run, names):
            yield wrong[0].start, wrong[-1].end


def _names_alone(word: Word, run: Sequence[Word], wrong: Sequence[Word]) -> bool:
    """Tell whether a strange word makes a name strange: not "Islands", nor what just opens the sentence before it."""
    found = key(word.text)
    if len(run) > 1 and found in name_lists().generic:
        return False
    return not (word.opens and len(run) > 1 and len(wrong) == 1 and found not in known_words().given)


def _spellings(word: str) -> Iterator[str]:
    yield key(word)
    yield from (key(part) for part in re.split(r"[-‑'’.&]", word) if part)
    yield key(re.sub(r"[-‑'’&]", "", word))


def _forms(word: str) -> Iterator[str]:
    """Yield the names that a word may be made of: "Californians" of "California", "Democrats" of "Democrat"."""
    for ending in name_lists().endings:
        yield word + ending
        if word.endswith(ending) and len(word) - len(ending) >= _STEM:
            stem = word.removesuffix(ending)
            yield from (stem, f"{stem}a", f"{stem}o", f"{stem}e", f"{stem}y")
    if word.endswith("ies"):
        yield f"{word[:-3]}y"


def _is_stranger(  # noqa: PLR0913
    word: Word, run: Sequence[Word], text: str, names: Names, *, loose: bool, as_name: bool
) -> bool:
    if not word.large or _is_common(word.text) or names.hold(word.text, any_case=loose or word.opens):
        return False
    if loose:
        return word.acronym and not _is_shouted(run)
    return as_name or not word.opens or len(run) > 1 or _is_surely_name(word, text)


def _is_common(word: str) -> bool:
    """Tell whether a capitalised word, or each part of it that has a capital, names nobody."""
    parts = [key(part) for part in re.split(r"[-‑]", word) if not part.islower()]
    return len(word) == 1 or all(map(_is_plain, parts)) or _is_plain(key(word))


def _is_plain(word: str) -> bool:
    lists = name_lists()
    return word.isdigit() or word in lists.common or word.removesuffix("s") in lists.common


def _is_shouted(run: Sequence[Word]) -> bool:
    return len(run) > 1 and all(word.acronym or len(word.text) == 1 or word.text.isupper() for word in run)


def _is_surely_name(word: Word, text: str) -> bool:
    """Tell whether a word that opens a sentence is somebody's name: an acronym, or one that speaks."""
    if word.acronym or key(word.text) in known_words().given:
        return True
    following = re.match(r"\s+([^\W\d_]+)", text[word.end : word.end + 20])
    return bool(following and following[1] in name_lists().saying) and not key(word.text).endswith(
        name_lists().plain_endings
    )


def _is_spelt_out(run: Sequence[Word], names: Names) -> bool:
    """Tell whether the letters that the words of a name begin with are an acronym that is known."""
    every = "".join(word.text[0] for word in run).lower()
    large = "".join(word.text[0] for word in run if word.large).lower()
    return len(large) > 1 and not names.acronyms.isdisjoint({every, large})


def _initials(text: str, found: Sequence[Word]) -> Iterator[str]:
    for run in runs(text, found):
        for some in (run, [word for word in run if word.large]):
            letters = "".join(word.text[0] for word in some).lower()
            for start in range(len(letters)):
                yield from (letters[start : start + size] for size in ACRONYM if start + size <= len(letters))
