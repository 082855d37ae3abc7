"""Floors of the quality gate: what each measure must reach, and how that may be changed. Pure functions on values."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace

import yaml

MODELS = ("sm", "md")
SLACK = 2  # units of the last digit shown, by which another processor may move a figure
HEADER = """\
# What `make quality` holds the program to: a floor is what was measured when it was pinned, less two units of its last
# digit, by which another processor may move it. `make quality PIN=1` raises floors to what was measured; it lowers one
# only where LOWER names it and BECAUSE says why, and what was said stays here. `baseline` is a measure of the same run,
# or a figure known of others.
"""


class RefusedError(Exception):
    """A floor may not be changed like this; says why and what to do."""


@dataclass(frozen=True, slots=True)
class Floor:
    """What one measure was with each model when it was pinned; `digits` after the point are shown and compared."""

    measure: str  # module/name
    shown: str
    baseline: str | float | None = None  # a measure of the same run, or a figure
    digits: int = 3
    fixed: bool = False  # by the machine's speed: not raised to what was measured
    sm: float | None = None
    md: float | None = None
    lowered: tuple[str, ...] = field(default=())

    def of(self, model: str) -> float | None:
        """Return what was pinned with this model."""
        return self.sm if model == "sm" else self.md

    def floor(self, model: str) -> float | None:
        """Return what the measure must reach with this model: what was pinned, less SLACK."""
        pinned_at = self.of(model)
        return pinned_at if pinned_at is None or self.fixed else round(pinned_at - SLACK * 10.0**-self.digits, 6)

    def beside(self, measured: Mapping[str, float]) -> float | None:
        """Return its baseline, which may be among what was measured."""
        return measured.get(self.baseline) if isinstance(self.baseline, str) else self.baseline


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the gate's table."""

    shown: str
    this: float | None
    floor: float | None
    baseline: float | None
    digits: int

    @property
    def holds(self) -> bool:
        """Whether the measure was taken, has a floor and is not below it."""
        return self.floor is not None and self.this is not None and self.this >= self.floor


def read(text: str) -> tuple[Floor, ...]:
    """Return the floors that a file holds; raises TypeError for a field that is not known."""
    return tuple(Floor(**{**one, "lowered": tuple(one.get("lowered", ()))}) for one in yaml.safe_load(text))


def write(floors: Sequence[Floor]) -> str:
    """Return the text of a file with these floors."""
    plain = [
        {key: value for key, value in asdict(one).items() if value != () and value is not None and value is not False}
        for one in floors
    ]
    for one in plain:
        if "lowered" in one:
            one["lowered"] = list(one["lowered"])
    return HEADER + yaml.safe_dump(plain, sort_keys=False, allow_unicode=True, width=120)


def down(value: float, digits: int) -> float:
    """Return the value with so many digits, never rounded up."""
    return math.floor(round(value * 10**digits, 6)) / 10**digits


def rows(floors: Sequence[Floor], measured: Mapping[str, float], model: str) -> Iterator[Row]:
    """Yield a row for each floor."""
    for one in floors:
        this = measured.get(one.measure)
        value = None if this is None else down(this, one.digits)
        yield Row(one.shown, value, one.floor(model), one.beside(measured), one.digits)


def table(made: Sequence[Row]) -> str:
    """Return the rows as a table of text."""
    width = max((len(row.shown) for row in made), default=0)
    head = f"{'measure':{width}} {'this':>8} {'floor':>8} {'baseline':>8}"
    return "\n".join([head, *(_line(row, width) for row in made)])


def _line(row: Row, width: int) -> str:
    cells = (
        f"{'-' if value is None else f'{value:.{row.digits}f}':>8}" for value in (row.this, row.floor, row.baseline)
    )
    mark = (
        "" if row.holds else "  NOT MEASURED" if row.this is None else "  NO FLOOR" if row.floor is None else "  BELOW"
    )
    return f"{row.shown:{width}} {' '.join(cells)}{mark}"


def pinned(
    floors: Sequence[Floor], measured: Mapping[str, float], model: str, *, lower: Sequence[str] = (), because: str = ""
) -> tuple[Floor, ...]:
    """Return the floors raised to what was measured with a model; those named in `lower` may sink, for a reason.

    Raises RefusedError for a floor that would sink unasked or without a reason, and for a measure that is not known.
    """
    if unknown := set(lower) - {one.measure for one in floors}:
        raise RefusedError(f"no measure is called {', '.join(sorted(unknown))}")
    if lower and not because.strip():
        raise RefusedError("a floor is lowered for a reason only: BECAUSE='...'")
    return tuple(
        _pinned(one, measured.get(one.measure), model, one.measure in lower, because.strip()) for one in floors
    )


def _pinned(one: Floor, value: float | None, model: str, lower: bool, because: str) -> Floor:  # noqa: FBT001 -- ours
    if value is None:
        raise RefusedError(f"{one.measure} was not measured; nothing is pinned")
    now, before = down(value, one.digits), one.of(model)
    if before is None or (now > before and not one.fixed):
        return replace(one, **{model: now})
    if now >= before:
        return one
    if not lower:
        told = f"{one.measure} with {model} is {now}, below its floor {before}"
        raise RefusedError(f"{told}; to lower that: LOWER='{one.measure}' BECAUSE='...'")
    return replace(one, **{model: now}, lowered=(*one.lowered, f"{model} {before} to {now}: {because}"))
