"""Seeds to briefings, one after the other, models loaded once."""

import traceback
from collections.abc import Iterable, Iterator

from generator import language, reading, registry, summarising
from generator.briefing import brief
from generator.errors import StandfirstError
from generator.finding import FindTopics
from generator.model import Briefing
from generator.registry import Registry
from generator.run.learning import finder
from generator.run.project import Outcome, Project, Seed
from generator.settings import Settings


def briefings(
    seeds: Iterable[Seed], project: Project, find_topics: FindTopics | None = None
) -> Iterator[Briefing | Outcome]:
    """Brief each seed in turn, models loaded once; a seed that cannot be briefed gives an Outcome.

    Raises StandfirstError for settings under which no seed can be briefed.
    """
    settings = project.settings
    summarising.check(settings.summariser)
    known, find_topics = registry.load(project.desk), find_topics or finder(project)
    for seed in seeds:
        try:
            yield _briefed(seed, known, find_topics, settings)
        except StandfirstError as error:
            yield seed.failed(error)
        except Exception:  # noqa: BLE001 -- a fault of ours in one seed must not stop the others
            yield fault_in(seed)


def fault_in(seed: Seed) -> Outcome:
    """Return the outcome of a seed with the fault of ours that is being handled."""
    told = f"{seed.shown}: a fault in Standfirst, please report it with the seed\n{traceback.format_exc()}"
    return Outcome(seed.name, "failed", message=told.strip())


def _briefed(seed: Seed, known: Registry, find_topics: FindTopics, settings: Settings) -> Briefing | Outcome:
    seed.refuse_odd_name()
    article = reading.read(seed.path, seed.name, most_bytes=settings.seed_bytes, lang=settings.language)
    if article is None:
        return Outcome(seed.name, "blank", message=f"{seed.shown}: holds no text, skipped")
    ((_, parse),) = language.parse([article])
    return brief(article, parse, known, find_topics, settings)
