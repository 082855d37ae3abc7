"""An article whose topics alone may change, since people say or teach others by now: it needs no new briefing.

An edit of the actors does: finding them needs the parse, which is two thirds of a briefing (137 of 167 ms in all).
"""

from dataclasses import asdict, replace

from generator import language, reading
from generator.briefing import briefing_id
from generator.errors import StandfirstError
from generator.finding import FindTopics
from generator.pages import State
from generator.run.former import own_state
from generator.run.making import can_judge, is_current_but_for_topics, is_of_our_model, is_weighed, shaping_now
from generator.run.project import Project, Seed


def retaught(project: Project, seed: Seed, find_topics: FindTopics, *, write: bool) -> State | None:
    """Return the state of a seed as a new briefing would have it, None where that must be made.

    Without `write` only what this run cannot judge is not made anew.
    """
    try:
        return _retaught(project, seed, find_topics, write=write)
    except StandfirstError:  # told by whoever briefs it
        return None


def _retaught(project: Project, seed: Seed, find_topics: FindTopics, *, write: bool) -> State | None:
    settings = project.settings
    state = own_state(project, briefing_id(seed.name), seed.name)
    content = reading.read_bytes(seed.path, settings.seed_bytes, seed.name)
    if state is None or not is_current_but_for_topics(state, content, project):
        return None
    is_known = is_weighed(state, content, project)
    if not (is_known or is_of_our_model(state)) or (not write and can_judge(state, project)):
        return None
    article = reading.read(seed.path, seed.name, most_bytes=settings.seed_bytes, lang=settings.language)
    if article is None or state.weighed is None:
        return None
    weighed = state.weighed if is_known else find_topics.weigh(article, language.lemmatize(article))
    topics = [asdict(topic) for topic in find_topics.choose(article, weighed)]
    briefing = {**state.briefing, "topics": topics}
    return replace(state.machines, settings=shaping_now(project), briefing=briefing, weighed=weighed)
