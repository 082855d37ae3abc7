"""A project's folder, its seeds, and what becomes of each in a run."""

from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Literal

from generator import files, reading, summarising
from generator.errors import Place, StandfirstError
from generator.mkdocs_yml import place_of
from generator.model import Weighed
from generator.pages import Ledger
from generator.registry import Desk, Registries, Subjects, load_registries
from generator.settings import Settings, load_settings

Result = Literal[
    "new", "updated", "moved", "unchanged", "edited", "deleted", "withdrawn", "blank", "failed", "ignored", "orphaned"
]


@dataclass(frozen=True)
class Project:
    """A folder with mkdocs.yml, seeds/, docs/ and .standfirst/state/."""

    root: Path
    settings: Settings
    registries: Registries = field(default_factory=Registries)
    lessons: "tuple[Lesson, ...] | None" = None  # not looked for yet

    @classmethod
    def at(cls, root: Path) -> "Project":
        """Return the project at `root`; raises StandfirstError for missing or wrong settings.

        So it does as `load_registries` does, which tells of most slips in what it returns.
        """
        file = root / "mkdocs.yml"
        settings = load_settings(file)
        try:
            summarising.check(settings.summariser)
        except StandfirstError as error:
            raise StandfirstError(error.message, place_of(file, "extra", "standfirst", "summariser")) from error
        return cls(root, settings, load_registries(root))

    @property
    def desk(self) -> Desk:
        """What the desk says of actors."""
        return self.registries.desk

    @property
    def subjects(self) -> Subjects:
        """All topics, with what the desk says of them."""
        return self.registries.subjects

    @property
    def teaching(self) -> "tuple[Lesson, ...]":
        """The pages that topics are learned from."""
        return tuple(lesson for lesson in self.lessons or () if lesson.topics)

    @cached_property
    def learned(self) -> str:
        """Twelve hexadecimal digits of all that topics are learned from, "" where that is nothing."""
        return _digest(self.teaching)

    @cached_property
    def learned_now(self) -> str:
        """The same of what this run can learn from, since an article can be read no longer that teaches still."""
        return _digest(tuple(lesson for lesson in self.teaching if lesson.is_readable))

    @property
    def seeds(self) -> Path:
        """The folder of the articles."""
        return self.root / self.settings.seeds

    def page(self, path: str) -> Path:
        """Where the page at `path` below docs/ stands; raises StandfirstError where a link leads there."""
        page = self.root / "docs" / path
        files.check_way(self.root / "docs", page.parent)
        return page

    @property
    def states(self) -> Path:
        """The folder of the states."""
        return self.root / ".standfirst" / "state"

    def state(self, identifier: str) -> Path:
        """Where the state of the page with this id stands; raises StandfirstError where a link leads there."""
        files.check_way(self.root, self.states)
        return self.states / f"{identifier}.yml"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one seed: `page` is below docs/, `message` says what a person should know."""

    seed: str
    result: Result
    page: str = ""
    message: str = ""
    took: str = ""  # the id of another state that it goes on from
    pending: tuple[str, ...] = ()  # files that are not as they would be written, of a run that writes nothing


@dataclass(frozen=True, slots=True)
class Seed:
    """A file to brief: `name` is its path below the folder of the articles."""

    path: Path
    name: str

    @property
    def shown(self) -> str:
        """The path as a person would type it."""
        return files.shown(self.path)

    def refuse_odd_name(self) -> None:
        """Raise StandfirstError for a name that no page could hold, since it is not UTF-8."""
        if any("\ud800" <= character <= "\udfff" for character in self.name):
            raise StandfirstError("the file's name is not UTF-8; rename it", Place(self.name))

    def refuse_hidden(self) -> None:
        """Raise StandfirstError for a name that a run over all seeds passes over: the page would seem orphaned."""
        if any(part.startswith(".") for part in self.name.split("/")):
            raise StandfirstError("hidden, and hidden files are no articles; rename it", Place(self.name))

    def failed(self, error: StandfirstError) -> "Outcome":
        """Return the outcome of a seed that cannot be briefed."""
        return Outcome(self.name, "failed", message=str(self.placed(error)))

    def placed(self, error: StandfirstError) -> StandfirstError:
        """Return the error with the place in the seed as a person would type it."""
        if error.place and error.place.path == self.name:
            return StandfirstError(error.message, replace(error.place, path=self.shown))
        return error


@dataclass(frozen=True, slots=True)
class Lesson:
    """A page whose topics a person set: its state's id, its article, the labels there and what the person did."""

    id: str
    seed: Seed
    sha256: str  # of the article's bytes
    labels: tuple[str, ...]
    ledger: Ledger
    weighed: tuple[Weighed, ...] | None = None  # what the article's words say of topics, where the state knows that
    topics: tuple[str, ...] = ()  # that it teaches, by their labels
    is_readable: bool = True  # the article


def _digest(lessons: tuple[Lesson, ...]) -> str:
    told = [(lesson.sha256, lesson.topics) for lesson in lessons]
    return sha256(repr(told).encode(errors="surrogateescape")).hexdigest()[:12] if told else ""


def seeds_of(folder: Path) -> list[Seed]:
    """Return every seed below `folder`, in order of path."""
    return [Seed(path, path.relative_to(folder).as_posix()) for path in reading.find_seeds(folder)]
