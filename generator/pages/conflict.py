"""What git leaves in a file that two sides changed."""

import re

# Any one mark, since a person may have deleted the others. Seven equals signs may underline a heading, and seven
# angles quote what was quoted sixfold; below the equals signs they end a conflict.
_MARK = re.compile(
    r"""^<{7}(?:[ ]|$) | ^\|{7}[ ][^|\n]+$
      | (?:\A | ^(?:[ ]*(?:[-*+]|\d{1,9}[.)])[ ].*)?\n)={7}$
      | ^(?!(?:>[ ]?){6}).*\n>{7}[ ]\S.*$(?!\n(?:>[ ]?){6})""",
    re.MULTILINE | re.VERBOSE,
)
_MIDDLE = re.compile(r"^={7}$", re.MULTILINE)
_END = re.compile(r"^>{7} \S", re.MULTILINE)


def conflict_mark(lines: str) -> int | None:
    """Return where the first mark of a conflict ends, whole or what is left of one; None for a text without."""
    middle = _MIDDLE.search(lines)
    mark = _MARK.search(lines) or (middle and _END.search(lines, middle.end()))
    return mark.end() if mark else None
