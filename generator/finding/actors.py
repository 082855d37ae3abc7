"""The people, countries, organisations and places an article is about."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.finding.aliased import apart, kind_of, own_of
from generator.finding.capitals import without_seats
from generator.finding.channels import without_channels
from generator.finding.clusters import Cluster, clusters
from generator.finding.crafts import without_crafts
from generator.finding.desked import with_desk
from generator.finding.foreign import known_mentions
from generator.finding.forms import form_key
from generator.finding.kinds import votes, winner
from generator.finding.mention import Mention
from generator.finding.mentions import mentions
from generator.finding.names import capitalised
from generator.finding.opening import without_openings
from generator.finding.owned import recognised
from generator.finding.parts import Part, parts
from generator.finding.platforms import without_platforms
from generator.finding.publishing import publishes, thanks
from generator.finding.recurring import recurring
from generator.finding.salience import salience
from generator.finding.sources import Citation, citations, story_subjects
from generator.finding.spelling import likely_slip
from generator.finding.storms import without_storms
from generator.finding.tongues import at_home
from generator.language import has_model
from generator.model import Actor, Article, Kind
from generator.registry import Desk, Entry, Registry, key
from generator.slugs import name_id

if TYPE_CHECKING:
    from generator.language import Parse

MOST_ACTORS = 100
_SHORT = re.compile(r" \(([A-Z]{2,6})\)")


def find_actors(article: Article, parse: "Parse", registry: Registry) -> tuple[Actor, ...]:
    """Return the actors of an article by falling salience."""
    found = parts(article, parse)
    leaned = citations(found, registry, article.lang)
    subjects = story_subjects(found, leaned)
    unlisted = {one.entry.name for one in leaned if one.entry not in subjects and not registry.get(one.entry.name)}
    unlisted |= set(_short_sources(found, subjects, registry))
    seen = [one for one in _mentions(article, found, registry) if not _in_paper(one, leaned, registry)]
    kept = [
        mention
        for mention in seen
        if (mention.entry is None or mention.entry.kind != "source" or mention.entry in subjects)
        and not thanks(found[mention.part].text)
    ]
    named = without_openings(clusters(found, list(recognised(kept))), found)
    kept_on = without_storms(without_crafts(without_channels(named, found), found), found)
    made = map(_draft, apart(list(without_seats(list(kept_on), found)), registry.desk))
    drafts = _joined(put_right for draft in made if (put_right := _by_desk(draft, registry.desk)))
    drafts = [draft for draft in drafts if draft.name not in unlisted]
    drafts = [draft for draft in drafts if _headlined(draft, found) or not publishes(article, draft.name, draft.kind)]
    actors = sorted((_actor(draft, found) for draft in drafts), key=lambda actor: (-actor.salience, actor.name))
    return tuple(actors[:MOST_ACTORS])


def _in_paper(mention: Mention, leaned: Sequence[Citation], registry: Registry) -> bool:
    """Tell whether a name is part of a paper's that no list has: "Shetland Times"."""
    return any(
        one.part == mention.part and one.start <= mention.start and mention.end <= one.end
        for one in leaned
        if one.entry.medium == "paper" and not registry.get(one.entry.name)
    )


def _short_sources(found: Sequence[Part], subjects: Collection[Entry], registry: Registry) -> Iterator[str]:
    """Yield the acronyms that an article gives known sources: "the Slovenian Press Agency (STA)"."""
    for part in found:
        for match in registry.find(part.text):
            short = _SHORT.match(part.text, match.end)
            if short and match.value.kind == "source" and match.value not in subjects:
                yield short.group(1)


def _mentions(article: Article, found: Sequence[Part], registry: Registry) -> list[Mention]:
    if not has_model(article.lang):
        return list(known_mentions(found, article.lang, registry))
    seen = list(without_platforms(mentions(found, registry, article.dateline), found))
    seen = list(with_desk(found, seen, registry.desk))
    seen.extend(recurring(found, seen, registry))
    return sorted(at_home(found, seen, article.lang, registry), key=lambda mention: (mention.part, mention.start))


@dataclass(frozen=True, slots=True)
class _Draft:
    id: str
    name: str
    kind: Kind
    mentions: tuple[Mention, ...]


def _draft(cluster: Cluster) -> _Draft:
    entry = cluster.entry
    if entry is None:
        kind = winner(votes(cluster.mentions))
        name = _best_name(cluster, person=kind == "person")
    else:
        name, kind = entry.name, "organisation" if entry.kind == "source" else entry.kind
    return _Draft(name_id(name), name, kind, cluster.mentions)


def _by_desk(draft: _Draft, desk: Desk) -> _Draft | None:
    """Return a draft as the desk has the actor, None for one that is none."""
    spellings = (draft.name, *(mention.name for mention in draft.mentions if not mention.weak))
    own = own_of(spellings, desk)
    if own is None:
        return draft
    if own.ignore or own.source:
        return None
    return replace(draft, id=name_id(own.name), name=own.name, kind=kind_of(own, draft.kind))


def _best_name(cluster: Cluster, *, person: bool) -> str:
    """Return the most frequent full form that is no slip, in capitals and small letters if it ever stands so."""
    counted = Counter(mention.called for mention in cluster.mentions if not mention.weak)
    order = {name: at for at, name in enumerate(counted)}
    right = [name for name in counted if not likely_slip(form_key(name), cluster.name, given=True)] or list(counted)
    full = [name for name in right if len(key(name)) > 1] or right
    full = [name for name in full if not name.isupper()] or full
    best = max(full, key=lambda name: (counted[name], len(key(name)), -order[name]))
    return capitalised(best) if best.isupper() and person and " " in best else best


def _joined(drafts: Iterable[_Draft]) -> list[_Draft]:
    """Put actors with one id together, under the name that came first."""
    by_id: dict[str, list[_Draft]] = defaultdict(list)
    for draft in drafts:
        by_id[draft.id].append(draft)
    return [replace(same[0], mentions=tuple(m for draft in same for m in draft.mentions)) for same in by_id.values()]


def _headlined(draft: _Draft, found: Sequence[Part]) -> bool:
    return any(found[mention.part].headline for mention in draft.mentions)


def _actor(draft: _Draft, found: Sequence[Part]) -> Actor:
    named = sorted(draft.mentions, key=lambda mention: (mention.part, mention.start))
    length = max(1, sum(len(part.text) + 1 for part in found))
    position = (found[named[0].part].position + named[0].start) / length
    spans = (found[mention.part].fragment.span(mention.start, mention.end) for mention in named)
    return Actor(
        id=draft.id,
        name=draft.name,
        kind=draft.kind,
        aliases=tuple(dict.fromkeys(mention.name for mention in named if mention.name != draft.name)),
        mentions=tuple(dict.fromkeys(span for span in spans if span is not None)),
        salience=salience(len(named), in_title=_headlined(draft, found), position=position),
    )
