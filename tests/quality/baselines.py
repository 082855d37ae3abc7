"""What the plainest methods find in an article: the baselines that stand beside the program's figures."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from generator.finding.mention import Mention
from generator.finding.parts import Part, parts
from generator.language import Parse, sentences
from generator.model import Actor, Article, Claim, Kind, Quote, Span
from generator.registry import Subject, Subjects, pieces

LEAST_WORDS = 4  # of a quotation
KINDS: dict[str, Kind] = {"PERSON": "person", "ORG": "organisation", "GPE": "country", "LOC": "place", "FAC": "place"}
_QUOTED = re.compile(r"(?:[“\"]|``|'')(.+?)(?:[”\"]|'')")
_SAID = re.compile(r"\b(?:said|according to)\b", re.IGNORECASE)
_LEAST_LETTERS = 4  # of a word that may speak for a topic


def names(article: Article, parse: Parse) -> tuple[Actor, ...]:
    """Return an actor for each spelling of spaCy's names, those with most mentions first, of equals the first named."""
    spans: dict[str, list[Span]] = defaultdict(list)
    kinds: dict[str, Kind] = {}
    for part in parts(article, parse):
        for name in part.doc.ents:
            span = part.fragment.span(name.start_char, name.end_char)
            if name.label_ in KINDS and span is not None:
                spans[name.text].append(span)
                kinds.setdefault(name.text, KINDS[name.label_])
    ranked = sorted(spans, key=lambda text: -len(spans[text]))
    return tuple(Actor(text, text, kinds[text], (), tuple(spans[text]), len(spans[text])) for text in ranked)


def by_spelling(found: Sequence[Part], mentions: Iterable[Mention]) -> list[list[Mention]]:  # noqa: ARG001 -- as clusters
    """Return the mentions of each spelling."""
    spelt: dict[str, list[Mention]] = defaultdict(list)
    for one in mentions:
        spelt[one.name].append(one)
    return list(spelt.values())


def quotes(article: Article, parse: Parse) -> tuple[Quote, ...]:
    """Return all that stands between double marks, by the person who is named nearest in the same paragraph."""
    return tuple(_quotes(article, parse))


def _quotes(article: Article, parse: Parse) -> Iterator[Quote]:
    for part in parts(article, parse):
        people = [(one.start_char, one.end_char) for one in part.doc.ents if one.label_ == "PERSON"]
        for found in _QUOTED.finditer(part.text):
            span = part.fragment.span(*found.span(1))
            if span is not None and len(found[1].split()) >= LEAST_WORDS:
                yield Quote(found[1], _nearest(part.text, people, *found.span()), span.start, span.end, "")


def _nearest(text: str, names: Sequence[tuple[int, int]], start: int, end: int) -> str:
    """Return the name that stands nearest before or behind a stretch, "" where there is none."""
    outside = [name for name in names if name[1] <= start or end <= name[0]]
    nearest = min(outside, key=lambda name: max(start - name[1], name[0] - end), default=(0, 0))
    return text[slice(*nearest)]


def claims(article: Article, parse: Parse) -> tuple[Claim, ...]:
    """Return the sentences with "said" or "according to" as claims of whoever is named nearest to that."""
    return tuple(_claims(article, parse))


def _claims(article: Article, parse: Parse) -> Iterator[Claim]:
    for sentence in sentences(article, parse):
        doc, fragment = parse.paragraphs[sentence.paragraph], article.paragraphs[sentence.paragraph]
        within = [place for place, at in enumerate(fragment.offsets) if sentence.start <= at < sentence.end]
        said = _SAID.search(fragment.text, within[0], within[-1] + 1)
        people = [
            (one.start_char, one.end_char)
            for one in doc.ents
            if one.label_ in KINDS and within[0] <= one.start_char <= within[-1]
        ]
        if said:
            party = _nearest(fragment.text, people, *said.span())
            yield Claim(sentence.text, sentence.start, sentence.end, party, "")


def subjects(concepts: Path) -> Subjects:
    """Return IPTC's top concepts; the words of all labels and definitions below them are their only keywords."""
    listed = [one for one in json.loads(concepts.read_text("utf-8"))["concepts"] if one["label"] and not one["retired"]]
    above = {one["code"]: one["broader"] for one in listed}
    words: dict[str, set[str]] = defaultdict(set)
    for one in listed:
        words[_top(one["code"], above)] |= {
            word for word in pieces(f"{one['label']} {one['definition'] or ''}") if len(word) >= _LEAST_LETTERS
        }
    tops = [one for one in listed if not one["broader"]]
    return Subjects(
        tuple(Subject(one["code"], one["label"], dict.fromkeys(sorted(words[one["code"]]), 1.0)) for one in tops)
    )


def _top(code: str, above: dict[str, list[str]]) -> str:
    """Return the concept at the top of the one with this code."""
    while above.get(code):
        code = above[code][0]
    return code
