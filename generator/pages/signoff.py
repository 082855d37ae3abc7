"""A page signed off: what was approved, what changed since, and what that asks for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.errors import Place, StandfirstError
from generator.pages.content import content_sha
from generator.pages.fieldvalues import SCALARS, digest, read_values
from generator.pages.page import Page
from generator.pages.rewriting import rewritten
from generator.pages.signing import APPROVED

CORRECTED = ("title", "description", "summary")  # a change of these after the sign-off asks for a correction


@dataclass(frozen=True, slots=True)
class SignOff:
    """What a state keeps of a sign-off, so that what changed since can be told."""

    sha: str  # `content_sha` of the page
    seed: str  # first digits of the seed's SHA-256
    corrections: int  # how many the page had
    digests: Mapping[str, str]  # of the scalars


def sign_off(page: Page, signed: SignOff | None, seed: str, by: str, day: date) -> tuple[Page, SignOff]:
    """Return the page with its review, and what to keep of it; `seed` are the first digits of the article's SHA-256.

    Raises StandfirstError for a page that asks for a correction first.
    """
    if uncorrected := tuple(changed_since(page, signed)):
        advice = "add what was wrong to `corrections` (date, text)"
        message = f"{', '.join(uncorrected)} changed after the last sign-off; {advice}"
        raise StandfirstError(message, Place(f"docs/{page.path}"))
    sha, values = content_sha(page), read_values(page)
    review = {"state": APPROVED, "by": by, "date": day.isoformat(), "sha": sha, "seed": seed}
    digests = {key: digest(values[key]) for key in SCALARS}
    return rewritten(page, {"review": review}), SignOff(sha, seed, len(page.corrections()), digests)


def changed_since(page: Page, signed: SignOff | None) -> Iterator[str]:
    """Yield the fields that changed after a sign-off that still stands in the page, and that no correction tells of."""
    if signed and page.review() and len(page.corrections()) <= signed.corrections:
        values = read_values(page)
        yield from (key for key in CORRECTED if digest(values[key]) != signed.digests[key])
