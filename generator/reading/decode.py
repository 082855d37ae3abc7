"""Bytes to text: UTF-8 and nothing else."""

import re

from generator.errors import Place, StandfirstError

_MARK = b"\xef\xbb\xbf"
_OTHER_MARKS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f]")


def decode(content: bytes, name: str) -> str:
    """Return the text of a seed without its byte order mark; line ends stay as they are.

    Raises StandfirstError with the byte's offset in the file for bytes that are not UTF-8, and for control characters.
    """
    _refuse_other_encodings(content, name)
    skipped = len(_MARK) if content.startswith(_MARK) else 0
    if control := _CONTROL.search(content):
        raise _refusal(content, control.start(), "is a control character, which no text has", name)
    try:
        return content[skipped:].decode("utf-8")
    except UnicodeDecodeError as error:
        raise _refusal(content, error.start + skipped, "is not UTF-8", name) from error


def _refuse_other_encodings(content: bytes, name: str) -> None:
    for mark, encoding in _OTHER_MARKS.items():
        if content.startswith(mark):
            message = f"the byte order mark at byte offset 0 says {encoding}; save the file as UTF-8"
            raise StandfirstError(message, Place(name, 1, 1))


def _refusal(content: bytes, offset: int, reason: str, name: str) -> StandfirstError:
    lines = re.split(rb"\r\n|\r|\n", content[:offset])
    column = len(lines[-1].removeprefix(_MARK).decode("utf-8", "replace")) + 1
    message = f"byte 0x{content[offset]:02X} at byte offset {offset} {reason}; save the file as UTF-8 text"
    return StandfirstError(message, Place(name, len(lines), column))
