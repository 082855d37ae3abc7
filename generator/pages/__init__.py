"""Pages of docs/ and states of .standfirst/: text to values and back."""

from generator.pages.escaping import escape
from generator.pages.page import LARGEST_PAGE, Page, read_page
from generator.pages.record import as_json
from generator.pages.render import render
from generator.pages.state import State, page_hash, page_named, read_state, write_state

__all__ = [
    "LARGEST_PAGE",
    "Page",
    "State",
    "as_json",
    "escape",
    "page_hash",
    "page_named",
    "read_page",
    "read_state",
    "render",
    "write_state",
]
