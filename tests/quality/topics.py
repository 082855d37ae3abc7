"""How well topics are found: BBC's and AG News' articles against the section that each stood in.

Which top concepts of IPTC Media Topics a section stands for says SECTIONS; "World" and "Sci/Tech" stand for several,
any of which is right. `top-1` is how often the first of all ranked topics is right, `top-2` how often one of the first
two is, both over all articles and before the threshold; `shown right` is how many of the top topics that a page would
list are right, `shown` how many articles get any.
"""

import json
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from texts import TEXTS

from generator.finding.topics import find_topics, rank_topics
from generator.language import Parse, parse
from generator.model import Article
from generator.reading import read
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
Row = tuple[str, Article, Parse]


def _rows(path: Path) -> Iterator[Row]:
    """Yield section, article and parse of each text, as the program reads it from a file."""
    with tempfile.TemporaryDirectory() as folder:
        seed = Path(folder) / "article.txt"
        for row in map(json.loads, path.open(encoding="utf-8")):
            seed.write_text(row["text"], encoding="utf-8")
            article = read(seed, "article.txt", most_bytes=2_000_000, lang="en")
            if article is not None:
                yield row["topic"], *next(iter(parse([article])))


def _right(labels: Sequence[str], section: str) -> bool:
    return not SECTIONS[section].isdisjoint(labels)


def _of(rows: Iterable[Row]) -> dict[str, float]:
    top = {subject.label for subject in shipped_subjects().top.subjects}
    count = first = two = some = shown = right = 0
    for section, article, tree in rows:
        ranked = [topic.label for topic in rank_topics(article, tree)]
        listed = [topic.label for topic in find_topics(article, tree) if topic.label in top]
        count += 1
        first += _right(ranked[:1], section)
        two += _right(ranked[:2], section)
        some += bool(listed)
        shown += len(listed)
        right += sum(_right([label], section) for label in listed)
    return {"top-1": first / count, "top-2": two / count, "shown": some / count, "shown right": right / shown}


def measures(texts: Path) -> dict[str, float]:
    """Return every measure of topics."""
    return {
        f"{name} {key}": value
        for name, file in SETS.items()
        for key, value in _of(_rows(texts / "topics" / file)).items()
    }


if __name__ == "__main__":
    for measure, value in measures(TEXTS).items():
        print(f"{measure} {value:.3f}")
