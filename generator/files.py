"""The only room that writes to disk: atomic, locked, and only what differs."""

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from filelock import FileLock, Timeout

from generator.errors import Place, StandfirstError

LOCK_SECONDS = 30


@contextmanager
def locked(root: Path) -> Iterator[None]:
    """Hold the project's one lock, so that two runs never write at once.

    Raises StandfirstError if another run holds it for LOCK_SECONDS.
    """
    folder = root / ".standfirst"
    lock = FileLock(folder / "lock", timeout=LOCK_SECONDS)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except Timeout as error:
        message = f"another standfirst run has held {folder / 'lock'} for {LOCK_SECONDS} seconds; wait for it or end it"
        raise StandfirstError(message) from error
    except OSError as error:
        raise StandfirstError(f"cannot be written: {error.strerror}", Place(str(folder))) from error
    try:
        yield
    finally:
        lock.release()


def read_capped(path: Path, most: int, name: str) -> bytes:
    """Return the bytes of a regular file of at most `most` bytes.

    Raises StandfirstError for links, devices, pipes and larger files, before anything is read.
    """
    handle = _open_regular(path, name)
    with os.fdopen(handle, "rb") as stream:
        size = os.fstat(handle).st_size
        if size > most:
            message = f"the file has {size:,} bytes, at most {most:,} are read; shorten it or raise `seed_bytes`"
            raise StandfirstError(message, Place(name))
        return stream.read(most)


def read_text(path: Path, most: int, name: str) -> str:
    """Return the text of a regular file of at most `most` bytes, UTF-8 with or without byte order mark.

    Raises StandfirstError as `read_capped` does, and for bytes that are not UTF-8.
    """
    try:
        return read_capped(path, most, name).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"not UTF-8: byte 0x{error.object[error.start]:02x} at offset {error.start}; save the file as UTF-8"
        raise StandfirstError(message, Place(name)) from error


def _open_regular(path: Path, name: str) -> int:
    if path.is_symlink() or not path.is_file():
        raise StandfirstError("not a regular file (links, devices and pipes are not read)", Place(name))
    try:
        return os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError as error:
        raise StandfirstError(f"cannot be read: {error.strerror}", Place(name)) from error


def write(path: Path, content: bytes, *, durable: bool = True) -> bool:
    """Write `content` atomically if the file does not hold it yet; return whether it was written.

    What can be made again need not be `durable`, that is, survive a power cut.
    Raises StandfirstError where the disk refuses; the file is then as it was.
    """
    try:
        if path.is_file() and not path.is_symlink() and path.read_bytes() == content:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, content, durable=durable)
    except OSError as error:
        raise StandfirstError(f"cannot be written: {error.strerror}", Place(str(path))) from error
    return True


def _replace(path: Path, content: bytes, *, durable: bool) -> None:
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.")
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


def mirror(folder: Path, contents: Mapping[PurePosixPath, bytes], *, durable: bool = True) -> bool:
    """Make `folder` hold exactly `contents`, as regular files; return whether anything changed on disk."""
    wanted = {folder / path for path in contents}
    stale = [path for path in _leaves(folder) if path.is_symlink() or path not in wanted]
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
