"""A problem as one line: for a terminal, and for GitHub's runner."""

from generator.lint import Problem

_ESCAPED = {"%": "%25", "\r": "%0D", "\n": "%0A"}


def plain_problem(problem: Problem) -> str:
    """Return the line for a terminal: `docs/x.md:3:8: warning: ...`."""
    return (
        f"{problem.place}: {problem.severity}: {problem.message}"
        if problem.place.path
        else f"{problem.severity}: {problem.message}"
    )


def annotation(problem: Problem) -> str:
    """Return the command with which GitHub shows a problem beside its line.

    Escaped as its toolkit does: no text of a page can end the command or begin another.
    """
    place = problem.place
    given = {"file": place.path, "line": place.line, "col": place.column}
    properties = ",".join(f"{key}={_property(str(value))}" for key, value in given.items() if value)
    return f"::{problem.severity} {properties}::{_data(problem.message)}"


def _data(text: str) -> str:
    return "".join(_ESCAPED.get(char, char if char.isprintable() else repr(char)[1:-1]) for char in text)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
