"""The openings of Chinese, Japanese and Korean agency copy, which run into the first sentence without a dash."""

import re
from dataclasses import dataclass
from functools import cache

from generator.reading.agencies import agency, names_in
from generator.reading.words import alternatives

_CHINESE_REACH = 80
_NAMES = r"[(\uff08](?:记者|記者)?\s?(?P<writers>[^()\uff08\uff09\d]{2,30})[)\uff09]"
_JAPANESE = re.compile(r"[\u3010\[](?P<inside>[^\u3010\u3011\[\]]{2,30})[\u3011\]]\s*[-\u2013—―]?\s*")
_DAY = re.compile(r"[\s=\uff1d]*(?:\d{1,2}月)?\d{0,2}日?[\s=\uff1d]*$")
_KOREAN = re.compile(
    r"[(\[](?P<place>[\uac00-\ud7af·]{1,12})\s?=\s?(?P<agency>[\uac00-\ud7af\d]{2,6})[)\]]\s*"
    r"(?:(?P<writers>[\uac00-\ud7af· ]{2,20}(?:기자|특파원))\s*=\s*)?"
)


@dataclass(frozen=True, slots=True)
class EasternOpening:
    """Where an opening ends, and its parts."""

    end: int
    place: str
    agency: str
    writers: str = ""
    day: str = ""


@cache
def _chinese() -> re.Pattern[str]:
    names = alternatives(names_in("[\u4e00-\u9fff]"))
    return re.compile(
        rf"[\u3010(\uff08\[]?据?(?P<agency>{names})(?:记者|記者)?"
        r"(?P<place>[\u4e00-\u9fff·]{0,12})(?P<day>(?:(?:\d{4}年)?\d{1,2}月)?\d{1,2}日)(?:专|專)?[电電讯訊]\s*"
        rf"[\u3011)\uff09\]]?\s*(?:{_NAMES})?\s*[:\uff1a—-]{{0,2}}\s*"
    )


def eastern_opening(text: str) -> EasternOpening | None:
    """Return the opening of a paragraph such as "新华社北京5月3日电", "【ロンドン共同】" or "(서울=연합뉴스)"."""
    start = text[:_CHINESE_REACH]
    if found := _chinese().match(start):
        writers = (found["writers"] or "").replace("、", ", ")
        return EasternOpening(found.end(), found["place"], agency(found["agency"]), writers, found["day"])
    if found := _KOREAN.match(start):
        named = agency(found["agency"])
        return EasternOpening(found.end(), found["place"], named, (found["writers"] or "").strip()) if named else None
    found = _JAPANESE.match(start)
    return _japanese(found) if found else None


def _japanese(found: re.Match[str]) -> EasternOpening | None:
    inside = found["inside"]
    name = next((name for name in names_in("[\u30a0-\u30ff\u4e00-\u9fff]") if inside.endswith(name)), "")
    place = inside.removesuffix(name)
    return EasternOpening(found.end(), _DAY.sub("", place), agency(name)) if name and place else None
