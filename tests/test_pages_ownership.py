"""Whose a field is: the rules one by one, then what holds of any page whatever it and the machine say."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.pages.fieldvalues import MARKDOWN, SCALARS, Values
from generator.pages.ownership import MOST_VERSIONS, Hand, Ledger, Ownership, Said, advance, changes, observe, stale

NAMES = ("actors", "topics")
TEXTS = st.sampled_from(["", "a", "b", "c", "É", "E\u0301"])
LISTS = st.lists(st.sampled_from(["A", "a", "B", "C", "É", "E\u0301"]), max_size=4, unique_by=str.casefold).map(tuple)
VALUES = st.fixed_dictionaries(
    {key: TEXTS for key in SCALARS if key != "summary"} | {"summary": LISTS, **dict.fromkeys(NAMES, LISTS)}
)


def values(**changed: object) -> dict[str, Any]:
    nothing: dict[str, Any] = dict.fromkeys(SCALARS, "") | {"summary": (), "actors": (), "topics": ()}
    return {**nothing, MARKDOWN: "", **changed}


def said(**changed: object) -> Said:
    return Said(values(**changed), "seed-1")


def brought(page: Values, before: Said, now: Values, known: Ownership) -> tuple[dict[str, Any], Ownership]:
    """Return a page after a run, and whose its fields are then."""
    seen = observe(page, before, known, now)
    return {**page, **changes(page, before.values, now, seen)}, advance(seen, before.values, now)


def test_what_differs_from_the_machines_is_a_persons() -> None:
    found = observe(values(title="mine"), said(title="its"), Ownership())
    assert dict(found.hands) == {
        "title": Hand("mine", found.hands["title"].digest, found.hands["title"].against, "seed-1")
    }


def test_other_composition_and_white_space_are_no_edit() -> None:
    assert observe(values(title="E\u0301cole  A"), said(title="\u00c9cole A"), Ownership()).fields == ()


def test_a_text_of_a_former_version_is_the_machines() -> None:
    known = advance(Ownership(), values(title="old"), values(title="new"))
    assert observe(values(title="old"), said(title="new"), known).fields == ()
    assert stale(values(title="old"), said(title="new"), known) == ("title",)
    assert changes(values(title="old"), values(title="new"), values(title="new"), known) == {"title": "new"}


def test_a_persons_text_stays_when_the_machine_comes_to_say_the_same_and_then_something_else() -> None:
    known = observe(values(title="mine"), said(title="its"), Ownership())
    page, known = brought(values(title="mine"), said(title="its"), values(title="mine"), known)
    page, known = brought(page, said(title="mine"), values(title="other"), known)
    assert (page["title"], known.fields) == ("mine", ("title",))


def test_an_old_draft_saved_over_a_persons_text_gives_that_text_back() -> None:
    known = advance(Ownership(), values(title="old"), values(title="new"))
    known = observe(values(title="mine"), said(title="new"), known)
    assert brought(values(title="old"), said(title="new"), values(title="new"), known)[0]["title"] == "mine"


def test_the_machines_present_text_in_the_place_of_a_persons_gives_the_field_back() -> None:
    known = observe(values(title="mine"), said(title="its"), Ownership())
    assert observe(values(title="its"), said(title="its"), known).fields == ()


def test_names_put_in_and_taken_off_are_kept_apart_from_the_machines() -> None:
    found = observe(values(actors=("B", "Mine")), said(actors=("A", "B")), Ownership())
    assert found.ledgers == {"actors": Ledger(("Mine",), ("A",))}
    page = changes(values(actors=("B", "Mine")), values(actors=("A", "B")), values(actors=("A", "B", "C")), found)
    assert page == {"actors": ("B", "C", "Mine")}


def test_an_old_draft_is_compared_with_what_it_was_made_from() -> None:
    old, new = values(title="old", actors=("A", "B")), values(title="new", actors=("B", "C"))
    known = advance(Ownership(), old, new)
    page, known = brought({**old, "actors": ("A", "B", "Mine")}, Said(new, "s"), new, known)
    assert (set(page["actors"]), known.ledgers) == ({"B", "C", "Mine"}, {"actors": Ledger(("Mine",), ())})


def test_a_field_that_a_person_empties_stays_empty_though_the_machine_once_said_nothing() -> None:
    known = advance(Ownership(), values(source=""), values(source="site-7"))
    assert observe(values(), said(source="site-7"), known).fields == ("source",)


def test_what_an_old_draft_does_not_say_since_the_machine_did_not_yet_is_no_edit() -> None:
    known = advance(Ownership(), values(title="old"), values(title="new", source="site-7"))
    assert observe(values(title="old"), said(title="new", source="site-7"), known).fields == ()


def test_the_history_ends() -> None:
    known = Ownership()
    for number in range(20):
        known = advance(known, values(title=str(number)), values(title=str(number + 1)))
    assert len(known.history) == MOST_VERSIONS


@given(VALUES, VALUES, VALUES)
def test_a_run_leaves_nothing_for_the_next_to_do(page: Values, before: Values, now: Values) -> None:
    page = {**page, MARKDOWN: ""}
    done, known = brought(page, Said(before, "1"), now, Ownership())
    again, same = brought(done, Said(now, "2"), now, known)
    assert (again, same) == (done, known)


@given(VALUES, VALUES)
def test_an_untouched_page_says_what_the_machine_says(before: Values, now: Values) -> None:
    done, known = brought({**before, MARKDOWN: ""}, Said(before, "1"), now, Ownership())
    assert ({key: done[key] for key in (*SCALARS, *NAMES)}, known.fields) == (dict(now) | changed(before, now), ())


def changed(before: Values, now: Values) -> dict[str, Any]:
    """Return what differs in composition alone, which is no change."""
    same = Ownership()
    wanted = changes({**before, MARKDOWN: ""}, before, now, same)
    return {key: before[key] for key in (*SCALARS, *NAMES) if key not in wanted}


@given(VALUES, VALUES, st.lists(VALUES, max_size=4))
def test_a_persons_texts_and_names_stay_whatever_the_machine_comes_to_say(
    page: Values, before: Values, later: list[Values]
) -> None:
    page = {**page, MARKDOWN: ""}
    known = observe(page, Said(before, "1"), Ownership())
    here, last = dict(page), before
    for number, now in enumerate(later):
        here, after = brought(here, Said(last, str(number)), now, known)
        assert all(here[key] == page[key] for key in known.hands if key in after.hands)
        assert set(known.hands) <= set(after.hands) | {key for key in known.hands if here[key] == now[key]}
        for key, ledger in known.ledgers.items():
            assert set(ledger.added) <= set(here[key])
            assert not {name.casefold() for name in ledger.removed} & {name.casefold() for name in here[key]}
        known, last = after, now
