"""What a state was made from, and whether this program would make it otherwise by now."""

from generator import __version__, language, pages
from generator.model import Briefing
from generator.pages import State
from generator.run.project import Project


def is_current(state: State, content: bytes, project: Project) -> bool:
    """Whether a state holds what this program says of a seed's bytes in this project."""
    made = (state.sha256, state.program, state.settings)
    return made == (pages.sha256_of(content), __version__, _fingerprint(project))


def new_state(project: Project, briefing: Briefing) -> State:
    """Return the state of a new briefing; where its page is to stand is told later."""
    return State(
        id=briefing.id,
        seed=briefing.seed,
        sha256=briefing.sha256,
        page="",
        settings=_fingerprint(project),
        program=__version__,
        model=language.model_name(briefing.lang),
        briefing=pages.as_json(briefing),
    )


def _fingerprint(project: Project) -> str:
    """Return the settings that shape a briefing, and what stands for the desk's own registries.

    The model is not among them: else a page would change with every Python that it is generated under.
    """
    settings = project.settings
    desks = {"actors": project.desk.digest, "topics": project.subjects.digest, "learned": project.learned}
    own = "".join(f" {name}={digest}" for name, digest in desks.items() if digest)
    sentences = settings.sentences or "by article"
    return f"summariser={settings.summariser} sentences={sentences} language={settings.language}{own}"
