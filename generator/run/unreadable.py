"""Articles that no run could read, told where nothing is briefed."""

from collections.abc import Iterable, Mapping

from generator import __version__, pages, reading
from generator.errors import StandfirstError
from generator.pages import State
from generator.run.project import Project, Seed, seeds_of


def unreadable(project: Project, states: Iterable[State]) -> Mapping[str, StandfirstError]:
    """Return what is wrong with the articles that cannot be read, by their names.

    Those whose bytes are as this program read them for one of the `states` are not taken apart again.
    """
    were_read = {(state.seed, state.sha256) for state in states if state.program == __version__}
    found = ((seed.name, _error(project, seed, were_read)) for seed in seeds_of(project.seeds))
    return {name: error for name, error in found if error}


def _error(project: Project, seed: Seed, were_read: set[tuple[str, str]]) -> StandfirstError | None:
    settings = project.settings
    try:
        seed.refuse_odd_name()
        content = reading.read_bytes(seed.path, settings.seed_bytes, seed.name)
        if (seed.name, pages.sha256_of(content)) not in were_read:
            reading.read(seed.path, seed.name, most_bytes=settings.seed_bytes, lang=settings.language)
    except StandfirstError as error:
        return seed.placed(error)
    return None
