"""The headline of a page without the name of its site, which titles carry before or behind it."""

import re
from collections.abc import Iterable, Sequence

from generator.reading.front import same_words

_JOINT = re.compile(r"\s[-|\u2013—·•»«:]{1,2}\s|:\s|\s?\|\s?")
_MOST_JOINTS = 8
_MOST_CHARACTERS = 600


def without_site(stated: str, site: str, first_headings: Sequence[str]) -> str:
    """Return the stated headline as a first heading of the page gives it, or without the site's name at an end."""
    if len(stated) > _MOST_CHARACTERS:
        return stated
    for heading in first_headings:
        if not same_words(heading, site) and any(same_words(heading, part) for part in _parts(stated)):
            return heading
    if same_words(stated, site):
        return next((heading for heading in first_headings if not same_words(heading, site)), stated)
    return next((rest for rest, name in _cuts(stated) if _is_name(name, site)), stated)


def _parts(stated: str) -> Iterable[str]:
    """Yield the text without what stands behind its last joints, or before its first."""
    return (rest for rest, _ in _cuts(stated))


def _cuts(stated: str) -> Iterable[tuple[str, str]]:
    """Yield what a cut at each joint leaves and takes away: first the ends, then the beginnings."""
    joints = list(_JOINT.finditer(stated))[-_MOST_JOINTS:]
    yield from ((stated[: joint.start()], stated[joint.end() :]) for joint in reversed(joints))
    yield from ((stated[joint.end() :], stated[: joint.start()]) for joint in joints)


def _is_name(name: str, site: str) -> bool:
    return same_words(_bare(name), _bare(site))


def _bare(name: str) -> str:
    """Return the name without an article or an address's ends: "The Example Post", "example-post.com"."""
    return re.sub(r"^(?:the|www\.)\s*|\.(?:com|org|net|co\.uk|de|fr|es)$", "", name.strip(), flags=re.IGNORECASE)
