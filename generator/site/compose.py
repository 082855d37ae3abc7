"""docs/ and the states to everything that a site builder reads: a pure function."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from generator.pages import Page, State
from generator.site import sheets
from generator.site.addresses import Addresses
from generator.site.backing import Backing
from generator.site.corrections import corrections
from generator.site.entry import entries, refuse_copies
from generator.site.hub import hubs
from generator.site.safe import safe
from generator.site.staged import Sheet, staged
from generator.site.title import title_of

BRIEFINGS = "briefings"


@dataclass(frozen=True, slots=True)
class Composed:
    """Every file of build/docs/, and what a person should know of them, a line each."""

    files: Mapping[PurePosixPath, bytes]
    remarks: tuple[str, ...]


def compose(
    pages: Mapping[PurePosixPath, Page],
    assets: Mapping[PurePosixPath, bytes],
    states: Sequence[State],
    backing: Backing = Backing(),  # noqa: B008 -- frozen
) -> Composed:
    """Compose the pages and other files of docs/ and all states; a person's file takes the place of a derived page.

    Raises StandfirstError where two files of a person's own would have one address, or two pages are of one article.
    """
    by_path = {str(path): page for path, page in pages.items()}
    addresses = Addresses.of([*by_path, *map(str, assets)])
    composed = {sheet.path: sheet for sheet in _sheets(by_path, states, backing)}
    takers = {path: taker for path in composed if path not in by_path and (taker := addresses.taker(path))}
    plain = [_plain(page) for path, page in sorted(by_path.items()) if path not in composed]
    everything = [*(sheet for path, sheet in composed.items() if path not in takers), *plain]
    made = {PurePosixPath(sheet.path): staged(sheet, by_path.get(sheet.path)) for sheet in everything}
    return Composed({**assets, **made}, tuple(_remark(*pair) for pair in takers.items()))


def is_briefing(path: PurePosixPath) -> bool:
    """Whether a page is a briefing: any page in the folder of briefings but a folder's own."""
    return path.parts[0] == BRIEFINGS and len(path.parts) > 1 and path.stem not in {"index", "README"}


def _sheets(pages: Mapping[str, Page], states: Sequence[State], backing: Backing) -> Iterator[Sheet]:
    seeds = refuse_copies(pages.values(), states)
    briefings = [page for path, page in pages.items() if is_briefing(PurePosixPath(path)) or page.line("seed") in seeds]
    found = entries(briefings, states, backing)
    actors, topics = hubs(found, sheets.actors_of), hubs(found, sheets.topics_of)
    yield sheets.home(found, actors, topics)
    yield from (sheets.briefing(entry, actors) for entry in found)
    for folder, members in (("actors", actors), ("topics", topics)):
        yield from sheets.hub_list(folder, members)
    yield from sheets.all_hub_pages(actors, topics, backing.desk)
    yield from sheets.archive(found)
    yield from corrections(found)


def _plain(page: Page) -> Sheet:
    return Sheet(page.path, safe(title_of(page)), safe(page.line("description")), {"kind": "page"})


def _remark(path: str, taker: str) -> str:
    return f"docs/{taker}: takes the place of the page made for this address; to add to that page, name it docs/{path}"
