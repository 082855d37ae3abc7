"""HTML comments in a page's Markdown, which are the desk's own and no reader's."""

_OPEN, _CLOSE = "<!--", "-->"


def without_comments(markdown: str) -> str:
    """Return Markdown without its comments; one in code stays, as does what opens and never closes."""
    kept: list[str] = []
    at = 0
    while (start := markdown.find(_OPEN, at)) >= 0 and (end := markdown.find(_CLOSE, start + len(_OPEN))) >= 0:
        line = markdown.rfind("\n", 0, start) + 1
        is_code = markdown.count("`", line, start) % 2
        kept.append(markdown[at : start + len(_OPEN) if is_code else start])
        at = start + len(_OPEN) if is_code else end + len(_CLOSE)
    return "".join([*kept, markdown[at:]])
