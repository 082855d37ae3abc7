"""Which page of docs/ is which article's, wherever it stands."""

import os
import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from generator import files, pages
from generator.briefing import briefing_id
from generator.errors import Place, StandfirstError
from generator.pages import LARGEST_PAGE, Page, State
from generator.run.project import Project
from generator.run.states import load

_FRONT = re.compile(
    rb"\A(?:\xef\xbb\xbf)?---[ \t]*\r?\n(?P<front>.*?)^(?:---|\.\.\.)[ \t]*\r?$", re.DOTALL | re.MULTILINE
)
_SEED = re.compile(
    rb"""^seed:[ ]+(?:"(?P<a>[^"\\\n]+)"|'(?P<b>[^'\n]+)'|(?P<c>[\w./][^\n#'"]*?))[ ]*\r?$""", re.MULTILINE
)
_NEARLY = re.compile(rb"""\bseed["']?[ \t]*[:=][ \t]*["']?(?P<c>[^\n"']+)""")


@dataclass(slots=True)
class Catalogue:
    """The pages that name a seed, and the pages that states name."""

    project: Project
    by_seed: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    homes: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))  # ids of states by page
    by_bytes: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))  # ids by SHA-256 of the seed

    @classmethod
    def of(cls, project: Project) -> "Catalogue":
        """Look through docs/ and the states; files that cannot be read are left for those who need them."""
        catalogue = cls(project)
        for path in _regular(project.states.glob("*.yml")):
            content = path.read_bytes()
            catalogue.homes[pages.page_named(content)].append(path.stem)
            catalogue.by_bytes[pages.bytes_named(content)].append(path.stem)
        for path in _pages(project.root / "docs"):
            name = path.relative_to(project.root / "docs").as_posix()
            if seed := _seed(path, name):
                catalogue.by_seed[seed].append(name)
        return catalogue

    def locate(self, seeds: Collection[str], home: str, *, buried: bool) -> str:
        """Return the page of an article, whose seed has or had these names, as a path below docs/; "" for none.

        It is the page that names the seed, else the one at `home`, where its state last knew it; whatever a person
        puts there after a page was `buried` is a page of their own. Raises StandfirstError for a page that was
        copied, and for one whose `seed` line was changed while its own article is there.
        """
        named = [path for seed in sorted(seeds) for path in self.by_seed.get(seed, ())]
        if len(named) > 1:
            others = ", ".join(f"docs/{path}" for path in named[1:])
            message = f"is the page of {min(seeds)}, and so is {others}; {pages.COPIES}"
            raise StandfirstError(message, Place(f"docs/{named[0]}"))
        if named:
            self._refuse_taken(seeds, named[0])
            return named[0]
        return home if home and not buried and self._is_home(seeds, home) else ""

    def _is_home(self, seeds: Collection[str], home: str) -> bool:
        path = self.project.page(home)
        if not files.stands(path) or self.is_taken(home):
            return False
        other = _seed(path, home)
        if other and self._is_given(seeds, other):
            return False
        if other:
            raise misnamed(home, other, min(seeds))
        return True

    def is_given_away(self, state: State) -> bool:
        """Whether a person gave the page of an article that is gone to another one, by its `seed` line."""
        path = self.project.page(state.page)
        other = "" if state.tombstone or self.by_seed.get(state.seed) else _seed(path, state.page)
        return other not in {"", state.seed} and self._is_given({state.seed}, other)

    def _is_given(self, seeds: Collection[str], other: str) -> bool:
        """Whether the article of these names is gone and the `other` is there."""
        return self._is_article(other) and not any(map(self._is_article, seeds))

    def _is_article(self, seed: str) -> bool:
        """Whether there is an article of this name, which comes from a page."""
        path = PurePosixPath(seed)
        outside = path.is_absolute() or ".." in path.parts or not seed.isprintable()
        return not outside and files.stands(self.project.seeds / path)

    def _refuse_taken(self, seeds: Collection[str], path: str) -> None:
        """Raise StandfirstError for a page of another article that is there, for all that the `seed` line says."""
        owners = self.homes.get(path, [])
        if not owners or {briefing_id(seed) for seed in seeds} & {*owners}:
            return
        for state in self._living(owners):
            if self._is_article(state.seed):
                raise misnamed(path, min(seeds), state.seed)

    def giver(self, seed: str) -> State | None:
        """Return the state of the article whose page a person gave to `seed`, by that line; None for no such thing.

        It is the page of an article that has become `seed` under a new name.
        """
        named = self.by_seed.get(seed, [])
        owners = self.homes.get(named[0], []) if len(named) == 1 else []
        if not owners or briefing_id(seed) in owners:
            return None
        return next((state for state in self._living(owners) if self._is_given({state.seed}, seed)), None)

    def _living(self, identifiers: Collection[str]) -> Iterator[State]:
        states = (load(self.project, identifier) for identifier in identifiers)
        yield from (state for state in states if state and not state.tombstone)

    def is_double(self, state: State) -> bool:
        """Whether a run that was broken off has written a state anew under the article's new name already."""
        others = (load(self.project, other) for other in self.by_bytes[state.sha256] if other != state.id)
        return any(other is not None and other.page == state.page for other in others)

    def is_taken(self, home: str) -> bool:
        """Whether two branches gave two articles one page, and the page is now the other's, by its `seed` line."""
        path = self.project.page(home)
        return len(self.homes[home]) > 1 and path.is_file() and bool(_seed(path, home))


def misnamed(path: str, other: str, seed: str) -> StandfirstError:
    """Return the error of a page that names another article than its own, `seed`, which is there too."""
    return StandfirstError(
        f"its `seed` line names {other}, but it is the page of {seed}; put that back", Place(f"docs/{path}")
    )


def read_page(project: Project, path: str) -> Page:
    """Return a page of docs/; raises StandfirstError with the place of what would be read wrongly."""
    name = f"docs/{path}"
    text = files.read_text(project.page(path), LARGEST_PAGE, name, "utf-8")
    return replace(pages.read_page(text, name), path=path)


def _pages(folder: Path) -> Iterator[Path]:
    """Yield the Markdown files below docs/ that MkDocs would read, in order of path; follow no links."""
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from _regular(Path(parent) / name for name in sorted(names) if name.endswith(".md") and name[0] != ".")


def _regular(paths: "Iterator[Path]") -> Iterator[Path]:
    yield from (path for path in paths if path.is_file() and not path.is_symlink())


def _seed(path: Path, name: str) -> str:
    """Return the seed that a page names, found by its line where it stands as the program writes it, "" for none.

    A page that cannot be read is known by what looks like that line.
    """
    if not path.is_file() or path.is_symlink():  # told by whoever reads it
        return ""
    content = path.read_bytes()[:LARGEST_PAGE]
    if not content.removeprefix(b"\xef\xbb\xbf").startswith(b"---"):
        return ""
    front = _FRONT.match(content)
    line = _SEED.search(front["front"]) if front else None
    if line:
        return next(found for found in line.groups() if found).decode(errors="replace")
    if b"seed" not in content:
        return ""
    try:
        return pages.read_page(content.decode(errors="replace"), name).line("seed")
    except StandfirstError:
        nearly = _NEARLY.search(content)
        return nearly["c"].decode(errors="replace").strip() if nearly else ""
