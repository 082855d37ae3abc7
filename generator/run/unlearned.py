"""Topics of people's own that stand on too few pages to be learned: told, and left to a person."""

from collections.abc import Iterable, Iterator, Mapping

from generator.pages import Concern
from generator.registry import own_id
from generator.run.learning import rule, unknown
from generator.run.lessons import lessons
from generator.run.project import Project


def unlearned(project: Project) -> Mapping[str, int]:
    """Return on how many pages each topic that nothing knows stands, by its id, where those are too few to learn it."""
    pages = {identifier: spelt.total() for identifier, spelt in unknown(lessons(project), project.subjects).items()}
    return {identifier: count for identifier, count in pages.items() if count < rule("pages_of_topic")}


def untaught(labels: Iterable[str], pages: Mapping[str, int]) -> Iterator[Concern]:
    """Yield a concern for each of these labels, which a person gave a page, that teaches nothing yet."""
    for label in labels:
        if count := pages.get(own_id(label)):
            message = (
                f"“{label}” is no topic that the program knows: it is learned once {rule('pages_of_topic')} pages have "
                f"it by hand, by now {count}; set it on more, or list it with keywords in docs/topics.yml"
            )
            yield Concern("info", "topics", message)
