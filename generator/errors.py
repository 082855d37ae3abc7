"""The one kind of error that a user can mend."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where in a file something is wrong: lines and columns count from 1, 0 means unknown."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return ":".join([self.path, *(str(number) for number in (self.line, self.column) if number)])


class StandfirstError(Exception):
    """Something the user can mend; the message says what was expected and what to do."""

    def __init__(self, message: str, place: Place | None = None) -> None:
        super().__init__(f"{place}: {message}" if place else message)
        self.message = message
        self.place = place

    @property
    def each(self) -> "tuple[StandfirstError, ...]":
        """The errors that this one tells of, itself if it is one."""
        return (self,)


class SeveralError(StandfirstError):
    """Several things to mend, told one a line; it stands where the first does."""

    def __init__(self, errors: tuple[StandfirstError, ...]) -> None:
        super().__init__("\n".join([errors[0].message, *map(str, errors[1:])]), errors[0].place)
        self._errors = errors

    @property
    def each(self) -> tuple[StandfirstError, ...]:
        """The errors that this one tells of."""
        return self._errors


def gathered(attempts: Iterable[Callable[[], Made]]) -> Iterator[Made]:
    """Yield what each attempt makes; at their end raise the errors of all at once, in order of their places."""
    errors: list[StandfirstError] = []
    for attempt in attempts:
        try:
            made = attempt()
        except StandfirstError as error:
            errors.extend(error.each)
        else:
            yield made
    if errors:
        errors.sort(key=lambda error: error.place or Place(""))
        raise errors[0] if len(errors) == 1 else SeveralError(tuple(errors))
