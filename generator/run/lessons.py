"""The pages whose topics a person set, from which topics are learned."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from functools import cached_property

from generator import files, pages, reading
from generator.briefing import briefing_id
from generator.errors import StandfirstError
from generator.pages import Ledger, Page, State
from generator.run.catalogue import Catalogue, read_page
from generator.run.learning import rule, teachings
from generator.run.making import is_weighed
from generator.run.project import Lesson, Project, Seed, seeds_of
from generator.run.remembered import remembered
from generator.run.states import last_page, load

_LISTED = re.compile(rb"^topics:\n((?:  - .*\n)*)", re.MULTILINE)
_SAID = re.compile(rb'^  "topics": \[\n((?:    .*\n)*)', re.MULTILINE)
_LABEL = re.compile(rb'"label": "([^"\\]+)"')


def taught(project: Project) -> Project:
    """Return the project with the pages that teach topics, none where those are too few; nothing is parsed yet."""
    if project.lessons is not None:
        return project
    looked = _Looked(project)
    found = tuple(looked.lessons()) if len(looked.identifiers) >= rule("pages") else ()
    known = [replace(lesson, topics=topics) for lesson, topics in teachings(found, project.subjects)]
    listed = sorted(known, key=lambda lesson: (not lesson.topics, lesson.sha256, lesson.id))[: rule("most_pages")]
    return replace(project, lessons=tuple(listed) if len(listed) >= rule("pages") else ())


def lessons(project: Project) -> Iterator[Lesson]:
    """Yield what each page has to teach, be they ever so few; nothing is parsed."""
    return _Looked(project).lessons()


class _Looked:
    """A project as it stands, looked through no further than needed."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self._before = remembered(project)
        self._names = {briefing_id(name): name for name in self._before}  # of articles, by the state's id
        self.identifiers = sorted({*self._names, *(path.stem for path in project.states.glob("*.yml"))})

    @cached_property
    def _catalogue(self) -> Catalogue:
        return Catalogue.of(self.project)

    @cached_property
    def _by_bytes(self) -> dict[str, Seed]:
        """The articles by the SHA-256 of their bytes, for those that have another name by now."""
        found = {}
        for seed in reversed(seeds_of(self.project.seeds)):
            with suppress(StandfirstError):
                found[self._sha256(seed)] = seed
        return found

    def lessons(self) -> Iterator[Lesson]:
        """Yield what each page teaches; what cannot be read is told by `generate` itself."""
        for identifier in self.identifiers:
            try:
                machines = identifier not in self._names and self._lists_the_machines(identifier)
                lesson = None if machines else self._lesson(identifier)
            except StandfirstError:
                continue
            if lesson:
                yield lesson

    def _lesson(self, identifier: str) -> Lesson | None:
        state = self._state(identifier)
        if state is None:
            return self._without_state(identifier)
        seed = None if state.tombstone else self._seed(state)
        if seed is None:
            return None
        try:
            page = self._page(state)
            ledger = pages.see(page, state).ledgers.get("topics") if page else None
            labels = page.names("topics") if page and ledger else ()
        except StandfirstError:
            return self._as_before(identifier, seed, self._before.get(seed.name, self._before.get(state.seed)))
        if ledger is None:
            return None
        content = self._content(seed, state)
        lesson = Lesson(identifier, seed, state.sha256, tuple(sorted(labels)), ledger, is_readable=content is not None)
        if content is None:
            return lesson
        weighed = state.weighed if is_weighed(state, content, self.project) else None
        return replace(lesson, sha256=pages.sha256_of(content), weighed=weighed)

    def _content(self, seed: Seed, state: State) -> bytes | None:
        """Return the bytes of an article that was read in the last run, None of one that no longer can be."""
        settings = self.project.settings
        try:
            content = self._bytes(seed)
            if pages.sha256_of(content) != state.sha256:
                reading.read(seed.path, seed.name, most_bytes=settings.seed_bytes, lang=settings.language)
        except StandfirstError:
            return None
        return content

    def _state(self, identifier: str) -> State | None:
        try:
            return load(self.project, identifier)
        except StandfirstError:
            return None

    def _without_state(self, identifier: str) -> Lesson | None:
        """Return what a page teaches whose state is lost or damaged, if it taught in the last run."""
        name = self._names.get(identifier, "")
        seed = Seed(self.project.seeds / name, name)
        if not name or not files.stands(seed.path):
            return None
        try:
            path = self._catalogue.locate({name}, last_page(self.project, identifier), buried=False)
            labels = read_page(self.project, path).names("topics") if path else None
        except StandfirstError:
            labels = self._before[name]
        return self._as_before(identifier, seed, labels)

    def _as_before(self, identifier: str, seed: Seed, labels: tuple[str, ...] | None) -> Lesson | None:
        if labels is None:
            return None
        return Lesson(identifier, seed, self._sha256(seed), tuple(sorted(labels)), Ledger(labels))

    def _lists_the_machines(self, identifier: str) -> bool:
        """Whether a page lists the topics that the machine gave it, told without taking it or its state apart."""
        state = self.project.state(identifier)
        if not state.is_file() or state.is_symlink():
            return True
        content = state.read_bytes()
        said, page = _SAID.search(content), pages.page_named(content)
        if said is None or not page or b'"topics": {"added"' in content:
            return False
        path = self.project.page(page)
        listed = _LISTED.search(path.read_bytes()) if path.is_file() and not path.is_symlink() else None
        return listed is not None and listed[1] == b"".join(b"  - %s\n" % label for label in _LABEL.findall(said[1]))

    def _page(self, state: State) -> Page | None:
        path = self._catalogue.locate({state.seed}, state.page, buried=False)
        return read_page(self.project, path) if path else None

    def _seed(self, state: State) -> Seed | None:
        seed = Seed(self.project.seeds / state.seed, state.seed)
        return seed if files.stands(seed.path) else self._by_bytes.get(state.sha256)

    def _sha256(self, seed: Seed) -> str:
        return pages.sha256_of(self._bytes(seed))

    def _bytes(self, seed: Seed) -> bytes:
        return reading.read_bytes(seed.path, self.project.settings.seed_bytes, seed.name)
