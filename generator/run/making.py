"""What a state was made from, and whether this program would make it otherwise by now."""

import re

from generator import __version__, language, pages
from generator.model import Briefing
from generator.pages import State
from generator.run.project import Project

_LEARNED = " learned="


def is_current(state: State, content: bytes, project: Project) -> bool:
    """Whether a state holds what this program says of a seed's bytes in this project."""
    return _is_of(state, content) and state.settings == fingerprint(project)


def is_current_but_taught(state: State, content: bytes, project: Project) -> bool:
    """Whether a state holds what this program says, but for what is learned from people, and what that is added to."""
    mine, ours = (settings.partition(_LEARNED)[0] for settings in (state.settings, fingerprint(project)))
    return _is_of(state, content) and mine == ours and state.weighed is not None


def is_weighed(state: State, content: bytes, project: Project) -> bool:
    """Whether a state holds what this program's keywords say of the topics of a seed's bytes in this project."""
    mine, ours = (_what_weighs(settings) for settings in (state.settings, fingerprint(project)))
    return _is_of(state, content) and mine == ours and state.weighed is not None


def _what_weighs(settings: str) -> list[str]:
    return re.findall(r" (?:language|topics)=\S+", settings)


def _is_of(state: State, content: bytes) -> bool:
    return (state.sha256, state.program) == (pages.sha256_of(content), __version__)


def new_state(project: Project, briefing: Briefing) -> State:
    """Return the state of a new briefing; where its page is to stand is told later."""
    return State(
        id=briefing.id,
        seed=briefing.seed,
        sha256=briefing.sha256,
        page="",
        settings=fingerprint(project),
        program=__version__,
        model=language.model_name(briefing.lang),
        briefing=pages.as_json(briefing),
        weighed=briefing.weighed,
    )


def fingerprint(project: Project) -> str:
    """Return the settings that shape a briefing, and what stands for the desk's own registries.

    The model is not among them: else a page would change with every Python that it is generated under.
    """
    settings = project.settings
    own = "".join(
        f" {name}={digest}"
        for name, digest in {"actors": project.desk.digest, "topics": project.subjects.digest}.items()
        if digest
    )
    learned = f"{_LEARNED}{project.learned}" if project.learned else ""
    sentences = settings.sentences or "by article"
    return f"summariser={settings.summariser} sentences={sentences} language={settings.language}{own}{learned}"
