"""Seeds to briefings, one after the other, models loaded once."""

import traceback
from collections.abc import Iterable, Iterator

from generator import language, reading, registry, summarising
from generator.briefing import brief
from generator.errors import StandfirstError
from generator.model import Briefing
from generator.registry import Desk, Registry, Subjects
from generator.run.project import Outcome, Seed
from generator.settings import Settings


def briefings(
    seeds: Iterable[Seed], settings: Settings, desk: Desk, subjects: Subjects
) -> Iterator[Briefing | Outcome]:
    """Brief each seed in turn, models loaded once; a seed that cannot be briefed gives an Outcome.

    `desk` is what people say of actors, `subjects` are the topics with what they say of those.

    Raises StandfirstError for settings under which no seed can be briefed.
    """
    summarising.check(settings.summariser)
    known = registry.load(desk)
    for seed in seeds:
        try:
            yield _briefed(seed, known, subjects, settings)
        except StandfirstError as error:
            yield seed.failed(error)
        except Exception:  # noqa: BLE001 -- a fault of ours in one seed must not stop the others
            fault = f"{seed.shown}: a fault in Standfirst, please report it with the seed\n{traceback.format_exc()}"
            yield Outcome(seed.name, "failed", message=fault.strip())


def _briefed(seed: Seed, known: Registry, subjects: Subjects, settings: Settings) -> Briefing | Outcome:
    seed.refuse_odd_name()
    article = reading.read(seed.path, seed.name, most_bytes=settings.seed_bytes, lang=settings.language)
    if article is None:
        return Outcome(seed.name, "blank", message=f"{seed.shown}: holds no text, skipped")
    ((_, parse),) = language.parse([article])
    return brief(article, parse, known, subjects, settings)
