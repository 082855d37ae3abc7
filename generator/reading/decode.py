"""Bytes to text: UTF-8 and nothing else."""

import re
import shlex
from pathlib import PurePosixPath

from generator.errors import Place, StandfirstError

_MARK = b"\xef\xbb\xbf"
_OTHER_MARKS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}
_STATED = re.compile(
    rb"""<(?:meta|\?xml)\s[^<>]{0,200}?(?:charset|encoding)\s{0,3}=\s{0,3}["']?\s{0,3}([\w.:-]{2,40})""", re.IGNORECASE
)
_HEAD = 4096  # bytes
_PAGES = (".html", ".htm")
_SAVE = "save the file as UTF-8 text"
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f]")


def decode(content: bytes, name: str) -> str:
    """Return the text of a seed without its byte order mark; line ends stay as they are.

    Raises StandfirstError with the byte's offset in the file for bytes that are not UTF-8, and for control characters.
    """
    _refuse_other_encodings(content, name)
    skipped = len(_MARK) if content.startswith(_MARK) else 0
    control = _CONTROL.search(content)
    readable = content[: control.start()] if control else content  # what comes first is told
    try:
        text = readable[skipped:].decode("utf-8")
    except UnicodeDecodeError as error:
        raise _refusal(content, error.start + skipped, "is not UTF-8", name, _advice(content, name)) from error
    if control:
        raise _refusal(content, control.start(), "is a control character, which no text has", name)
    return text


def _refuse_other_encodings(content: bytes, name: str) -> None:
    for mark, encoding in _OTHER_MARKS.items():
        if content.startswith(mark):
            says = f"the byte order mark at byte offset 0 says {encoding}"
            message = f"{says}; save the file as UTF-8{_by_command(encoding, name)}"
            raise StandfirstError(message, Place(name, 1, 1))


def _advice(content: bytes, name: str) -> str:
    """Return what to do about a file that is not UTF-8; a page says itself what it is."""
    stated = _STATED.search(content[:_HEAD]) if name.casefold().endswith(_PAGES) else None
    charset = stated[1].decode("ascii").upper() if stated else "UTF-8"
    if charset in {"UTF-8", "UTF8"}:
        return _SAVE
    return f"the page says that it is {charset}; save it as UTF-8{_by_command(charset, name)}"


def _by_command(charset: str, name: str) -> str:
    if not name.casefold().endswith(_PAGES):
        return ""
    file = shlex.quote(PurePosixPath(name).name)
    return f", with `iconv -f {charset} -t UTF-8 {file} > utf-8.html` say, and put the new file in its place"


def _refusal(content: bytes, offset: int, reason: str, name: str, advice: str = _SAVE) -> StandfirstError:
    if b"\0" in content:
        advice = f"this looks like no text file: take it out, or {_SAVE}"
    lines = re.split(rb"\r\n|\r|\n", content[:offset])
    column = len(lines[-1].removeprefix(_MARK).decode("utf-8", "replace")) + 1
    message = f"byte 0x{content[offset]:02X} at byte offset {offset} {reason}; {advice}"
    return StandfirstError(message, Place(name, len(lines), column))
