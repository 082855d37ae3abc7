"""Names that are but a part of a word that is no actor's: "@anna", "pro-Beijing"."""

import re

_NEAR = 6
_ATTACHED = re.compile(r"(?:[@#]|\b(?:pro|anti|pan|non)[-‑])$", re.IGNORECASE)


def is_attached(text: str, start: int) -> bool:
    """Tell whether a name that starts there ends a handle, or says which side somebody is on."""
    return _ATTACHED.search(text, max(0, start - _NEAR), start) is not None
