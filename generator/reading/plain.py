"""Plain text to the parts of an article."""

from generator.reading.assemble import assemble
from generator.reading.layout import blocks
from generator.reading.parts import Parts


def read_plain(text: str, _name: str = "") -> Parts:
    """Take the text of a `.txt` seed apart."""
    return assemble(blocks(text), Parts())
