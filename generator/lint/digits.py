"""Numbers in digits: points, commas and spaces between them, ordinals, scales, hours, years cut short."""

import re
from collections.abc import Iterator

from generator.lint.number import Number, plain
from generator.lint.numberlists import number_lists

LONGEST = 40  # digits; what is longer is no number but some code
_NOON = 12
_SHORT_YEAR = 2  # digits
_THIS_CENTURY = 50  # "'49" may be of this century, "'50" is of the last
_DIGITS = re.compile(
    r"""(?<![\w.,])(?<!\d[-‐‑–/:])?
        (?P<digits>\d+(?:(?:[.,'’]|[ \u00a0\u202f](?=\d{3}(?!\d)))\d+)*)
        (?P<ordinal>(?:st|nd|rd|th)\b)?
        (?:[ \u00a0-]?(?P<scale>hundred|thousand|million|billion|trillion|k|mn?|mln|mio|bn?|tr?n)\b)?
        (?P<clock>[ \u00a0]?[ap]\.?m\b)?(?P<plural>['’]?s\b)?""",
    re.IGNORECASE | re.VERBOSE,
)
_GROUPED = re.compile(r"\d{1,3}(?:([., '’\u00a0\u202f])\d{3})(?:\1\d{3})*(?:[.,]\d+)?")
_SPACES = re.compile(r"[ \u00a0\u202f]")
_NAMED = re.compile(r"(?:^|[\s(\[/\"'“‘-])[A-Z][^\W\d_]*[-‐‑–]$")
_SPAN = re.compile(r"\d{4}[-‐‑–/]$")


def in_digits(text: str, *, named: bool) -> Iterator[Number]:
    """Yield the numbers that a text has in digits; `named` with those that belong to a name ("G7", "Covid-19")."""
    for match in _DIGITS.finditer(text):
        if named or not _NAMED.search(text[max(0, match.start() - LONGEST) : match.start()]):
            yield _number(text, match)


def _number(text: str, match: re.Match[str]) -> Number:
    digits = match["digits"]
    end = match.end("ordinal") if match["ordinal"] else match.end("digits")
    if len(digits) > LONGEST:
        return Number(match.start(), end, frozenset({digits}))
    worths = _readings(digits)
    cuts = re.split(r"[.:]" if match["clock"] else _SPACES, digits)
    parts = tuple(map(_readings, cuts)) if len(cuts) > 1 else ()
    if match["scale"]:
        scale, end = match["scale"].lower(), match.end("scale")
        power = {**number_lists().scales, **number_lists().signs}[scale]
        scaled = frozenset(plain(worth, power) for worth in worths)
        return Number(match.start(), end, scaled if scale in number_lists().scales else scaled | worths)
    return Number(match.start(), end, worths | _besides(text, match), parts)


def _besides(text: str, match: re.Match[str]) -> frozenset[str]:
    """Return what else digits may be worth: an hour of the afternoon, the year that is cut short."""
    digits = match["digits"]
    if not digits.isdigit():
        return frozenset()
    found: set[str] = set()
    if match["clock"] and int(digits) <= _NOON:
        found.add(str(int(digits) + _NOON))
    if len(digits) == _SHORT_YEAR and _is_short_year(text, match):
        found.update((f"19{digits}", f"20{digits}") if int(digits) < _THIS_CENTURY else (f"19{digits}",))
    return frozenset(found)


def _is_short_year(text: str, match: re.Match[str]) -> bool:
    """Tell whether two digits may be a year's last: "'90s", "2021/22"."""
    before = text[max(0, match.start() - 5) : match.start()]
    return bool(match["plural"]) or before.endswith(("'", "’", "‘")) or bool(_SPAN.search(before))


def _readings(digits: str) -> frozenset[str]:
    """Return the values that digits with points, commas and spaces may have in one country or another."""
    found = set()
    if _GROUPED.fullmatch(digits):
        found.add(plain(_ungrouped(digits)))
        if "," in digits and not digits.startswith("0"):  # a comma before three digits groups them in English
            return frozenset(found)
    pieces = re.split(r"[.,]", _SPACES.sub("", digits))
    if len(pieces) == 2 and all(piece.isdigit() for piece in pieces):  # noqa: PLR2004 -- whole and fraction
        found.add(plain(".".join(pieces)))
    return frozenset(found) or frozenset({plain(re.sub(r"\D", "", digits))})


def _ungrouped(digits: str) -> str:
    sign = next(char for char in digits if not char.isdigit())
    rest = digits.replace(sign, "")
    return rest.replace(",", ".")
