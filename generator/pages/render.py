"""A briefing as the Markdown page that stands in docs/."""

from collections.abc import Iterator, Sequence

from generator.model import Briefing
from generator.pages.escaping import escape
from generator.pages.oneline import one_line
from generator.pages.scalar import scalar


def render(briefing: Briefing) -> str:
    """Return the page: front matter without empty fields, then the key sentences as a list."""
    sentences = [line for sentence in briefing.summary if (line := one_line(sentence.text))]
    body = "".join(f"- {escape(line)}\n" for line in sentences)
    return "".join(["---\n", *_front_matter(briefing), "---\n", body])


def _front_matter(briefing: Briefing) -> Iterator[str]:
    texts = {
        "title": one_line(briefing.title),
        "description": one_line(briefing.description),
        "seed": briefing.seed,
        "source": one_line(briefing.source),
        "agency": one_line(briefing.agency),
        "lang": one_line(briefing.lang),
    }
    yield from (f"{key}: {scalar(text)}\n" for key, text in texts.items() if text)
    if briefing.date:
        yield f"date: {briefing.date.isoformat()}\n"
    yield from _names("actors", [actor.name for actor in briefing.actors])
    yield from _names("topics", [topic.label for topic in briefing.topics])


def _names(key: str, names: Sequence[str]) -> Iterator[str]:
    lines = [line for name in names if (line := one_line(name))]
    if lines:
        yield f"{key}:\n"
        yield from (f"  - {scalar(line)}\n" for line in lines)
