"""What the machine last said about a seed, and what of its page is a person's: the files in .standfirst/state/."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Any

from generator.errors import Place, StandfirstError
from generator.model import Weighed
from generator.pages.fieldvalues import said
from generator.pages.ownership import Hand, Ledger, Ownership, Said, Version
from generator.pages.schema import wrong
from generator.pages.shaping import Shaping, read_shaping
from generator.pages.signoff import SignOff
from generator.strict_yaml import Source, Table, parse

# 1 knew no ownership, and held the hash of the page as `written`; 2 knew not what topics are chosen from; 3 had the
# settings in one line.
FORM = 4
SEED_DIGITS = 12  # by which a seed's SHA-256 is known where a person may read it

_PAGE = re.compile(rb"""^\s*(?:["']?)page["']?: *["']?([^"'\n]+)""", re.MULTILINE)
_SHA256 = re.compile(rb"""^\s*(?:["']?)sha256["']?: *["']?([0-9a-f]{64})""", re.MULTILINE)
_TEXTS = ("id", "seed", "sha256", "page", "program", "model")
_GONE = ("tombstone", "kept")
_ADVICE = "run `standfirst generate`, which makes it anew, or bring it back from git"


class DamagedError(StandfirstError):
    """A state file that cannot be read; what it held of the machine's can be made anew."""


@dataclass(frozen=True, slots=True)
class Account:
    """Whose account a key point is, and through whom it came."""

    party: str
    channel: str


@dataclass(frozen=True, slots=True)
class State:
    """One state file; `briefing` is the whole briefing in the shape of `show --json`."""

    id: str
    seed: str  # path below the seeds folder
    sha256: str  # of the seed's bytes
    page: str  # path below docs/
    settings: Shaping
    program: str
    model: str
    briefing: Mapping[str, Any]
    weighed: tuple[Weighed, ...] | None = None  # what its topics were chosen from, None in older states
    tombstone: str = ""  # why there is no page: "deleted" by a person, "retired" by the command
    kept: str = ""  # the text of a retired page that held something of a person's
    ownership: Ownership = field(default_factory=Ownership)
    signed: SignOff | None = None
    reported: Mapping[str, Account] = field(default_factory=dict)  # by digest, of points that only the page still has
    form: int = FORM  # of the file that it was read from

    @property
    def machines(self) -> "State":
        """What is the machine's of it, as of a new briefing."""
        return replace(self, page="", tombstone="", kept="", ownership=Ownership(), signed=None, reported={})

    @property
    def said(self) -> Said:
        """What the machine says in the page's fields."""
        return Said(said(self.briefing), self.sha256[:SEED_DIGITS])


def write_state(state: State) -> str:
    """Return the file's text: YAML that is also JSON, one entry a line, so that ten thousand read quickly.

    What is empty is left out.
    """
    heads = [f"{_json(key)}: {_json(getattr(state, key))}" for key in _TEXTS]
    heads.append(f'"settings": {_json(state.settings.told())}')
    gone = [f'"{key}": {_json(value)}' for key in _GONE if (value := getattr(state, key))]
    parts = [f'"{key}": {_block(value)}' for key, value in _by_hand(state)]
    return "{\n" + ",\n".join([f'"version": {FORM}', *heads, *gone, *parts]) + "\n}\n"


def _by_hand(state: State) -> Iterator[tuple[str, object]]:
    ownership = state.ownership
    yield from ((key, value) for key, value in _plain(ownership).items() if value)
    if state.signed:
        yield "signed", asdict(state.signed)
    if state.reported:
        yield "reported", [{"point": point, **asdict(account)} for point, account in state.reported.items()]
    if state.weighed is not None:
        yield "weighed", [{key: value for key, value in asdict(one).items() if value} for one in state.weighed]
    yield "briefing", state.briefing


def _plain(ownership: Ownership) -> dict[str, object]:
    return {
        "hands": {key: asdict(hand) for key, hand in ownership.hands.items()},
        "ledgers": {key: asdict(ledger) for key, ledger in ownership.ledgers.items()},
        "history": [asdict(version) for version in ownership.history],
        "gone": asdict(ownership.gone) if ownership.gone else None,
    }


def _block(value: object) -> str:
    if isinstance(value, list):
        return _entry(value, "")
    entries = (
        [f"  {_json(key)}: {_entry(item, '  ')}" for key, item in value.items()] if isinstance(value, dict) else []
    )
    return "{\n" + ",\n".join(entries) + "\n}"


def _entry(value: object, indent: str) -> str:
    if not isinstance(value, list) or not value:
        return _json(value)
    return "[\n" + ",\n".join(f"{indent}  {_json(item)}" for item in value) + f"\n{indent}]"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def read_state(text: str, name: str) -> State:
    """Return the state that a file named `name` holds.

    Raises StandfirstError for a damaged file, and for one that a later program wrote.
    """
    found = _loaded(text, name)
    _refuse_newer(found.get("version"), name)
    if problem := _problem(found):
        message = f"not a state file of this program: {problem}; {_ADVICE}"
        raise DamagedError(message, Place(name))
    texts = {key: found[key] for key in _TEXTS}
    signed = SignOff(**found["signed"]) if "signed" in found else None
    return State(
        **texts,
        settings=read_shaping(found["settings"]),
        briefing=found["briefing"],
        weighed=tuple(Weighed(**one) for one in found["weighed"]) if "weighed" in found else None,
        **{key: found.get(key, "") for key in _GONE},
        ownership=_ownership(found),
        signed=signed,
        reported={one["point"]: Account(one["party"], one["channel"]) for one in found.get("reported", ())},
        form=found["version"],
    )


def _refuse_newer(version: object, name: str) -> None:
    if isinstance(version, int) and version > FORM:
        message = (
            f"a later Standfirst wrote this (version {version} of its form); install that, nothing is changed here"
        )
        raise StandfirstError(message, Place(name))


def _ownership(found: Mapping[str, Any]) -> Ownership:
    hands = {key: Hand(**hand) for key, hand in found.get("hands", {}).items()}
    ledgers = {
        key: Ledger(tuple(ledger["added"]), tuple(ledger["removed"]))
        for key, ledger in found.get("ledgers", {}).items()
    }
    history = tuple(_version(version) for version in found.get("history", ()))
    return Ownership(hands, ledgers, history, _version(found["gone"]) if "gone" in found else None)


def _version(found: Mapping[str, Any]) -> Version:
    names = {key: tuple(names) for key, names in found["names"].items()}
    return Version(found["digests"], names, tuple(found.get("points", ())))


def sha256_of(content: bytes) -> str:
    """Return the SHA-256 of a seed's bytes, hexadecimal."""
    return sha256(content).hexdigest()


def page_hash(text: bytes) -> str:
    """Return the SHA-256 of a page, the same whatever line ends and byte order mark an editor or git gave it."""
    return sha256(text.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").replace(b"\r", b"\n")).hexdigest()


def page_named(content: bytes) -> str:
    """Return the page that a state file names, found by its line: reading the whole takes four times as long."""
    line = _PAGE.search(content)
    return line[1].decode(errors="replace") if line else ""


def bytes_named(content: bytes) -> str:
    """Return the SHA-256 of the seed that a state file is of, found as `page_named` finds the page."""
    line = _SHA256.search(content)
    return line[1].decode() if line else ""


def _loaded(text: str, name: str) -> Mapping[str, Any]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        found = _from_yaml(text, name)
    return found if isinstance(found, dict) else {}


def _from_yaml(text: str, name: str) -> object:
    """Read a file that some other tool has written again in its own style."""
    try:
        tree = parse(Source(text, name))
        return tree.value() if isinstance(tree, Table) else None
    except (StandfirstError, ValueError) as error:
        message = f"damaged; {_ADVICE} ({error})"
        raise DamagedError(message, Place(name)) from error


def _problem(found: Mapping[str, Any]) -> str:
    version = found.get("version")
    if version not in range(1, FORM + 1):
        return f"version must be {FORM}"
    apart = {"version", "briefing", *(["written"] if version == 1 else [])}
    if problem := wrong({key: value for key, value in found.items() if key not in apart}, "state"):
        return problem.strip(" .")
    if not is_page_path(found["page"]):
        return "page must be the path of a .md file below docs/"
    if "briefing" not in found:
        return "briefing is missing"
    problem = wrong(found["briefing"], "briefing")
    return problem and f"briefing{problem}"


def is_page_path(page: str) -> bool:
    """Whether this is the path of a page below docs/, and of nothing outside."""
    path = PurePosixPath(page)
    outside = path.is_absolute() or ".." in path.parts or "\\" in page
    return not outside and str(path) == page and page.endswith(".md") and page.isprintable()
