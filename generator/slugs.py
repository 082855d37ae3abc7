"""Names for files, addresses and actors from a fixed alphabet: a to z, 0 to 9 and hyphens."""

import re
from functools import lru_cache
from hashlib import sha256

from slugify import slugify

LONGEST = 80
# Names that Windows cannot store, and those that MkDocs gives a folder's own address.
_TAKEN = re.compile(r"con|prn|aux|nul|com\d|lpt\d|index|readme")
# Taken out first, else a straight apostrophe would part what a curved one joins: O'Hara, O’Hara.
_APOSTROPHES = str.maketrans("", "", "'\u2018\u2019\u02bc\u02bb\u2032\xb4`")


@lru_cache(maxsize=100_000)
def slug(text: str) -> str:
    """Return the text's slug, at most LONGEST characters, cut at a word; "" where nothing of it is left."""
    made = slugify(
        text[: LONGEST * 5].translate(_APOSTROPHES),
        entities=False,
        decimal=False,
        hexadecimal=False,
        max_length=LONGEST,
        word_boundary=True,
        save_order=True,
    )
    return f"{made}-page" if _TAKEN.fullmatch(made) else made


def name_id(name: str) -> str:
    """Return the id of an actor or topic, never empty: names that differ in case or accents only have one id."""
    return slug(name) or f"x-{sha256(name.encode(errors='replace')).hexdigest()[:8]}"
