"""What the pages whose topics a person set teach, and what finds topics once that is learned."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from generator import language, reading
from generator.errors import StandfirstError
from generator.finding import FindTopics
from generator.lists import shipped
from generator.registry import Subjects, own_id
from generator.run.project import Lesson, Project
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


def finder(project: Project) -> FindTopics:
    """Return what finds an article's topics, once it has learned from the pages that teach."""
    if not project.teaching:
        return FindTopics(project.subjects)
    from generator.finding.learning import learn  # numpy is slow to import

    subjects = project.subjects.with_own(label for lesson in project.teaching for label in lesson.topics)
    find_topics = FindTopics(subjects)
    examples = [one for lesson in project.teaching if (one := _example(lesson, find_topics, project.settings))]
    return FindTopics(subjects, learn(examples))


def unknown(lessons: Iterable[Lesson], subjects: Subjects) -> Mapping[str, Counter[str]]:
    """Return the labels of lessons that are no topic's, by the id that they would have, with their spellings."""
    spelt: dict[str, Counter[str]] = {}
    for lesson in lessons:
        for label in lesson.labels:
            if not subjects.get(label):
                spelt.setdefault(own_id(label), Counter())[label] += 1
    return spelt


def _own(lessons: Sequence[Lesson], subjects: Subjects) -> Iterator[str]:
    """Yield the labels that people gave often enough to be learned and that are no topic's, each in one spelling."""
    for _, spellings in sorted(unknown(lessons, subjects).items()):
        if spellings.total() >= rule("pages_of_topic"):
            yield min(spellings, key=lambda label: (-spellings[label], label))


def _example(lesson: Lesson, find_topics: FindTopics, settings: Settings) -> "Example | None":
    seed = lesson.seed
    try:
        article = reading.read(seed.path, seed.name, most_bytes=settings.seed_bytes, lang=settings.language)
    except StandfirstError:
        return None
    if article is None or not language.has_model(article.lang):
        return None
    from generator.finding.learning import example

    weighed = lesson.weighed
    if weighed is None:
        weighed = find_topics.weigh(article, language.lemmatize(article))
    known = (find_topics.subjects.get(label) for label in lesson.topics)
    return example(article, weighed, [subject.id for subject in known if subject], find_topics.subjects)
