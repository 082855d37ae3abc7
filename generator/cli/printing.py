"""What commands print, with nothing in it that could steer a terminal."""

import json
import re

import click

from generator import pages
from generator.model import Briefing
from generator.run import Outcome

_COMMAND = re.compile(r"^\s*::|##\[")  # what the runner takes for a command


def tally(outcomes: list[Outcome]) -> str:
    """Return one line that counts what was done."""
    words = {
        "new": "new", "updated": "updated", "moved": "moved", "withdrawn": "withdrawn",
        "edited": "edited by hand and kept",
        "deleted": "deleted by hand and left out", "blank": "blank", "failed": "failed", "unchanged": "unchanged",
        "ignored": "not an article", "orphaned": "without its article",
    }  # fmt: skip
    counts = {word: sum(outcome.result == result for outcome in outcomes) for result, word in words.items()}
    told = ", ".join(f"{count} {word}" for word, count in counts.items() if count)
    if not outcomes:
        return "nothing to do: no seeds"
    idle = not any(counts[words[result]] for result in ("new", "updated", "moved", "withdrawn", "failed"))
    return f"nothing to do: {told}" if idle else told


def counted(number: int, noun: str) -> str:
    """Return a number of things in words: "no files", "1 file", "2 files"."""
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"


def json_line(briefing: Briefing) -> str:
    """Return the briefing as one JSON object on one line (pages/briefing.schema.json)."""
    return json.dumps(pages.as_json(briefing), ensure_ascii=False)


def plain(briefing: Briefing) -> str:
    """Return the briefing for people to read on a terminal."""
    day = briefing.date.isoformat() if briefing.date else ""
    lines = [
        briefing.title,
        briefing.description,
        "",
        *(f"- {sentence.text}" for sentence in briefing.summary),
        "",
        *(f"“{quote.text}” – {quote.speaker}" for quote in briefing.quotes),
        *([""] if briefing.quotes else []),
        f"From: {', '.join(filter(None, (briefing.agency, briefing.source, day))) or 'unknown'}",
        f"Actors: {', '.join(actor.name for actor in briefing.actors) or 'none'}",
        f"Topics: {', '.join(topic.label for topic in briefing.topics) or 'none'}",
        f"Sources: {', '.join(briefing.sources) or 'none'}",
        f"Seed: {briefing.seed}",
        "",
    ]
    return "\n".join(safe(line) for line in lines)


def complain(message: str) -> None:
    """Print a message on standard error."""
    click.echo(safe_lines(message), err=True)


def safe_lines(message: str) -> str:
    """Return the message with each of its lines safe."""
    return "\n".join(map(safe, message.split("\n")))


def safe(line: str) -> str:
    """Return the line with everything that could steer a terminal, or GitHub's runner ("::error"), spelt out."""
    shown = "".join(character if character.isprintable() else repr(character)[1:-1] for character in line)
    return _COMMAND.sub(lambda match: " ".join(match[0]), shown)
