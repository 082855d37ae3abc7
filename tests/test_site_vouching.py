from dataclasses import replace

import pytest
import site_sample
import yaml

from generator.pages import Page, Shaping, State, as_json, content_sha, read_page
from generator.pages.ownership import advance
from generator.site.vouching import origin, review_that_holds

CASE = yaml.safe_load(site_sample.CASES.read_text(encoding="utf-8"))[0]
BRIEFING = site_sample.briefing(CASE)
WRITTEN = site_sample.text_of(BRIEFING)
STATE = State(
    BRIEFING.id, BRIEFING.seed, BRIEFING.sha256, "briefings/a.md", Shaping(), "", "",
    as_json(BRIEFING),
)  # fmt: skip


def page(text: str) -> Page:
    return read_page(text, "briefings/a.md")


def with_fields(text: str, fields: str) -> str:
    return text.replace("\n---\n", f"\n{fields}---\n", 1)


def signed(text: str, *, sha: str = "", seed: str = "") -> str:
    review = f"{{state: approved, by: Ana, date: 2026-11-24, sha: '{sha or content_sha(page(text))}', seed: '{seed}'}}"
    return with_fields(text, f"review: {review}\n")


def rewritten(text: str) -> str:
    """Write a page anew as a form of a CMS does: keys in another order, lines wrapped, empty fields added."""
    front, body = text.removeprefix("---\n").split("\n---\n", 1)
    fields = {**yaml.safe_load(front), "waivers": [], "review": None}
    fields["date"] = str(fields["date"])
    front = yaml.safe_dump(fields, sort_keys=True, width=60)
    return f"---\n{front}---\n\n{body}".replace("\n", "\r\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (WRITTEN, "machine"),
        (rewritten(WRITTEN), "machine"),
        (signed(WRITTEN), "machine"),
        (with_fields(WRITTEN, "corrections: [{date: 2026-11-25, text: One.}]\n"), "machine"),
        (WRITTEN.replace("Thursday", "Friday"), "edited"),
        (WRITTEN.replace("  - Geneva\n", ""), "edited"),
        (WRITTEN.replace("agency: dpa\n", ""), "edited"),
        (with_fields(WRITTEN, "hide: [footer]\n"), "machine"),
        (WRITTEN + "\n## Mine\n", "edited"),
    ],
)
def test_a_page_is_the_machines_while_it_says_what_the_machine_said(text: str, expected: str) -> None:
    assert origin(page(text), STATE) == expected


def test_a_page_as_written_stays_the_machines_when_the_program_says_something_else_by_now() -> None:
    now = replace(STATE, briefing={**STATE.briefing, "summary": ["Another."]})
    known = advance(STATE.ownership, STATE.said.values, now.said.values)
    assert origin(page(WRITTEN), replace(now, ownership=known)) == "machine"
    assert origin(page(WRITTEN), None) == ""


EDITED = WRITTEN.replace("Thursday", "Friday")


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        (signed(WRITTEN), True),
        (signed(WRITTEN, seed=BRIEFING.sha256[:12]), True),
        (signed(EDITED, seed=BRIEFING.sha256[:12]), True),
        (with_fields(signed(WRITTEN), "corrections: [{date: 2026-11-25, text: One.}]\n"), True),
        (signed(WRITTEN).replace("\n", "\r\n"), True),
        (WRITTEN, False),
        (signed(WRITTEN).replace("Thursday", "Friday"), False),
        (signed(WRITTEN).replace("  - Geneva\n", ""), False),
        (signed(WRITTEN, sha="3f2a9c01d2e4"), False),
        (signed(WRITTEN, seed="6124137abcf4"), False),
    ],
)
def test_a_review_holds_for_the_page_and_the_article_that_were_read(text: str, *, holds: bool) -> None:
    assert (review_that_holds(page(text), STATE) is not None) == holds


def test_a_review_of_a_page_of_a_persons_own_holds_by_its_text_alone() -> None:
    assert review_that_holds(page(signed(WRITTEN)), None)
    assert review_that_holds(page(signed(WRITTEN, seed=BRIEFING.sha256[:12])), None) is None
