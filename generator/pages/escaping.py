"""Plain text as Markdown: a sign is escaped only where Markdown would give it a meaning."""

import re

# What would make a line a heading, list, quotation, rule, task, definition or fence.
_OPENING = re.compile(r"(?P<number>\d+)[.)](?=\s|$)|(?P<fence>~)(?=~~)|[#>\[]|[-+](?=\s|$|[-+])|!(?=!!)")
_SIGNS = re.compile(
    r"""
    \\(?=[!-/:-@\[-`{-~]|$)          # a backslash before a sign would vanish
    | `                              # code
    | <(?=\S)                        # tag, comment, address
    | &(?=\#?[0-9A-Za-z]+;)          # entity
    | \*+ | _+                       # emphasis
    | \[                             # link
    | \{(?=[^{}]*\})                 # attributes
    """,
    re.VERBOSE,
)
_LINK = re.compile(r"\](?:\(|\s?\[|:)")
_ENTITIES = {"<": "&lt;", "&": "&amp;"}


def escape(text: str) -> str:
    """Return Markdown that renders, in a paragraph or list item, as this one line of text."""
    if not text.strip("|:- "):  # below another item with a bar, this would make both a table
        return _escaped(text).replace("|", "&#124;")
    return _escaped(text)


def _escaped(text: str) -> str:
    last_link = max((match.start() for match in _LINK.finditer(text)), default=-1)

    def sign(match: re.Match[str]) -> str:
        found = match.group()
        if found in _ENTITIES:
            return _ENTITIES[found]
        if found == "[" and match.start() > last_link:
            return found
        if found[0] in "*_" and _is_plain_run(text, match):
            return found
        return "".join(f"\\{char}" for char in found)

    escaped = _SIGNS.sub(sign, text)
    opening = _OPENING.match(text)
    if not opening or escaped.startswith("\\["):
        return escaped
    return _opened(opening) + escaped[opening.end() :]


def _opened(opening: re.Match[str]) -> str:
    if opening["fence"]:
        return "&#126;"
    return f"{opening['number'] or ''}\\{opening.group()[-1]}"


def _is_plain_run(text: str, match: re.Match[str]) -> bool:
    """Whether stars stand alone, or underscores alone or inside a word."""
    if match.start() == 0:
        return False
    before, after = text[match.start() - 1], text[match.end() : match.end() + 1]
    if match.group()[0] == "_" and before.isalnum() and after.isalnum():
        return True
    return before.isspace() and (not after or after.isspace())
