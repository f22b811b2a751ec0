"""Lines that are, or end in, the day on which a summary was written."""

from __future__ import annotations

import re

from propsummary.periods import read_date

__all__ = ["ends_in_day", "is_day", "year_less_day"]


def is_day(text: str) -> bool:
    """Whether a line is a day and nothing else, perhaps in brackets."""
    return read_date(text.strip("（）() ")) is not None


def ends_in_day(text: str) -> bool:
    """A signer and a date on one line."""
    match = re.search(r"(?:[2２][0０]\d{2}|[二〇零○]{2}[一二三四五六七八九〇零○]{2})\s*[年./．-].{2,9}$", text)
    return bool(match and len(text) <= 36 and is_day(match[0]) and not re.search("[，,。；;]", text))


def year_less_day(text: str) -> tuple[int, int] | None:
    """Month and day that name no year, or half of it, perhaps behind who signs: ``包师傅 11.3``, ``老柴 25年9月2号写的``."""
    who = r"(?!\S*(?:时|限|截|完成))[\u4e00-\u9fff]{2,12}[\s，,]+"
    written = "(?:提交|上报|[写填交报])的?"
    match = re.fullmatch(rf"(?:{who})?(?:\d{{2}}年)?(\d{{1,2}})(?:月|[.．/-])(\d{{1,2}})[日号]?(?:{written})?", text)
    return (int(match[1]), int(match[2])) if match else None
