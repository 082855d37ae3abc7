from pathlib import Path, PurePosixPath

import pytest

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
    with pytest.raises(OSError, match="directory"):
        write(tmp_path / "folder", b"1")
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]
