"""The built site in a real browser: the sample's briefings beside this repository's own pages."""

import functools
import http.server
import itertools
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import site_sample
import yaml
from axe_core_python.sync_playwright import Axe
from browser import FLAGS, browser
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

HOME = Path(__file__).parent.parent
SAMPLE = Path(__file__).parent / "cases" / "site_sample"
PAGES: dict[str, str] = yaml.safe_load((SAMPLE / "pages.yml").read_text(encoding="utf-8"))
BRIEFING = PAGES["briefing"]
HOSTILE = 'A </title><script>window.x=1</script> & "B"'
HOSTILE_ACTOR = "<script>window.x=6</script>"

every_page = pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the built sample."""
    root = tmp_path_factory.mktemp("project")
    (root / "site").mkdir()
    handler = functools.partial(Quiet, directory=str(root / "site"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        address = f"http://127.0.0.1:{server.server_port}/"
        build(root, address)
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield address
        server.shutdown()
        thread.join()


def build(root: Path, address: str) -> None:
    shutil.copy(HOME / "mkdocs.yml", root)
    for folder in ("docs", "seeds", ".standfirst"):
        shutil.copytree(HOME / folder, root / folder)
    shutil.copytree(SAMPLE / "docs", root / "docs", dirs_exist_ok=True)
    site_sample.write(root)
    command = [sys.executable, "-m", "generator", "build"]
    done = subprocess.run(
        command, cwd=root, env=os.environ | {"SITE_URL": address}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = browser()
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield launched
        launched.close()


@dataclass
class Reader:
    """Someone who looks at the site; what went wrong meanwhile stands in `complaints`."""

    chromium: Browser
    site: str
    complaints: list[str] = field(default_factory=list)

    def opens(self, path: str, *, phone: bool = False, scheme: str = "light") -> Page:
        width, height = (360, 740) if phone else (1280, 900)
        context = self.chromium.new_context(
            viewport={"width": width, "height": height}, has_touch=phone, is_mobile=phone,
            color_scheme=scheme, reduced_motion="reduce",
        )  # fmt: skip
        context.on("request", lambda request: self._note_request(request.url))
        page = context.new_page()
        page.on("console", lambda message: self._note_message(message.type, message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", lambda dialog: self.complaints.append(f"dialog {dialog.message}"))
        page.goto(self.site + path)
        return page

    def _note_request(self, url: str) -> None:
        if urlsplit(url).scheme not in {"data", "blob"} and not url.startswith(self.site):
            self.complaints.append(f"asked for {url}")

    def _note_message(self, kind: str, text: str) -> None:
        if kind in {"error", "warning"}:
            self.complaints.append(text)


@pytest.fixture
def reader(chromium: Browser, site: str) -> Iterator[Reader]:
    someone = Reader(chromium, site)
    yield someone
    ran = [page.evaluate("window.x") for context in chromium.contexts for page in context.pages]
    for context in chromium.contexts:
        context.close()
    assert ran == [None] * len(ran), "text of a briefing ran as code"
    assert someone.complaints == []


def search(page: Page, words: str) -> Page:
    """Type words into the search field as a person would."""
    page.keyboard.press("/")
    expect(page.locator(".md-search-result__meta")).to_have_text("Type to start searching")
    page.keyboard.type(words)
    expect(page.locator(".md-search-result__meta")).to_contain_text("matching document")
    return page


@every_page
def test_no_page_runs_what_a_briefing_says_or_asks_another_host(reader: Reader, path: str) -> None:
    page = reader.opens(path)
    assert page.locator("script:not([src]):not([id])").evaluate_all(
        "scripts => scripts.filter(script => /window[.]x/.test(script.textContent)).length"
    ) == 0  # fmt: skip
    assert page.locator("[onerror], [onload], [onmouseover], a[href^='javascript:'], .md-content img").count() == 0


@every_page
def test_no_page_scrolls_sideways_on_a_phone(reader: Reader, path: str) -> None:
    page = reader.opens(path, phone=True)
    assert page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]") == [360, 360]


def test_every_title_of_the_menu_can_be_read_on_a_phone(reader: Reader) -> None:
    titles = reader.opens("", phone=True).locator(".md-tabs__link")
    boxes = [box for box in map(Locator.bounding_box, titles.all()) if box]
    assert len(boxes) == titles.count() > 5
    assert min(box["x"] for box in boxes) >= 0
    assert max(box["x"] + box["width"] for box in boxes) <= 360


def test_a_page_opened_as_a_file_says_that_it_has_no_search(chromium: Browser, reader: Reader, tmp_path: Path) -> None:
    page = reader.opens("")
    expect(page.locator(".sf-file")).to_be_hidden()
    (tmp_path / "index.html").write_text(page.content(), encoding="utf-8")
    page.close()
    context = chromium.new_context()
    opened = context.new_page()
    opened.goto((tmp_path / "index.html").as_uri())
    expect(opened.locator(".sf-file")).to_be_visible()
    context.close()


@every_page
def test_axe_finds_nothing_serious(reader: Reader, path: str) -> None:
    assert serious(reader.opens(path)) == []


@every_page
def test_dark_pages_have_enough_contrast(reader: Reader, path: str) -> None:
    page = reader.opens(path, scheme="dark")
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
    assert serious(page, "color-contrast") == []


def test_axe_finds_nothing_serious_in_search_results(reader: Reader) -> None:
    assert serious(search(reader.opens(""), "anna berg")) == []


def serious(page: Page, *rules: str) -> list[str]:
    """Return what axe finds serious or critical, by these rules or by all."""
    found = Axe().run(page, options={"runOnly": list(rules)} if rules else None)["violations"]
    return [
        f"{violation['id']}: {node['html']}"
        for violation in found
        if violation["impact"] in {"serious", "critical"}
        for node in violation["nodes"]
    ]


@every_page
def test_headings_begin_with_the_only_h1_and_leave_out_no_level(reader: Reader, path: str) -> None:
    page = reader.opens(path)
    levels = page.locator("main :is(h1, h2, h3, h4)").evaluate_all("all => all.map(one => Number(one.tagName[1]))")
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_a_phone_gets_chips_and_lists_that_a_finger_can_hit(reader: Reader) -> None:
    page = reader.opens("", phone=True)
    low = page.locator(".sf-chip, .sf-index a, .sf-more a").evaluate_all(
        "all => all.filter(one => one.getBoundingClientRect().height < 44).map(one => one.textContent)"
    )
    assert low == []


def test_a_hostile_headline_is_text_in_tab_header_and_page(reader: Reader) -> None:
    page = reader.opens(PAGES["hostile briefing"])
    assert page.title() == f"{HOSTILE} - Standfirst"
    assert page.locator("h1").inner_text() == HOSTILE
    assert page.locator("[data-md-component=header-topic]").text_content().strip() == HOSTILE
    assert page.locator(".sf-lede").inner_text().startswith('<img src=x onerror="window.x=2"> ends </p></main>')
    assert page.locator(".sf-points li").inner_text().startswith("A sentence with <script>window.x=3</script>")
    assert HOSTILE_ACTOR in page.locator(".sf-columns__side .sf-chip").all_inner_texts()


def test_a_hostile_headline_is_text_in_cards_chips_and_lists(reader: Reader) -> None:
    for path in ("", "archive/2024/03/", PAGES["hostile actor"], PAGES["topic"]):
        page = reader.opens(path)
        assert page.locator(".sf-card").get_by_role("link", name=HOSTILE, exact=True).is_visible()
    assert reader.opens("").locator(".sf-card .sf-chip", has_text=HOSTILE_ACTOR).is_visible()
    assert reader.opens("actors/").locator(".sf-index__name", has_text=HOSTILE_ACTOR).is_visible()


def test_a_hostile_headline_is_text_in_search(reader: Reader) -> None:
    page = search(reader.opens(""), "script")
    result = page.locator(".md-search-result__item", has_text="ampersand")
    expect(result.locator("h1")).to_have_text(HOSTILE)
    assert HOSTILE_ACTOR in result.locator(".md-tag").all_inner_texts()
    result.locator("a").click()
    expect(page).to_have_url(f"{reader.site}{PAGES['hostile briefing']}?h=script")
    expect(page.locator("h1 mark")).to_have_count(2)
    assert page.locator("h1").inner_text() == HOSTILE


def test_a_hand_written_heading_is_text_in_the_tab(reader: Reader) -> None:
    page = reader.opens(PAGES["hand-written"])
    assert page.title() == 'A </title><script>window.x=22</script> & "B" - Standfirst'


@pytest.mark.parametrize("words", ["anna berg", "Luis Orteg", "united nations"])
def test_typing_an_actors_name_leads_to_the_briefing(reader: Reader, words: str) -> None:
    page = search(reader.opens("about/"), words)
    first = page.locator(".md-search-result__link", has_text="Ministers agree on a grain corridor").first
    first.click()
    expect(page.locator("h1")).to_have_text("Ministers agree on a grain corridor after eleven hours of talks in Geneva")


@pytest.mark.parametrize(
    "words", ["xi jinping", "xi jingping", "putin", "lavrov", "usa", "dpa", "tass", "olympic games"]
)
def test_typing_a_name_of_the_real_seed_finds_it(reader: Reader, words: str) -> None:
    page = search(reader.opens(""), words)
    expect(page.locator(".md-search-result__item", has_text="Putin and Xi Jingping want")).to_have_count(1)


@pytest.mark.parametrize("words", ["o'brien", "O’Brien", 'the & clerk"'])
def test_search_takes_apostrophes_and_signs_as_they_come(reader: Reader, words: str) -> None:
    page = search(reader.opens(""), words)
    expect(page.locator(".md-search-result__item h1", has_text=HOSTILE)).to_have_count(1)


def test_search_finds_a_name_typed_without_its_accents(reader: Reader) -> None:
    page = search(reader.opens(""), "sean obrien")
    expect(page.locator(".md-search-result__link").first).to_have_attribute("href", re.compile("/actors/sean-obrien"))


def test_search_offers_the_actors_own_page_first(reader: Reader) -> None:
    page = search(reader.opens(""), "anna berg")
    first = page.locator(".md-search-result__link").first
    expect(first).to_have_attribute("href", re.compile("/actors/anna-berg/"))


def test_search_works_without_a_mouse(reader: Reader) -> None:
    page = search(reader.opens(""), "luis ortega")
    expect(page.locator(".md-search-result__item")).to_have_count(2)
    first = page.locator(".md-search-result__link").first
    # Results come while one types; those of the last letter replace the others, and take the focus with them.
    expect(first).to_have_attribute("href", re.compile(r"[?]h=luis\+ortega$"))
    page.keyboard.press("ArrowDown")
    expect(first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).not_to_have_text("Briefing")


def test_whatever_has_the_focus_shows_it(reader: Reader) -> None:
    for path in ("", BRIEFING, "actors/"):
        page = reader.opens(path)
        for _ in range(25):
            page.keyboard.press("Tab")
            style = "(one => [one.outerHTML.slice(0, 200), getComputedStyle(one).outlineStyle])(document.activeElement)"
            element, outline = page.evaluate(style)
            if element.startswith("<body"):
                break
            # A switch shows its focus on the label behind it.
            assert outline != "none" or "md-option" in element, element


def test_the_first_tab_skips_to_the_content(reader: Reader) -> None:
    page = reader.opens(BRIEFING)
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to content")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_a_chip_leads_to_the_actors_page_and_back(reader: Reader) -> None:
    page = reader.opens(BRIEFING)
    page.locator(".sf-columns__side").get_by_role("link", name="Luis Ortega").click()
    expect(page).to_have_url(f"{reader.site}actors/luis-ortega/")
    expect(page.locator("h1")).to_have_text("Luis Ortega")
    page.get_by_role("link", name="Ministers agree on a grain corridor").first.click()
    expect(page).to_have_url(reader.site + BRIEFING)


def test_the_pager_leads_through_all_briefings_of_an_actor(reader: Reader) -> None:
    page = reader.opens(PAGES["actor"])
    shown = page.locator(".sf-card h3").all_inner_texts()
    page.get_by_role("link", name="Next").click()
    expect(page).to_have_url(f"{reader.site}{PAGES['actor, second page']}")
    shown += page.locator(".sf-card h3").all_inner_texts()
    assert len(shown) == len(set(shown)) == 25


@pytest.mark.parametrize(
    ("path", "file"),
    [
        ("", "index.md"),
        (BRIEFING, "briefings/2024/03/ministers-agree-on-grain-corridor.md"),
        ("about/", "about.md"),
        ("actors/geneva/", "actors/geneva.md"),
        ("handwritten/", "handwritten.md"),
    ],
)
def test_the_pencil_leads_to_the_file_in_docs(reader: Reader, path: str, file: str) -> None:
    links = reader.opens(path).locator("a[rel=edit]")
    assert links.count() == 1
    assert links.get_attribute("href").endswith(f"/docs/{file}")


@pytest.mark.parametrize("path", ["actors/", "actors/anna-berg/", "topics/politics/", "archive/2024/01/", "404.html"])
def test_pages_without_a_file_in_docs_have_no_pencil(reader: Reader, path: str) -> None:
    assert reader.opens(path).locator("a[rel=edit]").count() == 0


@pytest.mark.parametrize(
    ("page", "badge", "note"),
    [
        ("briefing", "Machine extract", "A program chose the key points"),
        ("edited briefing", "Edited by a person", "changed by hand"),
        ("reviewed briefing", "Reviewed by Ana Silva, 18 November 2023", "Ana Silva read this page as it stands"),
        (
            "briefing reviewed before it changed",
            "Edited by a person",
            "Reviewed by <b>Ana</b> Silva, 17 November 2023, before the page or its article changed.",
        ),
    ],
)
@pytest.mark.parametrize("phone", [False, True])
def test_a_briefing_says_who_stands_behind_it(reader: Reader, page: str, badge: str, note: str, *, phone: bool) -> None:
    opened = reader.opens(PAGES[page], phone=phone)
    for place in (".sf-head", ".sf-provenance"):
        shown = opened.locator(f"{place} .sf-badge")
        expect(shown).to_have_text(badge)
        expect(shown).to_be_visible()
    expect(opened.locator(".sf-provenance")).to_contain_text(note)


def test_cards_of_reviewed_briefings_say_so(reader: Reader) -> None:
    page = reader.opens(PAGES["month with reviews"])
    reviewed = page.locator(".sf-card", has=page.locator(".sf-badge", has_text="Reviewed"))
    assert reviewed.locator("h3").all_inner_texts() == [
        "Last lighthouse keepers of the coast leave their posts",
        "Museum shows the maps of a forgotten survey",
    ]
    assert page.locator(".sf-badge").count() == 2


def test_points_that_are_not_word_for_word_are_marked_where_they_stand(reader: Reader) -> None:
    page = reader.opens(PAGES["edited briefing"])
    points = page.locator(".sf-points ul").first
    assert points.locator("li").all_inner_texts() == [
        "The bridge over the sound opened to cyclists on Sunday.",
        "About twelve hundred people crossed it in the first hours. edited",
        "The ferry is to run on until the autumn, the council said. claim: the council, via Radio Sound",
        "Cars will have to wait until next year. edited",
    ]
    assert points.locator(".sf-mark").first.get_attribute("title") == "A person changed or added this point."
    expect(page.locator(".sf-points ul + .sf-reading")).to_have_text(
        "Marked points were changed or added by a person. The others are sentences of the article, word for word."
    )
    expect(page.locator(".sf-reading ~ ul li")).to_have_text("The bridge was planned in 1998.")
    assert page.locator(".sf-mark").count() == 3


@pytest.mark.parametrize("phone", [False, True])
def test_below_words_stands_who_said_them_and_through_whom_they_came(reader: Reader, *, phone: bool) -> None:
    page = reader.opens(BRIEFING, phone=phone)
    captions = page.locator(".sf-quote figcaption")
    assert captions.all_inner_texts() == [
        "Luis Ortega said",
        "An official close to the talks who asked not to be named said, according to AFP",
    ]
    captions.get_by_role("link").click()
    expect(page.locator("h1")).to_have_text("Luis Ortega")
    expect(page.locator(".sf-quote figcaption")).to_contain_text("Luis Ortega said")


def test_points_that_are_word_for_word_have_no_marks(reader: Reader) -> None:
    page = reader.opens(BRIEFING)
    assert page.locator(".sf-mark").count() == 0
    expect(page.locator(".sf-reading")).to_have_text("Every key point is a sentence of the article, word for word.")


@pytest.mark.parametrize(
    ("path", "points", "line"),
    [
        ("own", ["Mine."], None),
        (
            "nested",
            ["One. edited Two. edited", "Two. edited", "Three. edited"],
            "Marked points were changed or added by a person.",
        ),
        ("loose", ["One. edited", "Two. edited"], "Marked points were changed or added by a person."),
        ("fused", ["One. edited A edited - Two. edited"], "Marked points were changed or added by a person."),
    ],
)
def test_lists_of_any_shape_are_marked(reader: Reader, path: str, points: list[str], line: str | None) -> None:
    page = reader.opens(f"briefings/2023/10/{path}/")
    assert [" ".join(text.split()) for text in page.locator(".sf-points li").all_inner_texts()] == points
    assert page.locator(".sf-reading").all_inner_texts() == ([line] if line else [])


def test_a_correction_stands_at_the_head_and_leads_to_all(reader: Reader) -> None:
    page = reader.opens(PAGES["edited briefing"])
    box = page.locator(".sf-head").get_by_role("note", name="Corrections")
    expect(box.locator("p").nth(1)).to_have_text(
        "Correction, 20 November 2023: An earlier version gave the wrong number of people who crossed the bridge."
    )
    box.get_by_role("link", name="All corrections").click()
    expect(page).to_have_url(f"{reader.site}corrections/")
    days = page.locator(".sf-log time").all_inner_texts()
    assert days == ["22 November 2023", "20 November 2023"]
    page.get_by_role("link", name="New bridge over the sound").first.click()
    expect(page).to_have_url(reader.site + PAGES["edited briefing"])


def test_the_archive_leads_to_all_corrections(reader: Reader) -> None:
    page = reader.opens("archive/")
    page.get_by_role("link", name="All corrections").click()
    expect(page.locator("h1")).to_have_text("Corrections")


def test_the_switch_turns_dark_and_stays_so(reader: Reader) -> None:
    page = reader.opens("")
    page.locator("label[title='Switch to dark mode']").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.goto(reader.site + BRIEFING)
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_paper_is_light_and_free_of_what_is_pressed(reader: Reader) -> None:
    page = reader.opens(BRIEFING, scheme="dark")
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(253, 252, 249)"
    for pressed in (".md-header", ".md-tabs", ".sf-edit", ".md-footer"):
        expect(page.locator(pressed)).not_to_be_visible()
