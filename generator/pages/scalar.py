"""YAML scalars as a person would write them: quotes only where they are needed."""

import json
import re

from generator.strict_yaml import Leaf

_PLAIN = re.compile(r"[^\W_][^\n]*|[($_/.+\u201c\u2018\u201e\xab\u2026\u20ac\xa3][^\n]*")
_BREAKS_PLAIN = re.compile(r": |:$| #|[\t\n]|^(?:---|\.\.\.)(?:\s|$)")
_NUMBER = re.compile(r"[-+]?(?:0[box][0-9a-f_]+|[\d_.:,]*\d[\d_.:,]*(?:e[-+]?\d+)?)", re.IGNORECASE | re.ASCII)
_UNPRINTABLE = re.compile(r"[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


def scalar(text: str) -> str:
    """Return YAML that reads as this text, the same under YAML 1.1 and 1.2."""
    if _UNPRINTABLE.search(text):
        return double_quoted(text)
    if _is_plain(text):
        return text
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def double_quoted(text: str) -> str:
    """Return the text as JSON that YAML reads alike."""
    return _UNPRINTABLE.sub(_escape, json.dumps(text, ensure_ascii=False))


def _is_plain(text: str) -> bool:
    if text != text.strip() or not _PLAIN.fullmatch(text) or _BREAKS_PLAIN.search(text) or _NUMBER.fullmatch(text):
        return False
    return Leaf(text, plain=True, index=0, end=0).tag() == "str"


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match.group()):04x}"
