"""Key points open to their place in the article, as far as the site's owner allows."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import Run
from test_generate import ARTICLE, SLUG
from test_site_standing import state_of

from generator import reading
from generator.model import Article
from generator.pages import Page, State
from generator.site.places import MOST_AROUND, Places, places
from generator.site.standing import points_of

CASES = yaml.safe_load((Path(__file__).parent / "cases/site/places.yml").read_text(encoding="utf-8"))
KEYS = ("number", "count", "before", "cited", "after")


def article_of(tmp_path: Path, text: str) -> Article:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    article = reading.read(tmp_path / "a.txt", "a.txt", most_bytes=1_000_000, lang="en")
    assert article is not None
    return article


def state_with(article: Article, chosen: list[tuple[int, str]]) -> State:
    state = state_of([text for _, text in chosen])
    spans = []
    for number, text in chosen:
        paragraph = article.paragraphs[number - 1]
        at = paragraph.text.index(text)
        spans.append(list(paragraph.span(at, at + len(text)) or ()))
    return replace(state, briefing={**state.briefing, "spans": spans})


def places_in(body: str, state: State, article: Article, shown: str) -> Places:
    return places(points_of(Page("a.md", {}, body), state, None), state, article, shown)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_each_key_point_stands_somewhere_in_the_article_or_nowhere(tmp_path: Path, case: dict[str, Any]) -> None:
    article = article_of(tmp_path, case["article"])
    found = places_in(case["body"], state_with(article, case["chosen"]), article, "cited")
    assert [one and [one[key] for key in KEYS] for one in found.points] == case["places"]
    assert found.paragraphs == ()


def test_of_a_long_paragraph_only_what_is_near_is_shown(tmp_path: Path) -> None:
    article = article_of(
        tmp_path, f"Bridge opens\n\n{'It rained a lot. ' * 100}The bridge opened. {'It is red. ' * 100}\n"
    )
    state = state_with(article, [(1, "The bridge opened.")])
    (place,) = places_in("- The bridge opened.\n", state, article, "cited").points
    assert place is not None
    before, after = str(place["before"]), str(place["after"])
    assert before.startswith("… ")
    assert before.endswith("It rained a lot. ")
    assert after.startswith(" It is red.")
    assert after.endswith(" …")
    assert max(len(before), len(after)) <= MOST_AROUND + 3


def test_all_of_an_article_is_shown_where_its_owner_says_so(tmp_path: Path) -> None:
    article = article_of(tmp_path, CASES[0]["article"])
    state = state_with(article, [(2, "The bridge opened.")])
    found = places_in("- The bridge opened.\n", state, article, "full")
    texts = ["".join(str(piece["text"]) for piece in one["pieces"]) for one in found.paragraphs]  # type: ignore[attr-defined]
    assert texts == [paragraph.text for paragraph in article.paragraphs]
    assert [piece for one in found.paragraphs for piece in one["pieces"] if piece["cited"]] == [  # type: ignore[attr-defined]
        {"text": "The bridge opened.", "cited": True}
    ]


def built(project: Path, standfirst: Run) -> str:
    done = standfirst("build")
    assert done.exit_code == 0, done.stderr
    return (project / "site/briefings" / SLUG / "index.html").read_text(encoding="utf-8")


def setting(project: Path, value: str) -> None:
    file = project / "mkdocs.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("  standfirst:\n", f"  standfirst:\n    source_text: {value}\n", 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("value", "opens", "whole"), [("cited", True, False), ("full", True, True), ("none", False, False)]
)
def test_the_site_shows_as_much_of_an_article_as_is_set(
    project: Path, standfirst: Run, value: str, *, opens: bool, whole: bool
) -> None:
    setting(project, value)
    (project / "seeds" / "port.txt").write_text(ARTICLE, encoding="utf-8")
    standfirst("generate", "--sentences", "1", "--summariser", "lead")
    page = built(project, standfirst)
    assert "Paragraph 1 of " in page
    assert ("<details" in page and "<mark>" in page) == opens
    assert ('<h2 class="sf-label">The article</h2>' in page and 'id="paragraph-1"' in page) == whole
    index = (project / "site/search/search_index.json").read_text(encoding="utf-8")
    assert "Paragraph 1 of" not in index
    built_files = [path.read_text("utf-8", "replace") for path in (project / "site").rglob("*") if path.is_file()]
    assert any("Ships from Norway had waited" in text for text in built_files) == (value != "none")


@pytest.mark.parametrize(
    "shape",
    [
        "1. {}\n2. {}\n",
        "My own words on it:\n\n- {}\n- {}\n",
        "- {}\n\nSome own words.\n\n- {}\n",
        "- {}\n    - {}\n",
        "{}\n\n{}\n",
    ],
    ids=["numbered", "under a line", "around a paragraph", "nested", "paragraphs"],
)
def test_untouched_sentences_keep_their_places_in_whatever_shape_a_person_puts_them(
    project: Path, standfirst: Run, shape: str
) -> None:
    setting(project, "none")
    (project / "seeds" / "port.txt").write_text(ARTICLE, encoding="utf-8")
    standfirst("generate", "--sentences", "2", "--summariser", "lead")
    file = project / "docs/briefings" / f"{SLUG}.md"
    head, _, body = file.read_text("utf-8").rpartition("---\n")
    sentences = [line.removeprefix("- ") for line in body.strip().splitlines()]
    assert len(sentences) == 2
    file.write_text(f"{head}---\n{shape.format(*sentences)}", encoding="utf-8")
    page = built(project, standfirst)
    shown = " ".join(re.sub("<[^>]*>", " ", page[page.index("Key points") : page.index("sf-columns__side")]).split())
    assert [f"{sentence} Paragraph 1 of 2 in the article" in shown for sentence in sentences] == [True, True]
    assert shown.count("Paragraph 1 of 2") == 2
    assert ("Marked points were changed or added by a person." in shown) == ("own words" in shape)


def test_no_place_is_shown_in_an_article_that_changed_or_is_gone(project: Path, standfirst: Run) -> None:
    seed = project / "seeds" / "port.txt"
    seed.write_text(ARTICLE, encoding="utf-8")
    standfirst("generate")
    seed.write_text(ARTICLE.replace("nine", "ten"), encoding="utf-8")
    page = built(project, standfirst)
    assert "Paragraph " not in page
    assert "The article has changed since this page was made." in page
    seed.unlink()
    page = built(project, standfirst)
    assert "Paragraph " not in page
    assert "The article is not in the collection any more." in page


def test_another_value_is_refused_with_its_place(project: Path, standfirst: Run) -> None:
    setting(project, "some")
    done = standfirst("generate")
    assert done.exit_code == 1
    assert "`source_text` must be one of cited, full, none" in done.stderr
