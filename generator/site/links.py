"""Which addresses a page may lead to or show."""

import html
import re

from markdown.util import AMP_SUBSTITUTE

LINKS = ("https", "mailto")
_IGNORED = re.compile(r"[\t\n\r]")  # anywhere in an address, says the WHATWG URL standard, section 4.4
_EDGES = "".join(map(chr, range(0x21)))
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")


def is_safe_link(address: str) -> bool:
    """Whether a browser would follow the address within the site, by https or to an e-mail program."""
    plain = _as_browser(address)
    scheme = _SCHEME.match(plain)
    return scheme[1].lower() in LINKS if scheme else not _leads_away(plain)


def is_safe_picture(address: str) -> bool:
    """Whether a browser would load the address from the site itself."""
    plain = _as_browser(address)
    return not _SCHEME.match(plain) and not _leads_away(plain)


def _as_browser(address: str) -> str:
    decoded = html.unescape(address.replace(AMP_SUBSTITUTE, "&"))
    return _IGNORED.sub("", decoded.strip(_EDGES))


def _leads_away(plain: str) -> bool:
    return plain.replace("\\", "/").startswith("//")
