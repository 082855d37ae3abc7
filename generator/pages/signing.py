"""What a person says about a page: that it was read, what was corrected, what they vouch for, whose a quote is."""

from dataclasses import dataclass
from datetime import date

from generator.strict_yaml import Leaf, Source, Tree
from generator.strict_yaml.typed import day, fields, is_nothing, line, listed

APPROVED = "approved"  # the only state for now
SHA = 12  # hex digits of a SHA-256

_BY_PERSON = ("state", "by", "date")
_BY_PROGRAM = ("sha", "seed")
_CORRECTION = ("date", "text")
_WANTED = {
    "state": f"`{APPROVED}`",
    "by": "the name of who read the page",
    "date": "a day in the form 2022-02-04",
    "text": "a sentence on what was wrong",
}
_ATTRIBUTION = "`- {text: We held the line, speaker: Anna Berg}`"
_WAIVER = '`- {text: "4,000", reason: confirmed by telephone}`'


@dataclass(frozen=True, slots=True)
class Review:
    """That a person approved the page, and what exactly: `sha` is the `content_sha` of the page they read.

    `seed` is the beginning of the SHA-256 of the article that it was compared with; both are "" until the
    program has written them.
    """

    state: str
    by: str
    date: date
    sha: str = ""
    seed: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """What a page got wrong until that day, in a sentence for its readers."""

    date: date
    text: str


@dataclass(frozen=True, slots=True)
class Waiver:
    """A text that the article does not hold and that a person vouches for; `reason` is "" where they do not say why."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Attribution:
    """Whose a quote is that begins with a text; without a `speaker` the quote is not to be shown."""

    text: str
    speaker: str


def review(source: Source, key: str, tree: Tree) -> Review | None:
    """Return the review that a page holds, None for none or one whose fields a person emptied.

    Raises StandfirstError.
    """
    if is_nothing(tree):
        return None
    found = fields(source, key, tree, (*_BY_PERSON, *_BY_PROGRAM))
    sha, seed = (_digits(source, f"{key}.{name}", found.get(name)) for name in _BY_PROGRAM)
    if not any(name in found for name in _BY_PERSON):
        return None
    _require(source, key, tree, found, _BY_PERSON)
    state, by = (line(source, f"{key}.{name}", found[name]) for name in ("state", "by"))
    if state != APPROVED:
        raise source.error(found["state"].index, f"`{key}.state` must be `{APPROVED}`, or the whole review left out")
    return Review(state, by, day(source, f"{key}.date", found["date"]), sha, seed)


def corrections(source: Source, key: str, tree: Tree) -> tuple[Correction, ...]:
    """Return the corrections that a page lists, in its order, without items left empty; raises StandfirstError."""
    return tuple(listed(source, key, tree, _correction, "date and text: `- date: 2022-02-04`"))


def waivers(source: Source, key: str, tree: Tree) -> tuple[Waiver, ...]:
    """Return the waivers that a page lists, in its order, without items left empty; raises StandfirstError."""
    return tuple(listed(source, key, tree, _waiver, f"text and reason: {_WAIVER}"))


def attributions(source: Source, key: str, tree: Tree) -> tuple[Attribution, ...]:
    """Return whose quotes a page says what is, in its order, without items left empty; raises StandfirstError."""
    return tuple(listed(source, key, tree, _attribution, f"text and speaker: {_ATTRIBUTION}"))


def _attribution(source: Source, key: str, tree: Tree) -> Attribution | None:
    found = fields(source, key, tree, ("text", "speaker"))
    if not found:
        return None
    if "text" not in found:
        raise source.error(tree.index, f"`{key}` needs `text`: how the quote begins; {_ATTRIBUTION}")
    speaker = line(source, f"{key}.speaker", found["speaker"]) if "speaker" in found else ""
    return Attribution(line(source, f"{key}.text", found["text"]), speaker)


def _waiver(source: Source, key: str, tree: Tree) -> Waiver | None:
    found = fields(source, key, tree, ("text", "reason"))
    if not found:
        return None
    if "text" not in found:
        raise source.error(tree.index, f"`{key}` needs `text`: what it is for, as the page has it; {_WAIVER}")
    reason = line(source, f"{key}.reason", found["reason"]) if "reason" in found else ""
    return Waiver(line(source, f"{key}.text", found["text"]), reason)


def _correction(source: Source, key: str, tree: Tree) -> Correction | None:
    found = fields(source, key, tree, _CORRECTION)
    if not found:
        return None
    _require(source, key, tree, found, _CORRECTION)
    said = line(source, f"{key}.text", found["text"])
    return Correction(day(source, f"{key}.date", found["date"]), said)


def _require(source: Source, key: str, tree: Tree, found: dict[str, Tree], names: tuple[str, ...]) -> None:
    if missing := next((name for name in names if name not in found), None):
        raise source.error(tree.index, f"`{key}` needs `{missing}`: {_WANTED[missing]}")


def _digits(source: Source, key: str, tree: Tree | None) -> str:
    """Return the first digits of a SHA-256, which YAML may well take for a number."""
    if tree is None:
        return ""
    if isinstance(tree, Leaf) and len(tree.text) == SHA and set(tree.text) <= set("0123456789abcdef"):
        return tree.text
    raise source.error(
        tree.index, f"`{key}` must be the {SHA} digits that `standfirst review` writes; else leave it out"
    )
