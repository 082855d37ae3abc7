"""docs/ and the states to everything that a site builder reads: a pure function."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from generator.errors import Place, StandfirstError
from generator.pages import Page, State
from generator.site import sheets
from generator.site.entry import entries
from generator.site.hub import hubs
from generator.site.safe import safe, url
from generator.site.staged import Sheet, staged
from generator.site.title import title_of

BRIEFINGS = "briefings"


def compose(
    pages: Mapping[PurePosixPath, Page], assets: Mapping[PurePosixPath, bytes], states: Sequence[State]
) -> dict[PurePosixPath, bytes]:
    """Return every file of build/docs/, from the pages and other files of docs/ and all states.

    Raises StandfirstError where two pages would have one address, or a file and a folder one name.
    """
    by_path = {str(path): page for path, page in pages.items()}
    composed = {sheet.path: sheet for sheet in _sheets(by_path, states)}
    plain = [_plain(page) for path, page in sorted(by_path.items()) if path not in composed]
    everything = [*composed.values(), *plain]
    _refuse_clashes(everything, by_path)
    _refuse_file_as_folder({*assets, *(PurePosixPath(sheet.path) for sheet in everything)}, {*assets, *pages})
    return {
        **assets,
        **{PurePosixPath(sheet.path): staged(sheet, by_path.get(sheet.path)) for sheet in everything},
    }


def is_briefing(path: PurePosixPath) -> bool:
    """Whether a page is a briefing: any page in the folder of briefings but a folder's own."""
    return path.parts[0] == BRIEFINGS and len(path.parts) > 1 and path.stem not in {"index", "README"}


def _sheets(pages: Mapping[str, Page], states: Sequence[State]) -> Iterator[Sheet]:
    found = entries((page for path, page in pages.items() if is_briefing(PurePosixPath(path))), states)
    actors, topics = hubs(found, sheets.actors_of), hubs(found, sheets.topics_of)
    yield sheets.home(found, actors, topics)
    yield from map(sheets.briefing, found)
    for folder, members in (("actors", actors), ("topics", topics)):
        yield from sheets.hub_list(folder, members)
        for hub in members.values():
            yield from sheets.hub_pages(hub, actors, topics)
    yield from sheets.archive(found)


def _plain(page: Page) -> Sheet:
    return Sheet(page.path, safe(title_of(page)), safe(page.line("description")), {"kind": "page"})


def _refuse_clashes(everything: Iterable[Sheet], pages: Mapping[str, Page]) -> None:
    """Refuse two pages with one address, since one would silently overwrite the other."""
    taken: dict[str, str] = {}
    for sheet in everything:
        other = taken.setdefault(url(sheet.path), sheet.path)
        if other != sheet.path:
            ours, theirs = (sheet.path, other) if sheet.path in pages else (other, sheet.path)
            message = f"has the same address as docs/{theirs}; give it another name, or move its text there"
            raise StandfirstError(message, Place(f"docs/{ours}"))


def _refuse_file_as_folder(paths: set[PurePosixPath], written: set[PurePosixPath]) -> None:
    """Refuse a file of docs/ where the site needs a folder, and the other way round."""
    folders = {parent for path in paths for parent in path.parents}
    for path in sorted(paths & folders):
        kinds = ("file", "folder") if path in written else ("folder", "file")
        message = "a {} where the site needs a {}; give it another name".format(*kinds)
        raise StandfirstError(message, Place(f"docs/{path}"))
