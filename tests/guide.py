"""Plays the steps of docs/editing.md on a site of its own; run as a script it takes the guide's pictures.

`make guide` writes them to docs/editing/. tests/test_guide.py plays the same steps and compares what the guide quotes.
"""

import html
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from browser import FLAGS, browser
from playwright.sync_api import Page as Tab
from playwright.sync_api import sync_playwright

HOME = Path(__file__).parent.parent
PICTURES = HOME / "docs" / "editing"
PAGE = "docs/briefings/night-ferry-to-return.md"
ARTICLE = """Night ferry to return

Norway and Denmark have agreed on an electric ship.

(dpa) Norway and Denmark want to connect Kristiansand and Aarhus with an electric night ferry. The two countries share
the cost of 90 million euros, a spokesman for the European Commission said in Brussels. The first ship is to sail in
two years. Norwegian Transport Minister Ingrid Solheim signed the agreement in Kristiansand on Friday.

source site-7
"""
WIDTH = 900
HEIGHT = 620
FONT = "font:13px/1.55 ui-monospace,DejaVu Sans Mono,monospace;white-space:pre-wrap"
MARK = "background:#fff3c4"


@dataclass(frozen=True)
class Step:
    """A command with what it printed, or a page to look at; `name` is that of the picture, if there is one."""

    name: str = ""
    command: str = ""
    output: str = ""
    marked: str = ""  # a line of the page to point at, in a picture of its file
    site: bool = False  # a picture of the page on the site


def play(root: Path) -> Iterator[Step]:
    """Do in `root` what the guide tells, and yield it step by step."""
    _standfirst(root.parent, "new", root.name)
    (root / "seeds" / "2024-03-08-night-ferry.txt").unlink()
    seed, page = root / "seeds" / "ferry.txt", root / PAGE
    seed.write_text(ARTICLE, encoding="utf-8")
    yield _run(root, "generate")
    _change(page, "title: Night ferry to return", "title: The night ferry is coming back")
    _change(page, "  - European Commission\n", "")
    yield Step("edit", marked="title: The night ferry is coming back")
    yield _run(root, "generate")
    _change(seed, "Night ferry to return", "Night ferry to return in 2026")
    _change(seed, "two years", "three years")
    yield _run(root, "generate", "survive")
    _standfirst(root, "build")
    yield Step("survive-site", site=True)
    yield _run(root, "status", "queue")
    yield _run(root, f"diff {PAGE}", "diff")
    yield _run(root, f"release {PAGE} title", "release")
    _change(page, "two countries", "two neighbours")
    _change(page, "90 million", "95 million")
    yield _run(root, "generate")
    yield _run(root, "check", "check")
    _change(page, "95 million", "90 million")
    yield _run(root, f'review {PAGE} --by "Ana Silva" --date 2026-11-24')
    _change(page, "two neighbours", "two countries")
    yield _run(root, "status")
    _change(
        page, "review:\n", "corrections:\n  - date: 2026-11-25\n    text: The two were called neighbours.\nreview:\n"
    )
    yield _run(root, f'review {PAGE} --by "Ana Silva" --date 2026-11-25')
    _standfirst(root, "build")
    yield Step("review-site", site=True)
    yield _run(root, f"retire {PAGE}")
    yield _run(root, f"restore {PAGE}")
    (root / "docs" / "topics.yml").write_text(
        "- topic: wellness\n  hide: true\n- topic: labor\n  keyword: [shift work]\n"
    )
    yield _run(root, "generate")


def _run(root: Path, arguments: str, name: str = "") -> Step:
    return Step(name, f"standfirst {arguments}", _standfirst(root, arguments))


def _standfirst(folder: Path, arguments: str, *more: str) -> str:
    """Return what the command prints, as a person sees it on a terminal."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    line = " ".join(["standfirst", arguments, *more])
    environment = {key: text for key, text in os.environ.items() if key != "GITHUB_ACTIONS"} | {"PATH": path}
    done = subprocess.run(
        ["bash", "-c", f"{line} 2>&1"], cwd=folder, capture_output=True, check=False, text=True, env=environment
    )
    return done.stdout.rstrip("\n")


def _change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    if old not in text:
        raise ValueError(f"{path.name} does not hold {old!r}")
    path.write_text(text.replace(old, new), encoding="utf-8")


def _terminal(text: str) -> str:
    style = f"{FONT};background:#101418;color:#e6e9ec;padding:16px 18px"
    return f"<body style='margin:0'><main style='{style}'>{html.escape(text)}</main></body>"


def _file(text: str, marked: str) -> str:
    """Return a page's file as an editor shows it, one line marked."""
    lines = [
        f"<div style='padding:0 22px;{MARK if line == marked else ''}'>{html.escape(line) or '&nbsp;'}</div>"
        for line in text.splitlines()
    ]
    style = f"{FONT};background:#fff;color:#1b1f23;padding:14px 0"
    return f"<body style='margin:0'><main style='{style}'>{''.join(lines)}</main></body>"


def picture(tab: Tab, root: Path, step: Step) -> None:
    """Take the picture of a step."""
    target = PICTURES / f"{step.name}.png"
    if step.site:
        tab.goto((root / "site" / PAGE.removeprefix("docs/").removesuffix(".md") / "index.html").as_uri())
        tab.screenshot(path=target)
        return
    if step.marked:
        tab.set_content(_file((root / PAGE).read_text(encoding="utf-8"), step.marked))
    else:
        tab.set_content(_terminal(f"$ {step.command}\n{step.output}"))
    tab.locator("main").screenshot(path=target)


def main() -> None:
    """Write every picture of the guide."""
    PICTURES.mkdir(exist_ok=True)
    chromium = browser()
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        tab = started.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        root = Path(folder) / "briefing"
        for step in play(root):
            if step.name:
                picture(tab, root, step)
        started.close()


if __name__ == "__main__":
    main()
