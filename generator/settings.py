"""Settings: the keys under `extra.standfirst` in mkdocs.yml, checked."""

import difflib
import re
from dataclasses import dataclass, fields
from pathlib import Path, PurePosixPath
from typing import Any, cast

import yaml

from generator.errors import Place, StandfirstError


@dataclass(frozen=True, slots=True)
class Settings:
    """How briefings are made; every field can be set in mkdocs.yml under `extra.standfirst`."""

    seeds: str = "seeds"  # folder of the articles, beside mkdocs.yml
    summariser: str = "standfirst"
    sentences: int = 3  # key sentences a briefing
    language: str = "en"  # ISO 639-1, of articles that do not say
    seed_bytes: int = 2_000_000  # larger seeds are refused


_CLOSE = 0.8  # of 1, as difflib measures likeness
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_LIMITS = {"sentences": (1, 20), "seed_bytes": (1, 100_000_000)}


class _TolerantLoader(yaml.SafeLoader):
    """Reads mkdocs.yml without acting on MkDocs' own tags, such as !ENV and !!python/name."""


_TolerantLoader.add_multi_constructor("", lambda _loader, _tag, _node: None)


def load_settings(mkdocs_yml: Path) -> Settings:
    """Return the settings that `mkdocs_yml` holds.

    Raises StandfirstError with file, line and column for a missing or broken file, an unknown
    key or a value of the wrong kind.
    """
    try:
        text = mkdocs_yml.read_text(encoding="utf-8-sig")
        root = yaml.compose(text, _TolerantLoader)
    except FileNotFoundError as error:
        message = "no mkdocs.yml here; run this in a Standfirst project, or make one with `standfirst new DIR`"
        raise StandfirstError(message) from error
    except (OSError, UnicodeDecodeError) as error:
        raise StandfirstError(f"cannot be read: {error}", Place(mkdocs_yml.name)) from error
    except yaml.MarkedYAMLError as error:
        raise StandfirstError(f"not valid YAML: {error.problem}", _place(mkdocs_yml, error.problem_mark)) from error
    except yaml.YAMLError as error:
        raise StandfirstError(f"not valid YAML: {error}", Place(mkdocs_yml.name)) from error
    given: dict[str, Any] = {}
    _refuse_misspelt(mkdocs_yml, _child(root, "extra"))
    for key, node in _pairs(mkdocs_yml, _child(_child(root, "extra"), "standfirst")):
        if key.value in given:
            raise StandfirstError(f"`{key.value}` stands twice", _place(mkdocs_yml, key.start_mark))
        given[key.value] = _checked(mkdocs_yml, key, node)
    return Settings(**given)


def place_of(mkdocs_yml: Path, key: str) -> Place:
    """Return where a setting stands in a file that `load_settings` has read."""
    root = yaml.compose(mkdocs_yml.read_text(encoding="utf-8-sig"), _TolerantLoader)
    value = _child(_child(_child(root, "extra"), "standfirst"), key)
    return _place(mkdocs_yml, value.start_mark if value else None)


def _refuse_misspelt(path: Path, extra: yaml.Node | None) -> None:
    """Refuse a section whose name is nearly `standfirst`: its settings would be left out without a word."""
    keys = [name for name, _ in extra.value] if isinstance(extra, yaml.MappingNode) else []
    for key in keys:
        if key.value != "standfirst" and difflib.get_close_matches(str(key.value), ["standfirst"], cutoff=_CLOSE):
            raise StandfirstError(
                f"unknown section `{key.value}`: did you mean `standfirst`?", _place(path, key.start_mark)
            )


def _child(node: yaml.Node | None, key: str) -> yaml.Node | None:
    if not isinstance(node, yaml.MappingNode):
        return None
    return next((value for name, value in node.value if name.value == key), None)


def _pairs(path: Path, section: yaml.Node | None) -> list[tuple[yaml.Node, yaml.Node]]:
    if section is None or section.tag == "tag:yaml.org,2002:null":
        return []
    if not isinstance(section, yaml.MappingNode):
        raise StandfirstError("`extra.standfirst` must be a mapping of settings", _place(path, section.start_mark))
    return cast("list[tuple[yaml.Node, yaml.Node]]", section.value)


def _checked(path: Path, key: yaml.Node, node: yaml.Node) -> str | int:
    """Return the value of one setting."""
    kinds: dict[str, type] = {field.name: type(field.default) for field in fields(Settings)}
    if key.value not in kinds:
        raise StandfirstError(_unknown(str(key.value), list(kinds)), _place(path, key.start_mark))
    value: object = yaml.SafeLoader("").construct_object(node, deep=True)
    wrong = _wrong_number(key.value, value) if kinds[key.value] is int else _wrong_text(key.value, value)
    if wrong:
        raise StandfirstError(f"`{key.value}` must be {wrong}", _place(path, node.start_mark))
    return cast("str | int", value)


def _wrong_number(key: str, value: object) -> str:
    least, most = _LIMITS[key]
    if not isinstance(value, int) or isinstance(value, bool):
        return "a whole number"
    return "" if least <= value <= most else f"from {least} to {most:,}"


def _wrong_text(key: str, value: object) -> str:
    if not isinstance(value, str):
        return "text (put it in quotes)"
    if key == "language" and not _LANGUAGE.fullmatch(value):
        return "a code such as `en` or `de` (ISO 639-1)"
    outside = PurePosixPath(value).is_absolute() or {"", ".."} & set(value.split("/"))
    return "a folder below this file, such as `seeds`" if key == "seeds" and outside else ""


def _unknown(key: str, known: list[str]) -> str:
    close = difflib.get_close_matches(key, known, n=1)
    hint = f"did you mean `{close[0]}`?" if close else f"known are {', '.join(known)}"
    return f"unknown setting `{key}`: {hint}"


def _place(path: Path, mark: yaml.Mark | None) -> Place:
    return Place(path.name, mark.line + 1, mark.column + 1) if mark else Place(path.name)
