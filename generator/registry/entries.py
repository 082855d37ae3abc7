"""What the registry knows about a name."""

from dataclasses import dataclass
from typing import Literal

Medium = Literal["agency", "broadcaster", "paper", ""]


@dataclass(frozen=True, slots=True)
class Entry:
    """A country, body, place or source, or a person of the desk's, under the name a desk would print.

    `code` is the ISO code of a country, or of the country whose capital a place is. A name that `needs` other
    words in the text means something else without them; a `vague` source needs a word such as "newspaper" beside it.
    """

    name: str
    kind: Literal["country", "organisation", "place", "source", "person"]
    code: str = ""
    needs: tuple[str, ...] = ()
    medium: Medium = ""
    vague: bool = False
    accented: bool = False  # without its accents it is a common word
    adjective: str = ""  # of a country: "Chinese"
