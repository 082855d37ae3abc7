"""What the desk says of actors: values that go before what the program finds."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import sha256

from generator.model import Kind
from generator.registry.gazetteer import key


@dataclass(frozen=True, slots=True)
class Role:
    """What an actor is or was, and when that began and ended: "2024", "2024-05" or "2024-05-01", "" for not known."""

    role: str
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Own:
    """An actor as the desk has it; what it does not say is "", empty or no."""

    name: str
    kind: Kind | None = None
    aliases: tuple[str, ...] = ()
    merge: tuple[str, ...] = ()  # names that the program takes for other actors
    roles: tuple[Role, ...] = ()
    country: str = ""  # ISO 3166-1 alpha-2
    wikidata: str = ""
    source: bool = False  # an agency or medium, which reports and is no actor
    ignore: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that stands for the actor, its own first."""
        return (self.name, *self.aliases, *self.merge)


@dataclass(frozen=True)
class Desk:
    """The actors of the desk's registry, in its order."""

    actors: tuple[Own, ...] = ()
    _by_name: Mapping[tuple[str, ...], Own] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, actors: tuple[Own, ...]) -> "Desk":
        """Return the desk of actors whose names are all different."""
        return cls(actors, {key(name): own for own in actors for name in own.names})

    def get(self, name: str) -> Own | None:
        """Return the actor of a name, in whatever capitals and accents; None for one that the desk says nothing of."""
        return self._by_name.get(key(name))

    def name_of(self, name: str) -> str:
        """Return what the desk calls an actor, the name itself where it says nothing."""
        own = self.get(name)
        return own.name if own else name

    @cached_property
    def digest(self) -> str:
        """Twelve hexadecimal digits of all that shapes a briefing, "" where that is nothing."""
        shaping = [replace(own, wikidata="") for own in self.actors]
        return sha256(repr(shaping).encode(errors="surrogateescape")).hexdigest()[:12] if shaping else ""
