"""Nouns that mean a medium, which carries what others say: "the newspaper", "the news agency", no "space agency"."""

from typing import TYPE_CHECKING

from generator.finding.speech import listed

if TYPE_CHECKING:
    from spacy.tokens import Token

_BESIDE = frozenset({"amod", "compound", "nmod"})
_NATION = "NORP"


def is_outlet(word: "Token") -> bool:
    """Tell whether a noun means a medium; of a bare "agency" that is so where no other agency was named."""
    lemma = word.lemma_.lower()
    return (lemma in listed("media_nouns") | listed("media") and not is_office(word)) or _is_called_one(word)


def _is_called_one(word: "Token") -> bool:
    """Tell whether a name stands right behind a noun for a medium: "the state broadcaster TRT"."""
    if word.pos_ != "PROPN" or word.ent_type_ == "PERSON" or word.i == word.sent.start:
        return False
    before = word.nbor(-1)
    return before.pos_ == "NOUN" and before.lemma_.lower() in listed("media_nouns") and not is_office(before)


def is_office(word: "Token") -> bool:
    """Tell whether an agency, a network or a station is of something else than news, by the words beside it."""
    if word.lemma_.lower() not in listed("media_bodies"):
        return False
    before = [child for child in word.lefts if child.dep_ in _BESIDE]
    if any(child.lower_ in listed("media_marks") for child in before):
        return False
    named = any(not _is_owner(child) for child in before)
    return named or any(child.dep_ == "prep" and child.lower_ in {"for", "of"} for child in word.rights)


def _is_owner(word: "Token") -> bool:
    return word.ent_type_ == _NATION or word.lower_ in listed("media_owners") or not word.is_alpha
