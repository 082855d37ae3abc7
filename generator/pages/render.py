"""What the machine says of a seed as the Markdown page that stands in docs/."""

from collections.abc import Iterator

from generator.pages.fields import NAMES, TEXTS
from generator.pages.fieldvalues import Values
from generator.pages.points import render_points
from generator.pages.scalar import scalar


def render(values: Values, seed: str) -> str:
    """Return the page: front matter without empty fields, then the key sentences as a list."""
    return "".join(["---\n", *_front_matter({**values, "seed": seed}), "---\n", render_points(values["summary"])])


def _front_matter(values: Values) -> Iterator[str]:
    yield from (f"{key}: {scalar(str(values[key]))}\n" for key in TEXTS if values[key])
    if values["date"]:
        yield f"date: {values['date']}\n"
    for key in NAMES:
        if values[key]:
            yield f"{key}:\n"
            yield from (f"  - {scalar(name)}\n" for name in values[key])
