"""Writes the briefings of cases/site_sample/ into a project: pages and states, as `generate` would."""

from collections.abc import Iterable
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

from generator import pages
from generator.model import Actor, Briefing, Claim, Quote, Sentence, Span, Topic
from generator.slugs import name_id

CASES = Path(__file__).parent / "cases" / "site_sample" / "briefings.yml"


def write(root: Path) -> None:
    """Write every briefing of the sample below `root`."""
    for template in yaml.safe_load(CASES.read_text(encoding="utf-8")):
        for number in range(1, template.pop("times", 1) + 1):
            case = _numbered(template, f"{number:02}")
            _write_one(root, case, briefing(case))


def _numbered(value: Any, number: str) -> Any:  # noqa: ANN401 -- any YAML
    if isinstance(value, dict):
        return {key: _numbered(item, number) for key, item in value.items()}
    if isinstance(value, list):
        return [_numbered(item, number) for item in value]
    return value.replace("{n}", number) if isinstance(value, str) else value


def briefing(case: dict[str, Any]) -> Briefing:
    """Return the briefing that a case of the sample describes."""
    digest = sha256(case["title"].encode()).hexdigest()
    return Briefing(
        id=digest[:12],
        seed=f"{digest[:12]}.txt",
        sha256=digest,
        title=case["title"],
        description=case.get("description", ""),
        summary=tuple(Sentence(text, at, at + 1, 0) for at, text in enumerate(case.get("summary", ()))),
        actors=tuple(map(_actor, case.get("actors", ()))),
        sources=tuple(case.get("sources", ())),
        topics=tuple(Topic(f"medtop:{number}", label, 1.0) for number, label in enumerate(case.get("topics", ()))),
        quotes=tuple(Quote(start=0, end=1, **quote) for quote in case.get("quotes", ())),
        lang=case.get("lang", ""),
        source=case.get("source", ""),
        agency=case.get("agency", ""),
        date=date.fromisoformat(case["date"]) if "date" in case else None,
        claims=tuple(
            Claim(case["summary"][at], at, at + 1, party, channel) for at, party, channel in case.get("claims", ())
        ),
    )


def _actor(case: dict[str, Any]) -> Actor:
    aliases = tuple(case.get("aliases", ()))
    return Actor(name_id(case["name"]), case["name"], case["kind"], aliases, (Span(0, 1),), 1.0)


def _write_one(root: Path, case: dict[str, Any], made: Briefing) -> None:
    folder = f"briefings/{made.date:%Y/%m}" if made.date else "briefings"
    page = f"{folder}/{case['slug']}.md"
    state = pages.State(
        id=made.id, seed=made.seed, sha256=made.sha256, page=page, settings=pages.Shaping(), program="",
        model="", briefing=pages.as_json(made),
    )  # fmt: skip
    _write(root / "docs" / page, _by_hand(text_of(made), case.get("by_hand", {}), made))
    _write(root / ".standfirst" / "state" / f"{made.id}.yml", pages.write_state(state))


def text_of(made: Briefing) -> str:
    """Return the page of a briefing as the program writes it."""
    return pages.render(pages.said(pages.as_json(made)), made.seed)


def _by_hand(text: str, changes: dict[str, Any], made: Briefing) -> str:
    """Return the page as people left it: edited, signed by a reviewer, edited once more, its errors owned up to."""
    text = _edited(text, changes.get("edits", ()))
    if signed := changes.get("review"):
        sha = pages.content_sha(pages.read_page(text, "x.md"))
        review = {"state": "approved", **signed, "sha": sha, "seed": made.sha256[:12]}
        text = _with(text, {"review": review})
    text = _edited(text, changes.get("edits_after_review", ()))
    return _with(text, {"corrections": changes["corrections"]}) if "corrections" in changes else text


def _edited(text: str, edits: Iterable[tuple[str, str]]) -> str:
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def _with(text: str, fields: dict[str, Any]) -> str:
    front = yaml.safe_dump(fields, sort_keys=False, allow_unicode=True)
    return text.replace("\n---\n", f"\n{front}---\n", 1)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
