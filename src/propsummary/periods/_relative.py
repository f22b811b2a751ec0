"""Deadlines that are counted from the day of writing, and those set by holidays."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from math import ceil
from typing import TypeAlias

from propsummary._numerals import CHINESE_NUMERALS
from propsummary.periods._calendar import day_after, day_before, month_end
from propsummary.periods._patterns import JOIN, compiled
from propsummary.periods._scan import number
from propsummary.periods.holidays import HOLIDAY_WORDS, first_day
from propsummary.periods.period import Period

__all__ = ["days", "holidays"]

_N = rf"(?:(?<![0-9.])[0-9]{{1,4}}|(?<![{CHINESE_NUMERALS}])[{CHINESE_NUMERALS}]{{1,5}})"
# 一季度内 and 三月内 are names of the calendar; 一个季度内, 三个月内 and 两月内 are durations.
_UNIT = "(?<=个)季度|(?<=[个两半])月|工作日|星期|礼拜|小时|[年周日天]"
_DURATION = rf"""
(?<![第每月年上下的新0-9.{CHINESE_NUMERALS}]) (?: {_N} \s? {JOIN} \s? )? (?P<count> {_N} | 半 ) \s? 个? (?P<half> 半 )?
(?P<unit> {_UNIT} ) (?P<plus> 半 )? \s? (?: (?P<within> 之内|以内|内 ) | (?= $|完成|办结|完工|到位|。|时间 ) )"""
_WEEK = r"""
(?<! [每上] ) (?: (?P<which> 本|这|当|下下|下 ) 个? (?:周|星期|礼拜) (?P<day> [一二三四五六日天末] )?
| (?<! [0-9一二三四五六七八九十两个本这当下] ) (?:周|星期|礼拜) (?P<alone> [一二三四五六日天末] ) (?= 之?前|以前|内|完成|$ ) )"""
_DAY = r"""
(?<! [0-9A-Za-z一二三四五六七八九十月.年/-] ) (?P<day> [0-9]{1,2} | [一二三]?十[一二三四五六七八九]? | [一二三四五六七八九] ) [日号]
(?= [之以]?前 | $ | 完成 )"""
_WEEKDAYS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6, "末": 6}
_WEEKS = {"下": 1, "下下": 2}
_MOST = {"年": 20, "月": 240, "季度": 80, "周": 520, "天": 3660, "工作日": 2600, "小时": 8760}
_MONTHS = {"年": 12, "季度": 3, "月": 1}
_DAYS = {"周": Fraction(7), "天": Fraction(1), "小时": Fraction(1, 24)}
_UNITS = {"日": "天", "星期": "周", "礼拜": "周"}

#: A bounded day: where the words stand, and the day, None if there is none.
Found: TypeAlias = tuple[int, int, date | None]


def days(flat: str, today: date | None) -> Iterator[Found]:
    """Every duration, weekday and bare day of the month in *flat*, counted from *today*."""
    for match in compiled(_DURATION).finditer(flat):
        by_event = flat[max(0, match.start() - 2) : match.start()].rstrip().endswith(("前", "后", "起"))  # 到期前2个月
        if not by_event and (length := _length(match)):
            yield match.start(), match.end(), today and _counted(today, *length)
    for match in compiled(_WEEK).finditer(flat):
        yield match.start(), match.end(), today and _weekday(today, match)
    for match in compiled(_DAY).finditer(flat):
        yield match.start(), match.end(), today and _day_of_month(today, number(match["day"]))


def _length(match: re.Match[str]) -> tuple[Fraction, str] | None:
    """How many of which unit; None for what is no duration (2026年内, 10日)."""
    unit = _UNITS.get(match["unit"], match["unit"])
    if not match["within"] and match["unit"] in {"日", "小时"}:
        return None
    count = Fraction(1, 2) if match["count"] == "半" else Fraction(number(match["count"]))
    if match["half"] or match["plus"]:
        count += Fraction(1, 2)
    return (count, unit) if 0 < count <= _MOST[unit] else None


def _counted(today: date, count: Fraction, unit: str) -> date | None:
    """The last day of so long a time from *today*, that day not counted; halves of a month are 15 days."""
    from dateutil.relativedelta import relativedelta

    if unit == "工作日":
        return _working_days(today, int(count))
    try:
        if unit in _MONTHS:
            months = count * _MONTHS[unit]
            moved: date = today + relativedelta(months=int(months), days=15 if months % 1 else 0)
            return moved
        return today + timedelta(days=ceil(count * _DAYS[unit]))
    except (OverflowError, ValueError):
        return None


def _working_days(today: date, count: int) -> date:
    """*count* days on from *today*, Saturdays and Sundays not counted; public holidays are ignored."""
    start = min(today.weekday(), 4)
    weeks, beyond = divmod(start + count, 5)
    return today + timedelta(days=weeks * 7 + beyond - today.weekday())


def _weekday(today: date, match: re.Match[str]) -> date:
    """本周五, 下周 (its Sunday), 周五前 (the next one there is); weeks begin on Monday."""
    if alone := match["alone"]:
        return today + timedelta(days=(_WEEKDAYS[alone] - today.weekday()) % 7)
    weeks = _WEEKS.get(match["which"], 0)
    return today + timedelta(days=weeks * 7 + _WEEKDAYS[match["day"] or "日"] - today.weekday())


def _day_of_month(today: date, day: int) -> date | None:
    """The first such day from *today* on."""
    if not 1 <= day <= 31:
        return None
    month = today
    for _ in range(3):
        last = month_end(month.year, month.month)
        if day <= last.day and last.replace(day=day) >= today:
            return last.replace(day=day)
        month = day_after(last)
    return None


_HOLIDAY = rf"""
(?: (?P<year> (?:19|20)[0-9]{{2}} ) \s? 年? | (?P<shift> 明年|来年|次年 ) )? \s? [“"]? (?<![二三四五六七八九])
(?P<word> {"|".join(HOLIDAY_WORDS)} ) (?:国际)? (?:劳动节|节日|节)? [”"]? (?: 小?长假|假期|放假 )? (?:之|以)? 前 (?!后)"""


def holidays(flat: str, period: Period | None) -> Iterator[Found]:
    """The day before every holiday that *flat* bounds something by, where a day can be told."""
    for match in compiled(_HOLIDAY).finditer(flat):
        day = _before_holiday(match, period)
        if day:
            yield match.start(), match.end(), day


def _before_holiday(match: re.Match[str], period: Period | None) -> date | None:
    if match["year"]:
        years = [int(match["year"])]
    elif period is None:
        return None
    else:
        years = [period.last.year + 1] if match["shift"] else [period.last.year + step for step in range(3)]
    for year in years:
        holiday = first_day(match["word"], year)
        if holiday and (len(years) == 1 or (period and day_before(holiday) > period.last)):
            return day_before(holiday)
    return None
