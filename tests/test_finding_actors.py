"""Actors: nobody who is none, everybody who is one, under one name."""

import os
import re
import subprocess
import sys
import time
from dataclasses import replace
from html import unescape
from typing import Any

import pytest
from finding_article import REAL_SEED, cases, parsed
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.finding import find_actors, find_quotes
from generator.finding.actors import MOST_ACTORS
from generator.language import parse as parse_articles
from generator.model import Actor, Article, Fragment
from generator.registry import load

SEED_ACTORS = {
    "Vladimir Putin": "person",
    "Xi Jinping": "person",
    "Wang Yi": "person",
    "Sergey Lavrov": "person",
    "Chinese Ministry of Foreign Affairs": "organisation",
    "China": "country",
    "Russia": "country",
    "United States": "country",
    "Ukraine": "country",
    "Afghanistan": "country",
    "North Korea": "country",
    "United Kingdom": "country",
    "Canada": "country",
    "Australia": "country",
    "Germany": "country",
    "Switzerland": "country",
    "Japan": "country",
}
PIECES = [
    "Angela Merkel",
    "Merkel",
    "the US",
    "China’s",
    "<b>",
    '"',
    "“",
    "said",
    "(UN)",
    "\n\n",
    "Dr.",
    "NATO",
    "U.S.",
    "x",
    "Xi",
    "é",
    ".",
]


def found(text: str) -> tuple[Article, tuple[Actor, ...]]:
    article, parse = parsed(text)
    return article, find_actors(article, parse, load())


@pytest.mark.parametrize("case", cases("finding/actors", "never"), ids=lambda case: case["why"])
def test_no_actor(case: dict[str, Any]) -> None:
    _, actors = found(case["text"])
    assert {actor.name for actor in actors} & set(case["never"]) == set()


@pytest.mark.parametrize("case", cases("finding/actors", "must"), ids=lambda case: case["why"])
def test_actor(case: dict[str, Any]) -> None:
    _, actors = found(case["text"])
    by_name = {actor.name: actor for actor in actors}
    assert set(case["actors"]) - set(by_name) == set()
    assert {name: list(by_name[name].aliases) for name in case.get("aliases", {})} == case.get("aliases", {})
    assert {name: by_name[name].kind for name in case.get("kinds", {})} == case.get("kinds", {})


def test_the_real_seed_is_exact() -> None:
    _, actors = found(REAL_SEED.read_text("utf-8"))
    assert {actor.name: actor.kind for actor in actors} == SEED_ACTORS
    assert {actor.name for actor in actors[:3]} == {"Vladimir Putin", "Xi Jinping", "China"}
    xi = next(actor for actor in actors if actor.name == "Xi Jinping")
    assert xi.aliases == ("Xi Jingping",)


TEXTS = [case["text"] for table in ("never", "must") for case in cases("finding/actors", table)]


@pytest.mark.parametrize("text", [*TEXTS, REAL_SEED.read_text("utf-8")])
def test_every_mention_is_a_known_spelling_at_its_place(text: str) -> None:
    article, actors = found(text)
    for actor in actors:
        assert list(actor.mentions) == sorted(actor.mentions)
        spellings = {actor.name, *actor.aliases}
        assert {" ".join(unescape(article.text[start:end]).split()) for start, end in actor.mentions} <= spellings


@pytest.mark.parametrize("lang", ["de", "zh", "ja", "xx", "tlh"])
def test_a_language_without_a_model_gets_what_the_registry_knows(lang: str) -> None:
    fragment = Fragment("China und die NATO „sind sich nicht ganz einig“. 中国。", tuple(range(52)))
    article, _ = parsed("A quiet day\n\nNothing happened.")
    ((article, parse),) = parse_articles([replace(article, headline=None, paragraphs=(fragment,), lang=lang)])
    assert {actor.name for actor in find_actors(article, parse, load())} == {"China", "NATO"}
    assert find_quotes(article, parse, (), load()) == ()


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=25).map(" ".join).filter(lambda text: text.strip()))
def test_any_jumble_of_names_gives_sound_actors(text: str) -> None:
    article, actors = found(f"A quiet day\n\n{text} It rained.")
    assert [actor.salience for actor in actors] == sorted((actor.salience for actor in actors), reverse=True)
    assert len({actor.id for actor in actors}) == len(actors)
    for actor in actors:
        assert re.fullmatch("[a-z0-9-]+", actor.id)
        assert all(article.text[start:end] for start, end in actor.mentions)


def test_thousands_of_names_take_bounded_time_and_room() -> None:
    names = (
        f"{chr(65 + a)}{chr(97 + b)}rin {chr(65 + b)}{chr(97 + c)}lsen"
        for a in range(14)
        for b in range(14)
        for c in range(14)
    )
    text = "Many people met\n\n" + ", ".join(names)
    article, parse = parsed(text)
    start = time.monotonic()
    actors = find_actors(article, parse, load())
    assert time.monotonic() - start < 20
    assert len(actors) <= MOST_ACTORS


def test_the_same_whatever_the_hash_seed() -> None:
    program = (
        "from finding_article import parsed, REAL_SEED\n"
        "from generator.finding import find_actors, find_quotes, find_sources, find_topics\n"
        "from generator.registry import load\n"
        "article, parse = parsed(REAL_SEED.read_text('utf-8'))\n"
        "actors = find_actors(article, parse, load())\n"
        "print(actors, find_sources(article, parse, load()), find_topics(article, parse), "
        "find_quotes(article, parse, actors, load()))\n"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1
