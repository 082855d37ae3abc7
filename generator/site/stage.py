"""The rim of compose: reads docs/ and the states, writes build/docs/."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator import files
from generator.errors import StandfirstError
from generator.pages.fields import SUFFIXES
from generator.registry import Registries
from generator.settings import Settings
from generator.site.backing import Backing
from generator.site.compose import compose
from generator.site.docs import is_hidden, read_docs
from generator.site.sources import sources


@dataclass(frozen=True, slots=True)
class Staging:
    """Whether anything in build/docs/ changed, and what a person should know of it, a line each."""

    changed: bool
    remarks: tuple[str, ...]


def stage(root: Path, settings: Settings, registries: Registries) -> Staging:
    """Bring build/docs/ up to date with docs/, with the desk's registries, and with .standfirst/state/.

    The caller holds the lock. Raises one StandfirstError that names everything that needs mending.
    """
    files.check_way(root, root / "build" / "docs")
    docs = read_docs(root)
    _raise(docs.problems)
    backing = Backing(
        sources(root / settings.seeds, settings), settings.source_text, registries.desk, registries.subjects
    )
    composed = compose(docs.pages, docs.assets, docs.states, backing)
    changed = files.mirror(root / "build" / "docs", composed.files, durable=False)
    return Staging(changed, (*map(str, registries.problems), *composed.remarks, *_left_out(root, docs.everything)))


def _left_out(root: Path, docs: Sequence[Path]) -> Iterator[str]:
    """Yield a line for each page that MkDocs leaves out without a word, and for the folder."""
    if any(path.is_relative_to(root / "docs" / "templates") for path in docs):
        yield "docs/templates/: not published, since MkDocs keeps a folder of this name for themes; rename it"
    for path in docs:
        if is_hidden(path) and path.name.endswith(SUFFIXES):
            name = path.relative_to(root).as_posix().encode(errors="backslashreplace").decode()
            yield f"{name}: not published, since its name begins with a dot; rename it"


def _raise(problems: Sequence[StandfirstError]) -> None:
    if len(problems) == 1:
        raise problems[0]
    if problems:
        raise StandfirstError(f"{len(problems)} files need mending\n" + "\n".join(f"  {error}" for error in problems))
