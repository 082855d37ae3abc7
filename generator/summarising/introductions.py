"""Which sentence names a person whom a later one calls by the surname alone, or "he"."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from generator.language import Parse, parsed
from generator.model import Article, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_PERSON, _NAME = "PERSON", "NNP"
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_PRONOUNS = frozenset({"he", "she"})
_SAYS_WHO = frozenset({"appos", "relcl"})  # "Brook, the leader of the union", "Brook, who leads the union"


def introductions(article: Article, parse: Parse, sentences: Sequence[Sentence]) -> Mapping[int, int]:
    """Return for sentences with a bare surname the first one, before it, that has the name in full.

    None for a surname that stands in the headline, and for one beside which it says who that is. A sentence that tells
    of "he" or "she" behind a clause or a quotation that names nobody has the one before it.
    """
    headline = article.headline.text.casefold() if article.headline else ""
    named: dict[str, int] = {}
    found: dict[int, int] = {}
    for number, sentence in enumerate(sentences):
        if (span := parsed(article, parse, sentence)) is None:
            continue
        told = set(_surnames(span))
        bare = {word.text for word in span if word.text in named and _is_bare(word)} - told
        if missing := [named[surname] for surname in bare if surname.casefold() not in headline]:
            found[number] = max(missing)
        elif number and _is_of_nobody(span):
            found[number] = number - 1
        named |= dict.fromkeys(told - named.keys(), number)
    return found


def _is_of_nobody(span: "Span") -> bool:
    """Whether the subject of a sentence is a pronoun for a person whom it does not name before."""
    subjects = [word for word in span.root.children if word.dep_ in _SUBJECTS and word.lower_ in _PRONOUNS]
    return any(not any(one.ent_type_ == _PERSON for one in span.doc[span.start : word.i]) for word in subjects)


def _surnames(span: "Span") -> "Iterator[str]":
    """Yield the last words of people's names of more than one."""
    for entity in span.ents:
        words = [word for word in entity if word.tag_ == _NAME]
        if entity.label_ == _PERSON and len(words) > 1:
            yield words[-1].text


def _is_bare(word: "Token") -> bool:
    """Whether a surname stands without other names, but for "Mr.", and without telling who that is."""
    beside = (*word.doc[max(0, word.i - 1) : word.i], *word.doc[word.i + 1 : word.i + 2])
    alone = _is_whole_name(word) or not any(one.tag_ == _NAME and not one.text.endswith(".") for one in beside)
    return alone and not any(child.dep_ in _SAYS_WHO for child in word.children)


def _is_whole_name(word: "Token") -> bool:
    return any(entity.label_ == _PERSON and len(entity) == 1 for entity in word.doc[word.i : word.i + 1].ents)
