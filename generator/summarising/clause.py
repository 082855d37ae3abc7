"""A sentence without the clauses that hang on its end: a verbatim beginning that is a sentence too."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.lists import shipped
from generator.summarising.attribution import is_nobody, is_saying, told

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

FEWEST_WORDS = 8
_PAIRS = ("“”", "„“", "«»", "()", "[]")
_DASHES = frozenset({"–", "—", "-", "--"})
_MARKS = frozenset(",;") | _DASHES
_HANGING = frozenset({"advcl", "relcl", "acl", "prep", "punct", "cc", "mark", "npadvmod"})
_LOOSE = frozenset({"advcl", "prep"})
_OPEN = frozenset({"VERB", "AUX", "DET", "ADP", "SCONJ", "CCONJ"})  # behind them a sentence goes on, comma or not
_DESCRIBED = frozenset({"ADJ", "ADV", "NOUN", "PROPN", "CCONJ"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_TOLD = frozenset({"dobj", "prep", "attr", "acomp", "ccomp", "xcomp", "prt", "npadvmod", "advmod", "agent", "dative"})
_FREE = frozenset({"advcl", "relcl", "acl", "npadvmod", "punct", "cc", "appos"})
_ORDERS = frozenset({"first", "last", "latest"})
_WAITING = frozenset({"ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "NUM", "PART", "PRON", "SCONJ"})
_CLOSING = frozenset({'"', "”", "»", ")", "]", "'", "''", "’", "%", "."})
_ADDED = frozenset({"appos", "oprd"})
_ARTICLES = frozenset({"a", "an", "the", "one"})
_BY = "according to"
_SPACE = re.compile(r"\s+")


def main_clause(sentence: "Span", most: int) -> str:
    """Return the longest beginning of a sentence, of at most `most` words, that says by itself what the whole does.

    It ends before a comma, semicolon or dash, or before "after", "while" and the like; verb and subject stand in it,
    what is left out hangs on it as a clause or an adverbial, and is neither whose word it is, if that is anybody in
    particular ("according to police"), nor what turns its meaning ("unless"). The empty string, if there is none.
    """
    return next((text for text in _beginnings(sentence) if FEWEST_WORDS <= len(text.split()) <= most), "")


def beginning(sentence: "Span", most: int) -> str:
    """Return the longest beginning of a sentence, of at most `most` words, that could stand by itself.

    Unlike a main clause it may end before anything that hangs on a word and need not be there: "a book" of "a book by
    a poet from Bergen", "reached the port" of "reached the port with wood". Nothing in it hangs on what is left out.
    The empty string, if there is none.
    """
    root = told(sentence)
    subjects = [child.i for child in root.children if child.dep_ in _SUBJECTS]
    told_by = [child.i for child in root.children if child.dep_ == "ccomp"] if is_saying(root) else [root.i]
    if root.pos_ not in {"VERB", "AUX"} or not subjects or not told_by:
        return ""
    first = max(root.i, *subjects, *told_by) + 1
    for mark in reversed(sentence.doc[max(first, sentence.start + 1) : sentence.end - 1]):
        text = sentence.doc.text[sentence.start_char : mark.idx].rstrip()
        if _fits(text, most) and _is_closed(sentence, mark) and _is_balanced(text):
            return text
    return ""


def clipped(sentence: "Span", most: int) -> str:
    """Return the first `most` words of a sentence, without those at their end that wait for the next.

    A verb stands in them with its subject and, where all is somebody's word, whose it is, or what it hangs on ("if").
    The empty string, if not.
    """
    root = told(sentence)
    kept: list[Token] = []
    for token in sentence:
        if len(sentence.doc.text[sentence.start_char : token.idx + len(token)].split()) > most:
            break
        kept.append(token)
    while kept and (_waits(kept[-1]) or _is_contrasted(sentence, kept[-1])):
        kept.pop()
    told_in = [root, *(child for child in root.children if child.dep_ == "ccomp")]
    subjects = [child for verb in told_in for child in verb.children if child.dep_ in _SUBJECTS][:1]
    if not subjects or any(token not in kept for token in (root, *subjects)):
        return ""
    rest = sentence.doc[kept[-1].i + 1 : sentence.end]
    if _turns(rest, "binding") or any(word.dep_ == "parataxis" and is_saying(word) for word in rest):
        return ""
    text = sentence.doc.text[sentence.start_char : kept[-1].idx + len(kept[-1])]
    return text if _is_balanced(text) and _fits(text, most) else ""


def _is_contrasted(sentence: "Span", last: "Token") -> bool:
    """Whether the rest says "but" to a clause that only describes a word: "a deal that helps some but harms others"."""
    rest = sentence.doc[last.i + 1 : sentence.end]
    clauses = [word.head for word in rest if word.lower_ == "but" and word.dep_ == "cc"]
    return any(clause.dep_ in {"relcl", "acl"} and clause.left_edge.i <= last.i for clause in clauses)


def _waits(last: "Token") -> bool:
    """Whether the last word that is kept asks for the next: a verb for its object, a subject for its verb."""
    if last.is_punct:
        return last.text not in _CLOSING
    return (
        last.pos_ in _WAITING
        or any(word.i > last.i for word in last.ancestors)
        or (last.pos_ == "VERB" and last.right_edge.i > last.i and not _has_told(last))
    )


def _has_told(verb: "Token") -> bool:
    """Whether what a verb says stands before it, so that it waits for nothing: "ready to talk, Berg said"."""
    return is_saying(verb) and any(child.dep_ == "ccomp" and child.i < verb.i for child in verb.children)


def _fits(text: str, most: int) -> bool:
    return FEWEST_WORDS <= len(text.split()) <= most


def _is_closed(sentence: "Span", mark: "Token") -> bool:
    """Whether a sentence may end before a word: nothing before it hangs on the rest, and of that nothing is needed."""
    kept, rest = sentence.doc[sentence.start : mark.i], sentence.doc[mark.i : sentence.end]
    last = kept[-1]
    if not last.whitespace_ and mark.text not in _MARKS | {":"}:
        return False
    if (last.is_punct and last.text not in _CLOSING) or last.pos_ in {"CCONJ", "SCONJ"} or last.dep_ == "prep":
        return False
    if any(token.head.i >= mark.i for token in kept) or _turns(rest):
        return False
    return all(_may_go(token, mark) for token in rest if token.head.i < mark.i)


def _may_go(token: "Token", mark: "Token") -> bool:
    """Whether a word of the rest, with what hangs on it, may be left out though no mark stands before it."""
    if _is_narrowed(token.head):
        return False
    if token.dep_ == "prep":
        return _is_loose(token)
    if token.dep_ == "conj":
        return mark.dep_ in {"cc", "punct"} and token.head.dep_ != "conj" and not _is_of_pair(token)
    return token.dep_ in _FREE


def _is_narrowed(head: "Token") -> bool:
    """Whether what hangs on a word says how far that holds: "the worst in years", "will not resign before May"."""
    over = [head, *head.ancestors]
    is_denied = any(child.dep_ == "neg" or child.lower_ in {"no", "only"} for one in over for child in one.children)
    near = [head, *head.children]
    return is_denied or any(word.tag_ in {"JJS", "RBS"} or word.lower_ in _ORDERS for word in near)


def _is_loose(preposition: "Token") -> bool:
    """Whether what hangs on a preposition only adds to it: "in Bergen", not "charged with theft", "the end of"."""
    head = preposition.head
    if head.pos_ not in {"VERB", "AUX"}:
        return preposition.lower_ in shipped("summarising/clause.yml")["adding"]["en"]
    is_told = any(
        (child.dep_ in _TOLD and head.i < child.i < preposition.i) or child.dep_ == "ccomp" for child in head.children
    )
    is_place = preposition.lower_ in shipped("summarising/clause.yml")["placing"]["en"]
    return is_place and is_told and not _is_carried_on(preposition)


def _is_of_pair(second: "Token") -> bool:
    """Whether a word is the second of two that belong together: "between Norway and Denmark", "both by day and"."""
    first = second.head
    return first.head.lower_ in {"between", "among"} or any(child.dep_ == "preconj" for child in first.children)


def _beginnings(sentence: "Span") -> Iterator[str]:
    """Yield what would stand by itself, the longest first."""
    for token in reversed(list(sentence)[1:-1]):
        parts = _parts(sentence, token) if token.text in _MARKS else _opens(token)
        if parts and _may_end_before(sentence, token):
            text = sentence.doc.text[sentence.start_char : token.idx].rstrip()
            if _is_balanced(text):
                yield text


def _may_end_before(sentence: "Span", mark: "Token") -> bool:
    root = told(sentence)
    needed = [root, *(child for child in root.children if child.dep_ in _SUBJECTS)]
    if root.pos_ not in {"VERB", "AUX"} or len(needed) == 1 or any(token.i >= mark.i for token in needed):
        return False
    rest = sentence.doc[mark.i : sentence.end]
    return (
        not _goes_on(mark)
        and not _turns(rest)
        and all(_hangs(token, mark) for token in rest if token.head.i < mark.i and token != mark)
    )


def _goes_on(mark: "Token") -> bool:
    """Whether a mark stands within a part of a sentence, as in "a small, old bridge"."""
    before = mark.nbor(-1)
    return (before.pos_ in _OPEN and not _has_told(before)) or (before.pos_ == "ADJ" and mark.nbor().pos_ in _DESCRIBED)


def _turns(rest: "Span", listed: str = "needed") -> bool:
    """Whether the end of a sentence tells whose word it is, or turns its meaning, by the words that a list holds."""
    folded = f" {_SPACE.sub(' ', rest.text.lower())} "
    found = {words for words in shipped("summarising/clause.yml")[listed]["en"] if f" {words} " in folded}
    return bool(found - {_BY} if is_nobody(rest) else found)


def _hangs(token: "Token", mark: "Token") -> bool:
    """Whether a word, with what hangs on it, can be left out: a clause, an adverbial, a second verb with its "and"."""
    if token.dep_ == "prep" and _is_carried_on(token):
        return False
    if token.dep_ == "conj" and token.pos_ in {"VERB", "AUX"}:
        is_first = token == mark.nbor() and token.tag_ == "VBG" and not _is_behind_mark(token.head)
        return is_first or mark.text == ";" or "and" in {mark.lower_, mark.nbor().lower_}
    is_added = token.dep_ in _ADDED and token.left_edge == mark.nbor() and mark.nbor().lower_ in _ARTICLES
    return is_added or token.dep_ in _HANGING


def _opens(token: "Token") -> bool:
    """Whether a clause or adverbial of a verb, or a second verb, opens with a word and no mark before it.

    "Three days after" opens with "three".
    """
    if _is_behind_mark(token) or token.left_edge != token:
        return False
    if token.dep_ == "cc":
        return token.lower_ == "and" and token.head.dep_ == "ROOT" and _is_second(token)
    top = token
    while top.head.left_edge == token and top.head != top:
        top = top.head
    lists = shipped("summarising/clause.yml")
    is_past = token.lower_ in lists["once"]["en"] and top.head.tag_ == "VBD"
    if not is_past and token.lower_ not in lists["loose"]["en"]:
        return False
    is_denied = any(child.dep_ == "neg" for child in top.head.children)  # "will not sign before May"
    return top.dep_ in _LOOSE and top.head.pos_ in {"VERB", "AUX"} and not is_denied


def _is_behind_mark(token: "Token") -> bool:
    return token.i > 0 and token.nbor(-1).text in _MARKS


def _is_carried_on(token: "Token") -> bool:
    """Whether what was said before an insertion goes on behind it: "charged Brook, a baker, with theft"."""
    between = token.doc[token.head.i + 1 : token.i - 1]
    return any(word.text in _MARKS for word in between) and any(word.dep_ == "appos" for word in between)


def _parts(sentence: "Span", mark: "Token") -> bool:
    """Tell a mark between parts of a sentence from one within a word ("987-foot"), and a lone dash from a pair."""
    dashes = [token for token in sentence if token.text in _DASHES and token.whitespace_]
    return bool(mark.whitespace_) and (mark.text not in _DASHES or len(dashes) == 1)


def _is_balanced(text: str) -> bool:
    return text.count('"') % 2 == 0 and all(text.count(pair[0]) == text.count(pair[1]) for pair in _PAIRS)


def _is_second(conjunction: "Token") -> bool:
    """Whether an "and" joins one verb to another, not the last of a row to those before it."""
    return [one.pos_ for one in conjunction.head.conjuncts] in (["VERB"], ["AUX"])
