"""An article whose topics alone may change, since something else is learned by now: nothing is parsed for that."""

from dataclasses import asdict, replace

from generator import language, reading
from generator.briefing import briefing_id
from generator.errors import StandfirstError
from generator.finding import FindTopics
from generator.pages import State
from generator.run.former import own_state
from generator.run.making import is_current_but_taught, shaping
from generator.run.project import Project, Seed


def retaught(project: Project, seed: Seed, find_topics: FindTopics, *, write: bool) -> State | None:
    """Return the state of a seed as a new briefing would have it, None where that must be made.

    Without `write` only what another model briefed is not made anew, which ours cannot judge.
    """
    settings = project.settings
    try:
        state = own_state(project, briefing_id(seed.name), seed.name)
        content = reading.read_bytes(seed.path, settings.seed_bytes, seed.name)
        if state is None or not is_current_but_taught(state, content, project):
            return None
        if not write and state.model == language.model_name(str(state.briefing["lang"])):
            return None
        article = reading.read(seed.path, seed.name, most_bytes=settings.seed_bytes, lang=settings.language)
    except StandfirstError:  # told by whoever briefs it
        return None
    if article is None or state.weighed is None:
        return None
    topics = [asdict(topic) for topic in find_topics.choose(article, state.weighed)]
    return replace(state.machines, settings=shaping(project), briefing={**state.briefing, "topics": topics})
