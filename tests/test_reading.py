"""Seeds to articles, through the room's front door; the cases are files in `cases/reading/`."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.errors import StandfirstError
from generator.model import Article, Fragment
from generator.reading import find_seeds, read
from generator.reading.agencies import agency
from generator.registry import load

CASES = [
    pytest.param(case, id=f"{file.stem}: {case['name']}")
    for file in sorted(Path(__file__, "../cases/reading").resolve().glob("*.yml"))
    for case in yaml.safe_load(file.read_text("utf-8"))
]
TEXTS = ("caption", "credit", "byline", "agency", "dateline", "source")
MOST_BYTES = 3_000_000
# What they sign by is known by other names: PA is the Palestinian Authority, too.
SIGN_OTHERWISE = {"PA Media", "Dow Jones Newswires"}


def read_bytes(folder: Path, name: str, content: bytes) -> Article | None:
    path = folder / name
    path.write_bytes(content)
    return read(path, name, most_bytes=MOST_BYTES, lang="en")


def plain(fragment: Fragment | None) -> str | None:
    return fragment.text if fragment else None


def parts(article: Article) -> dict[str, Any]:
    texts = {name: getattr(article, name) for name in TEXTS}
    return {
        "headline": plain(article.headline),
        "standfirst": plain(article.standfirst),
        "paragraphs": [fragment.text for fragment in article.paragraphs],
        "date": article.date,
        "lang": article.lang,
        **texts,
    }


@pytest.mark.parametrize("case", CASES)
def test_a_seed_is_taken_apart_as_its_case_says(case: dict[str, Any], tmp_path: Path) -> None:
    name = case.get("file", "seed.txt")
    content = case["bytes"].encode("latin-1") if "bytes" in case else case["text"].encode()
    if "error" in case:
        with pytest.raises(StandfirstError) as caught:
            read_bytes(tmp_path, name, content)
        assert case["error"] in str(caught.value)
        return
    article = read_bytes(tmp_path, name, content)
    if case.get("none"):
        assert article is None
        return
    assert article is not None
    absent = {"headline": None, "standfirst": None, "paragraphs": [], "date": None, "lang": "en"}
    expected = absent | dict.fromkeys(TEXTS, "") | {key: case[key] for key in case if key in parts(article)}
    assert parts(article) == expected


def test_seeds_are_found_in_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.md", "a/.hidden.md", ".git/c.txt", "c.HTML", "d.pdf", "e.htm", "a.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    found = [path.relative_to(tmp_path).as_posix() for path in find_seeds(tmp_path)]
    assert found == ["a.txt", "a/z.md", "b.txt", "c.HTML", "e.htm"]


def test_every_agency_of_the_registry_is_one_by_its_signature() -> None:
    registry = load()
    agencies = {entry.name for entry in registry.entries if entry.medium == "agency"} - SIGN_OTHERWISE
    assert {name for name in agencies if getattr(registry.get(agency(name)), "name", "") != name} == set()
