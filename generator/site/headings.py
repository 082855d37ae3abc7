"""Ids of headings, from the alphabet of all our addresses."""

from generator.slugs import slug


def heading_id(text: str, separator: str) -> str:
    """Return the id of a heading: as `toc` of Python-Markdown asks for it, for any script."""
    return slug(text).replace("-", separator)
