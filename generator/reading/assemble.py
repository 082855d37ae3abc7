"""Blocks to the parts of an article."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.model import Fragment
from generator.reading.agencies import agency, bare_agency, whole_mark
from generator.reading.block import Block
from generator.reading.body import Body, Paragraph, body
from generator.reading.byline import byline
from generator.reading.credit import credit, trailing_credit
from generator.reading.dateline import Dateline, standing_dateline
from generator.reading.dates import find_date, says_published, says_updated
from generator.reading.first_line import with_headline_first, without_signature, without_wire_prefix
from generator.reading.fold import cut
from generator.reading.front import Front, front, same_words
from generator.reading.furniture import Role, role
from generator.reading.labels import unlabelled
from generator.reading.parts import Judged, Parts, joined
from generator.reading.source import is_site, source
from generator.reading.words import listed


def assemble(blocks: Iterable[Block], known: Parts) -> Parts:
    """Take blocks apart; what is `known` from front matter or metadata goes before what is found."""
    labelled = list(unlabelled(blocks))
    judged = [Judged(item.block, role(item.block)) for item in labelled]
    if known.standfirst is None:
        stated = next((item.block.fragment for item in labelled if item.is_standfirst), None)
        known = replace(known, standfirst=stated)
    judged = _without_appendix(judged)
    if known.headline is None:
        judged = with_headline_first(judged)
    if known.standfirst is not None:
        judged = _without_first(judged, known.standfirst)
    above = front(judged, known.headline)
    running = body(judged[above.lead :])
    if above.headline is None and known.headline is None and not running.paragraphs:
        running = Body(tuple(Paragraph(item.block.fragment) for item in judged), ())
    return _preferring(known, _found(judged, above, running))


def _without_appendix(judged: Sequence[Judged]) -> list[Judged]:
    """Return the blocks in front of a line such as "Notes to editors" that has running text before it."""
    texts = 0
    for index, item in enumerate(judged):
        if texts and item.text.casefold().strip(" :#*-") in listed("endings"):
            return list(judged[:index])
        texts += item.role == Role.TEXT
    return list(judged)


def _without_first(judged: Sequence[Judged], standfirst: Fragment) -> list[Judged]:
    """Return the blocks without the known standfirst, where more follows that could be the running text."""
    for index, item in enumerate(judged[:6]):
        if same_words(item.text, standfirst.text) and item.block.fragment.offsets == standfirst.offsets:
            return [*judged[:index], *judged[index + 1 :]]
    return list(judged)


def _found(judged: Sequence[Judged], above: Front, running: Body) -> Parts:
    lead = [paragraph for paragraph in running.paragraphs if paragraph.is_lead]
    standing = next(_standing(judged[: above.lead]), None)
    outside = [*judged[: above.lead], *judged[_last_text(judged) + 1 :]]
    own_lines = [byline(item.text) for item in _of(outside, Role.BYLINE)] + list(above.bylines)
    own_lines += [paragraph.writers for paragraph in lead]
    headline = None
    if above.headline:
        headline, writers = without_signature(without_wire_prefix(above.headline.fragment))
        own_lines.append(writers)
    return Parts(
        headline=headline,
        standfirst=_standfirst(above),
        paragraphs=_in_order(running.paragraphs),
        caption=joined(_captions(judged, above, running)),
        credit=joined(_credits(judged, above, running)),
        byline=", ".join(dict.fromkeys(filter(None, own_lines))),
        agency=_agency(judged, above.lead, running, own_lines),
        dateline=next(filter(None, (p.dateline for p in lead)), standing.text if standing else ""),
        source=_source(judged, running),
        found_date=_date(judged, above.lead, [*lead, *([standing] if standing else [])]),
    )


def _date(judged: Sequence[Judged], lead: int, opened: Sequence[Paragraph | Dateline]) -> dt.date | None:
    """Return the day of publication: from a line that says so, else the dateline, else a line of changes."""
    below = [item.text for item in _of(judged[max(lead, _last_text(judged) + 1) :], Role.DATE)]
    lines = [item.text for item in _of(judged[:lead], Role.DATE, Role.BYLINE)]
    lines += [line for line in below if says_published(line) or says_updated(line)]
    dated = [(found.date, says_updated(line)) for line in lines if (found := find_date(line)) and found.date]
    published = [day for day, is_change in dated if not is_change]
    written = [item.date for item in opened if item.date]
    return next(iter([*published, *written, *(day for day, _ in dated)]), None)


def _of(judged: Iterable[Judged], *roles: Role) -> list[Judged]:
    return [item for item in judged if item.role in roles]


def _standing(judged: Sequence[Judged]) -> Iterator[Dateline]:
    for item in _of(judged, Role.DATELINE):
        if found := standing_dateline(item.text):
            yield found


def _standfirst(above: Front) -> Fragment | None:
    if above.standfirst is None:
        return None
    fragment = above.standfirst.fragment
    return cut(fragment, 0, trailing_credit(fragment.text)[0])


def _captions(judged: Sequence[Judged], above: Front, running: Body) -> list[str]:
    beside_credits = {id(block) for block in (*above.captions, *running.captions)}
    captions = (item.text for item in judged if item.role == Role.CAPTION or id(item.block) in beside_credits)
    return [text[: trailing_credit(text)[0]].strip() for text in captions]


def _credits(judged: Sequence[Judged], above: Front, running: Body) -> list[str]:
    last = _last_text(judged)
    captioned = {id(block) for block in (above.standfirst, *above.captions, *running.captions)}
    found: list[str] = []
    for index, item in enumerate(judged):
        if item.role == Role.CREDIT:
            found.append(credit(item.text))
        elif item.role == Role.AGENCY and index < last and not _signs_text(judged, index, above, captioned):
            found.append(item.text.strip("© "))
        elif item.role == Role.CAPTION or id(item.block) in captioned:
            found.append(trailing_credit(item.text)[1])
    return found + [paragraph.credit for paragraph in running.paragraphs]


def _signs_text(judged: Sequence[Judged], index: int, above: Front, captioned: set[int]) -> bool:
    """Return whether an agency above the running text is its author: it stands beside no picture."""
    beside = [item for item in judged[max(0, index - 1) : index + 2] if item is not judged[index]]
    pictured = any(item.role == Role.CAPTION or id(item.block) in captioned for item in beside)
    return index < above.lead and not pictured


def _last_text(judged: Sequence[Judged]) -> int:
    return max((i for i, item in enumerate(judged) if item.role == Role.TEXT), default=-1)


def _agency(judged: Sequence[Judged], lead: int, running: Body, own_lines: Sequence[str]) -> str:
    """Return the agencies of the first mark, else of a bare mark at the end, else of the byline."""
    last = _last_text(judged)
    standing = [found.agency for found in _standing(judged)]
    marks = [whole_mark(item.text) for item in _of(judged, Role.MARK)]
    at_end = [bare_agency(item.text) for item in judged[last + 1 :] if item.role == Role.AGENCY]
    above = [bare_agency(item.text) for item in _of(judged[:lead], Role.AGENCY)]
    signed = [agency(part) for line in own_lines for part in line.split(", ")]
    everywhere = [paragraph.agency for paragraph in running.paragraphs]
    return next(filter(None, [*everywhere[:1], *standing, *everywhere, *marks, *at_end, *signed, *above]), "")


def _source(judged: Sequence[Judged], running: Body) -> str:
    kept = {paragraph.fragment.text for paragraph in running.paragraphs}
    lines = [source(item.text) for item in _of(judged, Role.SOURCE) if item.text not in kept]
    lines = [*(paragraph.source for paragraph in running.paragraphs), *lines]
    return next(filter(is_site, lines), next(filter(None, lines), ""))


def _preferring(known: Parts, found: Parts) -> Parts:
    """Return the parts found, with every part that is known put in its place."""
    names = ("headline", "standfirst", "caption", "credit", "byline", "agency", "dateline", "source", "lang", "date")
    return replace(found, **{name: getattr(known, name) for name in names if getattr(known, name)})


def _in_order(paragraphs: Iterable[Paragraph]) -> tuple[Fragment, ...]:
    """Return the texts as they follow in the seed: the description of an image is read before what stands around it."""
    return tuple(sorted((paragraph.fragment for paragraph in paragraphs), key=lambda fragment: fragment.offsets))
