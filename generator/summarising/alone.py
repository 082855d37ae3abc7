"""Whether a sentence is understood, and says something, without its article."""

import re
from functools import cache
from typing import TYPE_CHECKING

from generator.language import length
from generator.lists import shipped
from generator.summarising.anaphora import QUOTATION, is_first_person, is_unresolved, opens_with_quotation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span, Token

FEWEST_WORDS = 6
_PERSONAL = frozenset({"he", "him", "his", "she", "her", "they", "them", "their", "it", "its"})
_POINTING = frozenset({"this", "that", "these", "those"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_AHEAD = frozenset({"xcomp", "ccomp", "csubj", "acl"})
_THINGS = frozenset({"it", "its"})
_OBJECTS = frozenset({"dobj", "pobj", "attr", "nsubj", "nsubjpass"})
_ASIDE = re.compile(r"[(\[].*[)\]]\W*$", re.DOTALL)
_UNFINISHED = re.compile(r"[:;,–—-]\s*\.$|[^.。”\"’')\]]$|[?!？！:]\W*$")
_NEVER = re.compile(r"(?!)")


def stands_alone(text: str, span: "Span | None", lang: str, *, is_first: bool) -> bool:
    """Whether a sentence tells something by itself: it leans on none, asks nothing and speaks to nobody.

    `span` is the sentence as parsed, None where it is not; `is_first` says that nothing stands before it.
    """
    if length(text) < FEWEST_WORDS or not is_finished(text, lang) or is_first_person(text, lang) or _ASIDE.match(text):
        return False
    plain = QUOTATION.sub(" ", text.replace("’", "'"))
    if _pattern(lang, "addressed").search(plain):
        return False
    if _starts(plain, lang, "chatting") or (not is_first and _starts(plain, lang, "openings")):
        return False
    if span is None:
        return True
    return (is_first or _has_verb(span)) and not _is_of_another(span)


def is_finished(text: str, lang: str) -> bool:
    """Whether a sentence ends as one that tells something, opens with nobody's words and leans on none before it."""
    return not (_UNFINISHED.search(text) or opens_with_quotation(text) or is_unresolved(text, lang))


def _starts(text: str, lang: str, name: str) -> bool:
    return _pattern(lang, name).match(text) is not None


def _has_verb(span: "Span") -> bool:
    """Whether a sentence has a verb with its subject, and no "Well" before it."""
    return span.root.pos_ in {"VERB", "AUX"} and span[0].pos_ != "INTJ" and any(_subjects(span))


def _is_of_another(span: "Span") -> bool:
    """Whether a pronoun in a sentence stands for what that does not name."""
    return any(map(_is_he, _subjects(span))) or any(map(_dangles, span))


def _subjects(span: "Span") -> "Iterator[Token]":
    return (child for child in span.root.children if child.dep_ in _SUBJECTS)


def _is_he(subject: "Token") -> bool:
    """Whether a subject is named elsewhere: "If confirmed, she would be", but not "It is time to"."""
    below = (child for word in (subject.head, *subject.head.children) for child in word.children)
    is_ahead = subject.lower_ == "it" and any(child.dep_ in _AHEAD and child.i > subject.i for child in below)
    return subject.lower_ in _PERSONAL and subject.dep_ != "expl" and not is_ahead


def _dangles(token: "Token") -> bool:
    word = token.lower_
    if word in _PERSONAL and token.pos_ in {"PRON", "DET"}:
        return token.dep_ != "expl" and not any(_may_be_meant(other, token) for other in token.sent)
    if word not in _POINTING:
        return word == "there" and token.dep_ == "advmod"
    if token.dep_ == "det":
        return token.head.lower_ not in shipped("summarising/alone.yml")["times"].split() and token.head.i > token.i
    return token.pos_ == "PRON" and token.tag_ == "DT" and token.dep_ in _OBJECTS and not list(token.children)


def _may_be_meant(noun: "Token", pronoun: "Token") -> bool:
    """Whether a pronoun may stand for a noun: one before it, but for the subject of its own verb, or a name."""
    head = noun.head if noun.dep_ == "compound" else noun
    own = head.dep_ in _SUBJECTS and head.head == pronoun.head
    before = noun.i < pronoun.i and noun.pos_ in {"NOUN", "PROPN"}
    return not own and (before or (noun.pos_ == "PROPN" and pronoun.lower_ not in _THINGS))


@cache
def _pattern(lang: str, name: str) -> re.Pattern[str]:
    listed = shipped("summarising/alone.yml")[name].get(lang, "")
    words = "|".join(re.escape(" ".join(entry.split())) for entry in listed.split("|"))
    return re.compile(rf"(?<![\w'-])(?:{words})(?![\w'-])", re.IGNORECASE) if listed else _NEVER
