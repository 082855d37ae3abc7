"""The only room that writes to disk: atomic, locked, and only what differs."""

import errno
import os
import re
import stat
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from filelock import FileLock, Timeout

from generator.errors import Place, StandfirstError

LOCK_SECONDS = 30
UNFINISHED = ".standfirst-unfinished"  # how the name of a temporary file ends; .gitignore has it

_ADVICE = {
    errno.EACCES: "change its permissions",
    errno.EEXIST: "a file stands where a folder must be, move it away",
    errno.EISDIR: "a folder stands where a file must be, move it away",
    errno.ENOENT: "it was there a moment ago, run this again",
    errno.ENOSPC: "make room on the disk",
    errno.ENOTDIR: "a file stands where a folder must be, move it away",
    errno.EPERM: "change its permissions",
    errno.EROFS: "work in a folder that can be written",
}


def shown(path: Path) -> str:
    """Return a path as a person would type it."""
    here, absolute = Path.cwd(), path.absolute()
    return str(absolute.relative_to(here) if absolute.is_relative_to(here) else path)


def explain(error: OSError, where: Path | str, done: str) -> StandfirstError:
    """Return what the system refused, where, and what to do about it; `done` is "read", "written" or the like."""
    advice = _ADVICE.get(error.errno or 0, "look at it and at its folder")
    place = Place(where if isinstance(where, str) else shown(where))
    return StandfirstError(f"cannot be {done}: {error.strerror}; {advice}", place)


@contextmanager
def explained(where: Path | str, done: str) -> Iterator[None]:
    """Raise StandfirstError for whatever the system refuses within."""
    try:
        yield
    except OSError as error:
        raise explain(error, where, done) from error


def refuse_unread(error: OSError) -> None:
    """Raise StandfirstError for a folder that cannot be read, which `os.walk` would pass over in silence."""
    if not isinstance(error, FileNotFoundError):
        raise explain(error, Path(error.filename), "read") from error


def check_way(root: Path, folder: Path) -> None:
    """Raise StandfirstError for a link or a file that stands where a folder must be, from below `root` to `folder`.

    A link is neither followed nor replaced: what it leads to is not ours to change, and the link is somebody's work.
    """
    way = root
    for step in folder.relative_to(root).parts:
        way /= step
        with explained(way, "read"):
            if not stands(way):
                return
            mode = way.lstat().st_mode
        if stat.S_ISLNK(mode):
            message = "a link, and nothing is written or deleted through one; put a folder in its place"
            raise StandfirstError(message, Place(shown(way)))
        if not stat.S_ISDIR(mode):
            raise StandfirstError("a file where a folder must be; move it away", Place(shown(way)))


def stands(path: Path) -> bool:
    """Whether anything is at `path`, be it a link that leads nowhere."""
    with explained(path, "read"):
        try:
            path.lstat()
        except FileNotFoundError:
            return False
        return True


@contextmanager
def locked(root: Path) -> Iterator[None]:
    """Hold the project's one lock, so that two runs never write at once.

    Raises StandfirstError if another run holds it for LOCK_SECONDS.
    """
    path = root / ".standfirst" / "lock"
    check_way(root, path.parent)
    if stands(path) and not stat.S_ISREG(path.lstat().st_mode):
        raise StandfirstError("not a regular file, which the lock must be; delete it", Place(shown(path)))
    lock = FileLock(path, timeout=LOCK_SECONDS)
    with explained(path, "written"):
        path.parent.mkdir(parents=True, exist_ok=True)
        _acquire(lock)
    try:
        yield
    finally:
        lock.release()


def _acquire(lock: FileLock) -> None:
    try:
        lock.acquire()
    except Timeout as error:
        path = shown(Path(lock.lock_file))
        message = f"another standfirst run has held {path} for {LOCK_SECONDS} seconds; wait for it or end it"
        raise StandfirstError(message) from error


def read_capped(path: Path, most: int, name: str, advice: str = "shorten it") -> bytes:
    """Return the bytes of a regular file of at most `most` bytes; `advice` is for one that has more.

    Raises StandfirstError for links, devices, pipes and larger files, before anything is read.
    """
    with explained(name, "read"), os.fdopen(_open_regular(path, name), "rb") as stream:
        size = os.fstat(stream.fileno()).st_size
        if size > most:
            message = f"the file has {size:,} bytes, at most {most:,} are read; {advice}"
            raise StandfirstError(message, Place(name))
        return stream.read(most)


def read_text(path: Path, most: int, name: str, encoding: str = "utf-8-sig") -> str:
    """Return the text of a regular file of at most `most` bytes: UTF-8, a byte order mark kept as "utf-8" alone.

    Raises StandfirstError as `read_capped` does, and for bytes that are not UTF-8.
    """
    try:
        return read_capped(path, most, name).decode(encoding)
    except UnicodeDecodeError as error:
        message = f"not UTF-8: byte 0x{error.object[error.start]:02x} stands here; save the file as UTF-8"
        lines = re.split(rb"\r\n?|\n", error.object[: error.start].removeprefix(b"\xef\xbb\xbf"))
        raise StandfirstError(message, Place(name, len(lines), len(lines[-1].decode()) + 1)) from error


def _open_regular(path: Path, name: str) -> int:
    if not stat.S_ISREG(path.lstat().st_mode):
        message = "not a regular file (folders, links, devices and pipes are not read); put a file in its place"
        raise StandfirstError(message, Place(name))
    return os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)


def write(path: Path, content: bytes, *, durable: bool = True) -> bool:
    """Write `content` atomically if the file does not hold it yet; return whether it was written.

    What can be made again need not be `durable`, that is, survive a power cut.
    Raises StandfirstError where the disk refuses; the file is then as it was.
    """
    with explained(path, "written"):
        if path.is_file() and not path.is_symlink() and path.read_bytes() == content:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, content, durable=durable)
    return True


def _replace(path: Path, content: bytes, *, durable: bool) -> None:
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=UNFINISHED)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            if durable:
                stream.flush()
                os.fsync(stream.fileno())
        Path(temporary).chmod(0o644)
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def delete(path: Path) -> bool:
    """Delete a file, if there is one; return whether there was."""
    with explained(path, "deleted"):
        there = path.is_file() and not path.is_symlink()
        if there:
            path.unlink()
    return there


def sweep(root: Path, folders: Iterable[Path]) -> None:
    """Delete what runs that were killed in the middle of a write have left below the project's `folders`."""
    if any(map(_unfinished, folders)):
        with locked(root):  # then no other run is writing, and whatever is still there is left over
            for path in (path for folder in folders for path in _unfinished(folder)):
                with explained(path, "deleted"):
                    path.unlink()


def _unfinished(folder: Path) -> list[Path]:
    return [path for path in _leaves(folder) if path.name.startswith(".") and path.name.endswith(UNFINISHED)]


def mirror(folder: Path, contents: Mapping[PurePosixPath, bytes], *, durable: bool = True) -> bool:
    """Make `folder` hold exactly `contents`, as regular files; return whether anything changed on disk."""
    wanted = {folder / path for path in contents}
    stale = [path for path in _leaves(folder) if path.is_symlink() or path not in wanted]
    with explained(folder, "cleared"):
        for path in stale:
            path.unlink()
        _remove_empty_folders(folder)  # first, since a file may take a folder's name
    written = [write(folder / path, content, durable=durable) for path, content in contents.items()]
    return bool(stale) or any(written)


def _leaves(folder: Path) -> Iterator[Path]:
    """Yield everything below a folder that is not itself a folder; links are not followed."""
    for parent, folders, names in os.walk(folder):
        links = [name for name in folders if (Path(parent) / name).is_symlink()]
        yield from (Path(parent) / name for name in (*links, *names))


def _remove_empty_folders(folder: Path) -> None:
    for parent, *_ in os.walk(folder, topdown=False):
        if Path(parent) != folder and not os.listdir(parent):  # noqa: PTH208 -- by far the quickest
            Path(parent).rmdir()
