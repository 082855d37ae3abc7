"""Pages of docs/ and states of .standfirst/: text to values and back."""

from generator.pages.comments import without_comments
from generator.pages.concerns import Concern, Severity, concerns
from generator.pages.content import content_sha
from generator.pages.escaping import escape
from generator.pages.fieldvalues import FIELDS, Value, Values, digest, normal, read_values, said
from generator.pages.handing import accept, accept_all, release
from generator.pages.known import Known
from generator.pages.ownership import Ledger, Ownership, renamed, vanish
from generator.pages.page import LARGEST_PAGE, Page, place_of, read_page
from generator.pages.points import Points, points, render_points
from generator.pages.record import as_json
from generator.pages.render import render
from generator.pages.reported import accounts_of, claims_of, still_reported
from generator.pages.reviving import Revival, revive
from generator.pages.rewriting import rewrite
from generator.pages.shaping import Shaping
from generator.pages.shown import Shown, key_of_html, lines_without_signs, shown
from generator.pages.signing import Attribution, Correction, Review
from generator.pages.signoff import sign_off
from generator.pages.state import (
    FORM,
    SEED_DIGITS,
    Account,
    DamagedError,
    State,
    bytes_named,
    is_page_path,
    page_hash,
    page_named,
    read_state,
    sha256_of,
    write_state,
)
from generator.pages.update import (
    COPIES,
    Update,
    fresh_text,
    is_known,
    is_machines,
    is_pinned,
    is_untouched,
    see,
    update,
    with_fields,
)

__all__ = [
    "COPIES",
    "FIELDS",
    "FORM",
    "LARGEST_PAGE",
    "SEED_DIGITS",
    "Account",
    "Attribution",
    "Concern",
    "Correction",
    "DamagedError",
    "Known",
    "Ledger",
    "Ownership",
    "Page",
    "Points",
    "Review",
    "Revival",
    "Severity",
    "Shaping",
    "Shown",
    "State",
    "Update",
    "Value",
    "Values",
    "accept",
    "accept_all",
    "accounts_of",
    "as_json",
    "bytes_named",
    "claims_of",
    "concerns",
    "content_sha",
    "digest",
    "escape",
    "fresh_text",
    "is_known",
    "is_machines",
    "is_page_path",
    "is_pinned",
    "is_untouched",
    "key_of_html",
    "lines_without_signs",
    "normal",
    "page_hash",
    "page_named",
    "place_of",
    "points",
    "read_page",
    "read_state",
    "read_values",
    "release",
    "renamed",
    "render",
    "render_points",
    "revive",
    "rewrite",
    "said",
    "see",
    "sha256_of",
    "shown",
    "sign_off",
    "still_reported",
    "update",
    "vanish",
    "with_fields",
    "without_comments",
    "write_state",
]
