"""Text on one line: what a page can hold of any text."""

import re

# Line and paragraph separators count as line ends for YAML 1.1; control characters and lone
# surrogates cannot stand in HTML or UTF-8 at all.
_BREAKS = re.compile(r"[ \t\n\r\v\f\x1c-\x1f\x85\u2028\u2029]+")
_UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")


def one_line(text: str) -> str:
    """Return the text without control characters, white space folded and trimmed."""
    return _BREAKS.sub(" ", _UNSEEN.sub("", text)).strip()
