"""Where a sentence starts, so that a capital says nothing."""

import re

_OPENS = re.compile(r"(?:^|[.!?:;•\"“”«»(\[]|[-–—]) ?[\"“‘'«(]?$")
_NEAR = 4


def starts(text: str, start: int) -> bool:
    """Tell whether a sentence, a quotation or a heading starts at `text[start:]`."""
    return start == 0 or _OPENS.search(text[max(0, start - _NEAR) : start]) is not None
