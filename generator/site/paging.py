"""Long lists on numbered pages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.site.safe import url

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Part(Generic[Item]):
    """One page of a list."""

    path: str
    number: int
    items: Sequence[Item]
    pager: dict[str, object]


def parts(items: Sequence[Item], size: int, first: str, folder: str) -> Iterator[Part[Item]]:
    """Yield the list's pages: the first at the path `first`, the others in `folder`, "2.md" and so on."""
    total = max(1, -(-len(items) // size))
    paths = [first, *(f"{folder}/{number}.md" for number in range(2, total + 1))]
    for index, path in enumerate(paths):
        pager: dict[str, object] = {
            "number": index + 1,
            "total": total,
            "previous_url": url(paths[index - 1]) if index else "",
            "next_url": url(paths[index + 1]) if index + 1 < total else "",
        }
        yield Part(path, index + 1, items[index * size : (index + 1) * size], pager)
