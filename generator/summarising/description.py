"""The two lines that stand for an article: its title, and one sentence that says what it is about."""

import re
from typing import TYPE_CHECKING

from generator.language import SIGNS_A_WORD, length, parsed_in, words
from generator.model import Fragment, Sentence
from generator.summarising.alone import is_finished
from generator.summarising.clause import beginning, clipped, main_clause
from generator.summarising.telling import Matter, alone, worth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

MOST_WORDS = 30
MOST_TITLE_WORDS = 20  # of a title that is a sentence, where its main clause is as short
FEWEST_TITLE_WORDS = 8
FEWEST_CUT_WORDS = 12  # of what a comma ends in a sentence that no model read
TITLE_LEAD = 3  # sentences among which a title is looked for before the key sentences
CUT_WORTH = 0.95  # of the beginning of a sentence against a whole one
CUT_LEAD = 2  # sentences that may be cut elsewhere
_MORE = "…"
_ASKING = re.compile(r"[?!？！]\W*$")


def entitle(matter: Matter) -> str:
    """Return the headline; without one the first sentence that is understood alone, else one that leans on none.

    Of a long sentence the main clause will do, as a headline needs no full stop. An article without a sentence has the
    empty title.
    """
    if matter.article.headline:
        return matter.article.headline.text
    lead = matter.sentences[:TITLE_LEAD]
    found = [one for one in alone(matter) if length(one.text) >= FEWEST_TITLE_WORDS]
    found.sort(key=lambda one: one not in lead)
    finished = [one for one in lead if is_finished(one.text, matter.article.lang)]
    left = (*(one for one in found if one in (*lead, *matter.summary)), *finished, *lead)
    return next((_clause(matter, one, MOST_TITLE_WORDS) or _brief(matter, one) or one.text for one in left), "")


def describe(matter: Matter, opening: str, title: str) -> str:
    """Return `opening`, the first sentence of the article's standfirst, else a sentence of the article, verbatim.

    Of the article's sentences it is the most telling one that is understood alone and does not say what the `title`
    says; where there is none, the first key sentence that leans on none, and without that the title. Of more than
    MOST_WORDS words the clauses at the end are left out, of the first sentences phrases too, and "…" stands for them;
    a sentence that is still longer is passed over, or cut where nothing else is left.
    """
    if opening and not _ASKING.search(opening) and not says(opening, title):
        return _shortened(opening, matter.article.standfirst, matter.parse.standfirst)
    told = [(one, _brief(matter, one) or _begun(matter, one)) for one in alone(matter) if not says(one.text, title)]
    if best := [(_worth(matter, *pair), pair) for pair in told if pair[1]]:
        _, (whole, text) = max(best, key=lambda each: round(each[0], 9))
        return text if text == whole.text else text + _MORE
    unparsed = (one.text for one, _ in told if matter.span(one) is None)
    return _cut(next(unparsed, next(_others(matter, title), title)))


def _others(matter: Matter, title: str) -> "Iterator[str]":
    """Yield key sentences, then the first ones, that lean on none and say not what the title says, short ones first."""
    left = dict.fromkeys((*matter.summary, *matter.sentences[:TITLE_LEAD]))
    found = [one.text for one in left if is_finished(one.text, matter.article.lang) and not says(one.text, title)]
    yield from sorted(found, key=lambda text: length(text) > MOST_WORDS)


def _brief(matter: Matter, sentence: Sentence) -> str:
    return sentence.text if length(sentence.text) <= MOST_WORDS else _clause(matter, sentence, MOST_WORDS)


def _begun(matter: Matter, sentence: Sentence) -> str:
    """Return the beginning of one of the first sentences, the empty string for any other and where it has none."""
    if sentence not in matter.sentences[:CUT_LEAD]:
        return ""
    if span := matter.span(sentence):
        return beginning(span, MOST_WORDS) or clipped(span, MOST_WORDS)
    return _until_comma(sentence.text)


def says(text: str, title: str) -> bool:
    """Whether a text is the title over again, or begins with one that is long."""
    said, told = _folded(title), _folded(text)
    return told == said or (length(title) >= FEWEST_TITLE_WORDS and told.startswith(said))


def _worth(matter: Matter, whole: Sentence, text: str) -> float:
    return worth(matter, whole, len(text)) * (1 if text == whole.text else CUT_WORTH)


def _shortened(text: str, fragment: Fragment | None, doc: "Doc | None") -> str:
    if length(text) <= MOST_WORDS:
        return text
    span = parsed_in(fragment, doc, text) if fragment and doc is not None else None
    clause = main_clause(span, MOST_WORDS) if span else ""
    return clause + _MORE if clause else _cut(text)


def _clause(matter: Matter, sentence: Sentence, most: int) -> str:
    """Return the main clause of a sentence that has more words, the empty string of any other and where it has none."""
    span = matter.span(sentence) if length(sentence.text) > most else None
    return main_clause(span, most) if span else ""


def _until_comma(text: str) -> str:
    """Return a sentence that no model read, as far as the last comma among its first words."""
    begun = " ".join(text.split(" ")[: MOST_WORDS + 1]).rpartition(", ")[0]
    return begun if FEWEST_CUT_WORDS <= length(begun) <= MOST_WORDS else ""


def _cut(text: str) -> str:
    if length(text) <= MOST_WORDS:
        return text
    by_words = " ".join(text.split(" ")[:MOST_WORDS])
    return (by_words if length(by_words) <= MOST_WORDS else text[: MOST_WORDS * SIGNS_A_WORD]).rstrip(" ,;:–—-") + _MORE


def _folded(text: str) -> str:
    return " ".join(words(text.lower()))
