"""The list of all corrections, long or of an older project; cases of its content are in cases/site/compose.yml."""

from pathlib import Path, PurePosixPath

import site_sample
from test_plugin import build

from generator.pages import read_page
from generator.site.compose import compose
from generator.site.labels import SIZES


def test_a_long_list_is_paged() -> None:
    dates = "".join(f"  - {{date: 2026-01-{day:02}, text: No. {day}}}\n" for day in range(1, 32))
    pages = {
        PurePosixPath(f"briefings/{n}.md"): read_page(f"---\ntitle: A\ncorrections:\n{dates}---\n", "x")
        for n in range(2)
    }
    files = compose(pages, {}, []).files
    found = sorted(str(path) for path in files if path.parts[0] == "corrections")
    assert found == ["corrections/2.md", "corrections/index.md"]
    first, second = (files[PurePosixPath(path)].decode() for path in reversed(found))
    assert first.count('"date_label"') == SIZES["corrections"] == 62 - second.count('"date_label"')
    assert first.index("31 January 2026") < first.index("30 January 2026")
    assert "Corrections, page 2" in second


def test_an_older_project_that_does_not_name_the_list_in_its_settings_builds(project: Path) -> None:
    site_sample.write(project)
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    older = text.replace("  /corrections/\n", "").replace("    absolute_links: relative_to_docs", "    {}")
    assert "corrections" not in older
    settings.write_text(older, encoding="utf-8")
    done = build(project)
    assert done.returncode == 0, done.stderr
    assert (project / "site/corrections/index.html").is_file()


def test_a_picture_that_a_form_put_into_a_page_is_found_below_any_address(project: Path) -> None:
    page = project / "docs/briefings/2024/03/a.md"
    page.parent.mkdir(parents=True)
    page.write_text("---\ntitle: A\n---\n- One.\n\n![A map](/media/map.png)\n", encoding="utf-8")
    (project / "docs/media").mkdir()
    (project / "docs/media/map.png").write_bytes(b"\x89PNG")
    done = build(project)
    assert done.returncode == 0, done.stderr
    assert 'src="../../../../media/map.png"' in (project / "site/briefings/2024/03/a/index.html").read_text()
