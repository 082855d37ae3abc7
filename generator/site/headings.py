"""Headings: their ids, and how many of them a page may have."""

import re
from itertools import islice

from generator.errors import Place, StandfirstError
from generator.pages import Page
from generator.slugs import slug

MOST = 2_000  # Material's search looks for each among all of them

_HEADING = re.compile(r"^[ \t>*+\-\d.)]*#|(?<=\S)[ \t]*\n[ \t>]*(?:=+|-+)[ \t]*$", re.MULTILINE)


def heading_id(text: str, separator: str) -> str:
    """Return the id of a heading: as `toc` of Python-Markdown asks for it, for any script."""
    return slug(text).replace("-", separator)


def refuse_too_many(page: Page) -> None:
    """Raise StandfirstError, with file and line, for a page whose headings would hold up the whole build."""
    if extra := next(islice(_HEADING.finditer(page.body), MOST, None), None):
        above = page.text.replace("\r\n", "\n").replace("\r", "\n").count("\n") - page.body.count("\n")
        line = above + page.body.count("\n", 0, extra.end()) + 1
        message = f"the page has more than {MOST:,} headings; make several pages of it"
        raise StandfirstError(message, Place(f"docs/{page.path}", line))
