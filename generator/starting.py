"""Write the starter: a repository of one's own that builds at once."""

import json
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from generator import __version__, files
from generator.errors import Place, StandfirstError

STARTER = Path(__file__).with_name("starter")
ALREADY_THERE = frozenset({".git"})  # a clone of a new, empty repository is a good place to start
# Under their own names they would act on the starter itself.
RENAMED = {"gitattributes": ".gitattributes", "gitignore": ".gitignore"}


def start(folder: Path) -> list[str]:
    """Write the starter into `folder`, which is made if it is missing; return the paths written, below `folder`.

    Raises StandfirstError, with nothing written, for a file or a folder that holds something already.
    """
    with files.explained(folder, "written"):
        _refuse_occupied(folder)
    contents = _starter()
    for path, content in contents.items():
        files.write(folder / path, content)
    return list(contents)


def _refuse_occupied(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise StandfirstError("is a file; name a new or an empty folder", Place(str(folder)))
    if folder.is_dir() and {path.name for path in folder.iterdir()} - ALREADY_THERE:
        raise StandfirstError("is not empty; name a new or an empty folder", Place(str(folder)))


def _starter() -> dict[str, bytes]:
    """Return the content of each file of the starter by its path, in order."""
    contents = {}
    for path in sorted(STARTER.rglob("*")):
        if path.is_file():
            name = path.relative_to(STARTER).as_posix()
            contents[RENAMED.get(name, name)] = path.read_bytes()
    contents["requirements.txt"] = _requirements().encode()
    return contents


def _requirements() -> str:
    """Return what installs this very Standfirst: its version, or the commit or folder that it was installed from.

    Installers record the latter two in direct_url.json (https://packaging.python.org/specifications/direct-url/).
    """
    try:
        recorded = distribution("standfirst").read_text("direct_url.json")
    except PackageNotFoundError:
        recorded = None
    origin = json.loads(recorded) if recorded else {}
    if commit := origin.get("vcs_info", {}).get("commit_id"):
        return f"standfirst @ git+{origin['url']}@{commit}\n"
    if "dir_info" in origin or "archive_info" in origin:
        note = "# This machine only. To publish, put a released version here (standfirst==VERSION), or a commit\n"
        note += "# (standfirst @ git+https://HOST/OWNER/standfirst@COMMIT).\n"
        return f"{note}standfirst @ {origin['url']}\n"
    return f"standfirst=={__version__}\n"
