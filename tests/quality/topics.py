"""How well topics are found: BBC's and AG News' articles against the section that each stood in.

Which top concepts of IPTC Media Topics a section stands for says SECTIONS; "World" and "Sci/Tech" stand for several,
any of which is right. `top-1` is how often the first of all ranked topics is right, `top-2` how often one of the first
two is, both over all articles and before the threshold; `shown right` is how many of the top topics that a page would
list are right, `shown` how many articles get any. `taught 50 before` and `after`: top-1 of BBC's other articles,
without and with what is learned from 50 pages whose topic is set to that of their section; `worst section`: the least
that any section gains by it. `baseline` is the same with the words of IPTC's labels and definitions as
the only keywords.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import baselines
from as_read import as_read
from texts import TEXTS

from generator.finding.learning import Example, example, learn
from generator.finding.topics import FindTopics
from generator.language import Parse, parse
from generator.model import Article
from generator.registry import shipped_subjects

SECTIONS = {
    "tech": {"science and technology"},
    "business": {"economy, business and finance"},
    "sport": {"sport"},
    "entertainment": {"arts, culture, entertainment and media"},
    "politics": {"politics"},
    "World": {
        "politics",
        "conflict, war and peace",
        "crime, law and justice",
        "disaster, accident and emergency incident",
        "society",
        "religion",
    },
    "Business": {"economy, business and finance"},
    "Sports": {"sport"},
    "Sci/Tech": {"science and technology", "environment", "health"},
}
SETS = {"bbc": "bbc_dev.jsonl", "agnews": "agnews_dev.jsonl"}
TAUGHT = (50, 200)
Row = tuple[str, Article, Parse]


def _rows(path: Path) -> Iterator[Row]:
    """Yield section, article and parse of each text, as the program reads it from a file."""
    for row in map(json.loads, path.open(encoding="utf-8")):
        if article := as_read(row["text"]):
            yield row["topic"], *next(iter(parse([article])))


def _right(labels: Sequence[str], section: str) -> bool:
    return not SECTIONS[section].isdisjoint(labels)


def _of(rows: Iterable[Row], find: FindTopics) -> dict[str, float]:
    top = {subject.label for subject in find.subjects.top.subjects}
    count = first = two = some = shown = right = 0
    for section, article, tree in rows:
        weighed = find.weigh(article, tree)
        ranked = [topic.label for topic in find.rank(article, weighed)]
        listed = [topic.label for topic in find.choose(article, weighed) if topic.label in top]
        count += 1
        first += _right(ranked[:1], section)
        two += _right(ranked[:2], section)
        some += bool(listed)
        shown += len(listed)
        right += sum(_right([label], section) for label in listed)
    return {"top-1": first / count, "top-2": two / count, "shown": some / count, "shown right": right / max(1, shown)}


def _taught(rows: Sequence[tuple[str, Article, Example]], count: int) -> dict[str, float]:
    """Return what is gained by learning from `count` articles, spread over all."""
    subjects = shipped_subjects()
    step = len(rows) // count
    ids = {section: subjects.get(next(iter(labels))) for section, labels in SECTIONS.items()}
    lessons = [replace(one, topics=(ids[section].id,)) for section, _, one in rows[: step * count : step]]
    learned = learn(lessons)
    others = [row for at, row in enumerate(rows) if at % step or at >= step * count]
    right = {section: [0, 0, 0] for section, _, _ in others}
    for section, article, one in others:
        counts = right[section]
        counts[0] += 1
        for place, shares in ((1, one.shares), (2, learned.corrected(one.shares, article))):
            counts[place] += max(shares, key=lambda topic: (shares[topic], topic)) == ids[section].id
    total = [sum(counts[place] for counts in right.values()) for place in range(3)]
    return {
        f"taught {count} before": total[1] / total[0],
        f"taught {count} after": total[2] / total[0],
        f"taught {count} worst section": min((after - before) / all_ for all_, before, after in right.values()),
    }


def _learned(rows: Iterable[Row]) -> dict[str, float]:
    find = FindTopics()
    examples = [
        (section, article, example(article, find.weigh(article, tree), (), find.subjects))
        for section, article, tree in rows
    ]
    return {key: value for count in TAUGHT for key, value in _taught(examples, count).items()}


def measures(texts: Path) -> dict[str, float]:
    """Return every measure of topics."""
    rows = {name: list(_rows(texts / "topics" / file)) for name, file in SETS.items()}
    found = {f"bbc {key}": value for key, value in _learned(rows["bbc"]).items()}
    plain = FindTopics(baselines.subjects(texts / "topics" / "medtop_en.json"))
    for whose, find in (("", FindTopics()), (" baseline", plain)):
        for name, listed in rows.items():
            found |= {f"{name} {key}{whose}": value for key, value in _of(listed, find).items()}
    return found


if __name__ == "__main__":
    for measure, value in measures(TEXTS).items():
        print(f"{measure} {value:.3f}")
