"""A name where it stands in an article."""

from dataclasses import dataclass

from generator.model import Kind
from generator.registry import Entry


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at `parts[part].text[start:end]`."""

    part: int
    start: int
    end: int
    name: str
    label: str = ""  # the parser's, or empty
    entry: Entry | None = None
    titled: bool = False  # a title such as "President" stands before it
    hint: Kind | None = None  # what the words around it say it is
    short: str = ""  # its acronym, in brackets right behind it
    full: str = ""  # the name, where the text has only half of it here: "Lena" of "Lena and Moritz Ruben"
    weak: bool = False  # joins an actor known from elsewhere, makes none

    @property
    def called(self) -> str:
        """The whole name."""
        return self.full or self.name
