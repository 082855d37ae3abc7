"""What the pages whose topics a person set teach, and what finds topics once that is learned."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from generator import language, reading
from generator.errors import StandfirstError
from generator.finding import FindTopics, find_topics
from generator.lists import shipped
from generator.registry import Subjects, own_id
from generator.run.project import Lesson
from generator.settings import Settings

if TYPE_CHECKING:
    from generator.finding.learning import Example


def rule(name: str) -> int:
    """Return a number of finding/learning.yml."""
    number: int = shipped("finding/learning.yml")[name]
    return number


def teachings(lessons: Sequence[Lesson], subjects: Subjects) -> Iterator[tuple[Lesson, tuple[str, ...]]]:
    """Yield each lesson with the labels of the topics that it teaches: of those that are part of no other."""
    subjects = subjects.with_own(_own(lessons, subjects))
    for lesson in lessons:
        known = [one for label in lesson.labels if (one := subjects.get(label)) and not one.hidden]
        labels = (subjects.label_of(one.broader) if one.broader else one.label for one in known)
        yield lesson, tuple(dict.fromkeys(labels))


def finder(lessons: Sequence[Lesson], subjects: Subjects, settings: Settings) -> FindTopics:
    """Return what finds an article's topics, once it has learned from these pages."""
    if not lessons:
        return partial(find_topics, subjects=subjects)
    from generator.finding.learning import learn  # numpy is slow to import

    subjects = subjects.with_own(label for lesson in lessons for label in lesson.topics)
    examples = [one for lesson in lessons if (one := _example(lesson, subjects, settings))]
    return partial(find_topics, subjects=subjects, learned=learn(examples))


def _own(lessons: Sequence[Lesson], subjects: Subjects) -> Iterator[str]:
    """Yield the labels that people gave often enough to be learned and that are no topic's, each in one spelling."""
    spelt: dict[str, Counter[str]] = {}
    for lesson in lessons:
        for label in lesson.labels:
            if not subjects.get(label):
                spelt.setdefault(own_id(label), Counter())[label] += 1
    for _, spellings in sorted(spelt.items()):
        if spellings.total() >= rule("pages_of_topic"):
            yield min(spellings, key=lambda label: (-spellings[label], label))


def _example(lesson: Lesson, subjects: Subjects, settings: Settings) -> "Example | None":
    topics = tuple(subject.id for label in lesson.topics if (subject := subjects.get(label)))
    try:
        seed = lesson.seed
        article = reading.read(seed.path, seed.name, most_bytes=settings.seed_bytes, lang=settings.language)
    except StandfirstError:
        return None
    if article is None or not topics:
        return None
    from generator.finding.learning import example

    ((_, parse),) = language.parse([article])
    return example(article, parse, topics, subjects)
