import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import site_sample

MKDOCS = Path(sys.executable).with_name("mkdocs")
PLAIN = {key: value for key, value in os.environ.items() if "MKDOCS" not in key}


def build(project: Path, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Build as a person would who does not know our own command."""
    command, env = [MKDOCS, "build", "--strict"], PLAIN | environment
    return subprocess.run(command, cwd=project, env=env, check=False, capture_output=True, text=True)


@pytest.mark.parametrize(
    ("path", "content", "message"),
    [
        ("docs/bad.md", b"---\ntitle: NO\n---\n", "docs/bad.md:2:8: YAML takes `NO` for a yes or no"),
        ("docs/bad.md", b"caf\xe9", "docs/bad.md:1:4: not UTF-8: byte 0xe9 stands here; save the file as UTF-8"),
        (".standfirst/state/x.yml", b"{", ".standfirst/state/x.yml: damaged; run `standfirst generate`"),
        ("docs/README.md", b"Text", "docs/README.md: has the same address as docs/index.md"),
        ("docs/about/index.md", b"Text", "docs/about/index.md: has the same address as docs/about.md"),
    ],
)
def test_what_needs_mending_stops_the_build_without_a_traceback(
    project: Path, path: str, content: bytes, message: str
) -> None:
    (project / path).parent.mkdir(parents=True, exist_ok=True)
    (project / path).write_bytes(content)
    done = build(project)
    assert done.returncode == 1
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_mkdocs_alone_refuses_a_wrong_setting_too(project: Path) -> None:
    file = project / "mkdocs.yml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("summariser: standfirst", "sentences: 0"), encoding="utf-8"
    )
    done = build(project)
    assert done.returncode == 1
    assert "`sentences` must be from 1 to 20" in done.stderr
    assert "Traceback" not in done.stderr


def test_mkdocs_alone_builds_the_whole_site_quietly(project: Path) -> None:
    site_sample.write(project)
    (project / "docs/notes.md").write_text(
        "---\ntitle: Notes {{ config }}\ntemplate: 404.html\n---\n"
        "# {% raw %} {{ 7 * 7 }} {# \n\n[Home](index.md) <script>window.x=1</script> <![\n"
    )
    done = build(project)
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
    assert "Material" not in done.stderr
    site = project / "site"
    for path in ("", "about/", "notes/", "actors/", "topics/", "archive/"):
        assert (site / path / "index.html").is_file()
    notes = (site / "notes/index.html").read_text()
    assert "<title>Notes {{ config }} - " in notes
    assert "{% raw %} {{ 7 * 7 }} {#" in notes
    assert "&lt;script&gt;window.x=1&lt;/script&gt; &lt;![" in notes


@pytest.mark.parametrize("folder", ["seeds", ".standfirst", "build", "seeds/site", ".git"])
def test_mkdocs_never_empties_what_is_no_site(project: Path, folder: str) -> None:
    (project / "seeds" / "a.txt").write_text("An article.\n")
    site_sample.write(project)
    before = sorted(project.rglob("*"))
    with (project / "mkdocs.yml").open("a") as file:
        file.write(f"\nsite_dir: {folder}\n")
    done = build(project)
    assert done.returncode == 1
    assert re.search(r"mkdocs.yml:\d+:11: `site_dir` must be a folder apart from seeds/, docs/, ", done.stderr)
    assert "Traceback" not in done.stderr
    assert sorted(project.rglob("*")) == before


def test_no_clock_reaches_the_site(project: Path) -> None:
    site_sample.write(project)
    built = []
    for clock in ({"SOURCE_DATE_EPOCH": "86400"}, {"SOURCE_DATE_EPOCH": "1900000000"}, {}):
        done = build(project, **clock)
        assert done.returncode == 0, done.stderr
        paths = sorted(path for path in (project / "site").rglob("*") if path.is_file())
        built.append({path: path.read_bytes() for path in paths})
    assert built[0] == built[1] == built[2]
    days = re.findall(r"/briefings/(\d{4}/\d{2})/[^<]*</loc>\s*<lastmod>(\d{4}-\d{2})-\d{2}<", sitemap(project))
    assert days
    assert all(folder.replace("/", "-") == day for folder, day in days)
    assert sitemap(project).count("<lastmod>") == len(days)


def sitemap(project: Path) -> str:
    return (project / "site" / "sitemap.xml").read_text(encoding="utf-8")


def test_the_pencil_leads_to_the_file_that_a_person_edits(project: Path) -> None:
    site_sample.write(project)
    (project / "docs/actors").mkdir()
    assert build(project).returncode == 0
    pages = sorted((project / "docs/briefings").rglob("*.md"))
    hub = next((project / "build/docs/actors").glob("[a-z]*.md"))
    (project / "docs/actors" / hub.name).write_text("By hand. See [about](../about.md).\n")
    assert build(project).returncode == 0
    for page in [pages[0], project / "docs/about.md", project / "docs/actors" / hub.name]:
        path = page.relative_to(project / "docs")
        html = (project / "site" / path.with_suffix("") / "index.html").read_text()
        assert re.findall(r'href="([^"]*/edit/[^"]*)"', html)[0].endswith(f"/docs/{path}")
    assert "/edit/" not in (project / "site/archive/index.html").read_text()


@pytest.fixture
def served(project: Path) -> Iterator[tuple[Path, Path]]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = project / "serve.log"
    with log.open("w") as stream:
        command = [MKDOCS, "serve", "--dev-addr", f"127.0.0.1:{port}"]
        server = subprocess.Popen(command, cwd=project, env=PLAIN, stderr=stream)
    try:
        wait_for(log, "Serving on", 1)
        yield project, log
    finally:
        server.terminate()
        server.wait()


def wait_for(log: Path, words: str, times: int) -> None:
    deadline = time.monotonic() + 60
    while log.read_text().count(words) < times:
        assert time.monotonic() < deadline, log.read_text()
        time.sleep(0.1)


def test_one_edit_gives_one_rebuild_and_an_error_does_not_end_serving(served: tuple[Path, Path]) -> None:
    project, log = served
    about = project / "docs/about.md"
    good = about.read_text()
    about.write_text(f"{good}\nMore.\n")
    wait_for(log, "Reloading browsers", 1)
    assert "More." in (project / "build/docs/about.md").read_text()
    about.write_text("---\ntitle: NO\n---\n")
    wait_for(log, "docs/about.md:2:8", 1)
    about.write_text(good)
    wait_for(log, "Reloading browsers", 2)
    time.sleep(2)  # a loop would go on now
    assert log.read_text().count("Building documentation...") == 4
