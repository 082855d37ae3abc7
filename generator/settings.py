"""Settings: the keys under `extra.standfirst` in mkdocs.yml, checked."""

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from pathlib import Path, PurePosixPath
from typing import Any, cast

import yaml

from generator.errors import StandfirstError
from generator.mkdocs_yml import child, pairs, place, root


@dataclass(frozen=True, slots=True)
class Settings:
    """How briefings are made; every field can be set in mkdocs.yml under `extra.standfirst`."""

    seeds: str = "seeds"  # folder of the articles, beside mkdocs.yml
    summariser: str = "standfirst"
    sentences: int | None = None  # key sentences a briefing; None: what each article asks for, two to four
    words: int | None = None  # words that key sentences fill, instead of a number of sentences; the last may run over
    language: str = "auto"  # ISO 639-1, of articles that do not say; "auto" detects it
    source_text: str = "cited"  # what the site shows of an article around its key points: cited, full or none
    seed_bytes: int = 2_000_000  # larger seeds are refused


WRITTEN = ("docs", "build", "site", ".standfirst")  # folders that runs write to

_LONGEST = 200  # bytes of a text
_CLOSE = 0.8  # of 1, as difflib measures likeness
_LANGUAGE = re.compile(r"[a-z]{2,3}|auto")
_CHOICES = {"source_text": ("cited", "full", "none")}
_LIMITS = {"sentences": (1, 20), "words": (20, 1_000), "seed_bytes": (1, 100_000_000)}


def load_settings(mkdocs_yml: Path) -> Settings:
    """Return the settings that `mkdocs_yml` holds.

    Raises StandfirstError with file, line and column for a missing or broken file, an unknown
    key or a value of the wrong kind.
    """
    whole = root(mkdocs_yml)
    _refuse_inherited(mkdocs_yml, whole)
    _refuse_merged(mkdocs_yml, whole)
    _refuse_moved_docs(mkdocs_yml, child(mkdocs_yml, whole, "docs_dir"))
    extra = child(mkdocs_yml, whole, "extra")
    _refuse_merged(mkdocs_yml, extra)
    _refuse_misspelt(mkdocs_yml, extra)
    section = child(mkdocs_yml, extra, "standfirst")
    _refuse_merged(mkdocs_yml, section)
    given: dict[str, Any] = {}
    for key, node in pairs(mkdocs_yml, section, "`extra.standfirst` must be a mapping of settings"):
        child(mkdocs_yml, section, str(key.value))  # stands once
        given[str(key.value)] = _checked(mkdocs_yml, key, node)
        if {"sentences", "words"} <= given.keys():
            message = "`sentences` and `words` both say how long a briefing is; keep one"
            raise StandfirstError(message, place(mkdocs_yml, key.start_mark))
    return Settings(**given)


def overlap(folder: Path, others: Iterable[Path]) -> bool:
    """Whether the folder holds, or lies in, one of the others; links are followed."""
    real = folder.resolve()
    return any(real.is_relative_to(other.resolve()) or other.resolve().is_relative_to(real) for other in others)


def _refuse_moved_docs(path: Path, docs: yaml.Node | None) -> None:
    """Refuse another folder of pages, since `generate` writes into docs/."""
    if docs and (not isinstance(docs.value, str) or PurePosixPath(docs.value) != PurePosixPath("docs")):
        message = "`docs_dir` must stay `docs`, where Standfirst writes pages; delete this line"
        raise StandfirstError(message, place(path, docs.start_mark))


def _refuse_misspelt(path: Path, extra: yaml.Node | None) -> None:
    """Refuse a section whose name is nearly `standfirst`: its settings would be left out without a word."""
    for key, _ in pairs(path, extra, "`extra` must be a mapping"):
        if key.value != "standfirst" and difflib.get_close_matches(str(key.value), ["standfirst"], cutoff=_CLOSE):
            raise StandfirstError(
                f"unknown section `{key.value}`: did you mean `standfirst`?", place(path, key.start_mark)
            )


def _refuse_inherited(path: Path, whole: yaml.Node | None) -> None:
    """Refuse settings in a file that this one inherits from: they would be left out without a word."""
    for parent, inherited in _inherited(path, whole):
        section = child(parent, child(parent, inherited, "extra"), "standfirst")
        if given := section or child(parent, inherited, "docs_dir"):
            message = f"not read from a file that {path.name} inherits from; write it in {path.name}"
            raise StandfirstError(message, place(parent, given.start_mark))


def _inherited(path: Path, whole: yaml.Node | None) -> Iterator[tuple[Path, yaml.Node | None]]:
    """Yield each file of the chain."""
    seen = {path.resolve()}
    while inherit := child(path, whole, "INHERIT"):
        named = isinstance(inherit, yaml.ScalarNode) and inherit.tag.endswith(":str") and inherit.value.isprintable()
        parent = path.parent / (inherit.value if named else "")
        if parent.resolve() in seen:
            raise StandfirstError("`INHERIT` leads back to this file; delete it", place(path, inherit.start_mark))
        if not parent.is_file():
            raise StandfirstError("`INHERIT` must be the name of a file", place(path, inherit.start_mark))
        path = parent
        seen.add(path.resolve())
        whole = root(path)
        yield path, whole


def _refuse_merged(path: Path, section: yaml.Node | None) -> None:
    """Refuse settings under `<<`, whose places would be another's."""
    for key, value in section.value if isinstance(section, yaml.MappingNode) else ():
        if key.tag == "tag:yaml.org,2002:merge" and _holds_settings(value):
            message = "settings are not read through a merge key (`<<`); write them out here"
            raise StandfirstError(message, place(path, key.start_mark))


def _holds_settings(merged: yaml.Node) -> bool:
    """Whether a merged mapping, or one of several, has a key that we read."""
    if isinstance(merged, yaml.SequenceNode):
        return any(map(_holds_settings, merged.value))
    names = {"docs_dir", "extra", "standfirst", *(field.name for field in fields(Settings))}
    return isinstance(merged, yaml.MappingNode) and any(str(key.value) in names for key, _ in merged.value)


def _checked(path: Path, key: yaml.Node, node: yaml.Node) -> str | int:
    """Return the value of one setting."""
    known = [field.name for field in fields(Settings)]
    if key.value not in known:
        name = key.value if isinstance(key, yaml.ScalarNode) else "a list or mapping"
        raise StandfirstError(_unknown(name, known), place(path, key.start_mark))
    value = _value(node)
    wrong = _wrong_number(key.value, value) if key.value in _LIMITS else _wrong_text(key.value, value)
    wrong = wrong or (_written_by_runs(path.parent, str(value)) if key.value == "seeds" else "")
    if wrong:
        raise StandfirstError(f"`{key.value}` must be {wrong}", place(path, node.start_mark))
    return cast("str | int", value)


def _value(node: yaml.Node) -> object:
    """Return what YAML reads, None for what it cannot: a day that does not exist, a tag such as `!ENV`."""
    try:
        return cast("object", yaml.SafeLoader("").construct_object(node, deep=True))
    except (yaml.YAMLError, ValueError, ArithmeticError, TypeError, RecursionError):
        return None


def _written_by_runs(root: Path, seeds: str) -> str:
    """Return what is expected where the folder of seeds overlaps one that a run writes to."""
    if overlap(root / seeds, [root / name for name in WRITTEN]):
        return f"a folder of its own, apart from {', '.join(f'{name}/' for name in WRITTEN)}: those are written by runs"
    return ""


def _wrong_number(key: str, value: object) -> str:
    least, most = _LIMITS[key]
    if not isinstance(value, int) or isinstance(value, bool):
        return "a whole number"
    return "" if least <= value <= most else f"from {least} to {most:,}"


def _wrong_text(key: str, value: object) -> str:
    if not isinstance(value, str):
        return "text (put it in quotes; tags such as `!ENV` are not read here)"
    if not value.isprintable() or len(value.encode()) > _LONGEST:
        return "on one line, short and without control characters"
    if key == "language" and not _LANGUAGE.fullmatch(value):
        return "a code such as `en` or `de` (ISO 639-1), or `auto`"
    if key in _CHOICES and value not in _CHOICES[key]:
        return f"one of {', '.join(_CHOICES[key])}"
    outside = PurePosixPath(value).is_absolute() or {"", ".."} & set(value.split("/")) or not PurePosixPath(value).parts
    return "a folder below this file, such as `seeds`" if key == "seeds" and outside else ""


def _unknown(key: str, known: list[str]) -> str:
    close = difflib.get_close_matches(key, known, n=1)
    hint = f"did you mean `{close[0]}`?" if close else f"known are {', '.join(known)}"
    return f"unknown setting `{key}`: {hint}"
