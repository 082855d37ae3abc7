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
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
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
    return (is_first or (_has_verb(span) and not any(map(points_back, span)))) and not _is_of_another(span)


def points_back(token: "Token") -> bool:
    """Whether a word goes on from what another sentence tells: "was then sold", "buys oil too", "made the remarks"."""
    if token.lower_ in {"then", "too"} or _is_as_well(token):
        return token.dep_ == "advmod" and _adds(token)
    is_bare = any(child.lower_ == "the" for child in token.children) and len(list(token.children)) == 1
    listed = shipped("summarising/alone.yml")["matters"].split()
    is_told = token.dep_ == "dobj" and token.head.dep_ == "ROOT"
    return is_told and is_bare and token.lower_.removesuffix("s") in listed


def _is_as_well(token: "Token") -> bool:
    """Whether a word ends "as well", not "as well-known"."""
    if token.lower_ != "well" or token.i == token.sent.start or token.nbor(-1).lower_ != "as":
        return False
    return token.i + 1 == token.sent.end or not token.nbor().text.startswith("-")


def _adds(adverb: "Token") -> bool:
    """Whether an adverb adds what its verb tells to something that the sentence does not tell before."""
    verb = adverb.head
    within = {"conj", "relcl", "acl", "advcl"}
    if verb.tag_[:2] not in {"VB", "MD"} or any(one.dep_ in within for one in (verb, *verb.ancestors)):
        return False
    if _is_second_step(adverb) or _quotation(adverb):
        return False
    before = [child for child in verb.children if child.i < min(verb.i, adverb.i)]
    return not any(child.dep_ == "advcl" or any(one.dep_ == "pcomp" for one in child.children) for child in before)


def is_finished(text: str, lang: str) -> bool:
    """Whether a sentence ends as one that tells something, opens with nobody's words and leans on none before it."""
    return not (_UNFINISHED.search(text) or opens_with_quotation(text) or is_unresolved(text, lang))


def _starts(text: str, lang: str, name: str) -> bool:
    return _pattern(lang, name).match(text) is not None


def _has_verb(span: "Span") -> bool:
    """Whether a sentence has a verb with its subject, and no "Well" before it."""
    return span.root.pos_ in {"VERB", "AUX"} and span[0].pos_ != "INTJ" and any(_subjects(span))


def _is_second_step(adverb: "Token") -> bool:
    """Whether "then" goes on from what the sentence tells before: "opened, then closed"."""
    before = adverb.nbor(-1).lower_ if adverb.i > adverb.sent.start else ""
    return adverb.lower_ == "then" and before in {",", ";", "and", "but"}


def _is_of_another(span: "Span") -> bool:
    """Whether a pronoun in a sentence stands for what that does not name."""
    return any(map(_is_he, _subjects(span))) or any(map(_dangles, span))


def _subjects(span: "Span") -> "Iterator[Token]":
    return (child for child in span.root.children if child.dep_ in _SUBJECTS)


def _is_he(subject: "Token") -> bool:
    """Whether a subject is named elsewhere: "If confirmed, she would be", but not "It is time to"."""
    below = (child for word in (subject.head, *subject.head.children) for child in word.children)
    is_ahead = subject.lower_ == "it" and any(child.dep_ in _AHEAD and child.i > subject.i for child in below)
    return subject.lower_ in _PERSONAL and subject.dep_ != "expl" and not is_ahead and not _is_in_title(subject)


def _is_in_title(word: "Token") -> bool:
    """Whether a word is one of a book's or film's title: "It Was Just an Accident"."""
    words = _LONG_WORD.findall(_quotation(word))
    return word.is_title and bool(words) and all(one[0].isupper() for one in words)


def _quotation(word: "Token") -> str:
    """Return the quotation that a word of a sentence stands in, the empty string where it stands in none."""
    at = word.idx - word.sent.start_char
    found = (match[0] for match in QUOTATION.finditer(word.sent.text) if match.start() <= at < match.end())
    return next(found, "")


def _dangles(token: "Token") -> bool:
    word = token.lower_
    if word in _PERSONAL and token.pos_ in {"PRON", "DET"}:
        return (
            token.dep_ != "expl"
            and not _is_in_title(token)
            and not any(_may_be_meant(other, token) for other in token.sent)
        )
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
