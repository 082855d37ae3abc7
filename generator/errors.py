"""The one kind of error that a user can mend."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
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
