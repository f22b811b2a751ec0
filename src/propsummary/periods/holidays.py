"""First days of the Chinese public holidays that deadlines are set by."""

from __future__ import annotations

from datetime import date, timedelta

__all__ = ["HOLIDAY_WORDS", "first_day"]

# Month and day as one number, from the year 2020 on: 1/1, 5/5 and 8/15 of the Chinese lunar calendar. The tests hold the
# table against the mean moon.
_FROM = 2020
_SPRING = (125, 212, 201, 122, 210, 129, 217, 206, 126, 213, 203, 123, 211, 131, 219, 208)
_DRAGON_BOAT = (625, 614, 603, 622, 610, 531, 619, 609, 528, 616, 605, 624, 612, 601, 620, 610)
_MID_AUTUMN = (1001, 921, 910, 929, 917, 1006, 925, 915, 1003, 922, 912, 1001, 919, 908, 927, 916)
# The solar term Qingming falls on the 4th, but on the 5th in these years.
_QINGMING_5 = frozenset({2022, 2023, 2026, 2027, 2030, 2031, 2034, 2035})

_LUNAR = {"spring": _SPRING, "dragon-boat": _DRAGON_BOAT, "mid-autumn": _MID_AUTUMN}
_SOLAR = {"new-year": (1, 1), "labour": (5, 1), "national": (10, 1)}

#: What people call each holiday; longer words first.
HOLIDAY_WORDS = {
    "农历新年": "spring",
    "元宵": "lantern",
    "春节": "spring",
    "除夕": "eve",
    "元旦": "new-year",
    "清明": "qingming",
    "五一": "labour",
    "劳动节": "labour",
    "端午": "dragon-boat",
    "中秋": "mid-autumn",
    "国庆": "national",
    "十一": "national",
}


def first_day(word: str, year: int) -> date | None:
    """
    The first day of a holiday in *year*, or None for an unknown word or beyond the tables (2020 to 2035).

    The day itself, not the first day off, which the State Council sets anew every year.
    """
    name = HOLIDAY_WORDS.get(word, "")
    if name in _SOLAR and 1 <= year <= date.max.year:
        return date(year, *_SOLAR[name])
    if not _FROM <= year < _FROM + len(_SPRING):
        return None
    if name == "qingming":
        return date(year, 4, 5 if year in _QINGMING_5 else 4)
    spring = _on(year, _SPRING)
    if name in {"eve", "lantern"}:
        return spring + timedelta(days=-1 if name == "eve" else 14)
    return _on(year, _LUNAR[name]) if name in _LUNAR else None


def _on(year: int, table: tuple[int, ...]) -> date:
    month, day = divmod(table[year - _FROM], 100)
    return date(year, month, day)
