"""Which file stands at an address of the site that two would take."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.errors import Place, StandfirstError
from generator.site.safe import built

BUILDERS = ("404.html", "sitemap.xml", "sitemap.xml.gz", "search/search_index.json")  # MkDocs writes these last
ALWAYS = ("index.md", "actors/index.md", "topics/index.md", "archive/index.md")  # made with and without briefings


@dataclass(frozen=True, slots=True)
class Addresses:
    """What people's files take of the site: for each file and folder there, a file of docs/ that makes it."""

    files: dict[str, str]
    folders: dict[str, str]

    @classmethod
    def of(cls, paths: Iterable[str]) -> "Addresses":
        """Return what the files at `paths` take; raises StandfirstError where two would be one."""
        files: dict[str, str] = {}
        folders: dict[str, str] = {}
        for path in sorted(paths, key=str.lower):
            _refuse_same(path, files.setdefault(built(path), path))
            folders |= dict.fromkeys(_above(built(path)), path)
        for name in sorted(files.keys() & folders.keys()):
            _refuse_same(folders[name], files[name])
        for name in BUILDERS:
            if taker := files.get(name) or folders.get(name):
                message = f"the build writes {name} itself; give this file another name"
                raise StandfirstError(message, Place(f"docs/{taker}"))
        return cls(files, folders)

    def taker(self, derived: str) -> str:
        """Return the person's file that takes the place of a derived page, "" if there is none.

        Raises StandfirstError for a page that every site has: the navigation leads there.
        """
        name = built(derived)
        blocked = self.files.get(name) or self.folders.get(name) or self.folders.get(derived)
        taker = blocked or next((self.files[above] for above in _above(name) if above in self.files), "")
        if taker and derived in ALWAYS:
            _refuse_same(taker, derived)
        return taker


def _above(name: str) -> Iterator[str]:
    """Yield the folders that a file stands in."""
    while "/" in name:
        name = name.rpartition("/")[0]
        yield name


def _refuse_same(path: str, other: str) -> None:
    if path != other:
        message = f"has the same address as docs/{other}; give it another name, or move its text there"
        raise StandfirstError(message, Place(f"docs/{path}"))
