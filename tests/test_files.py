import subprocess
import sys
from pathlib import Path, PurePosixPath

import pytest

from generator import files
from generator.errors import StandfirstError
from generator.files import mirror, write


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"a.md": b"1", "b/c.md": b"2"}, {"a.md": b"1"}),
        ({"a/b/c.md": b"1"}, {"a": b"2"}),
        ({"a": b"1"}, {"a/b/c.md": b"2"}),
        ({}, {"a/b/c.md": b"2"}),
        ({"a/b/c.md": b"1"}, {}),
    ],
)
def test_a_mirror_holds_what_it_shall_and_nothing_else(
    tmp_path: Path, before: dict[str, bytes], after: dict[str, bytes]
) -> None:
    for contents in (before, after):
        wanted = {PurePosixPath(path): content for path, content in contents.items()}
        assert mirror(tmp_path / "m", wanted) or not contents
        assert tree(tmp_path) == {f"m/{path}": content for path, content in contents.items()}
        assert not mirror(tmp_path / "m", wanted)
    folders = {path for path in (tmp_path / "m").rglob("*") if path.is_dir()}
    assert all(any(folder.iterdir()) for folder in folders)


def test_a_mirror_writes_through_no_link(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "a.md").write_bytes(b"mine")
    inside = tmp_path / "m"
    inside.mkdir()
    (inside / "folder").symlink_to(outside)
    (inside / "b.md").symlink_to(outside / "a.md")
    mirror(inside, {PurePosixPath("folder/a.md"): b"1", PurePosixPath("b.md"): b"2"})
    assert tree(outside) == {"a.md": b"mine"}
    assert tree(inside) == {"folder/a.md": b"1", "b.md": b"2"}


def test_a_file_that_holds_the_text_already_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    assert write(path, b"1")
    before = path.stat()
    assert not write(path, b"1")
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


def test_a_write_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(StandfirstError, match="cannot be written: Is a directory"):
        write(tmp_path / "folder", b"1")
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_a_lock_that_another_process_holds_is_waited_for_then_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = "import sys; from pathlib import Path; from generator.files import locked\n"
    code += "with locked(Path(sys.argv[1])): print('held', flush=True); sys.stdin.read()"
    command = [sys.executable, "-c", code, str(tmp_path)]
    monkeypatch.setattr(files, "LOCK_SECONDS", 0.1)
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout
        assert other.stdout.readline() == "held\n"
        with pytest.raises(StandfirstError, match="another standfirst run has held"), files.locked(tmp_path):
            pass
        other.communicate()
    with files.locked(tmp_path):
        pass


def test_a_reader_sees_the_old_file_or_the_new_one_never_a_part(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    texts = [b"1" * 1_000_000, b"2" * 2_000_000]
    write(path, texts[0])
    code = "import sys; from pathlib import Path; from generator.files import write\n"
    code += "for turn in range(60): write(Path(sys.argv[1]), b'12'[turn % 2 :][:1] * (1_000_000 * (turn % 2 + 1)))"
    with subprocess.Popen([sys.executable, "-c", code, str(path)]) as other:
        while other.poll() is None:
            assert path.read_bytes() in texts
