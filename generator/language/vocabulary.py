"""Words of a language that are no names, as far as the model's own word lists tell."""

from functools import cache
from typing import TYPE_CHECKING

from generator.language.models import load

if TYPE_CHECKING:
    from spacy.tokens import Token

_KINDS = ("noun", "verb", "adj", "adv")
_ENDINGS = ("s", "es", "ed", "ing", "ly")
_PLURAL = frozenset({"NNS", "NNPS"})


def is_plain_word(word: "Token") -> bool:
    """Tell whether a word with a capital is a verb, adjective, adverb or plural of the language.

    Singular nouns tell nothing: the lists have "Burke" and "Houston" among them.
    """
    lower = word.lower_
    if word.tag_ in _PLURAL:
        return lower.removesuffix("s") in _listed(word.lang_, "noun")
    kinds = ("verb", "adj", "adv", *(("noun",) if word.pos_ == "NOUN" else ()))
    return any(lower in _listed(word.lang_, kind) for kind in kinds)


def is_word(text: str, lang: str) -> bool:
    """Tell whether a text in small letters is a word of the language or an inflected form of one."""
    stems = (text, *(text.removesuffix(ending) for ending in _ENDINGS if text.endswith(ending)))
    forms = {form for stem in stems for form in (stem, f"{stem}e")}
    return any(not forms.isdisjoint(_listed(lang, kind)) for kind in _KINDS)


@cache
def _listed(lang: str, kind: str) -> frozenset[str]:
    if not load(lang).has_pipe("lemmatizer"):
        return frozenset()
    lookups = load(lang).get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    listed = frozenset(lookups.get_table("lemma_index", {}).get(kind, ()))
    inflected = lookups.get_table("lemma_exc", {}).get(kind, {})
    return listed | frozenset(inflected)
