"""What a state was made from, and whether this program would make it otherwise by now."""

from dataclasses import replace

from generator import __version__, language, pages
from generator.model import Briefing
from generator.pages import Shaping, State
from generator.run.project import Project


def is_current(state: State, content: bytes, project: Project) -> bool:
    """Whether a state holds what this program says of a seed's bytes in this project."""
    return _is_of(state, content) and state.settings == shaping(project)


def is_current_but_for_topics(state: State, content: bytes, project: Project) -> bool:
    """Whether a state holds what this program says, but for what people say of topics, or teach."""
    mine, ours = state.settings, shaping(project)
    return _is_of(state, content) and mine == replace(ours, topics=mine.topics, learned=mine.learned)


def is_weighed(state: State, content: bytes, project: Project) -> bool:
    """Whether a state holds what this program's keywords say of the topics of a seed's bytes in this project."""
    mine, ours = state.settings, shaping(project)
    return _is_of(state, content) and (mine.language, mine.topics) == (ours.language, ours.topics)


def can_judge(state: State, project: Project) -> bool:
    """Whether what this run would brief anew is what a state should hold: by our model, and having learned from all."""
    return is_of_our_model(state) and project.learned_now == project.learned


def is_of_our_model(state: State) -> bool:
    """Whether the model that briefed an article is the one that is installed here."""
    return state.model == language.model_name(str(state.briefing["lang"]))


def _is_of(state: State, content: bytes) -> bool:
    is_of = (state.sha256, state.program) == (pages.sha256_of(content), __version__)
    return is_of and state.weighed is not None


def new_state(project: Project, briefing: Briefing) -> State:
    """Return the state of a new briefing; where its page is to stand is told later."""
    return State(
        id=briefing.id,
        seed=briefing.seed,
        sha256=briefing.sha256,
        page="",
        settings=shaping_now(project),
        program=__version__,
        model=language.model_name(briefing.lang),
        briefing=pages.as_json(briefing),
        weighed=briefing.weighed,
    )


def shaping(project: Project) -> Shaping:
    """Return what shapes the briefings of a project."""
    settings = project.settings
    return Shaping(
        summariser=settings.summariser,
        sentences=f"{settings.words} words" if settings.words else str(settings.sentences or "by article"),
        language=settings.language,
        actors=project.desk.digest,
        topics=project.subjects.digest,
        learned=project.learned,
    )


def shaping_now(project: Project) -> Shaping:
    """Return what shapes the briefings that this run makes; they are made again once all can be read that teaches."""
    return replace(shaping(project), learned=project.learned_now)
