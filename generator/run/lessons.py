"""The pages whose topics a person set, from which topics are learned."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

from generator import files, language, pages, reading
from generator.errors import StandfirstError
from generator.finding import FindTopics, find_topics
from generator.lists import shipped
from generator.pages import Page, State
from generator.registry import Subjects, own_id
from generator.run.catalogue import Catalogue, read_page
from generator.run.project import Lesson, Project, Seed, seeds_of
from generator.run.states import load
from generator.settings import Settings

if TYPE_CHECKING:
    from generator.finding.learning import Example

_LISTED = re.compile(rb"^topics:\n((?:  - .*\n)*)", re.MULTILINE)


def _rule(name: str) -> int:
    number: int = shipped("finding/learning.yml")[name]
    return number


def taught(project: Project) -> Project:
    """Return the project with the pages that teach topics, none where those are too few; nothing is parsed yet."""
    if project.lessons is not None:
        return project
    looked = _Looked(project)
    states = sorted(project.states.glob("*.yml"))
    found = looked.lessons(path.stem for path in states) if len(states) >= _rule("pages") else ()
    listed = sorted(found, key=lambda lesson: (lesson.sha256, lesson.id))
    return replace(project, lessons=tuple(listed[: _rule("most_pages")]) if len(listed) >= _rule("pages") else ())


class _Looked:
    """A project as it stands, looked through no further than needed."""

    def __init__(self, project: Project) -> None:
        self.project = project

    @cached_property
    def _catalogue(self) -> Catalogue:
        return Catalogue.of(self.project)

    @cached_property
    def _by_bytes(self) -> dict[str, Seed]:
        """The articles by the SHA-256 of their bytes, for those that have another name by now."""
        return {self._sha256(seed): seed for seed in reversed(seeds_of(self.project.seeds))}

    def lessons(self, identifiers: Iterable[str]) -> Iterator[Lesson]:
        """Yield what each page teaches; pages and articles that cannot be read are told by `generate` itself."""
        for identifier in identifiers:
            try:
                lesson = self._lesson(identifier)
            except StandfirstError:
                continue
            if lesson:
                yield lesson

    def _lesson(self, identifier: str) -> Lesson | None:
        state = load(self.project, identifier)
        if state is None or state.tombstone:
            return None
        if "topics" not in state.ownership.ledgers and self._lists_the_machines(state):
            return None
        page = self._page(state)
        ledger = pages.see(page, state).ledgers.get("topics") if page else None
        seed = self._seed(state)
        if page is None or ledger is None or seed is None:
            return None
        return Lesson(identifier, seed, self._sha256(seed), page.names("topics"), ledger)

    def _lists_the_machines(self, state: State) -> bool:
        """Whether a page lists the topics that the machine gave it, told without taking it apart."""
        path = self.project.page(state.page)
        listed = _LISTED.search(path.read_bytes()) if path.is_file() and not path.is_symlink() else None
        topics = state.said.values["topics"]
        return listed is not None and listed[1] == "".join(f"  - {topic}\n" for topic in topics).encode()

    def _page(self, state: State) -> Page | None:
        path = self._catalogue.locate({state.seed}, state.page, buried=False)
        return read_page(self.project, path) if path else None

    def _seed(self, state: State) -> Seed | None:
        seed = Seed(self.project.seeds / state.seed, state.seed)
        return seed if files.stands(seed.path) else self._by_bytes.get(state.sha256)

    def _sha256(self, seed: Seed) -> str:
        return pages.sha256_of(reading.read_bytes(seed.path, self.project.settings.seed_bytes, seed.name))


def finder(lessons: Sequence[Lesson], subjects: Subjects, settings: Settings) -> FindTopics:
    """Return what finds an article's topics, once it has learned from these pages."""
    if not lessons:
        return partial(find_topics, subjects=subjects)
    from generator.finding.learning import learn  # numpy is slow to import

    subjects = subjects.with_own(_own(lessons, subjects))
    examples = [one for lesson in lessons if (one := _example(lesson, subjects, settings))]
    return partial(find_topics, subjects=subjects, learned=learn(examples))


def _own(lessons: Sequence[Lesson], subjects: Subjects) -> Iterator[str]:
    """Yield the labels that people gave often enough to be learned and that are no topic's, each in one spelling."""
    spelt: dict[str, Counter[str]] = {}
    for lesson in lessons:
        for label in lesson.labels:
            if not subjects.get(label):
                spelt.setdefault(own_id(label), Counter())[label] += 1
    for _, spellings in sorted(spelt.items()):
        if spellings.total() >= _rule("pages_of_topic"):
            yield min(spellings, key=lambda label: (-spellings[label], label))


def _example(lesson: Lesson, subjects: Subjects, settings: Settings) -> "Example | None":
    known = [subject for label in lesson.labels if (subject := subjects.get(label)) and not subject.hidden]
    topics = tuple(dict.fromkeys(subject.broader or subject.id for subject in known))
    try:
        seed = lesson.seed
        article = reading.read(seed.path, seed.name, most_bytes=settings.seed_bytes, lang=settings.language)
    except StandfirstError:
        return None
    if article is None or not topics:
        return None
    from generator.finding.learning import example

    ((_, parse),) = language.parse([article])
    return example(article, parse, topics, subjects)
