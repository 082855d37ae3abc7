"""What the desk knows of an actor, as its page shows it."""

from collections.abc import Mapping
from datetime import date

from generator.registry import Own, Role, load
from generator.site import labels
from generator.site.hub import Hub
from generator.site.safe import safe
from generator.site.staged import Meta
from generator.slugs import name_id

_WHOLE_DAY = len("2024-05-01")


def facts(own: Own | None, actors: Mapping[str, Hub]) -> Meta:
    """Return roles, country and Wikidata item, none of them for an actor that the desk says nothing of."""
    if own is None:
        return {}
    roles = [{"name": safe(role.role), "time": _time(role)} for role in own.roles]
    return {"roles": roles, "country": _country(own.country, actors), "wikidata": own.wikidata}


def _country(code: str, actors: Mapping[str, Hub]) -> Meta:
    entry = load().country(code)
    if entry is None:
        return {}
    hub = actors.get(name_id(entry.name))
    return {"name": safe(entry.name), "url": hub.url if hub else ""}


def _time(role: Role) -> str:
    """Return such as "since May 2024", "1999 to 7 May 2008", "until 2008", "" for no date."""
    known = {name: _spelt(when) for name, when in (("since", role.since), ("until", role.until)) if when}
    return labels.ROLES["_".join(known)].format(**known) if known else ""


def _spelt(when: str) -> str:
    """Return a day, month or year in words."""
    if len(when) == _WHOLE_DAY:
        return labels.full_date(date.fromisoformat(when))
    year, _, month = when.partition("-")
    return labels.month(date(int(year), int(month), 1)) if month else year
