"""Names that are but a part of a word that is no actor's: "@anna", "pro-Beijing", "Dorn-A"."""

import re

_NEAR = 6
_ATTACHED = re.compile(r"(?:[@#]|\b(?:pro|anti|pan|non)[-‑])$", re.IGNORECASE)
_LETTERED = re.compile(r"[-‑][A-Z0-9]\b")


def is_attached(text: str, start: int, end: int) -> bool:
    """Tell whether a name ends a handle, says which side somebody is on, or has a letter or figure behind a hyphen."""
    ends = _ATTACHED.search(text, max(0, start - _NEAR), start)
    return ends is not None or _LETTERED.match(text, end) is not None
