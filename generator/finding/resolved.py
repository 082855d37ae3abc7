"""Actors whom an article means without their name: "the Norwegian transport minister" of the desk's list."""

from collections.abc import Iterable, Sequence

from generator.finding.salience import salience
from generator.model import Actor, Article, Claim, Quote
from generator.registry import Desk
from generator.slugs import name_id


def with_resolved(
    article: Article, actors: Sequence[Actor], quotes: Iterable[Quote], claims: Iterable[Claim], desk: Desk
) -> tuple[Actor, ...]:
    """Return the actors with those of the desk who speak by their office alone; these have no mentions."""
    spoken = sorted([(quote.start, quote.speaker) for quote in quotes] + [(one.start, one.party) for one in claims])
    present = {actor.name for actor in actors}
    added: dict[str, Actor] = {}
    for start, name in spoken:
        own = desk.get(name)
        if own and own.name == name and not own.ignore and name not in {*present, *added}:
            weight = salience(0, in_title=False, position=start / max(1, len(article.text)))
            added[name] = Actor(name_id(name), name, own.kind or "person", (), (), weight)
    return tuple(sorted((*actors, *added.values()), key=lambda actor: (-actor.salience, actor.name)))
