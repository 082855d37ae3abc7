"""Whom of the desk's actors an article names: "Kim", an alias of one, is not also another who is named in full."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from generator.finding.clusters import Cluster
from generator.finding.forms import form_key
from generator.finding.people import same_given
from generator.finding.spelling import likely_slip
from generator.model import Kind
from generator.registry import Desk, key, load
from generator.registry.desk import Own

_KINDS: Mapping[str, Kind] = {"country": "country", "organisation": "organisation"}  # that no article is asked for


def own_of(spellings: Iterable[str], desk: Desk) -> Own | None:
    """Return the desk's actor of whom these are the spellings, a full name before a word that may be another's too."""
    names = list(spellings)
    known = [(name, own) for name in names if (own := desk.get(name))]
    full = [own for name, own in known if len(key(name)) > 1]
    return next(iter(full), None) or next((own for name, own in known if not _is_others(name, own, names)), None)


def kind_of(own: Own, read: Kind) -> Kind:
    """Return the kind of a desk's actor: what the desk says, what the program knows by a name of it, or what was read.

    Whose name is somebody's in the article is no country for an alias: "Jordan Bardella", also "Jordan".
    """
    known = (entry for name in own.names if (entry := load().get(name)) and (name == own.name or read != "person"))
    kinds = [_KINDS[entry.kind] for entry in known if entry.kind in _KINDS]
    return own.kind or (kinds[0] if kinds else read)


def apart(found: Sequence[Cluster], desk: Desk) -> Iterator[Cluster]:
    """Yield the clusters; an alias of somebody named in full, too, stands apart from another person's full name."""
    full = (desk.get(name) for one in found for name in _names(one) if len(key(name)) > 1)
    named = {own.name for own in full if own}
    for one in found:
        names = [] if one.entry else _names(one)
        known = ((name, own) for name in names if (own := desk.get(name)) and own.name in named)
        others = {name for name, own in known if _is_others(name, own, names)}
        lone = tuple(mention for mention in one.mentions if mention.called in others)
        if lone:
            yield Cluster(lone, name=form_key(lone[0].called))
            yield replace(one, mentions=tuple(mention for mention in one.mentions if mention.called not in others))
        else:
            yield one


def _names(cluster: Cluster) -> list[str]:
    return list(dict.fromkeys(mention.called for mention in cluster.mentions if not mention.weak))


def _is_others(alias: str, own: Own, names: Iterable[str]) -> bool:
    """Tell whether an alias of one word is part of the desk's full name, and of another that the article has."""
    word, mine = key(alias), key(own.name)
    full = [name for name in map(form_key, names) if len(name) > 1 and word[0] in name]
    shared = len(word) == 1 and len(mine) > 1 and word[0] in mine
    return shared and bool(full) and not any(_alike(mine, one, word[0]) for one in full)


def _alike(one: tuple[str, ...], two: tuple[str, ...], shared: str) -> bool:
    """Tell whether two names that share a word may be one person's: "Elon Musk" and "Elon R. Musk"."""
    mine, other = ([word for word in name if word != shared] for name in (one, two))
    if not mine or not other or set(mine) <= set(other) or set(other) <= set(mine):
        return True
    return same_given(mine[0], other[0]) or likely_slip((mine[0],), (other[0],), given=True)
