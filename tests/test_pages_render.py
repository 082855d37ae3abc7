import string
from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from rendering import Seen, to_html

from generator.model import Actor, Briefing, Sentence, Topic
from generator.pages import as_json, read_page, said
from generator.pages import render as render_values
from generator.pages.oneline import one_line

TEXT = st.text(max_size=20) | st.text(alphabet=string.punctuation + " aN1\n\t", max_size=12)


def briefing(**changes: object) -> Briefing:
    fields: dict[str, object] = {
        "id": "0123456789ab",
        "seed": "a/b.txt",
        "sha256": "",
        "title": "Unity in Beijing",
        "description": "Two leaders meet.",
        "summary": (),
        "actors": (),
        "sources": (),
        "topics": (),
        "quotes": (),
        "lang": "en",
        "source": "",
        "agency": "",
        "date": None,
    }
    return Briefing(**(fields | changes))  # type: ignore[arg-type]


def render(made: Briefing) -> str:
    return render_values(said(as_json(made)), made.seed)


def sentences(*texts: str) -> tuple[Sentence, ...]:
    return tuple(Sentence(text, 0, len(text), 0) for text in texts)


def actor(name: str) -> Actor:
    return Actor("x", name, "person", (), (), 1.0)


def test_empty_fields_are_left_out() -> None:
    assert render(briefing(title="", description="", lang="", seed="x.txt")) == "---\nseed: x.txt\n---\n"


def test_a_page_looks_as_a_person_would_write_it() -> None:
    made = briefing(
        source="site-111",
        agency="dpa",
        lang="no",
        date=date(2022, 2, 4),
        actors=(actor("Vladimir Putin"), actor("NO")),
        topics=(Topic("medtop:11000000", "politics", 0.9),),
        summary=sentences("“China is willing,” he said.", "5 * 4 is *20*."),
    )
    assert render(made) == (
        "---\ntitle: Unity in Beijing\ndescription: Two leaders meet.\nseed: a/b.txt\nsource: site-111\nagency: dpa\n"
        'lang: "no"\ndate: 2022-02-04\nactors:\n  - Vladimir Putin\n  - "NO"\ntopics:\n  - politics\n---\n'
        "- “China is willing,” he said.\n- 5 * 4 is \\*20\\*.\n"
    )


@given(title=TEXT, names=st.lists(TEXT, max_size=3), texts=st.lists(TEXT, max_size=3))
def test_what_is_rendered_is_read_back_and_shown(title: str, names: list[str], texts: list[str]) -> None:
    made = briefing(title=title, actors=tuple(map(actor, names)), summary=sentences(*texts))
    page = read_page(render(made), "x.md")
    assert page.meta.get("title", "") == one_line(title)
    assert page.meta.get("actors", ()) == tuple(filter(None, map(one_line, names)))
    assert Seen(to_html(page.body)).items == list(filter(None, map(one_line, texts)))
