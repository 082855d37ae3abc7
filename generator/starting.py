"""Write the starter: a repository of one's own that builds at once."""

from pathlib import Path

from generator import __version__, files
from generator.errors import Place, StandfirstError

STARTER = Path(__file__).with_name("starter")
ALREADY_THERE = frozenset({".git"})  # a clone of a new, empty repository is a good place to start
RENAMED = {"gitignore": ".gitignore"}  # under its own name it would hide files of the starter itself


def start(folder: Path) -> list[str]:
    """Write the starter into `folder`, which is made if it is missing; return the paths written, below `folder`.

    Raises StandfirstError, with nothing written, for a file or a folder that holds something already.
    """
    try:
        _refuse_occupied(folder)
        contents = _starter()
        for path, content in contents.items():
            files.write(folder / path, content)
    except OSError as error:
        raise StandfirstError(f"cannot be written: {error.strerror}", Place(str(folder))) from error
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
    contents["requirements.txt"] = contents["requirements.txt"].replace(b"VERSION", __version__.encode())
    return contents
