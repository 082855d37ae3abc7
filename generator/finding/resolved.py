"""Actors whom an article means without their name: "the Norwegian transport minister" of the desk's list."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from generator.finding.cast import Cast
from generator.finding.offices import Offices
from generator.finding.parts import parts
from generator.finding.passages import passages
from generator.finding.salience import salience
from generator.language import has_model
from generator.model import Actor, Article, Claim, Quote
from generator.registry import Registry
from generator.slugs import name_id

if TYPE_CHECKING:
    from generator.language import Parse


def with_resolved(  # noqa: PLR0913, PLR0917 -- an article with all that was found of it
    article: Article,
    parse: "Parse",
    actors: Sequence[Actor],
    quotes: Iterable[Quote],
    claims: Iterable[Claim],
    registry: Registry,
) -> tuple[Actor, ...]:
    """Return the actors with those of the desk who speak or act by their office alone; these have no mentions."""
    spoken = chain(((quote.start, quote.speaker) for quote in quotes), ((one.start, one.party) for one in claims))
    present = {actor.name for actor in actors}
    added: dict[str, Actor] = {}
    for start, name in sorted([*spoken, *_acting(article, parse, actors, registry)]):
        own = registry.desk.get(name)
        if own and own.name == name and not own.ignore and name not in {*present, *added}:
            weight = salience(0, in_title=False, position=start / max(1, len(article.text)))
            added[name] = Actor(name_id(name), name, own.kind or "person", (), (), weight)
    return tuple(sorted((*actors, *added.values()), key=lambda actor: (-actor.salience, actor.name)))


def _acting(article: Article, parse: "Parse", actors: Sequence[Actor], registry: Registry) -> Iterator[tuple[int, str]]:
    """Yield whom the sentences are about, with the offset in the seed, where the desk tells of anybody's office."""
    if not has_model(article.lang) or not any(own.roles for own in registry.desk.actors):
        return
    told = list(passages(parts(article, parse), actors, registry))
    for (number, start), name in Cast(told, actors, Offices(registry, article.date)).subjects:
        span = told[number].part.fragment.span(start, start + 1)
        if span is not None:
            yield span.start, name
