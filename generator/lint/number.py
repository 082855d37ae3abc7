"""What a number in running text is worth, and whether an article's values hold it."""

from dataclasses import dataclass
from decimal import Decimal

_NEAR = 10  # a number that is rounded is less than a tenth off


@dataclass(frozen=True, slots=True)
class Number:
    """A number at `start` to `end`: `readings` are the values that it may have, as plain decimals.

    `parts` are those of its pieces, where what looks like one number may be several ("in 12 400 people").
    """

    start: int
    end: int
    readings: frozenset[str]
    parts: tuple[frozenset[str], ...] = ()
    rounded: bool = False  # behind "about", "nearly", ...

    def held(self, known: frozenset[str]) -> bool:
        """Tell whether known values hold this number in one of its readings."""
        whole = not self.readings.isdisjoint(known)
        pieces = bool(self.parts) and all(not part.isdisjoint(known) for part in self.parts)
        return whole or pieces or (self.rounded and self._is_near(known))

    def _is_near(self, known: frozenset[str]) -> bool:
        """Tell whether a known value may be rounded to this one, its zeros at the end being what rounding made."""
        for worth in map(Decimal, self.readings):
            unit = Decimal(10) ** max(0, worth.normalize().as_tuple().exponent)  # type: ignore[operator]
            most = min(unit, worth / _NEAR)
            if unit > 1 and any(abs(Decimal(other) - worth) < most for other in known):
                return True
        return False


def plain(digits: str, power: int = 0) -> str:
    """Return a number in one writing: no zeros before it, none behind its point."""
    worth = (Decimal(digits) * (Decimal(10) ** power)).normalize()
    return f"{worth:f}"
