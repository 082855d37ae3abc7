"""What shapes a briefing besides its article and the program."""

import re
from dataclasses import asdict, dataclass, fields

_PAIR = re.compile(r"(\w+)=(.*?)(?= \w+=|$)")


@dataclass(frozen=True, slots=True)
class Shaping:
    """The settings that shape a briefing, and twelve hexadecimal digits of what people say, "" for nothing.

    The model is not among them: else a page would change with every Python that it is generated under.
    """

    summariser: str = ""
    sentences: str = ""
    language: str = ""
    actors: str = ""  # what the desk says of actors
    topics: str = ""  # what it says of topics
    learned: str = ""  # what pages teach whose topics a person set

    def told(self) -> dict[str, str]:
        """Return what there is of it."""
        return {key: value for key, value in asdict(self).items() if value}


def read_shaping(found: str | dict[str, str]) -> Shaping:
    """Return what a state holds; states up to form 3 hold one line, `summariser=standfirst sentences=3`.

    What this program does not know shapes no briefing of its own: that is no shaping of any.
    """
    told = dict(_PAIR.findall(found)) if isinstance(found, str) else found
    return Shaping(**told) if told.keys() <= {field.name for field in fields(Shaping)} else Shaping()
